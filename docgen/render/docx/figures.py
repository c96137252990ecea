"""Figures: label and title as tables have them, then the picture, fitted to the room there is."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model import Document, Figure, Image
from docgen.render import charts
from docgen.render.docx import captions
from docgen.render.docx.defaults import PICTURE
from docgen.render.docx.dots import Studio
from docgen.render.docx.drawing import aspect, picture
from docgen.render.docx.paragraphs import keep, spacer
from docgen.render.docx.press import Press, Room, text_width
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, twips, w
from docgen.style import Stylesheet
from docgen.walk import find


def foresee(document: Document, sheet: Stylesheet, studio: Studio) -> None:
    """Have the pictures of figures drawn before the text is written that they stand in.

    Those that turn out to be others, or narrower than the text, are drawn again.
    """
    for source in find(document, Figure):
        image = charts.image(source, sheet)
        studio.foresee(image, _width(image, sheet, text_width(sheet)))


def write(source: Figure, press: Press, room: Room) -> Iterator[Element]:
    """The elements of a figure with all that stands above and below it."""
    yield from captions.above(press, room, source)
    image = charts.image(source, press.sheet)
    drawn = picture(image, charts.described(source), _width(image, press.sheet, room.width), press)
    style = w("pStyle", val=style_id(PICTURE))
    yield w("p", w("pPr", style, w("ind", left=twips(room.left))), drawn)
    yield keep(spacer()) if captions.has_notes(source) else captions.end()
    yield from captions.below(press, room, source)


def _width(image: Image, sheet: Stylesheet, width: float) -> float:
    """The width in points with which the picture fits in both directions."""
    return min(width, sheet.page.tallest / aspect(image))
