"""Stylesheet → CSS: a rule for every role, the faces of the fonts, the geometry of the pages.

What no other output shares stands in `document.css` (both media), `page.css` (paper) and
`screen.css` of the style's folder.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Literal

from docgen.render import faces
from docgen.render.faces import families
from docgen.style import Page, Role, Stylesheet

Media = Literal["screen", "print"]
Declarations = dict[str, str]

LETTER_WIDTH = 0.44
"""The mean width of a letter of running text in ems, spaces counted (Times and its like)."""

NUMBER_GAP = 2
"""The least space between a number and its text, in points; a wide number pushes the text on."""

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

FRAMED = ("paragraph", "continued", "quotation", "item.", "dash.", "table.")
"""How the roles begin that stand in frames too, with indents that count from the page's edges."""


def write(sheet: Stylesheet, media: Media) -> str:
    """All CSS of a document in one text, for a browser or for the page engine.

    On paper the names of the faces belong to fonts made for the document.
    """
    parts = [
        _lengths(sheet),
        *(faces.rules(sheet) if media == "screen" else ()),
        _read(sheet, "document.css"),
        *(_rules(name, role, sheet) for name, role in sheet.roles.items()),
        *_frames(sheet),
        _emphasis(sheet),
        *_foreign(sheet),
        _recycle(sheet),
    ]
    if media == "print":
        return "\n".join([*parts, *_pages(sheet), *_running(sheet), _read(sheet, "page.css")])
    return "\n".join([*parts, _read(sheet, "screen.css")])


def name(role: str) -> str:
    """The class of the role or sequence `role`: "heading.1" is `heading-1`."""
    return role.replace(".", "-")


def _read(sheet: Stylesheet, file: str) -> str:
    return (sheet.folder / file).read_text("utf-8")


# ---- roles ----------------------------------------------------------------------------------


def _points(length: float) -> str:
    return f"{length:.4g}pt"


def letter_spacing(role: Role) -> float:
    """The space between letters, in points, that gives lines the length `scale` asks for.

    The engine cannot widen letters. A line of n letters of mean width w is n·w·(scale − 100 %)
    longer with wider ones, so every letter is followed by w·(scale − 100 %) more space.
    """
    return role.tracking + LETTER_WIDTH * role.size * (role.scale - 100) / 100


def _letter_spacing(role: Role, sheet: Stylesheet) -> Declarations:
    return {"letter-spacing": _points(letter_spacing(role))}


def _slant(role: Role, sheet: Stylesheet) -> Declarations:
    """Italic, or the face of emphasis in a language that does not slant."""
    if not role.italic or sheet.faces["emphasis"].italic:
        return {"font-style": "italic" if role.italic else "normal"}
    return {"font-family": families("emphasis", sheet), "font-style": "normal"}


PROPERTIES: Mapping[str, Callable[[Role, Stylesheet], Declarations]] = {
    "font": lambda role, sheet: {"font-family": families(role.font, sheet)},
    "size": lambda role, sheet: {"font-size": _points(role.size)},
    "leading": lambda role, sheet: {"line-height": _points(role.leading)},
    "before": lambda role, sheet: {"margin-top": _points(role.before)},
    "after": lambda role, sheet: {"margin-bottom": _points(role.after)},
    "left": lambda role, sheet: {"margin-inline-start": _points(role.left)},
    "right": lambda role, sheet: {"margin-inline-end": _points(role.right)},
    "align": lambda role, sheet: {"text-align": role.align},
    "bold": lambda role, sheet: {"font-weight": "bold" if role.bold else "normal"},
    "italic": _slant,
    "scale": _letter_spacing,
    "tracking": _letter_spacing,
    "keep_next": lambda role, sheet: {"break-after": "avoid" if role.keep_next else "auto"},
    "outline": lambda role, sheet: {"bookmark-level": str(role.outline or "none")},
    "color": lambda role, sheet: {"color": role.color or "inherit"},
}
"""The fields of a role that its paragraphs take, each with its property."""

NUMBER: Mapping[str, Callable[[Role], Declarations]] = {
    "number_at": lambda role: {
        "margin-inline-start": _points(-role.left + (0 if _ends(role) else role.number_at))
    },
    "number_align": lambda role: {
        "text-align": role.number_align,
        "padding-inline-end": _points(0 if _ends(role) else NUMBER_GAP),
    },
    "tab": lambda role: {
        "min-width": _points(
            role.number_at if _ends(role) else role.tab - role.number_at - NUMBER_GAP
        ),
        "margin-inline-end": _points(role.tab - role.number_at if _ends(role) else 0),
    },
}
"""The fields of a role that the box of the number before its first line takes."""


def _ends(role: Role) -> bool:
    return role.number_align == "end"


def declarations(role: Role, sheet: Stylesheet) -> Declarations:
    """The properties of the paragraphs of `role`."""
    found: Declarations = {}
    for declared in PROPERTIES.values():
        found |= declared(role, sheet)
    return found


def number_declarations(role: Role) -> Declarations:
    """The properties of the box before the first line of `role` that holds its number."""
    found: Declarations = {}
    for declared in NUMBER.values():
        found |= declared(role)
    return found


def rule(selector: str, properties: Mapping[str, str]) -> str:
    """A rule of CSS on one line."""
    body = "; ".join(f"{key}: {value}" for key, value in properties.items())
    return f"{selector} {{ {body} }}"


