"""A line of the content × the same as it came back → remarks on its number, marks and looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.fingerprint import LIVE
from docgen.readback.lines import Line, Look, plain
from docgen.readback.signs import Sign, signs
from docgen.readback.words import changes

_TYPED = re.compile(r"(?:\d{1,3}[.)、．]|[(（]\w{1,3}[)）])\s*(?=\D)")
"""A number as it is typed before a paragraph."""

_SHOWN = 40


def number_remarks(old: Line, new: Line) -> Iterator[str]:
    """A number before the text that somebody has typed."""
    typed = _TYPED.match(new.text)
    if typed and not _TYPED.match(old.text):
        yield f"the number {typed[0].strip()} is typed before it"


def live_remarks(old: Line, new: Line) -> Iterator[str]:
    """Note marks and references that are gone, typed over, or new."""
    before = Counter(span.target for span in old.live)
    after = Counter(span.target for span in new.live)
    gone, added = before - after, after - before
    for span in old.live:
        if gone[span.target]:
            gone[span.target] -= 1
            typed = _typed(span.shown, old, new)
            yield f"{_named(span.target, span.shown)} is {'typed now' if typed else 'gone'}"
    for span in new.live:
        if added[span.target]:
            added[span.target] -= 1
            yield f"{_named(span.target, span.shown)} is new"
    if before == after and [s.target for s in old.live] != [s.target for s in new.live]:
        yield "its references or notes stand in another order"


def _typed(shown: str, old: Line, new: Line) -> bool:
    """Whether what a live sign printed has become plain text."""
    digits = shown.strip("⟨⟩")
    return plain(new.text).count(digits) > plain(old.text).count(digits)


def _named(target: str, shown: str) -> str:
    if target == "note" or shown.startswith("⟨"):
        return f"the note mark {shown}"
    return f"the live number {shown}"


def look_remarks(old: Line, new: Line) -> Iterator[str]:
    """Letters that are on both sides but look otherwise."""
    if old.spans == new.spans:
        return
    before, after = signs(old.spans), signs(new.spans)
    same = _same(old.text, new.text)
    changed = [(before[i], after[k]) for i, k in same if _differs(before[i], after[k])]
    for (one, other), words in _grouped(changed):
        if not other.link and _links_itself(old, one.link):
            one = replace(one, link="")
        yield from _look_remark((one, other), words)


def _links_itself(line: Line, address: str) -> bool:
    """Whether docgen made the link to `address`, of a symbol or an address that stands there."""
    markup = line.unit.source if line.unit else ""
    return f"]({address})" not in markup and "](symbol:" not in markup


def _same(old: str, new: str) -> Iterator[tuple[int, int]]:
    """The places of the characters that are on both sides."""
    i = k = 0
    for change in (*changes(old, new), None):
        stop = len(old) if change is None else change.start
        while i < stop:
            yield i, k
            i, k = i + 1, k + 1
        if change:
            i, k = change.end, change.finish


def _differs(old: Sign, new: Sign) -> bool:
    return old.look != new.look and old.text != LIVE


def _grouped(pairs: Sequence[tuple[Sign, Sign]]) -> Iterator[tuple[tuple[Look, Look], str]]:
    """Changes of look with the letters that have them."""
    groups: dict[tuple[Look, Look], str] = {}
    for old, new in pairs:
        key = old.look, new.look
        groups[key] = groups.get(key, "") + new.text
    yield from ((looks, text) for looks, text in groups.items() if text.strip())


def _look_remark(looks: tuple[Look, Look], text: str) -> Iterator[str]:
    old, new = looks
    text = text.strip()
    words = f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"
    if old.strong != new.strong:
        yield f"{words} is {'now' if new.strong else 'no longer'} bold"
    if old.emphasis != new.emphasis:
        yield f"{words} is {'now' if new.emphasis else 'no longer'} emphasized"
    if old.link != new.link:
        yield f"{words} leads to {new.link or 'nothing'} instead of {old.link or 'nothing'}"
