"""The section with its heads and feet, mirrored on even and odd pages.

Text keeps clear of heads and feet that are higher than the margins. So the margins are those of
the page where they are narrowest, and heads and feet as high as the rest asks for: the text of the
first page begins above that of the others, at the masthead, and ends above it. Word and LibreOffice
agree about that; a second section on the same page, as the template has it, they treat differently.

Measured in the Headquarters template: the head is 43.2 points high (864 twips) and ends with a
rule of ¼ point; the line of the foot ends 9.8 above the foot's distance from the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.model import Masthead
from docgen.render.docx.defaults import SPACER
from docgen.render.docx.drawing import Spot, picture
from docgen.render.docx.fields import field
from docgen.render.docx.grid import borders
from docgen.render.docx.inline import Look, letters, properties, rightward
from docgen.render.docx.masthead import top
from docgen.render.docx.paragraphs import paragraph, stops
from docgen.render.docx.press import Press
from docgen.render.docx.properties import JOB, SYMBOL
from docgen.render.docx.roles import style_id
from docgen.render.docx.wml import Element, tab, twips, w
from docgen.render.marks import bar_code, qr_code
from docgen.style import Page

COUNTS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
HEAD_HEIGHT, HEAD_RULE, HEAD_GAP = 43.2, 0.25, 3.0
FOOT_RISE, FIRST_FOOT_RISE = 9.8, 7.2
CODE_WIDTH, CODE_RISE, BARCODE_WIDTH = 54.7, 2.8, 100.0
RECYCLE_GAP = 62.0
"""Between the words about recycling and the right margin, in points."""


def section(press: Press, *, landscape: bool = False) -> Element:
    """The properties of a section: of the last one, or of one that ends before the next.

    The first section of a document begins with the masthead. Heads and feet are written once for
    upright pages and once for turned ones.
    """
    masthead = None if press.sections else press.document.masthead
    page = press.sheet.page.turned() if landscape else press.sheet.page
    if landscape not in press.sections:
        press.sections[landscape] = list(_running(press, page))
    references = [*press.sections[landscape]]
    references += _first(press, masthead) if masthead else ()
    margins = {
        "top": top(press, masthead) if masthead else page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.head,
        "footer": page.foot,
        "gutter": 0,
    }
    return w(
        "sectPr",
        references,
        _size(page, landscape),
        w("pgMar", **{side: twips(points) for side, points in margins.items()}),
        w("cols", space=twips(36)),
        w("titlePg") if masthead else None,
        w("bidi") if press.document.direction == "rtl" else None,
    )


def section_end(press: Press, *, landscape: bool = False) -> Element:
    """A line of no height that ends a section; what follows begins a page."""
    flat = w("spacing", line=20, lineRule="exact")
    made = section(press, landscape=landscape)
    return w("p", w("pPr", w("pStyle", val=style_id(SPACER)), flat, made))


def _size(page: Page, landscape: bool) -> Element:
    turned = {"orient": "landscape"} if landscape else {}
    return w("pgSz", w=twips(page.width), h=twips(page.height), **turned)


def _running(press: Press, page: Page) -> Iterator[Element]:
    """Heads and feet of odd ("default") and even pages."""
    odd, even = _story(press, "header"), _story(press, "header")
    yield _filled(press, odd, "default", [_head(odd, page, "end")])
    yield _filled(press, even, "even", [_head(even, page, "start")])
    odd, even = _story(press, "footer"), _story(press, "footer")
    outer, inner = press.sheet.running["outer"], press.sheet.running["inner"]
    yield _filled(press, odd, "default", [_foot(odd, page, _said(odd, inner), _said(odd, outer))])
    yield _filled(press, even, "even", [_foot(even, page, _said(even, outer), _said(even, inner))])


def _first(press: Press, masthead: Masthead) -> Iterator[Element]:
    head, foot = _story(press, "header"), _story(press, "footer")
    yield _filled(press, head, "first", [_empty_head(head)])
    yield _filled(press, foot, "first", _first_foot(foot, masthead))


# ---- parts --------------------------------------------------------------------------------------


def _story(press: Press, kind: str) -> Press:
    """A press for a new head ("header") or foot ("footer")."""
    root = w("hdr" if kind == "header" else "ftr")
    press.stories[kind] += 1
    name = f"{kind}{press.stories[kind]}"
    return replace(press, part=press.package.add_story(name, kind, root))


def _filled(press: Press, story: Press, pages: str, content: Iterable[Element]) -> Element:
    """The reference to `story`, with `content` in it, for the first, even or other pages."""
    for element in content:
        story.part.append(element)
    kind = "header" if "header" in story.part.name else "footer"
    return w(f"{kind}Reference", type=pages, r_id=press.part.relate(kind, story.part))


# ---- heads --------------------------------------------------------------------------------------


def _head(press: Press, page: Page, align: str) -> Element:
    """The symbol over a rule; `align` is "start" or "end"."""
    room = page.top - page.head - HEAD_RULE
    height = min(HEAD_HEIGHT, room)
    before = height - HEAD_GAP - press.roles["running.head"].leading
    return paragraph(
        press,
        "running.head",
        _property(press, SYMBOL, press.document.running_symbol),
        w("pBdr", borders({"bottom": HEAD_RULE}, HEAD_GAP)),
        w("spacing", before=twips(before), after=twips(room - height)),
        w("jc", val=align),
    )


def _empty_head(press: Press) -> Element:
    """The masthead stands in the text, where it can have notes and is read."""
    return paragraph(press, "running.head", [], w("spacing", line=20, lineRule="exact"))


# ---- feet ---------------------------------------------------------------------------------------


def _foot(press: Press, page: Page, left: list[Element], right: list[Element]) -> Element:
    edge, rise = stops(("right", page.measure)), w("spacing", after=twips(FOOT_RISE))
    return paragraph(press, "running.foot", [*left, tab(), *right], edge, rise)


def _said(press: Press, pattern: str) -> list[Element]:
    """What a running line says: "{page}/{pages}" is 2/13 in the letters of page numbers."""
    numbers = "{page}" in pattern
    look = Look(style=press.roles["running.page"].name) if numbers else Look()
    parts = (part for part in re.split(r"(\{\w+\})", pattern) if part)
    return [element for part in parts for element in _part(press, part, look)]


def _part(press: Press, part: str, look: Look) -> list[Element]:
    if part in COUNTS:
        return field(COUNTS[part], "1", properties(look._replace(rightward=True), press))
    if part == "{job}":
        return _property(press, JOB, press.document.running_job)
    return [rightward(part, press, look)]


def _property(press: Press, name: str, said: str) -> list[Element]:
    """A property of the document as a field: whoever changes the property changes all pages."""
    look = properties(Look(), press)
    return field(f'DOCPROPERTY "{name}"', said, look) if said else []


def _first_foot(press: Press, masthead: Masthead) -> Iterator[Element]:
    """The job line over its bar code, the words about recycling, and the QR code at the right."""
    page, job, recycle = press.sheet.page, press.roles["job"], press.roles["recycle"]
    used = job.leading + recycle.leading + FIRST_FOOT_RISE
    yield paragraph(
        press,
        "job",
        [*_codes(press, masthead), rightward(masthead.job, press, Look())],
        w("spacing", before=twips(page.first_bottom - page.foot - used)),
    )
    yield paragraph(
        press,
        "recycle",
        [tab(), letters(press.wording.recycle, press, Look())],
        stops(("right", page.measure - RECYCLE_GAP)),
        w("spacing", after=twips(FIRST_FOOT_RISE)),
    )


def _codes(press: Press, masthead: Masthead) -> Iterator[Element]:
    """The QR code at the right edge, and the bar code under the job line."""
    page, said = press.sheet.page, press.wording
    end = page.height - page.foot
    corner = Spot(page.width - page.right - CODE_WIDTH, end - CODE_RISE - CODE_WIDTH)
    yield picture(qr_code(masthead.address), said.address_alt, CODE_WIDTH, press, corner)
    if masthead.barcode:
        under = Spot(page.left, end - FIRST_FOOT_RISE - press.roles["recycle"].leading)
        yield picture(bar_code(masthead.barcode), said.barcode_alt, BARCODE_WIDTH, press, under)
