"""A translator's desk in a few lines: one unit, its translation, and what the checks say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from docgen import bundle as bundles
from docgen.bundle import Bundle
from docgen.catalogue import Catalogue
from docgen.check.translation import Facts, Languages, compiled, examine, places
from docgen.check.translation.glossary import Concept, read
from docgen.check.translation.texts import of_text
from docgen.check.translation.values import Passage
from docgen.localize import localize
from docgen.model import Block, Document, Front, Paragraph, Prose
from docgen.po import Entry
from docgen.read.inline import parse_inline
from docgen.report import Diagnostic, Origin, Report
from docgen.walk import find

ROOT = Path(__file__).parents[3]
LOCALES = ROOT / "locales"
LANGUAGES = Path(__file__).parent / "languages"
PLACE = Origin("unit", 1)


@cache
def bundle(tag: str) -> Bundle:
    """The bundle of the project, or the facts of one that it does not have yet."""
    if tag in bundles.tags(LOCALES):
        return bundles.load(LOCALES, tag, Report())
    facts = tomllib.loads((LANGUAGES / f"{tag}.toml").read_text("utf-8"))
    return Bundle(tag, LANGUAGES, facts, {})


@cache
def facts(tag: str) -> Facts:
    return compiled(bundle(tag))


@cache
def concepts() -> Sequence[Concept]:
    """The glossary of the project."""
    return read(LOCALES / "glossary.csv")


def passage(text: str, tag: str) -> Passage:
    return Passage(parse_inline(text, PLACE, Report(), id="u"), facts(tag))


def paragraph(text: str, id: str) -> Paragraph:
    return Paragraph(parse_inline(text, PLACE, Report(), id=id), id)


def document(tag: str, *blocks: Block) -> Document:
    """A document in the language `tag` of which only the `blocks` have text."""
    title = parse_inline("", PLACE, Report())
    day = date(2045, 3, 14)
    front = Front("report", "general-assembly", ("A/99/1",), "general", day, tag, (tag,), title)
    return Document("desk", tag, front, (), blocks, ())


def examined(
    source: Document, entries: Mapping[str, str], other: str, rows: Sequence[Concept] | None = None
) -> list[Diagnostic]:
    """What is said when the units of `source` are translated by `entries` into `other`."""
    texts = {prose.id: prose.source for prose in find(source, Prose)}
    catalogue = Catalogue(
        "zh.po", {id: Entry(texts[id], text, id, origin=PLACE) for id, text in entries.items()}
    )
    report = Report()
    version = localize(source, catalogue, bundle(other), report)
    listed = concepts() if rows is None else rows
    known = Languages(facts(source.front.source), facts(other), listed)
    return [
        *(found for found in report if found.key),
        *examine(source, version, known, places(source)),
    ]


def told(
    source: str, tag: str, target: str, other: str, rows: Sequence[Concept] | None = None
) -> list[str]:
    """Everything that is said of the translation of one unit: “key: message”."""
    found = examined(document(tag, paragraph(source, "u")), {"u": target}, other, rows)
    return [f"{each.key}: {each.message}" for each in found]


def said(text: str, tag: str) -> list[str]:
    """Everything that is said of a text by itself."""
    return [f"{key}: {fault.message}" for key, fault in of_text(passage(text, tag))]


def keys(found: Sequence[str]) -> set[str]:
    return {line.partition(":")[0] for line in found}


def unescaped(text: str) -> str:
    r"""Text with its `\u00a0` as the characters that are meant, which a reader could not see."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
