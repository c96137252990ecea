"""A text before and after → the latter in pieces, with what has come and what has gone marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from docgen.redline.words import words
from docgen.review.values import Change, Piece, Pieces

_Step = tuple[Pieces, Pieces]
"""What stood at a place before, and what stands there now."""


def changes(before: Pieces, after: Pieces) -> list[Piece]:
    """The pieces of `after`, and between them those of `before` that are gone.

    Words are compared, and letters where words are not parted; a code, a symbol or a term is
    never cut. A blank between two changes belongs to them, so that a phrase changes as one.
    """
    old, new = list(_atoms(before)), list(_atoms(after))
    return _joined(piece for step in _steps(old, new) for piece in _marked(*step))


def _atoms(pieces: Pieces) -> Iterator[Piece]:
    for piece in pieces:
        if piece.kind == "text":
            yield from (Piece(word) for word in words(piece.text))
        else:
            yield piece


def _steps(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[_Step]:
    """What is equal and what differs in turn; equal blanks between differences are counted in."""
    texts = [piece.text for piece in old], [piece.text for piece in new]
    held: tuple[list[Piece], list[Piece]] = ([], [])
    blocks = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    for number, (tag, start, end, first, last) in enumerate(blocks, 1):
        step = old[start:end], new[first:last]
        within = held != ([], []) and number < len(blocks)
        if tag != "equal" or (within and not "".join(texts[0][start:end]).strip()):
            held[0].extend(step[0])
            held[1].extend(step[1])
        else:
            yield tuple(held[0]), tuple(held[1])
            held = ([], [])
            yield step[1], step[1]
    yield held


def _marked(old: Pieces, new: Pieces) -> Iterator[Piece]:
    if old is new:
        yield from new
        return
    yield from (replace(piece, change="deleted") for piece in old)
    yield from (replace(piece, change="inserted") for piece in new)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Words of one kind in succession as one piece."""
    found = []
    for key, group in groupby(pieces, lambda piece: (piece.kind, piece.target, piece.change)):
        held = list(group)
        found += [replace(held[0], text="".join(map(_text, held)))] if key[0] == "text" else held
    return found


def _text(piece: Piece) -> str:
    return piece.text


def only(pieces: Iterable[Piece], *kinds: Change) -> str:
    """The words of those pieces whose change is one of `kinds`."""
    return "".join(piece.text for piece in pieces if piece.change in kinds)
