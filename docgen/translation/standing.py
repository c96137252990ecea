"""Documents × languages → how far each translation is: a table, JSON, and whether it is enough."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from docgen.catalogue import load_catalogue
from docgen.progress import STATES, Extent, Extents, Part, progress, total
from docgen.project import Project
from docgen.report import Report
from docgen.translation.loading import Row, source_of, tags

REQUIRED = {"translated": ("stale", "untranslated"), "approved": STATES[1:]}
"""What can be required of a translation, and the states that do not satisfy it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a translation of a document is; one that is not `begun` has no file."""

    document: str
    language: str
    parts: Sequence[Part]
    begun: bool = True

    @property
    def extents(self) -> Extents:
        """Units and words of all parts by state."""
        return total(part.extents for part in self.parts)


def standings(
    project: Project, documents: Sequence[str], languages: Sequence[str], report: Report
) -> list[Standing]:
    """How far the translations of `documents` are, into every language or those named."""
    return [
        standing for document in documents for standing in _of(project, document, languages, report)
    ]


def _of(
    project: Project, document: str, languages: Sequence[str], report: Report
) -> Iterator[Standing]:
    source = source_of(project, document, report)
    for tag in tags(project, source, languages):
        file = project.catalogue(source.name, tag)
        parts = progress(source, load_catalogue(file))
        yield Standing(source.name, tag, parts, begun=file.exists())


def short_of(
    found: Sequence[Standing], required: str, languages: Sequence[str]
) -> list[tuple[Standing, int]]:
    """The translations with units that are not yet as `required`, and how many those are.

    One that is not begun counts if its language is among those named.
    """
    counted = [one for one in found if one.begun or one.language in languages]
    left = [(one, sum(one.extents[state].units for state in REQUIRED[required])) for one in counted]
    return [(one, count) for one, count in left if count]


# ---- printed --------------------------------------------------------------------------------


def table(found: Sequence[Standing], *, sections: bool) -> list[Row]:
    """A head and a row for each translation; with `sections` one for each part below it.

    A language of several documents has a row for all of them. The last column is the share of
    words whose translation is up to date.
    """
    rows: list[Row] = [("", *(f"{state} (words)" for state in STATES), "done")]
    for one in found:
        rows.append(_row(f"{one.document} {one.language}", one.extents))
        if sections:
            rows += [_row(f"  {part.name or '(no heading)'}", part.extents) for part in one.parts]
    return rows + list(_totals(found))


def _totals(found: Sequence[Standing]) -> Iterator[Row]:
    for language in dict.fromkeys(one.language for one in found):
        extents = [one.extents for one in found if one.language == language]
        if len(extents) > 1:
            yield _row(f"all {language}", total(extents))


def _row(name: str, extents: Extents) -> Row:
    return name, *(_printed(extents[state]) for state in STATES), f"{_done(extents)} %"


def _printed(extent: Extent) -> str:
    return f"{extent.units} ({extent.words})"


def _done(extents: Extents) -> int:
    """Whole per cent, never rounded up to all."""
    words = sum(extent.words for extent in extents.values())
    done = extents["approved"].words + extents["translated"].words
    return 100 * done // words if words else 100


def as_json(found: Sequence[Standing]) -> str:
    """The same as JSON: a list of translations, each with its units and words by state and part."""
    return json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2)


def _plain(one: Standing) -> dict[str, object]:
    return {
        "document": one.document,
        "language": one.language,
        "begun": one.begun,
        "states": _states(one.extents),
        "sections": [{"name": part.name, "states": _states(part.extents)} for part in one.parts],
    }


def _states(extents: Extents) -> dict[str, dict[str, int]]:
    return {state: asdict(extents[state]) for state in STATES}
