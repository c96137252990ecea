"""Stylesheet → CSS of pages: their size and margins, marks of notes, heads and feet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.render.declarations import (
    Declarations,
    declarations,
    name,
    number_declarations,
    points,
    rule,
)
from docgen.style import Page, Stylesheet

RAISED = 0.65
"""The size of a raised mark beside that of its text."""

HEAD_ROW = 43.2
HEAD_GAP = 10.25
"""The running head's row down to its rule, and from there to the text, in points (measured)."""

FOOT_ROW = 19.6
FOOT_GAP = 12
"""From the line of the foot to the distance of the foot from the edge, and from the text to the
line, in points (measured)."""

HEAD = {
    "width": "100%",
    "box-sizing": "border-box",
    "margin-bottom": "auto",
    "border-bottom": "0.25pt solid",
    "padding-bottom": "3.4pt",
    "vertical-align": "bottom",
}
FOOT = {"width": "50%", "vertical-align": "top"}
"""Where the running lines stand in the margins of the page."""

RUNNING = {"{page}": "counter(page)", "{pages}": "counter(pages)", "{job}": "string(job)"}
LANDSCAPE = "landscape"
"""The name of the pages that are turned."""


def write(sheet: Stylesheet) -> Iterator[str]:
    """The rules of the pages of a document, one by one."""
    yield from _sizes(sheet)
    yield rule(".note::footnote-marker", number_declarations(sheet.roles["note"]))
    yield from _calls(sheet)
    yield from _running(sheet)


def mirrored(direction: str) -> Iterator[str]:
    """What `page.css` has at the left and text that runs from the right at the right."""
    if direction == "rtl":
        yield "@page { @footnote { background-position: right 39.6pt top 0 } }"


def _sizes(sheet: Stylesheet) -> Iterator[str]:
    """Size and margins of upright and of turned pages, and of the first."""
    for selector, page in (("", sheet.page), (LANDSCAPE, sheet.page.turned())):
        yield rule(f"@page {selector}".strip(), _size(page))
    first = sheet.page
    margins = {"margin-top": points(first.head), "margin-bottom": points(first.first_bottom)}
    yield rule("@page :first", margins)


def _size(page: Page) -> Declarations:
    """A head or foot that is higher than its margin pushes the text away."""
    top = max(page.top, page.head + HEAD_ROW + HEAD_GAP)
    margins = (top, page.right, _bottom(page), page.left)
    size = f"{points(page.width)} {points(page.height)}"
    return {"size": size, "margin": " ".join(map(points, margins))}


def _bottom(page: Page) -> float:
    return max(page.bottom, page.foot + FOOT_ROW + FOOT_GAP)


def _calls(sheet: Stylesheet) -> Iterator[str]:
    """Marks of notes in the size of their text: the engine gives them that of the note."""
    for role_name, role in sheet.roles.items():
        call = f".{name(role_name)} .note"
        yield rule(f"{call}::footnote-call", {"font-size": points(RAISED * role.size)})
        asterisk = f"{call}.mark-note-asterisk::footnote-call"
        yield rule(asterisk, {"font-size": points(role.size)})


def _running(sheet: Stylesheet) -> Iterator[str]:
    """Heads and feet: the symbol and the number of the page on the outer side."""
    for selector, page in (("", sheet.page), (LANDSCAPE, sheet.page.turned())):
        for inner, outer in (("right", "left"), ("left", "right")):
            boxes = "".join(_boxes(sheet, page, inner, outer))
            yield f"@page {selector}:{outer} {{ {boxes} }}"


def _boxes(sheet: Stylesheet, page: Page, inner: str, outer: str) -> Iterator[str]:
    """The boxes in the margins of a page whose edge is at the side `outer`."""
    height = {"height": points(page.head + HEAD_ROW)}
    drop = {"padding-top": points(_bottom(page) - page.foot - FOOT_ROW)}
    symbol = {"content": "string(symbol)", "text-align": outer}
    number = {"content": _content(sheet.running["outer"]), "text-align": outer}
    job = {"content": _content(sheet.running["inner"]), "text-align": inner}
    yield rule(f"@top-{outer}", _line(sheet, "running.head") | HEAD | height | symbol)
    yield rule(f"@bottom-{outer}", _line(sheet, "running.page") | FOOT | drop | number)
    yield rule(f"@bottom-{inner}", _line(sheet, "running.foot") | FOOT | drop | job)


def _content(pattern: str) -> str:
    """What a running line says, as the engine counts and keeps it: "{page}/{pages}"."""
    parts = re.split(r"(\{\w+\})", pattern)
    return " ".join(RUNNING.get(part, f'"{part}"') for part in parts if part) or "none"


def _line(sheet: Stylesheet, role_name: str) -> Declarations:
    """What a line in the margin takes from its role; it stands where the page puts it."""
    found = declarations(sheet.roles[role_name], sheet)
    kept = ("font-family", "font-size", "font-weight", "font-style", "line-height")
    return {key: found[key] for key in (*kept, "letter-spacing")}
