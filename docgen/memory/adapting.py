"""A translation of a similar text → the same with other numbers and codes, where it is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.interchange.codes import pieces
from docgen.memory.matching import Segment

_NUMBER = re.compile(r"(\d+(?:[.,\u00a0\u2009\u202f /-]\d+)*)")


def adapted(segment: Segment, text: str) -> str:
    """The translation in `segment` for `text`, or an empty text where something is not certain.

    It is certain if both texts differ in numbers and codes alone, and each number or code that
    changes stands once in the old text and once, written alike, in the translation.
    """
    before, after = _parts(segment.source), _parts(text)
    if [_kind(*one) for one in before] != [_kind(*one) for one in after]:
        return ""
    changed = {old[1]: new[1] for old, new in zip(before, after, strict=True) if old != new}
    there = [part for _, part in _parts(segment.target)]
    once = all(
        _count(old, before) == 1 and there.count(old) == 1 and new not in there
        for old, new in changed.items()
    )
    return "".join(changed.get(part, part) for part in there) if once else ""


def _count(value: str, parts: Sequence[tuple[str, str]]) -> int:
    return sum(part == value for _, part in parts)


def _kind(kind: str, part: str) -> tuple[str, str]:
    """What has to be the same in both texts; words are themselves."""
    return kind, part if kind == "words" else ""


def _parts(text: str) -> list[tuple[str, str]]:
    """The words, numbers and codes of a text in their order."""
    found: list[tuple[str, str]] = []
    for piece in pieces(text):
        if piece.role != "text":
            found.append((f"{piece.role} {piece.kind}", piece.text))
            continue
        for number, part in enumerate(_NUMBER.split(piece.text)):
            if part:
                found.append(("number" if number % 2 else "words", part))
    return found
