"""The masthead → paragraphs where the template has a table, so that they are read in their order.

The line with the symbol stands over a rule of ½ point; the part below it ends with a rule of 1½,
the emblem at its left, the distribution block at its right. How high they are is a fact of the
style.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model import Document, Inline, Line, Masthead, Prose, Text
from docgen.render.docx.defaults import SPACER
from docgen.render.docx.dots import Studio
from docgen.render.docx.drawing import Spot, picture
from docgen.render.docx.grid import borders
from docgen.render.docx.inline import Look, letters, rightward, runs
from docgen.render.docx.paragraphs import line, paragraph, stops
from docgen.render.docx.press import Press
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, tab, twips, w

THIN, THICK = 0.5, 1.5
SYMBOL_GAP, SESSION_GAP = 3.0, 2.6
SYMBOL_RISE = 1.5
"""How far the symbol stands above the line of the name of the house, in points."""

EMBLEM_DROP = 6.0
EMBLEM_AT, EMBLEM_WIDTH = 3.6, 56.0
_RULE_LINE = 1.0


def top(press: Press, masthead: Masthead) -> float:
    """Where the text of the first page begins, in points from the upper edge."""
    lines = len(masthead.symbols) * press.roles["symbol"].leading
    return _rule_at(press) - SYMBOL_GAP - lines


def foresee(document: Document, studio: Studio) -> None:
    """Have the emblem drawn before the masthead is written."""
    if document.masthead:
        studio.foresee(document.masthead.emblem, EMBLEM_WIDTH)


def write(press: Press, masthead: Masthead) -> Iterator[Element]:
    """The masthead and the lines under it, as far as the title and the by-line."""
    yield from _symbols(press, masthead)
    yield from _organ(press, masthead)
    yield _emblem(press, masthead)
    yield from _lines(press, masthead)


def _rule_at(press: Press) -> float:
    return press.sheet.page.head + press.sheet.geometry.first


def _symbols(press: Press, masthead: Masthead) -> Iterator[Element]:
    """The symbols at the right, one above the other, the last beside the name of the house."""
    last = len(masthead.symbols) - 1
    for index, symbol in enumerate(masthead.symbols):
        name = [letters(masthead.nations, press, Look())] if index == last else []
        rule = w("pBdr", borders({"bottom": THIN}, SYMBOL_GAP)) if index == last else None
        yield paragraph(
            press,
            "nations",
            [tab(), *name, tab(), *_symbol(press, symbol)],
            stops(("left", press.roles["nations"].left), ("right", press.sheet.page.measure)),
            w("spacing", line=twips(press.roles["symbol"].leading)),
            w("ind", left=0),
            rule,
        )


def _symbol(press: Press, symbol: Line) -> Iterator[Element]:
    """A symbol, the letters before its first stroke larger, with its note mark."""
    rest: tuple[Inline, ...] = symbol.inlines
    match symbol.inlines:
        case (Text(text=characters), *others):
            series, stroke, number = characters.partition("/")
            initial = press.roles["symbol.initial"].name
            yield letters(series, press, Look(initial, rise=SYMBOL_RISE))
            rest = (Text(stroke + number), *others)
    yield from runs(rest, press, Look(press.roles["symbol"].name, rise=SYMBOL_RISE))


def _organ(press: Press, masthead: Masthead) -> Iterator[Element]:
    """The name of the organ and the distribution block beside it, which has its own language.

    The block begins on the line of the organ and goes on below. A frame beside it would look the
    same, but programs that read the text of a file leave out what is in frames.
    """
    look = Look(language=masthead.issue_language)
    at = press.sheet.geometry.issue_at
    height = w("spacing", before=twips(press.sheet.geometry.organ_drop))
    beside = look._replace(style=press.roles["issue.first"].name)
    first, *others = masthead.issue or ("",)
    said = [tab(), rightward(first, press, beside)] if first else []
    name = letters(masthead.organ, press, Look())
    yield paragraph(press, "organ", [name, *said], stops(("left", at)), height)
    for entry in others:
        said = [tab(), rightward(entry, press, look)] if entry else []
        yield paragraph(press, "issue", said, stops(("left", at)))


def _emblem(press: Press, masthead: Masthead) -> Element:
    """The rule that ends the second part; its line also holds the emblem, which floats."""
    spot = Spot(press.sheet.page.left + EMBLEM_AT, _rule_at(press) + EMBLEM_DROP)
    drawn = picture(masthead.emblem, press.wording.emblem_alt, EMBLEM_WIDTH, press, spot)
    geometry = press.sheet.geometry
    further = max(0, len(masthead.issue) - 1) * press.roles["issue"].leading
    used = THIN + geometry.organ_drop + press.roles["organ"].leading + further + _RULE_LINE
    spacing = w(
        "spacing",
        before=twips(geometry.second - used),
        after=twips(SESSION_GAP),
        line=twips(_RULE_LINE),
        lineRule="exact",
    )
    rule = w("pBdr", borders({"bottom": THICK}))
    return w("p", w("pPr", w("pStyle", val=style_id(SPACER)), rule, spacing), drawn)


def _lines(press: Press, masthead: Masthead) -> Iterator[Element]:
    """Session, agenda, title and by-line, each as far as the document has it."""
    lines: list[tuple[str, Prose | Line | None]] = [
        ("session", masthead.session),
        ("agenda", masthead.agenda),
        *(("agenda.title", title) for title in masthead.agenda_titles),
        ("title", masthead.title),
        ("subtitle", masthead.subtitle),
        ("byline", masthead.byline),
    ]
    return (line(press, role, source) for role, source in lines if source)
