"""The operations of a stream, gathered so that few pieces go from one process to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import Any

from pydyf import _to_bytes

GROUP = b" Do"
"""How an operation ends that draws a group."""

_NAMED = re.compile(rb"/x(\d+) Do")


def gathered(operations: Sequence[Any], shown: Set[int]) -> tuple[list[bytes], dict[int, int]]:
    """`operations` in pieces, and in which of them those are that have the numbers `shown`.

    What may be looked at again is a piece of its own: what is `shown`, what draws a group, and the
    last operation.
    """
    pieces: list[list[bytes]] = []
    places: dict[int, int] = {}
    last, open_ = len(operations) - 1, False
    for number, operation in enumerate(map(_to_bytes, operations)):
        alone = number in shown or number == last or operation.endswith(GROUP)
        if alone or not open_:
            pieces.append([])
        pieces[-1].append(operation)
        places[number] = len(pieces) - 1
        open_ = not alone
    return list(map(b"\n".join, pieces)), {number: places[number] for number in shown}


def renamed(operations: Iterable[bytes], first: int) -> list[bytes]:
    """`operations` whose groups have numbers from `first` on, instead of from 0."""

    def name(operation: bytes) -> bytes:
        found = _NAMED.fullmatch(operation)
        return b"/x%d Do" % (first + int(found[1])) if found else operation

    return list(map(name, operations))
