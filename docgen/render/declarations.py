"""Role → the declarations of CSS that its paragraphs and their numbers take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.render.faces import families
from docgen.style import Role, Stylesheet

Declarations = dict[str, str]

WIDENED = 0.325
"""What `scale` widens a letter by, as a part of its size for every 100 %.

Measured in A/80/604/Add.8: at 10 points, 103 % and 0.2 points between letters, they stand 0.30
points further apart than those of the font."""

NARROWED = 0.53
"""What it narrows a letter by: at 20 points, 98 % and -0.2 points letters stand 0.42 points nearer
together there, at 14 points, 96 % and 0.1 points 0.19 points."""

NUMBER_GAP = 2
"""The least space between a number and its text, in points; a wide number pushes the text on."""


def name(role: str) -> str:
    """The class of the role or sequence `role`: "heading.1" is `heading-1`."""
    return role.replace(".", "-")


def points(length: float) -> str:
    """A length in points."""
    return f"{length:.4g}pt"


def letter_spacing(role: Role) -> float:
    """The space between letters, in points, that gives lines the length `scale` asks for.

    The engine cannot widen letters, so every letter is followed by more space.
    """
    width = WIDENED if role.scale > 100 else NARROWED
    return role.tracking + width * role.size * (role.scale - 100) / 100


def _letter_spacing(role: Role, sheet: Stylesheet) -> Declarations:
    return {"letter-spacing": points(letter_spacing(role))}


def _slant(role: Role, sheet: Stylesheet) -> Declarations:
    """Italic, or the face of emphasis in a language that does not slant."""
    if not role.italic or sheet.faces["emphasis"].italic:
        return {"font-style": "italic" if role.italic else "normal"}
    return {"font-family": families("emphasis", sheet), "font-style": "normal"}


PROPERTIES: Mapping[str, Callable[[Role, Stylesheet], Declarations]] = {
    "font": lambda role, sheet: {"font-family": families(role.font, sheet)},
    "size": lambda role, sheet: {"font-size": points(role.size)},
    "leading": lambda role, sheet: {"line-height": points(role.leading)},
    "before": lambda role, sheet: {"margin-top": points(role.before)},
    "after": lambda role, sheet: {"margin-bottom": points(role.after)},
    "left": lambda role, sheet: {"margin-inline-start": points(role.left)},
    "right": lambda role, sheet: {"margin-inline-end": points(role.right)},
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
        "margin-inline-start": points(-role.left + (0 if _ends(role) else role.number_at))
    },
    "number_align": lambda role: {
        "text-align": role.number_align,
        "padding-inline-end": points(0 if _ends(role) else NUMBER_GAP),
    },
    "tab": lambda role: {
        "min-width": points(
            role.number_at if _ends(role) else role.tab - role.number_at - NUMBER_GAP
        ),
        "margin-inline-end": points(role.tab - role.number_at if _ends(role) else 0),
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
