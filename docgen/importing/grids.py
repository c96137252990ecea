"""A Word table → a grid of texts: what cells reach over told apart, spacers left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen import word
from docgen.importing.spans import Span, Spans, is_all, joined, plain, spans, trimmed, with_space
from docgen.read.heads import ABOVE, LEFT
from docgen.word import Cell, Paragraph, Picture, Plot, Row, Table

_ALIGNS = {"right": "end", "end": "end", "center": "center"}
_MOST_HEADS = 6
_SLIVER = 240


@dataclass(slots=True)
class Slot:
    """A place of the grid: its text, or `<` or `^` where a cell reaches over it."""

    text: Spans = ()
    continues: str = ""
    align: str = ""
    cell: Cell | None = None


@dataclass(slots=True)
class Grid:
    """The rows of a table, of which the first `head` are its head.

    `notes` are paragraphs in cells that are lettered notes; `tables` and `pictures` are what else
    stands in cells; `joined` counts the cells whose paragraphs became one text, `reaching` those of
    the body that reached over others.
    """

    rows: list[list[Slot]]
    head: int = 0
    notes: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pictures: list[tuple[Paragraph, Picture | Plot]] = field(default_factory=list)
    joined: int = 0
    reaching: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def grid(table: Table) -> Grid:
    """The grid of a table; it can have no rows at all."""
    made = Grid([])
    headers = 0
    for row in table.rows:
        made.rows.append(list(_slots(row, made)))
        headers += row.header and headers == len(made.rows) - 1
    _even(made)
    flags = [index < headers for index in range(len(made.rows))]
    kept = [index for index, row in enumerate(made.rows) if any(map(_is_seen, row))]
    flagged = sum(flags[index] for index in kept)
    made.rows = [made.rows[index] for index in kept]
    _drop_columns(made, table.widths)
    made.head = _head(made, flagged)
    _settle(made)
    return made


def is_note(paragraph: Paragraph) -> str:
    """The raised letter that a paragraph begins with, or its label of that kind; else empty."""
    for span in spans(paragraph):
        text = span.text.strip()
        if text:
            return text if span.raised and not span.note and len(text) <= 2 else ""
    return ""


def letters(found: Spans) -> Spans:
    """A note without the letter that it begins with."""
    made = list(found)
    while made and (made[0].raised or not made[0].text.strip()) and not made[0].note:
        made.pop(0)
    return trimmed(joined(made))


def _slots(row: Row, made: Grid) -> Iterator[Slot]:
    yield from (Slot() for _ in range(row.before))
    for cell in row.cells:
        slot = _slot(cell, made)
        yield slot
        yield from (Slot(continues=LEFT, cell=cell) for _ in range(cell.span - 1))
    yield from (Slot() for _ in range(row.after))


def _slot(cell: Cell, made: Grid) -> Slot:
    texts: list[Spans] = []
    aligns: Counter[str] = Counter()
    for block in cell.blocks:
        if isinstance(block, Table):
            made.tables.append(block)
            continue
        for paragraph in word.paragraphs([block]):
            _take(paragraph, texts, made)
            if word.words(paragraph).strip():
                aligns[_ALIGNS.get(paragraph.layout.align, "start")] += 1
    made.joined += len(texts) > 1
    align = aligns.most_common(1)[0][0] if aligns else ""
    text = with_space(texts)
    continues = ABOVE if cell.merge == "continued" and not text else ""
    return Slot(text, continues, align, cell)


def _take(paragraph: Paragraph, texts: list[Spans], made: Grid) -> None:
    """Put a paragraph of a cell where it belongs."""
    drawn = [piece for piece in paragraph.pieces if isinstance(piece, Picture | Plot)]
    made.pictures += [(paragraph, piece) for piece in drawn]
    text = trimmed(_labelled(paragraph))
    if not plain(text) and not any(span.note for span in text):
        return
    if is_note(paragraph) and plain(letters(text)):
        made.notes.append(paragraph)
    else:
        texts.append(text)


def _labelled(paragraph: Paragraph) -> Spans:
    """The text of a paragraph with the number that its list gives it."""
    label = paragraph.label
    return joined((Span(f"{label} " if label else ""), *spans(paragraph)))


def _is_seen(slot: Slot) -> bool:
    return bool(slot.text)


def _even(made: Grid) -> None:
    """Rows of one length; what is missing is empty."""
    width = max(map(len, made.rows), default=0)
    for row in made.rows:
        row += [Slot() for _ in range(width - len(row))]


def _drop_columns(made: Grid, widths: Sequence[int]) -> None:
    """Leave out columns in which no cell with words begins, and join slivers to what is beside."""
    wide = [*widths, *[_SLIVER] * (made.width - len(widths))]
    wanted = [
        column for column in range(made.width) if any(_is_seen(row[column]) for row in made.rows)
    ]
    made.rows = [[row[column] for column in wanted] for row in made.rows]
    _join_columns(made, [wide[column] for column in wanted])


def _join_columns(made: Grid, widths: list[int]) -> None:
    """Two columns are one where one of them is a sliver and no row has words in both."""
    column = 0
    while column + 1 < made.width:
        pairs = [row[column : column + 2] for row in made.rows]
        apart = any(all(map(_is_seen, pair)) for pair in pairs)
        if apart or min(widths[column : column + 2]) >= _SLIVER:
            column += 1
            continue
        for row, (left, right) in zip(made.rows, pairs, strict=True):
            row[column : column + 2] = [right if _is_seen(right) else left]
        widths[column : column + 2] = [sum(widths[column : column + 2])]


def _head(made: Grid, flagged: int) -> int:
    """How many rows are the head: those that repeat, else those that look like one."""
    count = flagged
    if not count:
        looks = [_looks_like_head(row) for row in made.rows]
        count = looks.index(False) if False in looks else 0
    return min(count, _MOST_HEADS, max(len(made.rows) - 1, 0))


def _looks_like_head(row: Sequence[Slot]) -> bool:
    """Whether all words of a row are italic, and there are several."""
    seen = [slot for slot in row if slot.text]
    return len(seen) > 1 and all(is_all(slot.text, "italic") for slot in seen)


def _settle(made: Grid) -> None:
    """Cells that reach over others are kept in the head alone, and as rectangles alone."""
    made.reaching = len(set(_reaching(made)))
    for index, row in enumerate(made.rows):
        for column, slot in enumerate(row):
            if index >= made.head or not _has_first(made.rows, index, column):
                slot.continues = ""
    if not _is_rectangular(made):
        for row in made.rows[: made.head]:
            for slot in row:
                slot.continues = ""


def _reaching(made: Grid) -> Iterator[tuple[int, int]]:
    """The cells of the body that reach over others, but those that are all of their row."""
    for index in range(made.head, len(made.rows)):
        row = made.rows[index]
        for column, slot in enumerate(row):
            if slot.continues and _has_first(made.rows, index, column):
                top, left = _owner(made.rows, index, column)
                owner = made.rows[top][left]
                if top >= made.head and owner.text and sum(map(_is_seen, made.rows[top])) > 1:
                    yield top, left


def _has_first(rows: list[list[Slot]], index: int, column: int) -> bool:
    slot = rows[index][column]
    if slot.continues == LEFT:
        return column > 0
    return index > 0 if slot.continues == ABOVE else True


def _is_rectangular(made: Grid) -> bool:
    owners: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for index in range(made.head):
        for column in range(made.width):
            owners.setdefault(_owner(made.rows, index, column), []).append((index, column))
    return all(_fills(places) for places in owners.values())


def _owner(rows: list[list[Slot]], index: int, column: int) -> tuple[int, int]:
    continues = rows[index][column].continues
    if continues == LEFT:
        return _owner(rows, index, column - 1)
    return _owner(rows, index - 1, column) if continues == ABOVE else (index, column)


def _fills(places: list[tuple[int, int]]) -> bool:
    (top, left), (bottom, right) = places[0], places[-1]
    return len(places) == (bottom - top + 1) * (right - left + 1)


def aligns(made: Grid) -> list[str]:
    """How each column of the body is aligned, most of its cells decide."""
    found = []
    for column in range(made.width):
        counts = Counter(row[column].align for row in made.rows[made.head :] if row[column].align)
        found.append(counts.most_common(1)[0][0] if counts else "start")
    return found


def texts(made: Grid) -> list[list[Spans]]:
    """The texts of the rows; words of the head are not italic or bold for being there."""
    return [[_text(slot, row in made.rows[: made.head]) for slot in row] for row in made.rows]


def _text(slot: Slot, is_head: bool) -> Spans:
    if slot.continues:
        return (Span(slot.continues, note=slot.continues),)
    if not is_head:
        return slot.text
    plain_looks = [look for look in ("bold", "italic") if is_all(slot.text, look)]
    return joined(replace(span, **dict.fromkeys(plain_looks, False)) for span in slot.text)  # type: ignore[arg-type]
