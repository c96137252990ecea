"""A document of a project and a language → the sheet of its review page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen import bundle as bundles
from docgen import pipeline
from docgen import style as styles
from docgen.bundle import Bundle
from docgen.check.translation import compiled
from docgen.check.translation.glossary import FILE, Concept
from docgen.check.translation.glossary import read as read_glossary
from docgen.check.translation.terms import Index
from docgen.model import Document, Prose
from docgen.outstanding import places
from docgen.pipeline import Version
from docgen.project import Project
from docgen.render import faces
from docgen.report import Diagnostic, Report, Severity, UsageError
from docgen.review.pieces import Reading
from docgen.review.rows import Readings, rows
from docgen.review.values import Row, Sheet, Side, Term
from docgen.style import Stylesheet
from docgen.units import Unit, plain, translatable, units
from docgen.walk import find

TERM = "t-"
"""How the anchors of terms begin; their place in the list follows."""


def sheet(project: Project, document: str, language: str) -> Sheet:
    """The review page of a translation as its files are now.

    Raises Rejected for errors of the source, UsageError for its own language, DocgenError for a
    file that cannot be read.
    """
    version = pipeline.version(project, document, language)
    source = version.source
    if language == source.front.source:
        hint = "Name the language of a translation."
        raise UsageError(f"“{document}” is written in “{language}”", hint)
    own, other = (_bundle(project, tag) for tag in (source.front.source, language))
    found = units(source)
    terms, readings = _readings(project, document, version, (own, other), found)
    listed = rows(found, version.catalogue, version.report, readings)
    return Sheet(
        document=source.name,
        language=language,
        title=plain(source.front.title),
        symbol=source.front.symbols[0],
        source=_side(own, styles.load(project.styles, source.front.style, own)),
        target=_side(other, version.sheet),
        rows=listed,
        terms=terms,
        problems=[*_nameless(source), *_others(version.report, listed)],
    )


def _bundle(project: Project, tag: str) -> Bundle:
    return bundles.load(project.locales, tag, Report())


def _readings(
    project: Project,
    document: str,
    version: Version,
    both: tuple[Bundle, Bundle],
    found: Sequence[Unit],
) -> tuple[list[Term], Readings]:
    """The terms of the document, and how its texts and their translations are read."""
    own, other = both
    concepts = read_glossary(project.locales / FILE)
    index = Index(concepts, own.tag, compiled(own).terms)
    terms = _terms(index, other.tag, found)
    original, _ = pipeline.prepare(project, document, own.tag, final=False, report=Report())
    return list(terms.values()), Readings(
        Reading(str(own.facts["un_code"]), _numbers(original), index, terms),
        Reading(str(other.facts["un_code"]), _numbers(version.resolved)),
    )


def _terms(index: Index, tag: str, found: Iterable[Unit]) -> Mapping[str, Term]:
    """The terms in the units that the glossary has in the other language, by the alphabet."""
    there = {one.term for unit in found for one in index.find(unit.text)}
    wanted = [term for term in sorted(there, key=str.casefold) if _say(index.concepts[term], tag)]
    return {term: _term(number, term, index, tag) for number, term in enumerate(wanted, 1)}


def _term(number: int, term: str, index: Index, tag: str) -> Term:
    concepts = index.concepts[term]
    forbidden = [word for one in concepts for word in one.forbidden.get(tag, ())]
    return Term(f"{TERM}{number}", term, _say(concepts, tag), forbidden)


def _say(concepts: Iterable[Concept], tag: str) -> list[str]:
    return [word for concept in concepts for word in concept.terms.get(tag, ())]


def _numbers(resolved: Document) -> Mapping[str, str]:
    return {key: place.printed for key, place in places(resolved).items() if place.printed}


def _side(bundle: Bundle, looks: Stylesheet) -> Side:
    """The names of restricted families are those of one language; a page has two."""
    own = f"docgen-{re.sub(r'[^a-z0-9]', '', bundle.tag.lower())}-"
    fonts = "\n".join(faces.rules(looks)).replace("docgen-", own)
    family = faces.families("text", looks).replace("docgen-", own)
    dense = not bundle.facts["checks"]["spaces"]
    facts = bundle.facts
    return Side(str(facts["name"]), bundle.lang, str(facts["direction"]), fonts, family, dense)


def _nameless(source: Document) -> Iterator[Diagnostic]:
    """Texts that no translation can refer to."""
    for prose in find(source, Prose):
        if not prose.id and translatable(prose):
            message, hint = "this text has no id, so that nothing translates it", "Run `make sync`."
            yield Diagnostic(Severity.WARNING, prose.origin, message, hint)


def _others(report: Report, listed: Iterable[Row]) -> list[Diagnostic]:
    """Problems of no row: of the overlay, the wording, a note of the translator."""
    ids = {row.id for row in listed}
    return [one for one in report if one.unit not in ids]
