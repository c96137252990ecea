"""Elements of the older state → copies that are at home in the file with both.

What an element refers to by an id or a name is found or added there: pictures, addresses, notes,
bookmarks, list instances, styles.
"""

from __future__ import annotations

import posixpath
from collections.abc import Hashable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, count

from docgen.redline import fields
from docgen.redline.atoms import Atom
from docgen.redline.lists import Lists
from docgen.redline.names import Names
from docgen.redline.notes import Notes
from docgen.redline.xml import Element, Tree, is_a, name
from docgen.render.docx.package import Package, Part

_HYPERLINK, _IMAGE = "hyperlink", "image"
_DRAWING = ("wp:docPr", "pic:cNvPr")


@dataclass(frozen=True, slots=True)
class Carry:
    """Brings elements of the story `old` to the story `new` of the package `merged`.

    `drawings` are ids that no drawing has, `bookmarks` is the highest id of a bookmark.
    """

    old: Part
    new: Part
    source: Package
    merged: Package
    names: Names
    lists: Lists
    notes: Notes
    drawings: Iterator[int]
    bookmarks: int

    # ---- what elements are, whatever the files call it

    def known_old(self, kind: str, element: Element) -> Hashable:
        """What an element of the older state refers to."""
        if kind == "field":
            said = _instruction(element)
            aim = fields.target(said)
            return fields.aimed(said, self.names.logical(aim)) if aim else said
        if kind == "note":
            return self.notes.pair_of_old(element)
        if kind == "link":
            anchor = element.get(name("anchor"), "")
            return self.names.logical(anchor) if anchor else _address(self.old, element)
        return self._picture(self.old, self.source, element)

    def known_new(self, kind: str, element: Element) -> Hashable:
        """What an element of the newer state refers to."""
        if kind == "field":
            return _instruction(element)
        if kind == "note":
            return self.notes.pair_of_new(element)
        if kind == "link":
            return element.get(name("anchor"), "") or _address(self.new, element)
        return self._picture(self.new, self.merged, element)

    @staticmethod
    def _picture(part: Part, package: Package, drawing: Element) -> Hashable:
        """The bytes of a picture, its size and what is said about it."""
        about = [drawing.find(f".//{name(f'wp:{tag}')}") for tag in ("extent", "docPr")]
        facts = tuple(
            value for found in about if found is not None for value in found.values()[-2:]
        )
        held = [_stored(part, package, said) for said in _embedded(drawing)]
        return (*facts, *(picture.data() for picture in held))

    # ---- copies

    def atom(self, atom: Atom) -> list[Element]:
        """The elements of an atom; a field or link whose aim is gone is what it shows."""
        copies = [self.element(element) for element in self._live(atom)]
        return [made for copy in copies for made in ([copy] if len(copy) else ())]

    def _live(self, atom: Atom) -> tuple[Element, ...]:
        if atom.field is None:
            link = atom.elements[0]
            anchor = link.get(name("anchor"), "")
            return atom.elements if not anchor or self.names.actual(anchor) else tuple(link)
        aim = fields.target(atom.field.instruction)
        return atom.elements if not aim or self.names.actual(aim) else atom.field.result

    def element(self, old: Element) -> Element:
        """A copy of one element with everything in it."""
        made = deepcopy(old)
        for found in made.iter():
            self._settle(found)
        return made

    def _settle(self, element: Element) -> None:
        if is_a(element, "instrText"):
            self._aim(element)
        elif is_a(element, "footnoteReference"):
            element.set(name("id"), self.notes.gone(element.get(name("id"), "")))
        elif is_a(element, "numId"):
            element.set(name("val"), self.lists.instance(element.get(name("val"), "")))
        elif is_a(element, *_DRAWING):
            element.set("id", str(next(self.drawings)))
        elif is_a(element, "bookmarkStart", "bookmarkEnd"):
            element.set(name("id"), str(self.bookmarks + int(element.get(name("id"), "0"))))
        if is_a(element, "bookmarkStart"):
            element.set(name("name"), self.names.actual(element.get(name("name"), "")))
        for key in ("r:id", "r:embed"):
            if said := element.get(name(key)):
                element.set(name(key), self._relation(said))
        if anchor := element.get(name("anchor")):
            element.set(name("anchor"), self.names.actual(anchor))

    def _aim(self, code: Element) -> None:
        if aim := fields.target(code.text or ""):
            code.text = fields.aimed(code.text or "", self.names.actual(aim))

    def _relation(self, said: str) -> str:
        kind, target, external = _relationship(self.old, said)
        if external:
            return self.new.link(target)
        part = self.source.parts[_path(self.old, target)]
        return self.new.relate(posixpath.basename(kind), self._held(part))

    def _held(self, part: Part) -> Part:
        """The same part in the merged package; heads and feet are the same by their names."""
        if isinstance(part.content, Tree):
            return self.merged.add(part.name, part.content_type, Tree(deepcopy(part.content.root)))
        stem, suffix = posixpath.splitext(part.name)
        for candidate in chain([part.name], (f"{stem}-{number}{suffix}" for number in count(2))):
            held = self.merged.add(candidate, part.content_type, part.content)
            if held.content == part.content:
                return held
        raise AssertionError


def _instruction(run: Element) -> str:
    return "".join(code.text or "" for code in run.iter(name("instrText")))


def _address(part: Part, link: Element) -> str:
    return _relationship(part, link.get(name("r:id"), ""))[1]


def _embedded(drawing: Element) -> list[str]:
    found = (element.get(name("r:embed")) for element in drawing.iter())
    return [said for said in found if said]


def _stored(part: Part, package: Package, said: str) -> Part:
    return package.parts[_path(part, _relationship(part, said)[1])]


def _path(part: Part, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(part.name), target))


def _relationship(part: Part, said: str) -> tuple[str, str, bool]:
    """Kind, target and whether that is outside, of the relationship with an id."""
    return next(key for key, identity in part.relationships.items() if identity == said)
