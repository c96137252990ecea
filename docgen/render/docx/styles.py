"""Roles → the styles part: one named style for each.

`PARAGRAPH` and `RUN`, with `LEVEL` of `numbering`, hold one property for every typographic field
of a role. A style says only what differs from Normal, which is the role "base".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.render.docx import defaults
from docgen.render.docx.looks import (
    Faces,
    Properties,
    difference,
    emphasized,
    fonts,
    merge,
    style,
    switch,
    write,
)
from docgen.render.docx.numbering import first_instance
from docgen.render.docx.roles import CHARACTER, CONTENTS
from docgen.render.docx.wml import Element, half_points, twips, w
from docgen.style import Role, Stylesheet

_ALIGN = {"start": "start", "end": "end", "center": "center", "justify": "both"}


def _first_line(role: Role) -> Properties:
    indent = twips(role.number_at) - twips(role.left) if role.tab else 0
    return {"ind": {"hanging": -indent} if indent < 0 else {"firstLine": indent}}


PARAGRAPH: dict[str, Callable[[Role], Properties]] = {
    "leading": lambda role: {"spacing": {"line": twips(role.leading), "lineRule": "exact"}},
    "before": lambda role: {"spacing": {"before": twips(role.before)}},
    "after": lambda role: {"spacing": {"after": twips(role.after)}},
    "left": lambda role: {"ind": {"left": twips(role.left)}},
    "right": lambda role: {"ind": {"right": twips(role.right)}},
    "number_at": _first_line,
    "tab": lambda role: {"tabs": {str(twips(role.tab)): "left"} if role.tab else {}},
    "align": lambda role: {"jc": {"val": _ALIGN[role.align]}},
    "keep_next": lambda role: switch(role.keep_next, "keepNext", "keepLines"),
    "outline": lambda role: {"outlineLvl": {"val": role.outline - 1 if role.outline else 9}},
}
"""Field of a role → properties of a paragraph."""

RUN: dict[str, Callable[[Role, Faces], Properties]] = {
    "font": lambda role, faces: fonts(faces[role.font]),
    "size": lambda role, faces: {name: {"val": half_points(role.size)} for name in ("sz", "szCs")},
    "bold": lambda role, faces: switch(role.bold, "b", "bCs"),
    "italic": lambda role, faces: emphasized(faces) if role.italic else switch(False, "i", "iCs"),
    "scale": lambda role, faces: {"w": {"val": round(role.scale)}},
    "tracking": lambda role, faces: {"spacing": {"val": twips(role.tracking)}},
    "color": lambda role, faces: {"color": {"val": role.color.lstrip("#").upper() or "auto"}},
}
"""Field of a role → properties of a run."""


def content(sheet: Stylesheet, roles: Mapping[str, Role], direction: str) -> Element:
    """The styles part for `roles`: those of `sheet` and the derived ones."""
    base = sheet.roles["base"]
    return w(
        "styles",
        defaults.document(sheet),
        defaults.normal(_paragraph(base), _run(base, sheet.faces), direction),
        defaults.automatic(),
        [_style(key, role, sheet) for key, role in roles.items() if role is not base],
        defaults.own(sheet),
    )


def _style(key: str, role: Role, sheet: Stylesheet) -> Element:
    base, letters = sheet.roles["base"], _run(role, sheet.faces)
    if key in CHARACTER:
        # It says all: the paragraph that it stands in is not Normal.
        return style("character", role.name, write("rPr", letters))
    run = write("rPr", difference(letters, _run(base, sheet.faces)))
    wanted = merge((_paragraph(role), _page_number(key, sheet)))
    paragraph = write("pPr", difference(wanted, _paragraph(base)), first_instance(key))
    follower = sheet.roles["paragraph"].name if role.outline else ""
    return style("paragraph", role.name, paragraph, run, follower=follower)


def _paragraph(role: Role) -> Properties:
    return merge(change(role) for change in PARAGRAPH.values())


def _run(role: Role, faces: Faces) -> Properties:
    return merge(change(role, faces) for change in RUN.values())


def _page_number(key: str, sheet: Stylesheet) -> Properties:
    """Entries of the contents list lead with dots to a page number at the right edge."""
    if key not in CONTENTS:
        return {}
    return {"tabs": {str(twips(sheet.page.measure)): "right dot"}}
