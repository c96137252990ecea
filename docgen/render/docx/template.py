"""The Word template behind a style: on what its styles rest, and the styles that no role uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, fields, replace
from typing import Any

from docgen import toml
from docgen.records import dataclass
from docgen.report import DocgenError, Origin
from docgen.style import Role, Stylesheet

NORMAL = "Normal"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the template says of a style by name.

    `kern` is the size in points from which letters are kerned, `stops` are tab stops such as
    "right 51.1". `looks` are fields of a role for a style that no role uses, `auto` lets its lines
    be as high as their letters.
    """

    based_on: str = NORMAL
    next: str = ""
    kern: float = 0
    stops: tuple[str, ...] = ()
    auto: bool = False
    looks: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """The styles of a template by name, and the distance of tab stops where none are set."""

    styles: Mapping[str, Entry]
    default_tab: float

    def further(self, roles: Mapping[str, Role]) -> Iterator[Role]:
        """The typography of the styles that none of `roles` uses."""
        used = {role.name for role in roles.values()}
        for name, entry in self.styles.items():
            if entry.looks or entry.auto or name not in used:
                yield replace(roles["base"], name=name, **entry.looks)


def load(sheet: Stylesheet) -> Template:
    """The template of `sheet`; where its language does without its tab stops, tabs are an indent.

    Raises DocgenError for a file that is no TOML and for a style that cannot be made.
    """
    facts = toml.read(sheet.template)
    wrong = next(_mistakes(facts["styles"], facts["stops"], sheet), None)
    if wrong:
        raise DocgenError(wrong, origin=Origin(str(sheet.template)))
    styles = {name: _entry(values, facts["stops"]) for name, values in facts["styles"].items()}
    if sheet.word["template_stops"]:
        return Template(styles, facts["default_tab"])
    text = sheet.roles["paragraph"]
    bare = {name: replace(entry, stops=()) for name, entry in styles.items()}
    return Template(bare, text.tab - text.number_at)


_OWN = {own.name for own in fields(Entry)} - {"looks"}


def _entry(values: Mapping[str, Any], stops: Mapping[str, Sequence[str]]) -> Entry:
    own = {key: value for key, value in values.items() if key in _OWN}
    own["stops"] = tuple(stops[own["stops"]]) if "stops" in own else ()
    looks = {key: value for key, value in values.items() if key not in _OWN}
    return Entry(**own, looks=looks)


def _mistakes(
    styles: Mapping[str, Any], stops: Mapping[str, Any], sheet: Stylesheet
) -> Iterator[str]:
    """What is wrong with the styles of a template, each mistake with the name of its style."""
    roles = {role.name for role in sheet.roles.values()}
    known = {NORMAL, *roles, *styles}
    for name, values in styles.items():
        style = f"style “{name}”"
        looks = values.keys() - _OWN
        for key in sorted(looks - {own.name for own in fields(Role)}):
            yield f"{style}: “{key}” is no field of a role"
        if looks and name in roles:
            yield f"{style}: its looks are those of a role of the style sheet"
        if values.get("stops", "text") not in stops:
            yield f"{style}: there are no stops “{values['stops']}”"
        if values.get("based_on", NORMAL) not in known:
            yield f"{style}: there is no style “{values['based_on']}”"
        if _rests_on_itself(name, styles):
            yield f"{style}: it rests on itself"


def _rests_on_itself(name: str, styles: Mapping[str, Any]) -> bool:
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        name = styles[name].get("based_on", NORMAL)
    return name in seen