def _rules(role_name: str, role: Role, sheet: Stylesheet) -> str:
    """The rules of a role; those of "base" hold for everything without a role."""
    selector = "body" if role_name == "base" else f".{name(role_name)}"
    own = rule(selector, declarations(role, sheet))
    if not role.tab:
        return own
    return f"{own}\n{rule(f'{selector} > .number', number_declarations(role))}"


def _frames(sheet: Stylesheet) -> Iterator[str]:
    """A frame is as wide as the text, or as the page; indents in it count from its edges.

    One in another is as wide as that.
    """
    text, page = sheet.roles["paragraph"], sheet.roles["base"]
    yield rule(".frame", _inset(text, page))
    yield rule(".frame.wide", _inset(page, page))
    yield rule(".frame .frame", _inset(page, page))
    for role_name, role in sheet.roles.items():
        if role_name.startswith(FRAMED):
            yield rule(f".frame .{name(role_name)}", _inset(role, text))
            yield rule(f".wide caption .{name(role_name)}", _inset(role, page))


def _inset(role: Role, edges: Role) -> Declarations:
    return {
        "margin-inline-start": _points(role.left - edges.left),
        "margin-inline-end": _points(role.right - edges.right),
    }


# ---- emphasis and other languages ------------------------------------------------------------


def _emphasis(sheet: Stylesheet) -> str:
    slant = "italic" if sheet.faces["emphasis"].italic else "normal"
    return rule("em", {"font-family": families("emphasis", sheet), "font-style": slant})


def _foreign(sheet: Stylesheet) -> Iterator[str]:
    """Other languages have their marks from the first family, and their own emphasis."""
    text = ", ".join(f'"{family}"' for family in sheet.faces["text"].pdf)
    yield rule("body [lang], body [lang] *", {"font-family": f"{text}, serif"})
    yield rule("body [lang] em", {"font-style": "italic"})
    yield rule(".draft .tag", {"font-family": families("text", sheet)})


# ---- the first page ---------------------------------------------------------------------------


def _lengths(sheet: Stylesheet) -> str:
    """The lengths of the style that sheets refer to by name; `--end` is the edge of the paper."""
    page, geometry = sheet.page, asdict(sheet.geometry)
    named = {key.replace("_", "-"): _points(length) for key, length in geometry.items()}
    sides = ("top", "right", "bottom", "left")
    rules = " ".join(_points(sheet.summary.get(side, 0)) for side in sides)
    named |= {"end": _points(page.height - page.head), "measure": _points(page.measure)}
    named["summary-rules"] = rules
    return rule(":root", {f"--{key}": value for key, value in named.items()})


# ---- pages and their furniture --------------------------------------------------------------


def _recycle(sheet: Stylesheet) -> str:
    """A drawing that only decorates stands in the sheet, so that nobody has it read out."""
    drawing = b64encode((sheet.folder / "recycle.svg").read_bytes()).decode()
    return rule(".recycle", {"background-image": f'url("data:image/svg+xml;base64,{drawing}")'})


def _pages(sheet: Stylesheet) -> Iterator[str]:
    """Size and margins of upright and of turned pages, and of the first."""
    for selector, page in (("", sheet.page), (LANDSCAPE, sheet.page.turned())):
        yield rule(f"@page {selector}".strip(), _size(page))
    first = sheet.page
    margins = {"margin-top": _points(first.head), "margin-bottom": _points(first.first_bottom)}
    yield rule("@page :first", margins)
    yield rule(".note::footnote-marker", number_declarations(sheet.roles["note"]))
    yield from _calls(sheet)


def _size(page: Page) -> Declarations:
    """A head or foot that is higher than its margin pushes the text away."""
    top = max(page.top, page.head + HEAD_ROW + HEAD_GAP)
    margins = (top, page.right, _bottom(page), page.left)
    size = f"{_points(page.width)} {_points(page.height)}"
    return {"size": size, "margin": " ".join(map(_points, margins))}


def _bottom(page: Page) -> float:
    return max(page.bottom, page.foot + FOOT_ROW + FOOT_GAP)


def _calls(sheet: Stylesheet) -> Iterator[str]:
    """Marks of notes in the size of their text: the engine gives them that of the note."""
    for role_name, role in sheet.roles.items():
        call = f".{name(role_name)} .note"
        yield rule(f"{call}::footnote-call", {"font-size": _points(RAISED * role.size)})
        asterisk = f"{call}.mark-note-asterisk::footnote-call"
        yield rule(asterisk, {"font-size": _points(role.size)})


def _running(sheet: Stylesheet) -> Iterator[str]:
    """Heads and feet: the symbol and the number of the page on the outer side."""
    for selector, page in (("", sheet.page), (LANDSCAPE, sheet.page.turned())):
        for inner, outer in (("right", "left"), ("left", "right")):
            boxes = "".join(_boxes(sheet, page, inner, outer))
            yield f"@page {selector}:{outer} {{ {boxes} }}"


def _boxes(sheet: Stylesheet, page: Page, inner: str, outer: str) -> Iterator[str]:
    """The boxes in the margins of a page whose edge is at the side `outer`."""
    height = {"height": _points(page.head + HEAD_ROW)}
    drop = {"padding-top": _points(_bottom(page) - page.foot - FOOT_ROW)}
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
