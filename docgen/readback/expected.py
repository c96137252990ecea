"""Document → the lines of its Word file, each with the unit that it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docgen.fingerprint import even, wording
from docgen.model import Document, Facet, Prose
from docgen.readback.align import equal_pairs
from docgen.readback.lines import Line
from docgen.readback.received import lines
from docgen.render import docx
from docgen.render.docx.roles import GROUP, TOTAL, all_roles
from docgen.style import Stylesheet
from docgen.walk import find, rebuild
from docgen.word import read


def expected(document: Document, sheet: Stylesheet) -> list[Line]:
    """The lines of a resolved `document` as they are printed.

    The file is written and read as any other is, so that nothing differs for being read otherwise.
    """
    made = lines(read(docx.write(document, sheet)), cell_styles(sheet))
    return _with_units(made, _units(document), _leads(document))


def cell_styles(sheet: Stylesheet) -> frozenset[str]:
    """The names of the styles that cells of data have, in small letters."""
    roles = all_roles(sheet)
    keys = ("table.head", "table.cell", TOTAL, GROUP)
    return frozenset(roles[key].name.lower() for key in keys)


def _units(document: Document) -> list[Prose]:
    """The units of text in the order in which they are printed."""
    parts = (document.masthead, document.summary, document.blocks, document.annexes)
    return [prose for prose in find(rebuild(parts, _heading_first), Prose) if prose.inlines]


def _heading_first(node: Any) -> Any:
    """A facet with its heading before its blocks, where it is printed."""
    if isinstance(node, Facet):
        return (node.heading, node.blocks)
    return node


def _leads(document: Document) -> dict[str, Sequence[str]]:
    """What can be printed before a unit, by the state of its translation."""
    said = document.wording
    if said is None:
        return {}
    captions = ("", said.source, f"{said.source} ", said.note, f"{said.note} ")
    tags = {"untranslated": f"[{said.untranslated}] ", "stale": f"[{said.stale}] "}
    return {
        state: [f"{caption}{tags.get(state, '')}" for caption in captions]
        for state in ("source", "translated", "untranslated", "stale")
    }


def _with_units(
    made: Sequence[Line], units: Sequence[Prose], leads: dict[str, Sequence[str]]
) -> list[Line]:
    """The lines with their units: those that say the same, in the same order."""
    places = [(index, part) for index, line in enumerate(made) for part in _parts(line)]
    texts = [even(line.text) for _, line in places]
    said = set(texts)
    wanted, before = [], []
    for unit in units:
        words = wording(unit.inlines)
        lead = next((one for one in leads[unit.state] if even(one + words) in said), "")
        wanted.append(even(lead + words))
        before.append(lead)
    found = {k: i for i, k in equal_pairs(wanted, texts)}
    units_of: dict[int, list[Line]] = {}
    for at, (index, part) in enumerate(places):
        if at in found:
            part = replace(part, unit=units[found[at]], lead=before[found[at]])
        units_of.setdefault(index, []).append(part)
    return [_held(line, units_of.get(index, [])) for index, line in enumerate(made)]


def _parts(line: Line) -> Iterator[Line]:
    yield from line.parts or (line,)


def _held(line: Line, parts: Sequence[Line]) -> Line:
    return replace(line, parts=tuple(parts)) if line.parts else parts[0]
