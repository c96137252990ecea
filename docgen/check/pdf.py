"""A finished PDF → its paragraphs with their numbers, in the order of its structure."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.tree import Element, File, Piece, opened
from docgen.check.word import Printed

_BLOCKS = frozenset(("P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "Note"))
_LEFT_OUT = frozenset(("TOC", "Figure"))
_INVISIBLE = "\N{WORD JOINER}\N{SOFT HYPHEN}"


def read(data: bytes) -> list[Printed]:
    """Every paragraph, heading, cell and note of a tagged PDF; a note follows what marks it.

    Marks stand in the text as ⟨mark⟩. What no reader of the text would miss is left out: artifacts,
    the list of contents with its heading. Paragraphs without words are left out too.
    """
    reader = _Reader(opened(data))
    printed = (one for root in reader.file.roots for one in reader.printed(root))
    return [one for one in printed if one.text or one.label]


class _Reader:
    def __init__(self, file: File) -> None:
        self.file = file
        self.label = ""
        self.notes: list[Element] = []

    def printed(self, element: Element) -> Iterator[Printed]:
        """The paragraphs of `element`; the label of a list item goes to its first paragraph."""
        if element.role in _LEFT_OUT or any(child.role == "TOC" for child in element.children):
            return
        if element.role == "Lbl":
            self.label = self._words(element)
        elif element.role in _BLOCKS and not any(kid.role in _BLOCKS for kid in _inner(element)):
            yield from self._block(element)
        else:
            for child in element.children:
                yield from self.printed(child)

    def _block(self, element: Element) -> Iterator[Printed]:
        text = "".join(self._text(element)).strip()
        label, self.label = self.label, ""
        notes, self.notes = self.notes, []
        yield Printed(element.role, label.strip(), text)
        for note in notes:
            yield from self._block(note)

    def _text(self, element: Element) -> Iterator[str]:
        """The words of an element but for its label and its notes, which are kept for later."""
        for kid in element.kids:
            if isinstance(kid, Piece):
                yield self._piece(kid)
            elif isinstance(kid, Element):
                yield from self._part(kid)

    def _part(self, element: Element) -> Iterator[str]:
        if element.role == "Note":
            self.notes.append(element)
        elif element.role == "Lbl":
            self.label += self._words(element)
        elif element.role == "Reference" and any(one.role == "Lbl" for one in element.children):
            yield f"⟨{self._words(element).strip()}⟩"
        elif element.role not in _LEFT_OUT:
            yield from self._text(element)

    def _words(self, element: Element) -> str:
        pieces = (kid for one in element.walk() for kid in one.kids if isinstance(kid, Piece))
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        text = self.file.pages[piece.page].texts[piece.mcid]
        return text.translate(dict.fromkeys(map(ord, _INVISIBLE)))


def _inner(element: Element) -> Iterator[Element]:
    """The elements within, but for notes and what they hold."""
    for child in element.children:
        if child.role != "Note":
            yield child
            yield from _inner(child)
