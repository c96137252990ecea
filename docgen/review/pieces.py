"""Markup as a translator reads it → its pieces: words, codes, document symbols, terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen import symbols
from docgen.check.translation.terms import Index
from docgen.review.values import Kind, Piece, Term

ROW = "u-"
"""How the anchors of rows begin; the id of the unit follows."""

_CODE = re.compile(
    r"(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<reference>\[\]\(\#(?P<id>[^)\s]+)\))"
    r"|(?P<link>\[(?P<words>[^\[\]]*)\]\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))"
    r"|(?P<code>\*\*|(?<!\\)\*)"
)
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts of one language are read.

    `code` is the language in web addresses of documents, `numbers` are printed numbers by id.
    `index` finds terms, and `terms` are those of the page by wording.
    """

    code: str
    numbers: Mapping[str, str] = field(default_factory=dict)
    index: Index | None = None
    terms: Mapping[str, Term] = field(default_factory=dict)

    def pieces(self, text: str) -> list[Piece]:
        """All of `text` in pieces; joined they are `text` again."""
        found = sorted(_apart([*self._codes(text), *self._symbols(text), *self._terms(text)]))
        return list(_filled(text, found))

    def _codes(self, text: str) -> Iterator[_Found]:
        for match in _CODE.finditer(text):
            kind, piece = _code(match, self.numbers)
            yield _Found(match.start(), match.end(), _piece(kind, piece))

    def _symbols(self, text: str) -> Iterator[_Found]:
        for found in symbols.find(text):
            address = symbols.address(found.symbol, self.code)
            yield _Found(found.start, found.end, _piece("symbol", (address, str(found.symbol))))

    def _terms(self, text: str) -> Iterator[_Found]:
        if self.index is None:
            return
        places = _places(text, self.index)
        for found in self.index.find(text):
            if term := self.terms.get(found.term):
                start, end = places[found.start], places[found.end - 1] + 1
                said = (f"#{term.anchor}", " · ".join(term.wordings))
                yield _Found(start, end, _piece("term", said))


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    """A piece that stands at text[start:end]; `make` makes it of these words."""

    start: int
    end: int
    make: Callable[[str], Piece] = field(compare=False)


def _piece(kind: Kind, said: tuple[str, str]) -> Callable[[str], Piece]:
    target, title = said
    return lambda words: Piece(words, kind, target, title)


def _code(match: re.Match[str], numbers: Mapping[str, str]) -> tuple[Kind, tuple[str, str]]:
    """The kind of a code, what it leads to, what is said of it."""
    if match["note"]:
        return "note", (f"#{ROW}fn-{match['note'][2:-1]}", "note")
    if match["reference"]:
        return "reference", (f"#{ROW}{match['id']}", numbers.get(match["id"], ""))
    if address := match["address"]:
        return "link", (address if address.startswith(_WEB) else "", address)
    return "code", ("", "")


def _apart(found: Iterable[_Found]) -> Iterator[_Found]:
    """Those that overlap none before them in the list."""
    taken: set[int] = set()
    for one in found:
        place = range(one.start, one.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield one


def _filled(text: str, found: Iterable[_Found]) -> Iterator[Piece]:
    at = 0
    for one in found:
        if text[at : one.start]:
            yield Piece(text[at : one.start])
        yield one.make(text[one.start : one.end])
        at = one.end
    if text[at:]:
        yield Piece(text[at:])


def _places(text: str, index: Index) -> list[int]:
    """Where each character that counts for terms stands in `text`."""
    left_out = {at for match in index.facts.ignored.finditer(text) for at in range(*match.span())}
    return [at for at in range(len(text)) if at not in left_out]


def codes(pieces: Iterable[Piece]) -> list[str]:
    """What a translation carries over as it is written, each once."""
    kept = (piece.text for piece in pieces if piece.kind in ("note", "reference", "symbol"))
    return list(dict.fromkeys(kept))
