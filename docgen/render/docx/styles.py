"""Roles → the styles part: one named style for each.

`PARAGRAPH` and `RUN`, with `LEVEL` of `numbering`, hold one property for every typographic field
of a role. A style says only what differs from the one it rests on: as the template says, or Normal,
which is the role "base".
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
from docgen.render.docx.numbering import PLACES, first_instance
from docgen.render.docx.roles import CHARACTER, CONTENTS, origin
from docgen.render.docx.template import Entry, Template
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


def content(
    sheet: Stylesheet, template: Template, roles: Mapping[str, Role], direction: str
) -> Element:
    """The styles part for `roles`, of `sheet` and derived ones, and for those of its `template`."""
    base = sheet.roles["base"]
    further = {f"template {role.name}": role for role in template.further(roles)}
    chain = _Chain(sheet, {**roles, **further}, template)
    return w(
        "styles",
        defaults.document(sheet),
        defaults.normal(_paragraph(base), _run(base, sheet.faces), direction),
        defaults.automatic(),
        [_style(key, role, chain) for key, role in chain.roles.items() if role is not base],
        defaults.own(sheet),
    )


class _Chain:
    """The styles of a document, each of which says only what the one it rests on has not."""

    def __init__(self, sheet: Stylesheet, roles: Mapping[str, Role], template: Template) -> None:
        self.sheet, self.roles, self._template = sheet, roles, template
        self._keys = {role.name: key for key, role in roles.items()}
        self._paragraphs: dict[str, Properties] = {}
        self._runs: dict[str, Properties] = {}

    def entry(self, key: str) -> Entry:
        """What the template says of a style; a derived one rests on that of its origin."""
        source = origin(key)
        name = self.roles[key].name
        if source:
            return Entry(self.roles[source].name, self.entry(source).next)
        return self._template.styles.get(name, Entry())

    def parent(self, key: str) -> str:
        """The role whose style that for the role `key` rests on; "base" stands for Normal."""
        return self._keys.get(self.entry(key).based_on, "base")

    def paragraph(self, key: str) -> Properties:
        """The properties of paragraphs in the style for the role `key`, inherited ones and all."""
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(key)
        return self._paragraphs[key]

    def run(self, key: str) -> Properties:
        """The properties of letters in the style for the role `key`, inherited ones and all."""
        if key not in self._runs:
            self._runs[key] = self._run(key)
        return self._runs[key]

    def _paragraph(self, key: str) -> Properties:
        role, entry = self.roles[key], self.entry(key)
        if key == "base":
            return _paragraph(role)
        inherited = {"tabs": self.paragraph(self.parent(key)).get("tabs", {})}
        height: Properties = {"spacing": {"line": 240, "lineRule": "auto"}} if entry.auto else {}
        stops: Properties = {"tabs": dict(map(_stop, entry.stops))}
        return merge((inherited, _paragraph(role), height, stops, _page_number(key, self.sheet)))

    def _run(self, key: str) -> Properties:
        own = _run(self.roles[key], self.sheet.faces)
        if key == "base":
            return own
        kern = self.entry(key).kern
        size: Properties = {"kern": {"val": half_points(kern)}} if kern else {}
        return merge((_kept(self.run(self.parent(key)), "kern"), own, size))

    def unlisted(self, key: str) -> bool:
        """Whether the style for the role `key` has no list, but rests on one that has."""
        return key not in PLACES and self._numbered(key)

    def _numbered(self, key: str) -> bool:
        return key != "base" and (key in PLACES or self._numbered(self.parent(key)))


def _kept(properties: Properties, name: str) -> Properties:
    return {name: properties[name]} if name in properties else {}


def _stop(written: str) -> tuple[str, str | int | None]:
    """A tab stop of the template ("right 51.1") → its place in twips and its kind."""
    kind, _, place = written.partition(" ")
    return str(twips(float(place))), kind


def _style(key: str, role: Role, chain: _Chain) -> Element:
    if key in CHARACTER:
        # It says all: the paragraph that it stands in is not Normal.
        letters = _run(role, chain.sheet.faces)
        return style("character", role.name, write("rPr", letters))
    parent, entry = chain.parent(key), chain.entry(key)
    run = write("rPr", difference(chain.run(key), chain.run(parent)))
    return style(
        "paragraph",
        role.name,
        write("pPr", _difference(key, chain), _list(key, chain)),
        run,
        follower=entry.next,
        base=chain.roles[parent].name,
    )


def _difference(key: str, chain: _Chain) -> Properties:
    """What a style says of paragraphs.

    LibreOffice drops the indents that a style would inherit where it says that it has no list.
    """
    inherited = chain.paragraph(chain.parent(key))
    if chain.unlisted(key):
        inherited = {name: said for name, said in inherited.items() if name != "ind"}
    return difference(chain.paragraph(key), inherited)


def _list(key: str, chain: _Chain) -> Element | None:
    """The list of a style; one that rests on a numbered style and has none says so."""
    return w("numPr", w("numId", val=0)) if chain.unlisted(key) else first_instance(key)


def _paragraph(role: Role) -> Properties:
    return merge(change(role) for change in PARAGRAPH.values())


def _run(role: Role, faces: Faces) -> Properties:
    return merge(change(role, faces) for change in RUN.values())


def _page_number(key: str, sheet: Stylesheet) -> Properties:
    """Entries of the contents list lead with dots to a page number at the right edge.

    LibreOffice does not print what stands at a tab within the indent at the right.
    """
    if key not in CONTENTS:
        return {}
    return {"tabs": {str(twips(sheet.page.measure)): "right dot"}, "ind": {"right": 0}}
