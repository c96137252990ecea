"""A document of a project in one language → all that the checks have to say about it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import bundle as bundles
from docgen import overlay as overlays
from docgen.bundle import Bundle
from docgen.check.translation import glossary
from docgen.check.translation.examining import Languages, examine, examine_source
from docgen.check.translation.facts import compiled
from docgen.check.translation.numbered import printed_numbers
from docgen.check.translation.registry import RULES
from docgen.check.translation.settling import settled
from docgen.model import Document
from docgen.project import Project
from docgen.report import Diagnostic, Report


def check(
    project: Project,
    source: Document,
    version: Document,
    resolved: Document,
    bundle: Bundle,
    report: Report,
) -> None:
    """Add the problems of `version`, which is `source` in the language of `bundle`.

    `resolved` is the version with its numbers. Every problem in the report gets the printed number
    of its unit, and those that the overlay of the language accepts are marked so. Raises
    DocgenError for a glossary or an overlay that cannot be read.
    """
    overlay = overlays.load(project.overlay(source.name, bundle.tag))
    overlays.validate(overlay, source, report, RULES)
    report.extend(_problems(project, source, version, bundle))
    report.diagnostics = settled(report, overlay, printed_numbers(resolved))


def _problems(
    project: Project, source: Document, version: Document, bundle: Bundle
) -> Iterator[Diagnostic]:
    facts = compiled(bundle)
    if bundle.tag == source.front.source:
        return examine_source(source, facts)
    own = bundles.load(project.locales, source.front.source, Report())
    concepts = glossary.read(project.locales / glossary.FILE)
    return examine(source, version, Languages(compiled(own), facts, concepts))
