"""What stands above and below tables, figures and boxes: label, title, sources, lettered notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.model import Figure, Note, Prose, Table
from docgen.render.docx.inline import Look, letter_key, letters, words
from docgen.render.docx.paragraphs import keep, labelled, line, paragraph, spacer
from docgen.render.docx.press import Press, Room
from docgen.render.docx.wml import Element, mark, twips
from docgen.render.text import spaced

ROOM = 12.0
"""Between a table, a figure or a box and the text above and below it, in points."""

SPACER = 6.0


def above(press: Press, room: Room, frame: Table | Figure) -> Iterator[Element]:
    """The label of `frame` and its title under it."""
    label, title = room.role("table.label"), room.role("table.title")
    if frame.number:
        yield labelled(press, label, frame.number, frame.id, _room_above(press, label))
    if frame.title.inlines:
        clear = None if frame.number else _room_above(press, title)
        yield line(press, title, frame.title, clear)


def _room_above(press: Press, role: str) -> Element:
    return mark("spacing", before=twips(ROOM + press.roles[role].before))


def end() -> Element:
    """What parts a frame from the text below it."""
    return spacer(ROOM - SPACER)


def has_notes(frame: Table | Figure) -> bool:
    """Whether there is a source, a remark or a note under `frame`."""
    return bool(frame.notes or frame.sources or frame.remarks)


def below(press: Press, room: Room, frame: Table | Figure) -> Iterator[Element]:
    """Sources, remarks and lettered notes of `frame`."""
    sources = _introduced(press, room, press.wording.source, frame.sources)
    remarks = _introduced(press, room, press.wording.note, frame.remarks)
    under = [*sources, *remarks, *notes(press, room, frame.notes)]
    for made in under[:-1]:
        keep(made)
    yield from under
    if under:
        yield end()


def notes(press: Press, room: Room, lettered: Iterable[Note]) -> Iterator[Element]:
    """Lettered notes, each a paragraph that its marks refer to."""
    role = room.role("table.note")
    for note in lettered:
        if note.number:
            key = letter_key(note.number.label, note.number.run)
            place = press.numbering.place(role, note.number)
            content = press.bookmarks.wrap(key, words(note.text, press))
            yield paragraph(press, role, content, place)


def _introduced(
    press: Press, room: Room, introduction: str, lines: Iterable[Prose]
) -> Iterator[Element]:
    """Lines after an introducing word ("Source:"), which full-width marks join without a space."""
    for source in lines:
        head = letters(spaced(introduction), press, Look(emphasis=True))
        yield paragraph(press, room.role("table.source"), [head, *words(source, press)])
