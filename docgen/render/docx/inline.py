"""Inline text → runs: emphasis, links, references, note marks, text still to be translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from docgen.model import (
    Amount,
    CrossRef,
    Emphasis,
    Inline,
    Line,
    Link,
    Marks,
    Note,
    NoteRef,
    Prose,
    Step,
    Strong,
    Text,
)
from docgen.records import replace
from docgen.render.docx import notes
from docgen.render.docx.defaults import EMPHASIS, HYPERLINK, LETTER_MARK, STRONG
from docgen.render.docx.fields import field
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, half_points, run, shared, text, w
from docgen.render.text import runs_left

COUNTED_BY_FIELD = frozenset({"annex", "table", "figure", "box"})
"""Sequences that SEQ fields count; the bookmark of a thing then holds its number alone."""

_NUMBERED, _ASTERISK = "note", "note.asterisk"
_SHADE = "D9D9D9"
_OPEN = ("untranslated", "stale")
"""States that a text is marked with: their words have the same names."""
_LTR = "\u200e"


class Look(NamedTuple):
    """How letters look beyond the style of their paragraph; `language` empty: the document's.

    `rise` lifts them over their line, in points; `rightward` ones are read from the left in any
    line.
    """

    style: str = ""
    strong: bool = False
    emphasis: bool = False
    shaded: bool = False
    language: str = ""
    rise: float = 0
    rightward: bool = False


def words(source: Prose | Line, press: Press) -> list[Element]:
    """The runs of a unit of text; text that is to be translated is shaded and says so."""
    if isinstance(source, Line):
        return runs(source.inlines, press, _plain(press.language))
    look = _plain(source.language or press.language)
    if source.state not in _OPEN:
        return runs(source.inlines, press, look)
    said = getattr(press.wording, source.state)
    tag = letters(f"[{said}] ", press, Look(shaded=True))
    return [tag, *runs(source.inlines, press, look._replace(shaded=True))]


@cache
def _plain(language: str) -> Look:
    return Look(language=language)


def letters(characters: str, press: Press, look: Look) -> Element:
    """A run of plain characters."""
    return run(properties(look, press), text(characters))


def rightward(characters: str, press: Press, look: Look) -> Element:
    """A run of Latin letters and figures, which is read from the left in a line from the right.

    For the lines that docgen makes. Word keeps a run of its own together; other programs ask for
    the marks around it, or put “(E)” before the job number.
    """
    if press.document.direction != "rtl" or runs_left(characters):
        return letters(characters, press, look)
    return letters(f"{_LTR}{characters}{_LTR}", press, look._replace(rightward=True))


def runs(inlines: Iterable[Inline], press: Press, look: Look) -> list[Element]:
    """The runs of inline text, links and fields among them."""
    plain = properties(look, press)
    made: list[Element] = []
    for inline in inlines:
        match inline:
            case Text(text=characters) | Amount(text=characters):
                made.append(run(plain, text(characters)))
            case Strong(children=children):
                made += runs(children, press, look._replace(strong=True))
            case Emphasis(children=children):
                made += runs(children, press, look._replace(emphasis=True))
            case Link(address=address, children=children):
                inner = runs(children, press, look._replace(style=HYPERLINK))
                made.append(w("hyperlink", inner, r_id=press.part.link(address), history=1))
            case CrossRef(steps=steps):
                for step in steps:
                    made += _step(step, press, look)
            case NoteRef():
                made += _mark(inline, press)
            case Marks(marks=marks, separator=separator):
                for mark in marks:
                    if mark is not marks[0]:
                        made.append(_raised(separator))
                    made += _mark(mark, press)
    return made


def _raised(separator: str) -> Element:
    """What stands between two marks."""
    return run(w("rPr", w("vertAlign", val="superscript")), text(separator))


def properties(look: Look, press: Press) -> Element | None:
    """The `w:rPr` of a look, one for all runs; None when the style of the paragraph says all."""
    try:
        return press.looks[look]
    except KeyError:
        made = list(_properties(look, press))
        return press.looks.setdefault(look, shared(w("rPr", made)) if made else None)


def _properties(look: Look, press: Press) -> Iterator[Element]:
    """A run has one character style; what else it needs is said directly."""
    style = look.style or (STRONG if look.strong else EMPHASIS if look.emphasis else "")
    if style:
        yield w("rStyle", val=style_id(style))
    if look.strong and style != STRONG:
        yield from (w("b"), w("bCs"))
    emphasized = look.emphasis and style != EMPHASIS
    if emphasized and press.sheet.faces["emphasis"].italic:
        yield from (w("i"), w("iCs"))
    if look.rise:
        yield w("position", val=half_points(look.rise))
    if look.shaded:
        yield w("shd", val="clear", color="auto", fill=_SHADE)
    yield from _script(look, press, emphasized)


def _script(look: Look, press: Press, emphasized: bool) -> Iterator[Element]:
    """The fonts and the language of a run.

    With the hint, marks that both scripts have (quotation marks, dashes) take the Han font.
    """
    hint = "eastAsia" if press.sheet.word["han_hint"] and not look.language else None
    han = press.sheet.faces["emphasis"].word_han if emphasized else None
    if hint or han:
        yield w("rFonts", hint=hint, eastAsia=han)
    if look.language:
        yield w("lang", val=look.language, eastAsia=look.language)
    elif press.document.direction == "rtl" and not look.rightward:
        yield w("rtl")


def bare(inlines: Iterable[Inline]) -> str:
    """The characters of inline text without its note marks, for properties and descriptions."""
    return "".join(map(_bare, inlines))


def _bare(inline: Inline) -> str:
    match inline:
        case Text(text=characters) | Amount(text=characters):
            return characters
        case Strong(children=children) | Emphasis(children=children) | Link(children=children):
            return bare(children)
        case CrossRef(steps=steps):
            return "".join(step.text for step in steps)
        case NoteRef() | Marks():
            return ""


# ---- references -------------------------------------------------------------------------------


def _step(step: Step, press: Press, look: Look) -> list[Element]:
    """A piece of a citation: a live reference to the number of its target, or the literal text."""
    number = press.numbers.get(step.target)
    if number is None:
        return [letters(step.text, press, look)]
    switches = "\\h" if number.sequence in COUNTED_BY_FIELD else "\\n \\h"
    name = press.bookmarks.name(step.target)
    return field(f"REF {name} {switches}", step.text, properties(look, press))


# ---- note marks -------------------------------------------------------------------------------


def _mark(mark: NoteRef, press: Press) -> list[Element]:
    """The mark of a note; the first mark of a foot note puts the note on its page."""
    if mark.number is None:
        return []
    if mark.number.sequence == _ASTERISK:
        return _asterisk(mark.note, mark.number.label, press)
    if mark.number.sequence == _NUMBERED:
        return _numbered(mark, mark.number.label, press)
    name = press.bookmarks.name(letter_key(mark.number.label, mark.number.run))
    look = Look(style=LETTER_MARK)
    instruction = f"REF {name} \\n \\h \\* CHARFORMAT"
    return field(instruction, mark.number.label, properties(look, press))


def letter_key(label: str, count: int) -> str:
    """The key of the bookmark around a lettered note, alike only for its own marks."""
    return f"note {label} {count}"


def _numbered(mark: NoteRef, label: str, press: Press) -> list[Element]:
    """A mark that Word counts; a further mark of a note refers to the first."""
    key = f"note {mark.key}" if mark.key in press.document.repeated else ""
    if mark.note is None:
        return field(f"NOTEREF {press.bookmarks.name(key)} \\f \\h", label, notes.raised())
    identity = _add(mark.note, notes.own_mark(), press)
    reference = run(notes.raised(), w("footnoteReference", id=identity))
    return press.bookmarks.wrap(key, [reference])


def _asterisk(note: Note | None, label: str, press: Press) -> list[Element]:
    """A mark that Word does not count: typed after the reference, and again before the note."""
    # One element a character: LibreOffice otherwise prints marks of several characters twice.
    stars = [text(character) for character in label]
    if note is None:
        return [run(notes.level(), *stars)]
    identity = _add(note, run(notes.level(), text(label)), press)
    reference = w("footnoteReference", customMarkFollows=1, id=identity)
    return [run(notes.level(), reference, *stars)]


def _add(note: Note, mark: Element, press: Press) -> int:
    within = replace(press, part=press.notes, language="")
    said = words(note.text, within)
    return notes.add(press.notes, press.style("note"), mark, said)
