"""`styles/*.toml` × the bundle's typographic changes → Stylesheet, in points, for every output."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal

from docgen import toml
from docgen.bundle import Bundle, merged
from docgen.model import FacetForm
from docgen.read.suggest import suggest
from docgen.records import dataclass
from docgen.report import DocgenError, Origin

LOCAL = "local.toml"
_NOWHERE = r"(?!)"


@dataclass(frozen=True, slots=True)
class Role:
    """The typography of one kind of text; lengths in points, `scale` in per cent.

    Every field but `name` reaches both outputs: `render.declarations` and `render.docx.styles` hold
    one property for each, and a shape test compares the three.
    """

    name: str
    font: str
    size: float
    leading: float
    before: float
    after: float
    left: float
    right: float
    number_at: float
    number_align: Literal["start", "end"]
    tab: float
    align: Literal["start", "end", "center", "justify"]
    bold: bool
    italic: bool
    scale: float
    tracking: float
    keep_next: bool
    outline: int
    color: str


@dataclass(frozen=True, slots=True)
class Face:
    """A font by its use: families for the PDF in order of preference, names for Word.

    `own_marks` are characters that the first family has in the wrong width and the next supplies;
    families in `han_only` supply Han characters and nothing else.
    """

    pdf: tuple[str, ...]
    word: str
    word_han: str
    own_marks: str = ""
    han_only: tuple[str, ...] = ()
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The page in points: margins of text, distances of heads and feet from the edges."""

    width: float
    height: float
    top: float
    bottom: float
    first_bottom: float
    left: float
    right: float
    head: float
    foot: float
    landscape: Mapping[str, Any]

    @property
    def measure(self) -> float:
        """The width between the margins, in points."""
        return self.width - self.left - self.right

    @property
    def tallest(self) -> float:
        """The height of the tallest picture, which leaves room for its title and its source."""
        return 0.75 * (self.height - self.top - self.bottom)

    def turned(self) -> Page:
        """The page in landscape, with the margins that it then has."""
        return replace(self, width=self.height, height=self.width, **self.landscape)


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where the parts of the masthead stand, in points: see the style of Headquarters."""

    first: float
    second: float
    organ_drop: float
    issue_drop: float
    issue_at: float


@dataclass(frozen=True, slots=True)
class Fit:
    """What fits: the columns of a table on the measure, and the rows that are kept on one page.

    Those have no part with more than `letters` half an em wide. A table of more columns takes the
    full width of the page.
    """

    columns: int
    letters: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """When a sequence starts afresh, and under which other its citations stand."""

    within: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """All that outputs need to know about looks.

    `folder` holds the templates and sheets of the page; `summary` is the thickness of the rules
    around the Summary by side, `padding` the room at the sides of a cell of options, in points;
    `colors` are those of the series of charts, `running` what the feet of pages say at either edge;
    `word` holds the language facts of Word files, `compose` those that lines of the page are
    composed by, `joined` finds the places between two letters where none may break. `template` says
    how the styles of Word rest on each other.
    """

    folder: Path
    template: Path
    page: Page
    roles: Mapping[str, Role]
    faces: Mapping[str, Face]
    sequences: Mapping[str, Sequence]
    facets: tuple[FacetForm, ...]
    mastheads: Mapping[str, tuple[str, ...]]
    emblem: Path
    geometry: Geometry
    summary: Mapping[str, float]
    padding: float
    colors: tuple[str, ...]
    fit: Fit
    running: Mapping[str, str]
    word: Mapping[str, Any]
    compose: Mapping[str, Any]
    joined: re.Pattern[str]


def load(folder: Path, name: str, bundle: Bundle) -> Stylesheet:
    """Read `un-<name>.toml` of `folder`, a local.toml beside it and what `bundle` changes.

    Raises DocgenError for a style that does not exist, or with a key that means nothing.
    """
    path = folder / f"un-{name}.toml"
    facts = _extended(path)
    facts = merged(facts, _own(folder / LOCAL, facts))
    facts = merged(facts, {"roles": bundle.facts.get("typography", {})})
    facts = merged(facts, {"roles": bundle.facts.get("styles", {}).get(name, {})})
    masthead = facts["masthead"]
    return Stylesheet(
        folder=folder,
        template=folder / facts["template"],
        page=_made(Page, facts["page"], path),
        roles=_roles(facts["roles"], path),
        faces={
            use: _made(Face, _tuples(face), path) for use, face in bundle.facts["fonts"].items()
        },
        sequences={key: Sequence(**value) for key, value in facts["sequences"].items()},
        facets=tuple(_made(FacetForm, facet, path) for facet in facts["facets"]),
        mastheads={kind: tuple(value["parts"]) for kind, value in masthead["types"].items()},
        emblem=folder / masthead["emblem"],
        geometry=_made(Geometry, masthead["geometry"], path),
        summary=dict.fromkeys(facts["summary"]["sides"], facts["summary"]["rule"]),
        padding=facts["options"]["padding"],
        colors=tuple(facts["charts"]["colors"]),
        fit=_made(Fit, facts["fit"], path),
        running=facts["running"],
        word=bundle.facts["word"],
        compose=bundle.facts["compose"],
        joined=re.compile("|".join(bundle.facts["typeset"]["joined"]) or _NOWHERE),
    )


def names(folder: Path) -> list[str]:
    """The names of the styles in `folder`, as front matter gives them."""
    return sorted(path.stem.removeprefix("un-") for path in folder.glob("un-*.toml"))


def _roles(roles: Mapping[str, Any], path: Path) -> dict[str, Role]:
    base = roles["base"]
    return {key: _made(Role, {**base, **role}, path) for key, role in roles.items()}


def _made(kind: Any, values: Mapping[str, Any], path: Path) -> Any:
    known = {field.name for field in fields(kind)}
    for key in values.keys() - known:
        raise DocgenError(
            f"“{key}” is no field of a {kind.__name__.lower()}",
            f"Fields: {', '.join(sorted(known))}.",
            Origin(str(path)),
        )
    return kind(**values)


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }


def _extended(path: Path) -> Mapping[str, Any]:
    """The facts of a style file, laid on those of the style that it extends."""
    facts = _read(path)
    base = facts.pop("extends", None)
    return merged(_extended(path.with_name(f"un-{base}.toml")), facts) if base else facts


def _own(path: Path, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the house has otherwise, where it has; a name that no style has would change nothing."""
    own = _read(path) if path.exists() else {}
    _known(own, facts, "a style", path)
    for table, values in own.items():
        if isinstance(values, Mapping) and isinstance(facts[table], Mapping):
            _known(values, facts[table], f"[{table}]", path)
    return own


def _known(given: Iterable[str], known: Iterable[str], place: str, path: Path) -> None:
    for name in given:
        if name not in known:
            hint = suggest(name, known, "There are")
            raise DocgenError(f"“{name}” is no part of {place}", hint, Origin(str(path)))


def _read(path: Path) -> dict[str, Any]:
    try:
        return toml.read(path)
    except FileNotFoundError as error:
        known = ", ".join(names(path.parent)) or "none"
        raise DocgenError(f"there is no style {path.name}", f"Styles here: {known}.") from error
