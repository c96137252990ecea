"""`locales/glossary.csv` → concepts, with their terms in every language of the project."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.cells import bare
from docgen.report import DocgenError, Origin

FILE = "glossary.csv"
FORBIDDEN = "!"
"""A column with this after the tag of a language holds wording that is not to be used."""
REMARKS = "note"
_OR = "|"
_COLUMN = re.compile(rf"[a-z]{{2,3}}(?:-[A-Za-z0-9]+)*{FORBIDDEN}?|{REMARKS}")


@dataclass(frozen=True, slots=True)
class Concept:
    """A row: the terms of one concept by language, the preferred one first.

    `forbidden` is wording that a translation of it must not have.
    """

    terms: Mapping[str, Sequence[str]]
    forbidden: Mapping[str, Sequence[str]]


def read(file: Path) -> Sequence[Concept]:
    """The rows of a glossary; a file that is not there has none.

    Raises DocgenError for a file that is no such table, with the line that is wrong.
    """
    if not file.exists():
        return ()
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, strict=True)
            _check_columns(rows.fieldnames or (), file)
            return [_concept(row, file, rows.line_num) for row in rows]
    except (UnicodeDecodeError, csv.Error) as error:
        hint = "Save it as CSV in the encoding UTF-8, with commas between the columns."
        raise DocgenError(f"not a table: {error}", hint, Origin(str(file))) from error


def _check_columns(columns: Sequence[str], file: Path) -> None:
    for column in columns:
        if not _COLUMN.fullmatch(column):
            hint = (
                f"Columns are named en, zh, zh{FORBIDDEN} for wording not to be used, or {REMARKS}."
            )
            place = Origin(str(file), 1)
            raise DocgenError(f"the column “{column}” is of no language", hint, place)


def _concept(row: Mapping[str | None, str | None], file: Path, line: int) -> Concept:
    if None in row or None in row.values():
        hint = 'A wording with a comma in it stands between two signs ".'
        raise DocgenError(
            "this row has more or fewer cells than the first", hint, Origin(str(file), line)
        )
    cells = {str(column): list(_wordings(bare(cell or ""))) for column, cell in row.items()}
    forbidden = {column: cells.pop(column) for column in list(cells) if column.endswith(FORBIDDEN)}
    return Concept(cells, {column.rstrip(FORBIDDEN): words for column, words in forbidden.items()})


def _wordings(cell: str) -> Iterator[str]:
    return (word.strip() for word in cell.split(_OR) if word.strip())
