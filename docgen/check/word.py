"""A finished DOCX → its paragraphs with the numbers that a word processor gives them.

Labels are counted anew from `numbering.xml`, as ECMA-376 part 1, 17.9 prescribes; nothing is taken
from the model, and no writer is imported, so that no mistake can be shared.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from docgen.numerals import SYSTEMS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": SYSTEMS["1"],
    "lowerLetter": SYSTEMS["a"],
    "upperLetter": SYSTEMS["A"],
    "lowerRoman": SYSTEMS["i"],
    "upperRoman": SYSTEMS["I"],
    "chineseCounting": SYSTEMS["一"],
    "chineseCountingThousand": SYSTEMS["一"],
    "bullet": lambda value: "",
    "none": lambda value: "",
}
_PLACE = re.compile(r"%(\d)")
Element = Any


class Printed(NamedTuple):
    """A paragraph as a reader sees it: its style, the number before it, its words."""

    style: str
    label: str
    text: str


def read(data: bytes) -> list[Printed]:
    """Every paragraph of the body in order; a note follows the paragraph that marks it.

    Note marks stand in the text as ⟨mark⟩, field results as they are cached, frames and table
    cells in the order of the file. Paragraphs without words are left out.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        part = {
            name: _part(package, name) for name in ("document", "styles", "numbering", "footnotes")
        }
    return list(_Reader(part).paragraphs())


def _part(package: zipfile.ZipFile, name: str) -> Element:
    path = f"word/{name}.xml"
    return (
        etree.fromstring(package.read(path))
        if path in package.namelist()
        else etree.Element("none")
    )


def _value(element: Element, path: str) -> str | None:
    found = element.find("/".join(_W + step for step in path.split("/")))
    return None if found is None else found.get(f"{_W}val")


@dataclass(slots=True)
class _Lists:
    """The list definitions of a file, and how far each of them has been counted."""

    abstract: Mapping[str, Element]
    instances: Mapping[str, Element]
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Element) -> _Lists:
        abstract = {
            one.get(f"{_W}abstractNumId"): one for one in numbering.iter(f"{_W}abstractNum")
        }
        return cls(abstract, {one.get(f"{_W}numId"): one for one in numbering.iter(f"{_W}num")})

    def label(self, instance: str, level: int) -> str:
        """Count one more paragraph at `level` of the list `instance`, and print its number."""
        base = _value(self.instances[instance], "abstractNumId") or ""
        levels = {int(one.get(f"{_W}ilvl")): one for one in self.abstract[base].iter(f"{_W}lvl")}
        counts = self.counts[base]
        self._restart(instance, counts)
        counts[level] = counts.get(level, self._start(levels[level]) - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._print(levels, level, counts)

    def _restart(self, instance: str, counts: dict[int, int]) -> None:
        """A start override takes effect when its list is used for the first time."""
        for override in self.instances[instance].iter(f"{_W}lvlOverride"):
            level, start = int(override.get(f"{_W}ilvl")), _value(override, "startOverride")
            if start is not None and (instance, level) not in self.begun:
                self.begun.add((instance, level))
                counts[level] = int(start) - 1

    @staticmethod
    def _start(level: Element) -> int:
        return int(_value(level, "start") or 1)

    def _print(self, levels: Mapping[int, Element], level: int, counts: Mapping[int, int]) -> str:
        def number(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            form = _FORMATS[_value(levels[index], "numFmt") or "decimal"]
            return form(counts.get(index, self._start(levels[index])))

        return _PLACE.sub(number, _value(levels[level], "lvlText") or "")


class _Reader:
    def __init__(self, part: Mapping[str, Element]) -> None:
        self.body = part["document"]
        self.styles = {one.get(f"{_W}styleId"): one for one in part["styles"].iter(f"{_W}style")}
        self.lists = _Lists.of(part["numbering"])
        notes = part["footnotes"].iter(f"{_W}footnote")
        self.notes = {one.get(f"{_W}id"): one for one in notes}
        self.note_count = 0
        self.waiting: list[tuple[str, Element]] = []

    def paragraphs(self) -> Iterator[Printed]:
        for paragraph in self.body.iter(f"{_W}p"):
            yield from self._printed(paragraph)
            waiting, self.waiting = self.waiting, []
            for mark, note in waiting:
                text = (
                    "".join(self._text(note)).strip().removeprefix(f"⟨{mark}⟩").removeprefix(mark)
                )
                yield Printed("footnote", mark, text.strip())

    def _printed(self, paragraph: Element) -> Iterator[Printed]:
        label = self._label(paragraph)
        text = "".join(self._text(paragraph)).strip()
        if text or label:
            yield Printed(_value(paragraph, "pPr/pStyle") or "", label, text)

    def _label(self, paragraph: Element) -> str:
        instance, level = self._numbering(paragraph)
        return self.lists.label(instance, level) if instance not in ("", "0") else ""

    def _numbering(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of the nearest style with them."""
        instance, level = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
        style = self.styles.get(_value(paragraph, "pPr/pStyle"))
        while style is not None and (instance is None or level is None):
            instance = instance or _value(style, "pPr/numPr/numId")
            level = level or _value(style, "pPr/numPr/ilvl")
            style = self.styles.get(_value(style, "basedOn"))
        return instance or "", int(level or 0)

    def _text(self, element: Element) -> Iterator[str]:
        """The words of an element, in which a note mark stands as ⟨mark⟩."""
        for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}footnoteReference"):
            if node.tag == f"{_W}footnoteReference":
                yield f"⟨{self._mark(node)}⟩"
            elif node.tag != f"{_W}t":
                yield "" if node.getparent().tag == f"{_W}tabs" else " "
            elif not self._is_custom_mark(node):
                yield f"⟨{node.text}⟩" if self._raised(node) else node.text or ""

    def _raised(self, text: Element) -> bool:
        """Whether `text` is raised by the style of its run: then it is the mark of a note.

        What is raised by itself stands between marks.
        """
        style = self.styles.get(_value(text.getparent(), "rPr/rStyle"))
        return style is not None and _value(style, "rPr/vertAlign") == "superscript"

    def _mark(self, reference: Element) -> str:
        if self._custom(reference):
            mark = "".join(text.text or "" for text in reference.getparent().iter(f"{_W}t"))
        else:
            self.note_count += 1
            mark = str(self.note_count)
        self.waiting.append((mark, self.notes[reference.get(f"{_W}id")]))
        return mark

    @staticmethod
    def _custom(reference: Element) -> bool:
        return reference.get(f"{_W}customMarkFollows") in ("1", "true", "on")

    def _is_custom_mark(self, text: Element) -> bool:
        reference = text.getparent().find(f"{_W}footnoteReference")
        return reference is not None and self._custom(reference)
