"""A unit's markup × the text that has become of it → edits of the markup, or why there are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from docgen.fingerprint import LIVE
from docgen.model import Prose
from docgen.readback.lines import plain
from docgen.readback.saying import base_of, says
from docgen.readback.signs import Sign
from docgen.readback.trace import Origin, Refused, trace
from docgen.readback.words import Change, changes

_SPECIAL = re.compile(r"[\\*\[\]<>`~_{}^&|!]")


class Edit(NamedTuple):
    """The markup from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


def edited(markup: str, edits: Iterable[Edit]) -> str:
    """`markup` with its edits."""
    for edit in sorted(edits, reverse=True):
        markup = markup[: edit.start] + edit.text + markup[edit.end :]
    return markup


def edits(
    unit: Prose, old: Sequence[Sign], new: Sequence[Sign], settle: Callable[[str], str]
) -> list[Edit]:
    """The edits that make the markup of `unit`, which is resolved and printed as `old`, say `new`.

    `settle` puts back what typesetting has changed of a text. Raises Refused where that would take
    more than other words.
    """
    origins = trace(unit)
    text = "".join(sign.text for sign in new)
    if re.search(r"[\t\n]", text):
        raise Refused("it holds a line break or a tab, which the content cannot have")
    found = [
        _edit(unit, change, origins, new, settle(text))
        for change in changes(plain("".join(one.text for one in origins)), plain(text))
    ]
    base = base_of(unit, old)
    for write in (lambda words: words, _escaped):
        made = [edit._replace(text=write(edit.text)) for edit in found]
        if says(unit, edited(unit.source, made), new, base):
            return made
    raise Refused("bold, emphasis or a link begins or ends elsewhere now")


def _edit(
    unit: Prose, change: Change, origins: Sequence[Origin], new: Sequence[Sign], text: str
) -> Edit:
    start, end, begin, finish = change
    gone = origins[start:end]
    if any(one.text == LIVE or one.made for one in gone) or LIVE in text[begin:finish]:
        raise Refused("a note mark or a reference is gone, new or typed over")
    words = text[begin:finish]
    if gone:
        if any(one.end != other.start for one, other in pairwise(gone)):
            raise Refused("the change reaches over the begin or end of bold, emphasis or a link")
        return Edit(gone[0].start, gone[-1].end, words)
    at = _gap(origins, start, new, begin, finish)
    return Edit(at, at, words)


def _gap(origins: Sequence[Origin], at: int, new: Sequence[Sign], begin: int, finish: int) -> int:
    """The place in the markup for new words: on the side of a mark where letters look alike."""
    before = new[begin - 1] if begin else None
    after = new[finish] if finish < len(new) else None
    look = new[begin].look
    if before and before.text != LIVE and before.look == look:
        return origins[at - 1].end
    if after and after.text != LIVE and after.look == look:
        return origins[at].start
    if before:
        return origins[at - 1].end
    return origins[at].start if at < len(origins) else 0


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)
