"""A translation made elsewhere → the PO file of a document, each text paired with its source.

reading    the old file → a document
signs      what tells a text again in another language
pairing    the texts of both, in their order
codes      marks of notes and references: those of the source
filling    the entries of the PO file, all to be revised
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen import bundle as bundles
from docgen import pipeline, po, translation
from docgen.aligning.codes import Codes, citations
from docgen.aligning.filling import Filled, filled
from docgen.aligning.pairing import Pair, pairs
from docgen.aligning.reading import old_document
from docgen.aligning.signs import Sign, signs
from docgen.bundle import Bundle
from docgen.files import write_whole
from docgen.model import Document
from docgen.project import Project
from docgen.read import read
from docgen.report import Origin, Report, UsageError
from docgen.typeset import compiled


@dataclass(frozen=True, slots=True)
class Aligned:
    """What became of an old translation; `lone` are texts of it that no unit has taken.

    `paired` counts the units that have a partner, of `units` in all, `filled` the entries written,
    `kept` those that had a translation before.
    """

    units: int
    paired: int
    filled: int
    kept: int
    lone: tuple[str, ...]


def align(
    project: Project, old: Path, document: str, tag: str, report: Report, *, replace: bool = False
) -> Aligned:
    """Fill the translation of `document` into `tag` from the file `old`, all marked fuzzy.

    Translations that are there stay, unless `replace`. What has no partner, and codes that could
    not be carried over, are added to `report`. Raises UsageError for a file that is neither Word
    nor Markdown, DocgenError for one that cannot be read.
    """
    translation.sync(project, document, translation.Syncing([tag]), report)
    source = read(project.folder(document), Report())
    if tag == source.front.source:
        raise UsageError(f"“{document}” is written in “{tag}”", "Name another language.")
    bundle = bundles.load(project.locales, tag, report)
    former = old_document(project, old, source, bundle, report)
    return _filled(project, source, former, bundle, old.name, report, replace)


def _filled(
    project: Project,
    source: Document,
    former: Document,
    bundle: Bundle,
    name: str,
    report: Report,
    replace: bool,
) -> Aligned:
    here, there = signs(source), signs(former)
    found = pairs(here, there, _longer(project, source, bundle))
    printed, _ = pipeline.prepare(
        project, str(project.folder(source.name)), bundle.tag, final=False, report=Report()
    )
    bonds = compiled(bundle.facts["typeset"]["no_break"])
    codes = Codes.of([(here[i], there[j]) for i, j in found], citations(printed), bonds)
    file = project.catalogue(source.name, bundle.tag)
    texts = _texts(found, here, there, codes)
    done = filled(po.read(file), texts, name, replace=replace)
    write_whole(file, po.dump(done.entries))
    _tell(file, done, here, {i for i, _ in found}, report)
    taken = {j for _, j in found}
    lone = tuple(one.unit.text for j, one in enumerate(there) if j not in taken)
    return Aligned(len(here), len(found), len(done.filled), done.kept, lone)


def _texts(
    found: list[Pair], here: list[Sign], there: list[Sign], codes: Codes
) -> Mapping[str, tuple[str, str, tuple[str, ...]]]:
    """By the id of a unit: the old text with the codes of the source, its place, what is amiss."""
    texts = {}
    for i, j in found:
        text, faults = codes.carried(here[i].unit.text, there[j].unit.text)
        texts[here[i].unit.id] = text, there[j].place, faults
    return texts


def _longer(project: Project, source: Document, bundle: Bundle) -> float:
    """How many letters of the translation stand for one of the source."""
    own = bundles.load(project.locales, source.front.source, Report())
    return float(bundle.facts["checks"]["length"]) / float(own.facts["checks"]["length"])


def _tell(file: Path, done: Filled, here: list[Sign], paired: set[int], report: Report) -> None:
    for entry, faults in done.faults:
        hint = "Put them where they belong, as in the source above it."
        message = f"the old translation of {entry.context} {' and '.join(faults)}"
        report.warning(Origin(str(file)), message, hint)
    for index, one in enumerate(here):
        if index not in paired:
            message = f"{one.unit.id} has no partner in the old translation: “{one.start}”"
            report.warning(one.unit.origin, message, "Translate it.")
