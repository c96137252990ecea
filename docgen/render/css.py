"""Stylesheet → CSS: a rule for every role, the faces of the fonts, the lengths of the style.

What no other output shares stands in `document.css` (both media), `page.css` (paper) and
`screen.css` of the style's folder; the rules of pages come from `pages`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict
from typing import Literal

from docgen.render import faces, pages
from docgen.render.declarations import (
    Declarations,
    declarations,
    name,
    number_declarations,
    points,
    rule,
)
from docgen.render.faces import families
from docgen.style import Role, Stylesheet

Media = Literal["screen", "print"]

FRAMED = ("paragraph", "continued", "quotation", "item.", "dash.", "table.")
"""How the roles begin that stand in frames too, with indents that count from the page's edges."""


def write(sheet: Stylesheet, media: Media, direction: str = "ltr") -> str:
    """All CSS of a document in one text, for a browser or for the page engine.

    `direction` is that of its text. On paper the names of the faces belong to fonts made for the
    document.
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
        paper = [*pages.write(sheet), _read(sheet, "page.css")]
        return "\n".join([*parts, *paper, *pages.mirrored(direction)])
    return "\n".join([*parts, _read(sheet, "screen.css")])


def _read(sheet: Stylesheet, file: str) -> str:
    return (sheet.folder / file).read_text("utf-8")


# ---- roles ----------------------------------------------------------------------------------


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
    yield rule("figure > img", {"max-height": points(sheet.page.tallest)})
    for role_name, role in sheet.roles.items():
        if role_name.startswith(FRAMED):
            yield rule(f".frame .{name(role_name)}", _inset(role, text))
            yield rule(f".wide caption .{name(role_name)}", _inset(role, page))


def _inset(role: Role, edges: Role) -> Declarations:
    return {
        "margin-inline-start": points(role.left - edges.left),
        "margin-inline-end": points(role.right - edges.right),
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
    named = {key.replace("_", "-"): points(length) for key, length in geometry.items()}
    sides = ("top", "right", "bottom", "left")
    rules = " ".join(points(sheet.summary.get(side, 0)) for side in sides)
    named |= {"end": points(page.height - page.head), "measure": points(page.measure)}
    named["summary-rules"] = rules
    named["summary-side"] = points(sheet.summary.get("left", 0))
    named["option-padding"] = points(sheet.padding)
    return rule(":root", {f"--{key}": value for key, value in named.items()})


def _recycle(sheet: Stylesheet) -> str:
    """A drawing that only decorates stands in the sheet, so that nobody has it read out."""
    drawing = b64encode((sheet.folder / "recycle.svg").read_bytes()).decode()
    return rule(".recycle", {"background-image": f'url("data:image/svg+xml;base64,{drawing}")'})
