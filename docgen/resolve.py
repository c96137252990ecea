"""Give every node its number, every note its mark, every reference its words.

This is the only place that counts. Words are translated before, because the order of notes can
change with the order of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from docgen.bundle import Bundle
from docgen.counter import Counter
from docgen.model import (
    Annex,
    Box,
    CrossRef,
    Document,
    Figure,
    Item,
    ItemList,
    Note,
    NoteRef,
    Number,
    Option,
    OptionTable,
    Paragraph,
    Prose,
    Section,
    Step,
    Table,
    Target,
)
from docgen.numerals import label
from docgen.records import dataclass, replace
from docgen.report import NOWHERE, Origin, Report
from docgen.style import Sequence, Stylesheet
from docgen.timing import timed
from docgen.walk import rebuild, walk

NOTE, ASTERISK, LETTER = "note", "note.asterisk", "note.letter"
FRAMES = (Table, Figure, Box, OptionTable)
COUNTED = (NoteRef, ItemList, Annex, *get_args(Target))


@timed("resolving")
def resolve(document: Document, bundle: Bundle, sheet: Stylesheet, report: Report) -> Document:
    """Number `document`, join its notes to their marks and fill its references.

    Reports references to nothing, and references to what has no number.
    """
    numbering = _Numbering(bundle, sheet.sequences, {note.key: note for note in document.notes})
    document = replace(document, notes=())
    document = _mark_title_notes(document, numbering)
    document = rebuild(document, numbering.letter_notes, *FRAMES)
    numbering.single_annex = len(document.annexes) == 1
    document = _number_parts(document, numbering)
    referring = _Referring(numbering.targets, document, report)
    document = rebuild(document, referring.fill, Prose, CrossRef)
    repeated, patterns = frozenset(numbering.repeated), tuple(bundle.labels.items())
    return replace(document, repeated=repeated, patterns=patterns)


def _mark_title_notes(document: Document, numbering: _Numbering) -> Document:
    """Asterisks for the marks of the first page, then afresh for those of every annex title."""
    masthead = rebuild(document.masthead, numbering.asterisk, NoteRef)
    annexes = tuple(_mark_annex_title(annex, numbering) for annex in document.annexes)
    return replace(document, masthead=masthead, annexes=annexes)


def _mark_annex_title(annex: Annex, numbering: _Numbering) -> Annex:
    numbering.counter.restart(ASTERISK)
    return replace(annex, title=rebuild(annex.title, numbering.asterisk, NoteRef))


def _number_parts(document: Document, numbering: _Numbering) -> Document:
    """Count the parts in the order in which they are printed, front matter left out."""
    return replace(
        document,
        summary=rebuild(document.summary, numbering.number, *COUNTED),
        blocks=rebuild(document.blocks, numbering.number, *COUNTED),
        annexes=rebuild(document.annexes, numbering.number, *COUNTED),
    )


class _Numbering:
    """The state of one count through one document."""

    def __init__(
        self, bundle: Bundle, sequences: Mapping[str, Sequence], notes: Mapping[str, Note]
    ) -> None:
        self.labels = bundle.labels
        self.citations = bundle.citations
        self.sequences = sequences
        self.notes = notes
        self.counter = Counter(sequences)
        self.last: dict[str, Number] = {}
        self.marked: dict[str, Number] = {}
        self.repeated: set[str] = set()
        self.targets: dict[str, Number] = {}
        self.single_annex = False

    # -- notes --

    def asterisk(self, node: Any) -> Any:
        """Give a note mark the next asterisks."""
        return self._foot_mark(node, ASTERISK) if isinstance(node, NoteRef) else node

    def letter_notes(self, node: Any) -> Any:
        """Letter the notes of a frame; they are printed under it, in the order of their marks."""
        return self._lettered(node) if isinstance(node, FRAMES) else node

    def _lettered(self, frame: Any) -> Any:
        self.counter.restart(LETTER)
        letters: dict[str, Number] = {}

        def letter(node: Any) -> Any:
            if not isinstance(node, NoteRef) or node.number:
                return node
            if node.key not in letters:
                letters[node.key] = self._next(LETTER)
            return replace(node, number=letters[node.key])

        frame = rebuild(frame, letter, NoteRef)
        notes = tuple(
            replace(self.notes[key], number=number)
            for key, number in letters.items()
            if key in self.notes
        )
        return replace(frame, notes=notes) if notes != frame.notes else frame

    def _foot_mark(self, mark: NoteRef, sequence: str) -> NoteRef:
        """Number the mark of a foot note; the first mark of a note carries its body."""
        if mark.number or mark.key not in self.notes:
            return mark
        if mark.key in self.marked:
            self.repeated.add(mark.key)
            return replace(mark, number=self.marked[mark.key])
        number = self.marked[mark.key] = self._next(sequence)
        return replace(mark, number=number, note=replace(self.notes[mark.key], number=number))

    # -- everything else --

    def number(self, node: Any) -> Any:
        """Number a node of a kind that counts; called in the order of reading."""
        if isinstance(node, NoteRef):
            return self._foot_mark(node, NOTE)
        if isinstance(node, ItemList):
            return self._begin_list(node) if node.ordered else node
        return self._count(node)

    def _begin_list(self, items: ItemList) -> ItemList:
        """Start the sequence of a list afresh and tell its items which one they count in."""
        sequence = f"item.{items.level}"
        self.counter.begin(sequence, items.start)
        place = Number(sequence, 0, "")
        return replace(items, items=tuple(replace(item, number=place) for item in items.items))

    def _count(self, node: Any) -> Any:
        sequence = self._sequence(node)
        if not sequence:
            return node
        if getattr(node, "start", 0):
            self.counter.begin(sequence, node.start)
        number = self._next(sequence, node.id)
        if node.id:
            self.targets[node.id] = number
        return replace(node, number=number)

    def _sequence(self, node: Any) -> str:
        """The sequence that `node` counts in; empty when it has no number."""
        match node:
            case Paragraph():
                return "paragraph" if node.form == "numbered" else ""
            case Item():
                return node.number.sequence if node.number else ""
            case Section():
                return f"section.{node.level}" if node.numbered else ""
            case Table(numbered=False) | Figure(numbered=False):
                return ""
            case Box(title=Prose()) | Annex() | Table() | Figure() | Option():
                return type(node).__name__.lower()
        return ""

    def _next(self, sequence: str, target: str = "") -> Number:
        value, run = self.counter.advance(sequence)
        form = "annex.single" if sequence == "annex" and self.single_annex else sequence
        words = label(self.labels[form], value)
        number = Number(sequence, value, words, self._citation(form, value, target), run)
        self.last[sequence] = number
        return number

    def _citation(self, sequence: str, value: int, target: str) -> tuple[Step, ...]:
        pattern = self.citations.get(sequence, "")
        before, parent, own = pattern.rpartition("{parent}")
        steps = _steps(own, value, target)
        if parent:
            outer = self.last.get(self.sequences[sequence].parent)
            steps = (outer.citation if outer else ()) + steps
        return (Step(before), *steps) if before else steps


_OWN = re.compile(r"(?P<before>[^({]*)(?P<number>\(?\{.\}\)?)(?P<after>.*)")


def _steps(pattern: str, value: int, target: str) -> tuple[Step, ...]:
    """The own part of a citation: the number that leads to `target`, and what stands around it."""
    before, number, after = _parted(pattern)
    if not number:
        return ()
    return *before, Step(label(number, value), target), *after


@cache
def _parted(pattern: str) -> tuple[tuple[Step, ...], str, tuple[Step, ...]]:
    """What stands before and after the number in the own part of a citation, and the number."""
    parts = _OWN.fullmatch(pattern)
    if not parts:
        return (), "", ()
    before, after = ((Step(words),) if words else () for words in parts.group("before", "after"))
    return before, parts["number"], after


@dataclass(slots=True)
class _Referring:
    """Fills references; the origin of the prose being visited tells where a wrong one stands."""

    targets: Mapping[str, Number]
    document: Document
    report: Report
    origin: Origin = NOWHERE

    def fill(self, node: Any) -> Any:
        """Give a reference the citation of its target."""
        if isinstance(node, Prose):
            self.origin = node.origin
        return self._filled(node) if isinstance(node, CrossRef) else node

    def _filled(self, reference: CrossRef) -> CrossRef:
        number = self.targets.get(reference.target)
        if number is None:
            self._refuse(reference.target)
        elif not number.citation:
            self.report.warning(
                self.origin,
                f"reference [](#{reference.target}) prints nothing: a single annex has no number",
                "Write “the annex” without a reference.",
            )
        return replace(reference, steps=number.citation if number else ())

    def _refuse(self, target: str) -> None:
        if any(getattr(node, "id", "") == target for node in walk(self.document)):
            message, hint = "leads to something without a number", "Refer to a numbered block."
        else:
            from difflib import get_close_matches

            near = get_close_matches(target, self.targets, n=3)
            message = "leads to no block of this document"
            hint = f"Did you mean {', '.join(f'#{name}' for name in near)}?" if near else ""
        self.report.error(self.origin, f"reference [](#{target}) {message}", hint)
