"""A Word file that came back × its content → findings; and those that can be taken, taken over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen import bundle as bundles
from docgen import limits, pipeline, word
from docgen.bundle import Bundle
from docgen.files import read_within
from docgen.model import Document
from docgen.project import Project
from docgen.readback.compare import compare
from docgen.readback.expected import cell_styles, expected
from docgen.readback.judge import Finding, Judge
from docgen.readback.lines import Line
from docgen.readback.provenance import Record, record
from docgen.readback.received import lines
from docgen.readback.taking import Failed, Taking, take_into_source, take_into_translation
from docgen.report import DocgenError, Origin, Report, UsageError
from docgen.typeset import NO_BREAK_SPACE, bind, compiled

_HINT = "Name it: --document=NAME --lang=LANGUAGE."


@dataclass(frozen=True, slots=True)
class Remark:
    """What a colleague left in the file beside its text: a comment, or a tracked change."""

    kind: str
    text: str
    author: str
    place: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in a file, in the order of reading, and of which content in which language."""

    document: str
    language: str
    findings: Sequence[Finding]
    comments: Sequence[Remark] = ()
    tracked: Sequence[Remark] = ()

    @property
    def clean(self) -> bool:
        """Whether nobody has to do anything."""
        return not self.comments and not any(finding.open for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Source:
    """A file and the content it is compared with."""

    project: Project
    document: str
    language: str
    record: Record | None
    data: bytes


def source_of(project: Project, file: Path, document: str, language: str) -> Source:
    """The content that `file` was made from, as it says itself or as `document` and `language` say.

    Raises UsageError when neither says it, DocgenError when the file cannot be read.
    """
    data = _bytes(file)
    try:
        found = record(data)
    except DocgenError as error:
        raise _at(file, error) from error
    document = document or (found.document if found else "")
    language = language or (found.language if found else "")
    if not document or not language:
        raise UsageError(f"{file} does not say what it was made from", _HINT)
    return Source(project, document, language, found, data)


def _bytes(file: Path) -> bytes:
    try:
        return read_within(file, limits.PART)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _at(file: Path, error: DocgenError) -> DocgenError:
    return DocgenError(error.diagnostic.message, error.diagnostic.hint, Origin(str(file)))


def look(source: Source, report: Report) -> Outcome:
    """Compare a file with its content; nothing is written.

    Adds to `report` what could not be read. Raises Rejected when the content has errors.
    """
    project, tag = source.project, source.language
    document, sheet = pipeline.prepare(project, source.document, tag, final=False, report=Report())
    received = word.read(source.data)
    _tell(received, source, report)
    new = lines(received, cell_styles(sheet))
    differences = compare(expected(document, sheet), new)
    findings = _judge(document, source).findings(differences)
    name = document.name
    return Outcome(name, tag, findings, _comments(received, new), _tracked(received, new))


def _tell(received: word.WordFile, source: Source, report: Report) -> None:
    for fault in received.faults:
        report.warning(Origin(""), f"the file was read only in part: {fault.message}")
    if source.record is None:
        report.warning(
            Origin(""),
            "the file does not say what it was made from, so that what was changed in the content "
            "since cannot be told from what was changed in the file",
            "Look at each change before you take it over.",
        )


def _judge(document: Document, source: Source) -> Judge:
    bundle = bundles.load(source.project.locales, source.language, Report())
    own = document.front.source == source.language
    catalogue = source.project.catalogue(document.name, source.language)
    return Judge(
        source.record, "" if own else str(catalogue), bundle.facts["numbers"], _settling(bundle)
    )


def _settling(bundle: Bundle) -> Callable[[str], str]:
    """Plain spaces for the no-break spaces that typesetting would put there."""
    bonds = compiled(bundle.facts["typeset"]["no_break"])

    def settle(text: str) -> str:
        bound = bind(text.replace(NO_BREAK_SPACE, " "), bonds)
        if len(bound) != len(text):
            return text
        pairs = zip(text, bound, strict=True)
        return "".join(" " if one == other == NO_BREAK_SPACE else one for one, other in pairs)

    return settle


# ---- what stands beside the text --------------------------------------------------------------


def _comments(received: word.WordFile, new: Sequence[Line]) -> list[Remark]:
    return [
        Remark("comment", one.text, one.author, _place(one.place, new)) for one in received.comments
    ]


def _tracked(received: word.WordFile, new: Sequence[Line]) -> list[Remark]:
    gone = [
        Remark(one.kind, one.text, one.author, _place(one.place, new)) for one in received.changes
    ]
    stories = (received.blocks, *received.footnotes.values(), *received.endnotes.values())
    paragraphs = (one for story in stories for one in word.paragraphs(story))
    return [*gone, *_inserted(paragraphs, new)]


def _inserted(paragraphs: Iterator[word.Paragraph], new: Sequence[Line]) -> Iterator[Remark]:
    for paragraph in paragraphs:
        runs = (piece for piece in paragraph.pieces if isinstance(piece, word.Run))
        text = "".join(run.text for run in runs if run.inserted)
        if text:
            yield Remark("inserted", text, "", _place(paragraph.place, new))


def _place(number: int, new: Sequence[Line]) -> str:
    """The place of a paragraph for people, by its count in the file."""
    lines = [part for line in new for part in (line.parts or (line,))]
    above = [line for line in lines if line.number <= number]
    return max(above, key=lambda line: line.number).place if above else "at the beginning"


# ---- taking over ------------------------------------------------------------------------------


def take(source: Source, outcome: Outcome) -> Outcome:
    """Write into the content what can be taken over; the outcome says what became of each."""
    findings = _agreed(outcome.findings)
    indices = [index for index, finding in enumerate(findings) if finding.taking]
    takings = [taking for index in indices if (taking := findings[index].taking)]
    failed = _write(source, takings) if takings else {}
    for place, index in enumerate(indices):
        reason = failed.get(place, "")
        findings[index] = replace(findings[index], taken=not reason, reason=reason)
    return replace(outcome, findings=findings)


def _agreed(findings: Sequence[Finding]) -> list[Finding]:
    """A text that is printed at several places can be taken only from one of them."""
    keys = Counter(_key(finding.taking) for finding in findings if finding.taking)
    return [
        replace(finding, taking=None, reason="it is printed at several places")
        if finding.taking and keys[_key(finding.taking)] > 1
        else finding
        for finding in findings
    ]


def _key(taking: Taking) -> tuple[str, str, int, str, int]:
    unit = taking.unit
    return unit.id, unit.origin.file, unit.origin.line, unit.source, taking.column


def _write(source: Source, takings: Sequence[Taking]) -> Failed:
    folder = source.project.folder(source.document)
    catalogue = source.project.catalogue(folder.resolve().name, source.language)
    if takings[0].unit.origin.file == str(catalogue):
        return take_into_translation(catalogue, takings)
    return take_into_source(folder, takings)
