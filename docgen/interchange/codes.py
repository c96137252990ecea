"""Markup of a text → its words and its codes, each code with the markup that it stands for.

The pieces of a text put together are the text again. What is a code is decided where texts are
read (`docgen.read.inline`), so that what a translator moves as one piece is what prints as one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from docgen.read.emphasis import Spans
from docgen.read.inline import TOKEN
from docgen.read.reflow import Flow
from docgen.report import NOWHERE, Report

Role = Literal["text", "alone", "open", "close"]
Kind = Literal["", "bold", "italic", "link", "note", "reference", "address"]

_ALONE: Mapping[str, Kind] = {
    "note": "note",
    "reference": "reference",
    "angle": "address",
    "bare": "address",
}
_EXTRA = 900
"""Codes that only a translation has are counted from here."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, a code that stands alone, or one end of a pair; both ends have the same number.

    `pair` is the markup of both ends of a pair, by which equal pairs are known.
    """

    role: Role
    text: str
    kind: Kind = ""
    number: int = 0
    pair: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two codes have in common that are the same."""
        return self.kind, self.pair or self.text


@dataclass(frozen=True, slots=True)
class _Code:
    """A code at text[start:end]; `partner` is where the other end of its pair starts."""

    start: int
    end: int
    role: Role
    kind: Kind
    partner: int = -1


def pieces(text: str) -> list[Piece]:
    """The pieces of a text in their order, its codes numbered from 1 in the order of opening."""
    found: list[Piece] = []
    numbers: dict[int, int] = {}
    codes = sorted(_codes(text), key=lambda code: code.start)
    ends = {code.start: text[code.start : code.end] for code in codes}
    position = 0
    for code in codes:
        found.append(Piece("text", text[position : code.start]))
        first, last = sorted((code.start, code.start if code.partner < 0 else code.partner))
        number = numbers.setdefault(first, len(numbers) + 1)
        pair = f"{ends[first]}…{ends[last]}" if code.role != "alone" else ""
        found.append(Piece(code.role, ends[code.start], code.kind, number, pair))
        position = code.end
    found.append(Piece("text", text[position:]))
    return [piece for piece in found if piece.text]


def numbered_as(source: str, target: str) -> list[Piece]:
    """The pieces of `target`; a code that `source` has too has the number that it has there."""
    free = defaultdict(list)
    for piece in pieces(source):
        if piece.role in ("alone", "open"):
            free[piece.key].append(piece.number)
    numbers: dict[int, int] = {}
    found = pieces(target)
    for piece in found:
        if piece.role in ("alone", "open"):
            known = free[piece.key]
            numbers[piece.number] = known.pop(0) if known else _EXTRA + piece.number
    return [replace(piece, number=numbers.get(piece.number, 0)) for piece in found]


def closing(found: Iterable[Piece]) -> Mapping[int, str]:
    """The markup that closes each pair, by its number."""
    return {piece.number: piece.text for piece in found if piece.role == "close"}


def _codes(text: str) -> Iterator[_Code]:
    yield from _between(text, 0, len(text), inner=False)


def _between(text: str, start: int, end: int, *, inner: bool) -> Iterator[_Code]:
    """The codes of text[start:end]; the words of a link (`inner`) have none but their emphasis."""
    spans = Spans(Flow(text, NOWHERE, ()), start, end, Report())
    for token in TOKEN.finditer(text, start, end):
        kind = token.lastgroup or ""
        if kind == "stars":
            spans.stars(token.start(), len(token[kind]))
        elif kind == "link" and not inner:
            yield from _link(text, token)
        elif kind in _ALONE and not inner:
            yield _Code(*token.span(), "alone", _ALONE[kind])
    for opened, closed, length in spans.pairs:
        look: Kind = "bold" if length == 2 else "italic"
        yield _Code(opened, opened + length, "open", look, closed)
        yield _Code(closed, closed + length, "close", look, opened)


def _link(text: str, token: re.Match[str]) -> Iterator[_Code]:
    start, end = token.span("words")
    yield _Code(token.start(), start, "open", "link", end)
    yield from _between(text, start, end, inner=True)
    yield _Code(end, token.end(), "close", "link", token.start())
