"""The parts of a Word file, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import nullcontext

from docgen.length import is_long
from docgen.model import Block, Document
from docgen.render.docx import (
    annexes,
    blocks,
    contents,
    dots,
    early,
    frames,
    furniture,
    house,
    masthead,
    notes,
    pages,
    properties,
    provenance,
)
from docgen.render.docx.defaults import SPACER
from docgen.render.docx.dots import Draw, Studio
from docgen.render.docx.grid import borders
from docgen.render.docx.numbering import Numbering
from docgen.render.docx.package import OFFICE_TYPE, Content, Package
from docgen.render.docx.press import Press, numbers
from docgen.render.docx.roles import all_roles, style_id
from docgen.render.docx.wml import Element, twips, w
from docgen.store import NOWHERE_KEPT, Store
from docgen.style import Stylesheet

END_RULE, END_RULE_WIDTH, END_RULE_DROP = 0.25, 72.0, 20.0
"""The rule at the end of a document, centred, and its distance from the text, in points."""


def write(
    document: Document,
    sheet: Stylesheet,
    store: Store = NOWHERE_KEPT,
    studio: Studio | None = None,
) -> bytes:
    """The Word file of a resolved `document`; the same document always gives the same bytes.

    Pictures of drawings that were made before are taken from `store`; the others are made by a
    `studio` that has been begun, and then before their turn. For a long document a second process
    makes the parts that hold no text, and a third one finishes the first part of the text.
    """
    long = is_long(document)
    with dots.meanwhile(store) if studio is None else nullcontext(studio) as drawing:
        press = _press(document, sheet, drawing.draw, early.joint(document) if long else None)
        if studio is None and long:
            drawing.begin(lambda: _aside(document, sheet), (*house.NAMES, provenance.NAME))
        with drawing.resting():
            _write_text(press)
        _add_parts(press, drawing.parts or house.parts(sheet, document.direction))
        return press.package.data()


def package(document: Document, sheet: Stylesheet, store: Store = NOWHERE_KEPT) -> Package:
    """The parts of the Word file of a resolved `document`."""
    press = _press(document, sheet, dots.at_once(store))
    _write_text(press)
    _add_parts(press, house.parts(sheet, document.direction))
    return press.package


def _write_text(press: Press) -> None:
    """Write all the text of a document with the numbers of its pages."""
    first = _first_height(press)
    if press.joint:
        early.write(press, [*_front(press)], _text(press), first)
        return
    body = w("body", _front(press), _text(press))
    press.part.append(body)
    pages.number(press, body.children, first)


def _press(document: Document, sheet: Stylesheet, draw: Draw, joint: Block | None = None) -> Press:
    """A press with an empty document part and a notes part without notes."""
    package, roles = Package(document.modified), all_roles(sheet)
    main = package.add_story("document", "document.main", w("document"))
    foot = package.add_story("footnotes", "footnotes", notes.content(sheet.page.measure))
    package.root.relate("officeDocument", main)
    main.relate("footnotes", foot)
    return Press(
        document,
        sheet,
        roles,
        Numbering(dict(document.patterns), roles),
        package,
        main,
        foot,
        numbers(document),
        draw,
        joint,
    )


def _front(press: Press) -> Iterator[Element]:
    """What stands before the text."""
    document = press.document
    if document.masthead:
        yield from masthead.write(press, document.masthead)
    if document.summary:
        yield from frames.summary(press, blocks.measure(press), blocks.write)
    if document.front.contents:
        yield from contents.write(press)


def _text(press: Press) -> Iterator[Element]:
    document, room = press.document, blocks.measure(press)
    yield from blocks.write(document.blocks, press, room)
    for annex in document.annexes:
        yield from annexes.write(annex, press, room)
    yield _end_rule(press)
    if document.outstanding:
        yield w("p", w("pPr", w("pStyle", val=style_id(SPACER)), w("pageBreakBefore")))
        yield from blocks.write(document.outstanding, press, room)
    yield furniture.section(press)


def _first_height(press: Press) -> float:
    """The height of the text of the first page, in points."""
    page, head = press.sheet.page, press.document.masthead
    if head is None:
        return page.height - page.top - page.bottom
    return page.height - masthead.top(press, head) - page.first_bottom


def _end_rule(press: Press) -> Element:
    side = (press.sheet.page.measure - END_RULE_WIDTH) / 2
    return w(
        "p",
        w(
            "pPr",
            w("pStyle", val=style_id(SPACER)),
            w("pBdr", borders({"bottom": END_RULE})),
            w("spacing", before=twips(END_RULE_DROP)),
            w("ind", left=twips(side), right=twips(side)),
        ),
    )


def _add_parts(press: Press, made: Mapping[str, Content]) -> None:
    """The parts that hold no text, with those of the house style as they are `made`.

    Lists come last, because the text opens instances of them.
    """
    document, package = press.document, press.package
    stories = {**made, "numbering": press.numbering.content()}
    for name in (house.STYLES, house.SETTINGS, "numbering", house.FONTS):
        press.part.relate(name, package.add_story(name, name, stories[name]))
    theme = package.add("word/theme/theme1.xml", f"{OFFICE_TYPE}.theme+xml", made[house.THEME])
    press.part.relate("theme", theme)
    for kind, name, content_type, content in properties.parts(document):
        package.root.relate(kind, package.add(f"docProps/{name}.xml", content_type, content))
    said = made.get(provenance.NAME) or provenance.content(document)
    provenance.add(said, package, press.part)


def _aside(document: Document, sheet: Stylesheet) -> dict[str, Content]:
    """The parts that nothing in the text has a say in."""
    said = provenance.content(document)
    return {**house.parts(sheet, document.direction), provenance.NAME: said}
