"""A paragraph → its atoms: words, and what is never cut, such as fields, links and note marks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from docgen.redline.fields import Field, begins, field_at, is_loose
from docgen.redline.words import words
from docgen.redline.xml import Element, canonical, child, is_a, letters, name

Known = Callable[[str, Element], Hashable]
"""Kind and element → what it is, whatever the file calls it: the note of a reference, the target of
a link, the picture of a drawing; of a field ("field", its run with the instruction)."""

END = ("end",)


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a paragraph; two with the same `key` say the same.

    A word has the `run` that it is part of. All else has its `elements`, a field also its parts.
    `lead` are the ends of bookmarks before it.
    """

    key: Hashable
    text: str = ""
    run: Element | None = None
    elements: tuple[Element, ...] = ()
    field: Field | None = None
    lead: tuple[Element, ...] = ()

    @property
    def looks(self) -> str:
        """The properties of the run of a word, as text."""
        return "" if self.run is None else canonical(child(self.run, "rPr"))

    @property
    def is_pinned(self) -> bool:
        """Whether an atom belongs to the frame of its paragraph: its end, a field that goes on."""
        return self.key == END or (self.field is None and any(map(is_loose, self.elements)))

    @property
    def note(self) -> Element | None:
        """The reference to a note in an atom."""
        for element in self.elements:
            for found in element.iter(name("footnoteReference")):
                return found
        return None


def atoms(paragraph: Element, known: Known) -> list[Atom]:
    """The atoms of a paragraph, the last of which is its end."""
    found: list[Atom] = []
    lead: list[Element] = []
    for piece in _pieces(paragraph):
        if isinstance(piece, Field) or not is_a(piece, "bookmarkStart", "bookmarkEnd"):
            found += _atoms(piece, tuple(lead), known)
            lead = []
        else:
            lead.append(piece)
    return [*found, Atom(END, lead=tuple(lead))]


def _pieces(paragraph: Element) -> Iterator[Element | Field]:
    """The children of a paragraph after its properties; the runs of a field as one."""
    children = [made for made in paragraph if not is_a(made, "pPr")]
    place = 0
    while place < len(children):
        field = field_at(children, place) if begins(children[place]) else None
        yield field or children[place]
        place += len(field.opening) + len(field.result) + 1 if field else 1


def _atoms(piece: Element | Field, lead: tuple[Element, ...], known: Known) -> list[Atom]:
    if isinstance(piece, Field):
        runs = (*piece.opening, *piece.result, piece.closing)
        key = ("field", known("field", piece.opening[1]))
        return [Atom(key, piece.shown, elements=runs, field=piece, lead=lead)]
    if is_a(piece, "r") and _is_plain(piece):
        return _words(piece, lead)
    return [Atom(_key(piece, known), letters([piece]), elements=(piece,), lead=lead)]


def _is_plain(run: Element) -> bool:
    return [made.tag for made in run if not is_a(made, "rPr")] == [name("t")]


def _words(run: Element, lead: tuple[Element, ...]) -> list[Atom]:
    pieces = words(letters([run]))
    return [
        Atom(("word", piece), piece, run, lead=() if place else lead)
        for place, piece in enumerate(pieces)
    ]


def _key(element: Element, known: Known) -> Hashable:
    if is_a(element, "hyperlink"):
        return ("link", known("link", element), _inner(element, known))
    reference = next(element.iter(name("footnoteReference")), None)
    if reference is not None:
        return ("note", known("note", reference), letters([element]))
    if (drawing := next(element.iter(name("drawing")), None)) is not None:
        return ("picture", known("picture", drawing))
    return ("other", canonical(element))


def _inner(link: Element, known: Known) -> Hashable:
    return tuple((atom.key, atom.looks) for atom in atoms(link, known))


def bare(atoms_: Sequence[Atom]) -> str:
    """The characters of atoms, in which fields stand for what they ask and not what they show."""
    return "".join(str(atom.key) if atom.field else atom.text for atom in atoms_)
