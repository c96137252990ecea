"""Fields among the children of a paragraph: where each ends, what it asks for, what it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.redline.xml import Element, child, is_a, letters, name

_TARGET = re.compile(r"^\s*(?:REF|NOTEREF|PAGEREF)\s+(\S+)")


class Field(NamedTuple):
    """The runs of a field: up to the separator, the result, the end."""

    opening: tuple[Element, ...]
    result: tuple[Element, ...]
    closing: Element

    @property
    def instruction(self) -> str:
        """What the field asks for."""
        return "".join(
            code.text or "" for run in self.opening for code in run.iter(name("instrText"))
        )

    @property
    def shown(self) -> str:
        """The characters of the result."""
        return letters(self.result)


def depth(element: Element) -> int:
    """By how many fields an element opens more than it closes."""
    kinds = [mark.get(name("fldCharType")) for mark in element.iter(name("fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def field_at(elements: Sequence[Element], start: int) -> Field | None:
    """The field that begins at a place of `elements`, if it ends among them."""
    level, separator = 0, start
    for place in range(start, len(elements)):
        level += depth(elements[place])
        if level == 1 and _kind(elements[place]) == "separate":
            separator = place
        if level == 0:
            opening, result = elements[start : separator + 1], elements[separator + 1 : place]
            return Field(tuple(opening), tuple(result), elements[place])
    return None


def begins(element: Element) -> bool:
    """Whether an element is the run that begins a field."""
    return is_a(element, "r") and _kind(element) == "begin"


def is_loose(element: Element) -> bool:
    """Whether an element is a run that is part of a field, and nothing else."""
    parts = (child(element, "fldChar"), child(element, "instrText"))
    return is_a(element, "r") and any(part is not None for part in parts)


def target(instruction: str) -> str:
    """The bookmark that an instruction leads to; empty for other fields."""
    found = _TARGET.match(instruction)
    return found[1] if found else ""


def aimed(instruction: str, at: str) -> str:
    """An instruction that leads to another bookmark."""
    found = _TARGET.match(instruction)
    if not found:
        return instruction
    return instruction[: found.start(1)] + at + instruction[found.end(1) :]


def _kind(run: Element) -> str | None:
    mark = child(run, "fldChar")
    return None if mark is None else mark.get(name("fldCharType"))
