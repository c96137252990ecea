"""The section with its heads and feet, mirrored on even and odd pages.

Text keeps clear of heads and feet that are higher than the margins. So the margins are those of
the page where they are narrowest, and heads and feet as high as the rest asks for: the text of the
first page begins above that of the others, at the masthead, and ends above it. Word and LibreOffice
agree about that; a second section on the same page, as the template has it, they treat differently.

Measured in the Headquarters template: the head is 43.2 points high (864 twips) and ends with a
rule of ¼ point; the line of the foot ends 9.8 above the foot's distance from the edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.model import Masthead
from docgen.render.docx.drawing import Spot, picture
from docgen.render.docx.fields import field
from docgen.render.docx.grid import borders
from docgen.render.docx.inline import Look, letters, properties
from docgen.render.docx.masthead import top
from docgen.render.docx.paragraphs import paragraph, stops
from docgen.render.docx.press import Press
from docgen.render.docx.wml import Element, tab, twips, w
from docgen.render.marks import bar_code, qr_code

HEAD_HEIGHT, HEAD_RULE, HEAD_GAP = 43.2, 0.25, 3.0
FOOT_RISE, FIRST_FOOT_RISE = 9.8, 7.2
CODE_WIDTH, CODE_RISE, BARCODE_WIDTH = 54.7, 2.8, 100.0
RECYCLE_AT = 430.0
"""Where the words about recycling end, in points from the left margin."""


def section(press: Press) -> Element:
    """The section of the whole document, with its heads and feet."""
    masthead = press.document.masthead
    references = [*_running(press), *(_first(press, masthead) if masthead else ())]
    page = press.sheet.page
    upper = top(press, masthead) if masthead else page.top
    margins = {
        "top": upper,
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
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        w("pgMar", **{side: twips(points) for side, points in margins.items()}),
        w("cols", space=twips(36)),
        w("titlePg") if masthead else None,
        w("bidi") if press.document.direction == "rtl" else None,
    )


def _running(press: Press) -> Iterator[Element]:
    """Heads and feet of odd ("default") and even pages."""
    odd, even = _story(press, "header", 1), _story(press, "header", 2)
    yield _filled(press, odd, "default", [_head(odd, "end")])
    yield _filled(press, even, "even", [_head(even, "start")])
    odd, even = _story(press, "footer", 1), _story(press, "footer", 2)
    yield _filled(press, odd, "default", [_foot(odd, [*_job(odd), tab(), *_page(odd)])])
    yield _filled(press, even, "even", [_foot(even, [*_page(even), tab(), *_job(even)])])


def _first(press: Press, masthead: Masthead) -> Iterator[Element]:
    head, foot = _story(press, "header", 3), _story(press, "footer", 3)
    yield _filled(press, head, "first", [_empty_head(head)])
    yield _filled(press, foot, "first", _first_foot(foot, masthead))


# ---- parts --------------------------------------------------------------------------------------


def _story(press: Press, kind: str, number: int) -> Press:
    """A press for a new head ("header") or foot ("footer")."""
    root = w("hdr" if kind == "header" else "ftr")
    return replace(press, part=press.package.add_story(f"{kind}{number}", kind, root))


def _filled(press: Press, story: Press, pages: str, content: Iterable[Element]) -> Element:
    """The reference to `story`, with `content` in it, for the first, even or other pages."""
    for element in content:
        story.part.append(element)
    kind = "header" if "header" in story.part.name else "footer"
    return w(f"{kind}Reference", type=pages, r_id=press.part.relate(kind, story.part))


# ---- heads --------------------------------------------------------------------------------------


def _head(press: Press, align: str) -> Element:
    """The symbol over a rule; `align` is "start" or "end"."""
    page = press.sheet.page
    before = HEAD_HEIGHT - HEAD_GAP - press.roles["running.head"].leading
    after = page.top - page.head - HEAD_HEIGHT - HEAD_RULE
    return paragraph(
        press,
        "running.head",
        [letters(press.document.running_symbol, press, Look())],
        w("pBdr", borders({"bottom": HEAD_RULE}, HEAD_GAP)),
        w("spacing", before=twips(before), after=twips(after)),
        w("jc", val=align),
    )


def _empty_head(press: Press) -> Element:
    """The masthead stands in the text, where it can have notes and is read."""
    return paragraph(press, "running.head", [], w("spacing", line=20, lineRule="exact"))


# ---- feet ---------------------------------------------------------------------------------------


def _foot(press: Press, content: Iterable[Element]) -> Element:
    edge, rise = stops(("right", press.sheet.page.measure)), w("spacing", after=twips(FOOT_RISE))
    return paragraph(press, "running.foot", content, edge, rise)


def _job(press: Press) -> list[Element]:
    return [letters(press.document.running_job, press, Look())]


def _page(press: Press) -> list[Element]:
    """The page and the number of pages: 2/13."""
    look = Look(style=press.roles["running.page"].name)
    made = properties(look, press)
    return [*field("PAGE", "1", made), letters("/", press, look), *field("NUMPAGES", "1", made)]


def _first_foot(press: Press, masthead: Masthead) -> Iterator[Element]:
    """The job line over its bar code, the words about recycling, and the QR code at the right."""
    page, job, recycle = press.sheet.page, press.roles["job"], press.roles["recycle"]
    used = job.leading + recycle.leading + FIRST_FOOT_RISE
    yield paragraph(
        press,
        "job",
        [*_codes(press, masthead), letters(masthead.job, press, Look())],
        w("spacing", before=twips(page.first_bottom - page.foot - used)),
    )
    yield paragraph(
        press,
        "recycle",
        [tab(), letters(press.wording.recycle, press, Look())],
        stops(("right", RECYCLE_AT)),
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
