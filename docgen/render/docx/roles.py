"""The roles of a stylesheet as Word styles: ids for their names, and the roles that Word adds.

Word needs a style of its own where HTML has a selector: for text within frames, for headings
without number, for total rows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from docgen.style import Role, Stylesheet

FRAMED, UNNUMBERED = "framed.", ".unnumbered"
TOTAL, GROUP = "table.total", "table.group"

CHARACTER = frozenset({"symbol", "symbol.initial", "issue.first", "running.page"})
"""Roles of a few letters within a line: they become character styles."""

CONTENTS = ("contents.1", "contents.2", "contents.3")
"""Roles of the entries of the contents list."""

_TYPED_ROOM = {"note": 0.7, **dict.fromkeys(CONTENTS, 2.0)}
"""The room of a number that is typed and not put there by a list: its width in ems. A note has
two raised figures, an entry of the contents list a Roman number."""

BUILT_IN = {
    "normal": "Normal",
    "header": "Header",
    "footer": "Footer",
    "footnote text": "FootnoteText",
    "footnote reference": "FootnoteReference",
    "caption": "Caption",
    "page number": "PageNumber",
    "hyperlink": "Hyperlink",
    "strong": "Strong",
    "emphasis": "Emphasis",
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "toc 3": "TOC3",
    "toc 4": "TOC4",
}
"""Word's own names of styles, in lower case, with the ids that Word gives them."""

_FRAMED_KINDS = (
    "item.",
    "dash.",
    "quotation",
    "table.label",
    "table.title",
    "table.headnote",
    "table.note",
    "table.source",
)


@cache
def style_id(name: str) -> str:
    """The id of the style `name`: Word's own for a built-in style, else its letters and digits."""
    return BUILT_IN.get(name.lower()) or re.sub(r"[\W_]+", "", name)


def all_roles(sheet: Stylesheet) -> dict[str, Role]:
    """The roles of `sheet` and those derived from them, by key."""
    roles = dict(sheet.roles)
    indent = roles["paragraph"].left
    for key, role in sheet.roles.items():
        if key.startswith(_FRAMED_KINDS):
            roles[FRAMED + key] = _framed(role, indent)
        if key.startswith("heading."):
            roles[key + UNNUMBERED] = _unnumbered(role)
    for key, ems in _TYPED_ROOM.items():
        roles[key] = _typed(roles[key], ems)
    cell = roles["table.cell"]
    total = replace(cell, name=f"{cell.name} Total", bold=True, before=4.05, after=4.05)
    roles[TOTAL] = total
    roles[GROUP] = replace(cell, name=f"{cell.name} Group", bold=True, keep_next=True)
    return roles


def origin(key: str) -> str:
    """The role that the role `key` is derived from; empty for one of the style sheet."""
    if key in (TOTAL, GROUP):
        return "table.cell"
    source = key.removeprefix(FRAMED).removesuffix(UNNUMBERED)
    return source if source != key else ""


def _framed(role: Role, indent: float) -> Role:
    """`role` as it stands in a frame, where the text begins at the edge."""
    return replace(
        role,
        name=f"{role.name} Framed",
        left=max(0.0, role.left - indent),
        number_at=max(0.0, role.number_at - indent),
        tab=max(0.0, role.tab - indent),
        right=0.0,
    )


def _unnumbered(role: Role) -> Role:
    return replace(
        role, name=f"{role.name} Unnumbered", number_at=0.0, number_align="start", tab=0.0
    )


def _typed(role: Role, ems: float) -> Role:
    """`role` with a number that begins the line, about where it would begin if it could end.

    LibreOffice prints the mark of a note before any tab that would move it to its end, and Word
    puts no tab before the number of an entry when it updates the contents list.
    """
    if role.number_align == "start":
        return role
    return replace(role, number_align="start", number_at=role.number_at - ems * role.size)
