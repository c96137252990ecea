"""A document of a project in one language → all that the checks have to say about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen import bundle as bundles
from docgen import overlay as overlays
from docgen.check.translation import directions, glossary
from docgen.check.translation.directions import Places
from docgen.check.translation.examining import Languages, examine, examine_source
from docgen.check.translation.facts import Facts, compiled
from docgen.check.translation.registry import RULES
from docgen.check.translation.settling import settled
from docgen.model import Document
from docgen.outstanding import places
from docgen.overlay import Overlay
from docgen.project import Project
from docgen.report import Diagnostic, Report
from docgen.units import units


def check(
    project: Project,
    source: Document,
    version: Document,
    resolved: Document,
    overlay: Overlay,
    report: Report,
) -> None:
    """Add the problems of `version`, which is `source` in another language or in its own.

    `resolved` is the version with its numbers. Every problem of a unit gets the number by which
    the unit is found, and what the `overlay` accepts is marked so. Raises DocgenError for a
    glossary or a bundle that cannot be read.
    """
    overlays.validate(overlay, source, report, RULES)
    report.extend(_problems(project, source, version, directions.places(resolved)))
    report.diagnostics = settled(report, overlay, _numbers(source, resolved))


def _numbers(source: Document, resolved: Document) -> Mapping[str, str]:
    """What each text is and its printed number, as “paragraph 12”, by unit or else by place."""
    kinds = {unit.id: unit.kind[:1].lower() + unit.kind[1:] for unit in units(source)}
    return {
        key: f"{kinds.get(key, '')} {place.printed}".strip()
        for key, place in places(resolved).items()
        if place.printed
    }


def _problems(
    project: Project, source: Document, version: Document, where: Places
) -> Iterator[Diagnostic]:
    own = _facts(project, source.front.source)
    if version.language == source.front.source:
        return examine_source(source, own, where)
    concepts = glossary.read(project.locales / glossary.FILE)
    known = Languages(own, _facts(project, version.language), concepts)
    return examine(source, version, known, where)


def _facts(project: Project, tag: str) -> Facts:
    """What is missing in a bundle was told when the document was built of it."""
    return compiled(bundles.load(project.locales, tag, Report()))
