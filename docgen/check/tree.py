"""A finished PDF → its structure as a plain tree, with the words of its pages."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

from docgen.check.streams import Marks, marks

Key = tuple[int, int]
"""The number and the generation of an object of a file."""
Numbers = Mapping[Any, int]
"""The pages of a file by their keys, counted from 0."""


class Piece(NamedTuple):
    """A piece of content by its page, counted from 0, and its number there."""

    page: int
    mcid: int


class Annotation(NamedTuple):
    """An annotation that an element refers to."""

    key: Key


@dataclass(eq=False, slots=True)
class Element:
    """An element of structure, and the dictionary that it was read from."""

    role: str
    raw: Any
    parent: Element | None
    kids: list[Element | Piece | Annotation] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and all below it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def knows_its_parent(self) -> bool:
        """Whether its dictionary names the element it stands in."""
        return self.parent is None or _key(self.raw.get("/P")) == self.parent.raw.objgen

    @property
    def attributes(self) -> dict[str, Any]:
        """What the dictionaries of attributes say, by name."""
        given = self.raw.get("/A", {})
        parts = list(given) if isinstance(given, pikepdf.Array) else [given]
        return {name: value for part in parts for name, value in part.items()}


@dataclass(frozen=True, slots=True)
class File:
    """An open PDF: its objects, its structure, and what is painted page by page."""

    pdf: pikepdf.Pdf
    roots: tuple[Element, ...]
    pages: tuple[Marks, ...]

    def elements(self, *roles: str) -> Iterator[Element]:
        """The elements with one of `roles`, or all, in reading order."""
        for root in self.roots:
            yield from (one for one in root.walk() if not roles or one.role in roles)

    def parents(self) -> dict[int, Any]:
        """What the parent tree says, by its keys."""
        numbers = list(entry(self.pdf.Root, "/StructTreeRoot", "/ParentTree", "/Nums") or ())
        return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def entry(raw: Any, *path: str) -> Any:
    """What stands in `raw` under the names of `path`, one in the other; else None."""
    for name in path:
        raw = None if raw is None else raw.get(name)
    return raw


def _key(raw: Any) -> Key | None:
    return None if raw is None else raw.objgen


def opened(data: bytes) -> File:
    """Read a PDF; one without structure has no roots."""
    pdf = pikepdf.open(io.BytesIO(data))
    numbers: Numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    kids = _listed(entry(pdf.Root, "/StructTreeRoot", "/K"))
    roots = tuple(_element(kid, None, None, numbers) for kid in kids)
    return File(pdf, roots, tuple(marks(page) for page in pdf.pages))


def _listed(kids: Any) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _element(raw: Any, parent: Element | None, page: int | None, numbers: Numbers) -> Element:
    if "/Pg" in raw:
        page = numbers[raw.Pg.objgen]
    element = Element(str(raw.S).removeprefix("/"), raw, parent)
    element.kids = [_kid(kid, element, page, numbers) for kid in _listed(raw.get("/K"))]
    return element


def _kid(
    raw: Any, parent: Element, page: int | None, numbers: Numbers
) -> Element | Piece | Annotation:
    if isinstance(raw, int):
        return Piece(-1 if page is None else page, raw)
    if "/S" in raw:
        return _element(raw, parent, page, numbers)
    if raw.get("/Type") == "/OBJR":
        return Annotation(raw.Obj.objgen)
    own = numbers[raw.Pg.objgen] if "/Pg" in raw else page
    return Piece(-1 if own is None else own, int(raw.MCID))
