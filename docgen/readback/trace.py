"""A resolved unit → every character that it prints, with its place in the markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.fingerprint import LIVE
from docgen.model import Amount, CrossRef, Emphasis, Inline, Link, NoteRef, Prose, Strong, Text
from docgen.read.inline import TOKEN
from docgen.readback.lines import plain


class Refused(Exception):
    """Why a change cannot be put into the markup."""


class Origin(NamedTuple):
    """A printed character and the markup that it comes from; `made` ones are made by docgen."""

    text: str
    start: int
    end: int
    made: bool = False


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def trace(unit: Prose) -> list[Origin]:
    """Every printed character of a resolved unit with its place in the markup.

    Raises Refused where that cannot be told.
    """
    pieces = list(_pieces(unit.source, 0, len(unit.source)))
    found: list[Origin] = []
    for leaf in _leaves(unit.inlines):
        found += _taken(leaf, pieces)
    if any(piece.kind == "char" for piece in pieces):
        raise Refused("its markup cannot be followed")
    return found


def _pieces(markup: str, start: int, end: int) -> Iterator[_Piece]:
    """The characters of a markup, its stars and its marks, in their order."""
    position = start
    for token in TOKEN.finditer(markup, start, end):
        yield from _characters(markup, position, token.start())
        yield from _token(markup, token)
        position = token.end()
    yield from _characters(markup, position, end)


def _characters(markup: str, start: int, end: int) -> Iterator[_Piece]:
    return (_Piece("char", markup[i], i, i + 1) for i in range(start, end))


def _token(markup: str, token: re.Match[str]) -> Iterator[_Piece]:
    match token.lastgroup:
        case "escaped":
            yield _Piece("char", token["escaped"], *token.span())
        case "note" | "reference":
            yield _Piece("live", token[0], *token.span())
        case "link":
            yield from _pieces(markup, *token.span("words"))
        case "angle":
            start, end = token.span("angle")
            web = token["angle"].lower().startswith("http")
            yield from _characters(markup, start if web else markup.index(":", start) + 1, end)
        case "stars":
            yield from (_Piece("star", "*", i, i + 1) for i in range(*token.span()))
        case _:
            yield from _characters(markup, *token.span())


def _leaves(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link):
            yield from _leaves(inline.children)
        elif not isinstance(inline, NoteRef) or inline.number:
            yield inline


def _taken(leaf: Inline, pieces: list[_Piece]) -> Iterator[Origin]:
    """The characters of a leaf, the pieces of markup that they come from taken off."""
    match leaf:
        case NoteRef():
            piece = _next(pieces, "live")
            yield Origin(LIVE, piece.start, piece.end)
        case CrossRef(steps=steps):
            piece = _next(pieces, "live")
            for step in steps:
                for text in LIVE if step.target else step.text:
                    yield Origin(text, piece.start, piece.end, not step.target)
        case Amount(text=text):
            first = _next(pieces, "char")
            last = first
            while pieces and pieces[0].kind == "char":
                last = pieces.pop(0)
            yield from (Origin(one, first.start, last.end, True) for one in text)
        case Text(text=text):
            yield from (_character(one, pieces) for one in text)


def _character(text: str, pieces: list[_Piece]) -> Origin:
    while pieces and pieces[0].kind == "star" and text != "*":
        del pieces[0]
    piece = pieces.pop(0) if pieces else _Piece("", "", 0, 0)
    if piece.text != text and plain(piece.text) != plain(text):
        raise Refused("its markup cannot be followed")
    return Origin(text, piece.start, piece.end)


def _next(pieces: list[_Piece], kind: str) -> _Piece:
    while pieces and pieces[0].kind == "star":
        del pieces[0]
    if not pieces or pieces[0].kind != kind:
        raise Refused("its markup cannot be followed")
    return pieces.pop(0)
