"""A ruled table with a lettered title → an option with its facets, as the house style has them."""

from __future__ import annotations

from collections.abc import Sequence

from docgen import word
from docgen.importing import wording
from docgen.importing.drafts import Option, Options, Text
from docgen.importing.labels import Typed
from docgen.importing.sorter import Sorter
from docgen.importing.spans import trimmed, unlike
from docgen.importing.units import Unit, units
from docgen.model import FacetForm
from docgen.word import Cell, Paragraph, Table

_OPTION = "option"


def take(sorter: Sorter, table: Table, place: int) -> Options | None:
    """The options that a table continues or begins; None when it is no option.

    It is one when its first row is a title with the next letter, and every cell below is the
    description or one of the facets, in the order of the style.
    """
    rows = [[cell for cell in row.cells if _units(sorter, [cell])] for row in table.rows]
    rows = [row for row in rows if row]
    title = _title(sorter, rows[0]) if rows else None
    if title is None or sorter.framed:
        return None
    last = sorter.blocks[-1] if sorter.blocks else None
    group = last if isinstance(last, Options) else Options([], place=place)
    if title.of.get(_OPTION) != _count(sorter) + 1:
        return None
    option = _option(sorter, rows[1:], title, place)
    if option is None:
        return None
    group.options.append(option)
    if group is not last:
        sorter.add(group)
    return group


def _count(sorter: Sorter) -> int:
    return sum(len(one.options) for one in sorter.blocks if isinstance(one, Options))


def _units(sorter: Sorter, cells: Sequence[Cell]) -> list[Unit]:
    blocks = [block for cell in cells for block in cell.blocks]
    return units(blocks, (), sorter.notices)


def _title(sorter: Sorter, row: Sequence[Cell]) -> Typed | None:
    found = _units(sorter, row)
    if len(found) != 1 or not isinstance(found[0].block, Paragraph):
        return None
    typed = sorter.typed(found[0], found[0].block)
    return typed if typed and _OPTION in typed.of and trimmed(typed.rest) else None


def _option(
    sorter: Sorter, rows: Sequence[Sequence[Cell]], title: Typed, place: int
) -> Option | None:
    """The option of `rows`, if all of them find their place."""
    made = Option(unlike(trimmed(title.rest), "bold"), title.label, place=place)
    forms = list(sorter.facets)
    begun = False
    for row in rows:
        for cell in row:
            found = _units(sorter, [cell])
            form = _form(sorter, found, forms) if begun or len(row) > 1 else None
            if form is None and (begun or made.description):
                return None
            if form is None:
                made.description = _texts(found)
                continue
            begun = True
            forms.remove(form)
            made.facets.append((form.key, _texts(found[1 if form.heading else 0 :])))
    return made if made.description and made.facets else None


def _form(sorter: Sorter, found: Sequence[Unit], forms: Sequence[FacetForm]) -> FacetForm | None:
    """The facet whose heading a cell begins with, else the next one without a heading."""
    for form in forms:
        heading = form.heading if isinstance(form.heading, str) else ""
        if heading and wording.match(sorter.bundle, heading, found[0].text) is not None:
            return form
    return next((form for form in forms if not form.heading), None)


def _texts(found: Sequence[Unit]) -> list[Text]:
    return [
        Text(unit.words, "unnumbered", place=unit.place)
        for unit in found
        if not isinstance(unit.block, word.Table)
    ]
