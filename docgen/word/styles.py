"""Styles → the name, list, place and look that each gives, those that it is based on included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from docgen.word.names import Element, W, child, flag, is_on, value, whole
from docgen.word.values import Layout, Look

Found = TypeVar("Found")

_TOGGLES = (("bold", "b"), ("italic", "i"), ("capitals", "caps"), ("struck", "strike"))


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file by id, and what it says of all of them."""

    by_id: Mapping[str, Element]
    standard: str = ""
    runs: Element = None

    @classmethod
    def of(cls, root: Element) -> Styles:
        """The styles under the root of `styles.xml`."""
        found = {one.get(f"{W}styleId") or "": one for one in root.iter(f"{W}style")}
        standard = (
            name
            for name, one in found.items()
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true", "on")
        )
        return cls(found, next(standard, ""), child(root, "docDefaults/rPrDefault/rPr"))

    def name(self, id: str) -> str:
        """The name of a style as people see it; its id when it has none."""
        return value(self.by_id.get(id), "name") or id

    def chain(self, id: str | None) -> Iterator[Element]:
        """A style and what it is based on; a circle ends where it began."""
        seen: set[str] = set()
        while id and id in self.by_id and id not in seen:
            seen.add(id)
            yield self.by_id[id]
            id = value(self.by_id[id], "basedOn")

    def numbering(self, paragraph: Element) -> tuple[str, int | None]:
        """The list and level of a paragraph: its own, or those of the nearest style with them."""
        levels = [paragraph, *self.chain(value(paragraph, "pPr/pStyle") or self.standard)]
        instance = _first(levels, lambda one: value(one, "pPr/numPr/numId"))
        level = _first(levels, lambda one: value(one, "pPr/numPr/ilvl"))
        return instance or "", None if level is None else whole(level)

    def layout(self, paragraph: Element) -> Layout:
        """Where a paragraph stands."""
        chain = [paragraph, *self.chain(value(paragraph, "pPr/pStyle") or self.standard)]
        outline = _first(chain, lambda one: value(one, "pPr/outlineLvl"))
        level = whole(outline, 9)
        hanging = _indent(chain, "hanging")
        return Layout(
            left=whole(_indent(chain, "left") or _indent(chain, "start")),
            right=whole(_indent(chain, "right") or _indent(chain, "end")),
            first=-whole(hanging) if hanging else whole(_indent(chain, "firstLine")),
            align=_first(chain, lambda one: value(one, "pPr/jc")) or "",
            outline=level if 0 <= level < 9 else None,
            framed=_is_framed(child(paragraph, "pPr/framePr")),
            ruled=child(paragraph, "pPr/pBdr") is not None,
        )

    def look(self, run: Element, paragraph: str) -> Look:
        """How a run looks in a paragraph of the style `paragraph`."""
        own = child(run, "rPr")
        named = list(self.chain(value(own, "rStyle")))
        base = list(self.chain(paragraph or self.standard))
        chain = [own, *(child(style, "rPr") for style in (*named, *base)), self.runs]
        toggles = {key: self._toggled(own, (named, base), element) for key, element in _TOGGLES}
        raised = _first(chain, lambda one: value(one, "vertAlign"))
        underline = _first(chain, lambda one: value(one, "u"))
        lift = whole(_first(chain[:1], lambda one: value(one, "position")))
        return Look(
            **toggles,
            underlined=underline is not None and is_on(underline),
            raised=raised == "superscript",
            lowered=raised == "subscript" and lift <= 0,
            hidden=bool(_first(chain, lambda one: flag(one, "vanish"))),
            size=whole(_first(chain, lambda one: value(one, "sz"))),
            color=_first(chain, lambda one: value(one, "color")) or "",
            lang=_first(chain, lambda one: value(one, "lang")) or "",
        )

    @staticmethod
    def _toggled(own: Element, styles: tuple[list[Element], ...], name: str) -> bool:
        """ECMA-376 part 1, 17.7.3: what two levels of styles switch on is off again."""
        said = flag(own, name)
        if said is not None:
            return said
        levels = [_first(chain, lambda one: flag(one, f"rPr/{name}")) for chain in styles]
        return bool(sum(map(bool, levels)) % 2)


def plain(look: Look) -> Look:
    """`look` without what only matters to a printer."""
    return replace(look, size=0, color="", lang="")


def _first(elements: list[Element], read: Callable[[Element], Found | None]) -> Found | None:
    found = (read(one) for one in elements if one is not None)
    return next((one for one in found if one is not None), None)


def _indent(chain: list[Element], name: str) -> str | None:
    return _first(chain, lambda one: value(one, "pPr/ind", name))


def _is_framed(frame: Element) -> bool:
    return frame is not None and frame.get(f"{W}dropCap") in (None, "none")
