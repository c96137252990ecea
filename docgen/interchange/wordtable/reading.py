"""A Word file with a table of translations → units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.interchange.values import STATES, Exchange, Unit, told
from docgen.interchange.wordtable.names import DOCUMENT, FORMER, FROM, HEAD, TO
from docgen.model import State
from docgen.report import DocgenError, Origin
from docgen.word import Cell, Paragraph, Run, Table, WordFile, read


@dataclass(frozen=True, slots=True)
class _Row:
    """The paragraphs of the four cells of a row, and where it stands."""

    named: Sequence[Paragraph]
    source: Sequence[Paragraph]
    target: Sequence[Paragraph]
    remarks: Sequence[Paragraph]
    place: Origin


def load(data: bytes, name: str) -> list[Exchange]:
    """The units in the tables of a Word file; DocgenError when it has none.

    Tracked changes count as accepted.
    """
    try:
        file = read(data)
    except DocgenError as error:
        said = error.diagnostic
        raise DocgenError(said.message, said.hint, Origin(name)) from error
    rows = list(_rows(file, name))
    known = file.properties
    if not rows or DOCUMENT not in known:
        hint = "Take the table in a file that `docgen i18n export --to=docx` wrote."
        raise DocgenError("this file has no table of translations", hint, Origin(name))
    units = tuple(_unit(row) for row in rows)
    return [Exchange(known[DOCUMENT], known.get(FROM, ""), known.get(TO, ""), units)]


def _rows(file: WordFile, name: str) -> Iterator[_Row]:
    for table in file.blocks:
        if isinstance(table, Table) and table.rows and _is_head(table):
            for number, row in enumerate(table.rows[1:], 2):
                cells = [_paragraphs(cell) for cell in row.cells]
                if len(cells) != len(HEAD):
                    hint = "A row has four cells: unit, source, translation, remarks."
                    message = f"row {number} of the table has {len(cells)} cells"
                    raise DocgenError(message, hint, Origin(name))
                named, source, target, remarks = cells
                yield _Row(named, source, target, remarks, Origin(name, number))


def _is_head(table: Table) -> bool:
    cells = table.rows[0].cells
    return tuple("".join(map(_text, _paragraphs(cell))).strip() for cell in cells) == HEAD


def _paragraphs(cell: Cell) -> list[Paragraph]:
    return [block for block in cell.blocks if isinstance(block, Paragraph)]


def _unit(row: _Row) -> Unit:
    id, state, mark = _named(row.named)
    target = _joined(row.target)
    former = [one for one in row.source if one.style_name == FORMER]
    source = [one for one in row.source if one.style_name != FORMER]
    notes = tuple(map(_text, row.remarks))
    return Unit(
        id,
        _joined(source),
        target,
        told(state, mark, target),
        _joined(former),
        notes=notes if any(notes) else (),
        stamp=mark,
        origin=row.place,
    )


def _named(found: Sequence[Paragraph]) -> tuple[str, State, str]:
    """The id of the unit, its state, and the stamp, whatever styles the lines have now."""
    words = [word for one in found for word in _text(one).split()]
    id, *rest = words or [""]
    state: State = next((state for state in STATES if state in rest), "translated")
    return id, state, next((word for word in reversed(rest) if word not in STATES), "")


def _joined(found: Iterable[Paragraph]) -> str:
    return " ".join(words for one in found if (words := _text(one)))


def _text(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if isinstance(piece, Run))
