"""Two texts → what was deleted and inserted, word by word; Han characters count as words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from docgen.fingerprint import LIVE

_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_TOKEN = re.compile(rf"{LIVE}|\w+|\s+|[^\w\s]")
_SHORT = 40
"""Texts up to so many characters are compared by characters."""


class Change(NamedTuple):
    """What stands from `start` to `end` of the old text is `begin` to `finish` of the new one."""

    start: int
    end: int
    begin: int
    finish: int


def tokens(text: str) -> list[str]:
    """Words, Han characters, spaces and signs, which together are `text`."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        found += _split(token) if _HAN.search(token) else [token]
    return found


def _split(token: str) -> Iterator[str]:
    """The Han characters of a word one by one, and what stands between them."""
    return (piece for piece in re.split(f"({_HAN.pattern})", token) if piece)


def changes(old: str, new: str) -> list[Change]:
    """The changes that make `new` of `old`, as ranges of characters."""
    if old == new:
        return []
    before, after = tokens(old), tokens(new)
    start, begin = _offsets(before), _offsets(after)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    inner = before[head : len(before) - tail], after[head : len(after) - tail]
    matcher = SequenceMatcher(None, *inner, autojunk=False)
    return [
        Change(start[head + i], start[head + j], begin[head + k], begin[head + m])
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind != "equal"
    ]


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many tokens at the start of both are the same."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


def similarity(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1, by the characters in their common words."""
    if not old or not new:
        return float(old == new)
    if max(len(old), len(new)) <= _SHORT:
        return SequenceMatcher(None, old, new, autojunk=False).ratio()
    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    same = sum(
        len(token)
        for block in matcher.get_matching_blocks()
        for token in before[block.a : block.a + block.size]
    )
    return 2 * same / (len(old) + len(new))


def _offsets(tokens: Sequence[str]) -> list[int]:
    """Where each token begins, and where the last ends."""
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets
