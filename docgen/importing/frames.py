"""Word tables → tables, boxes and the summary; a table that is a mere frame gives its text."""

from __future__ import annotations

from collections.abc import Sequence

from docgen import word
from docgen.importing import captions, options, wording
from docgen.importing.drafts import Caption, Draft, Figure, Frame, Table, Text
from docgen.importing.grids import Grid, aligns, grid, texts
from docgen.importing.sorter import Sorter
from docgen.importing.units import Unit, units
from docgen.word import Paragraph

_SIDES = 3


def take(sorter: Sorter, found: Sequence[Unit], index: int, caption: Caption | None = None) -> int:
    """Take the table at `index`, with a caption if it has one → how many units these are."""
    unit = found[index]
    assert isinstance(unit.block, word.Table)
    made = grid(unit.block)
    caption = caption or Caption()
    sorter.lists.close()
    if caption == Caption() and (group := options.take(sorter, unit.block, unit.place)):
        below = Caption(notes=group.notes)
        return 1 + captions.below(sorter, found, index + 1, below)
    if made.width > 1 and not _is_summary(sorter, unit.block):
        if _is_framed(unit.block) and not sorter.framed and caption == Caption():
            _add(sorter, Frame("box", [], place=unit.place), [unit])
            return 1
        return 1 + _table(sorter, found, index, made, caption)
    _frame(sorter, unit, caption)
    return 1


def _table(sorter: Sorter, found: Sequence[Unit], index: int, made: Grid, caption: Caption) -> int:
    unit = found[index]
    draft = Table(
        caption, texts(made), made.head, aligns(made), unit.landscape and not sorter.framed
    )
    draft.place = unit.place
    sorter.add(draft)
    for paragraph in made.notes:
        captions.lettered(paragraph, caption.notes)
    count = captions.below(sorter, found, index + 1, caption)
    _rest(sorter, unit, made)
    return count


def _rest(sorter: Sorter, unit: Unit, made: Grid) -> None:
    """What stood in cells and cannot stand there, and which cells reached over others."""
    if made.joined:
        sorter.notices.tell(
            unit.place, f"cells of this table whose paragraphs are one text now: {made.joined}"
        )
    if made.reaching:
        sorter.notices.tell(
            unit.place,
            f"cells of this table that reached over others and do not now: {made.reaching}",
            "Their words stand at the first place; the other places are empty.",
        )
    for paragraph, piece in made.pictures:
        sorter.notices.tell(paragraph.place, "a picture in a cell stands after its table now")
        sorter.add(Figure(Caption(), piece, paragraph.place))
    for table in made.tables:
        sorter.notices.tell(table.place, "a table in a cell stands after its table now")
        take(sorter, [Unit(table)], 0)


def _is_summary(sorter: Sorter, table: word.Table) -> bool:
    lines = (word.words(one).strip() for one in word.paragraphs([table]))
    first = next(filter(None, lines), "")
    return wording.match(sorter.bundle, "Summary", first) is not None


def _frame(sorter: Sorter, unit: Unit, caption: Caption) -> None:
    """A table of one column: the summary, a box, or a frame that is not kept."""
    table = unit.block
    assert isinstance(table, word.Table)
    blocks = [block for row in table.rows for cell in row.cells for block in cell.blocks]
    inner = units(blocks, (), sorter.notices)
    if not inner:
        return
    if _is_summary(sorter, table) and not sorter.framed and not sorter.blocks:
        sorter.notices.drop(unit.place, inner[0].text)
        _add(sorter, Frame("summary", [], place=unit.place), inner[1:])
    elif _is_ruled(table) and not sorter.framed:
        _box(sorter, unit, inner, caption)
    else:
        _unframed(sorter, unit, inner, caption)


def _is_framed(table: word.Table) -> bool:
    """Whether there are lines around a table, and none between its columns."""
    return {"top", "left", "bottom", "right"} <= table.rules and "insideV" not in table.rules


def _is_ruled(table: word.Table) -> bool:
    cells = [cell.rules for row in table.rows for cell in row.cells]
    return len(table.rules.union(*cells) & {"top", "left", "bottom", "right"}) >= _SIDES


def _box(sorter: Sorter, unit: Unit, inner: list[Unit], caption: Caption) -> None:
    """A box; its label and title stand above it, or are its first lines."""
    box = Frame("box", [], caption.label, caption.title, place=unit.place)
    while inner and not box.title and isinstance(inner[0].block, Paragraph):
        label, rest = captions.label_of(sorter, inner[0].words)
        if label and not box.label:
            box.label = label
            box.title = rest if rest and word.words(inner[0].block).strip() != label else ()
        elif box.label:
            box.title = inner[0].words
        else:
            break
        inner = inner[1:]
    if caption.headnote:
        sorter.add(Text(caption.headnote, "unnumbered", place=unit.place))
    _add(sorter, box, inner)


def _add(sorter: Sorter, frame: Frame, inner: Sequence[Unit]) -> None:
    """Sort the units of a frame into it; its lettered notes are its own."""
    draft = Draft()
    sorter.inner(draft).sort([one for one in inner if not _is_lettered(one, frame)])
    frame.blocks = draft.blocks
    sorter.add(frame)


def _is_lettered(unit: Unit, frame: Frame) -> bool:
    return isinstance(unit.block, Paragraph) and captions.lettered(unit.block, frame.notes)


def _unframed(sorter: Sorter, unit: Unit, inner: Sequence[Unit], caption: Caption) -> None:
    """The text of a frame in the flow, with what stood above it."""
    for words in (caption.title, caption.headnote):
        if words:
            sorter.add(Text(words, "unnumbered", place=unit.place))
    if not sorter.framed:
        sorter.notices.tell(unit.place, "a table of one column is set as text")
    sorter.sort(inner)
