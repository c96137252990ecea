"""A Word file in the template of the United Nations → a content folder.

    units      paragraphs and tables in their order, nothing empty
    sorting    each by its style, number and wording → drafts
    naming     ids, the same for the same file
    writing    drafts → Markdown, data, pictures
    verifying  the finished document beside the Word file

Nothing is left out without being told: what is not understood is kept as text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from docgen import word
from docgen.bundle import Bundle
from docgen.importing import wording
from docgen.importing.drafts import Draft, Figure, Frame, Heading, Item, Table, Text, inside
from docgen.importing.facts import front_matter
from docgen.importing.front import FirstPage
from docgen.importing.labels import Labels
from docgen.importing.naming import name, note_keys
from docgen.importing.notes import definitions, marked
from docgen.importing.notices import Notices
from docgen.importing.opening import begin
from docgen.importing.referring import Citing, Referring
from docgen.importing.sorting import Sorting
from docgen.importing.spans import Span, Spans, plain, with_space
from docgen.importing.units import units
from docgen.importing.writing import Writing
from docgen.report import Report
from docgen.style import Stylesheet
from docgen.word import WordFile


@dataclass(frozen=True, slots=True)
class Imported:
    """The files of a content folder by their names, and the drafts they were written from."""

    files: dict[str, bytes]
    draft: Draft
    references: int
    left: Counter[str]

    def counts(self) -> list[tuple[str, int]]:
        """How much of each kind there is, for people."""
        blocks = [block for part in self.draft.parts() for block in inside(part)]
        kinds = (
            ("headings", Heading),
            ("list items", Item),
            ("tables", Table),
            ("figures", Figure),
            ("boxes", Frame),
        )
        numbered = sum(getattr(one, "form", "") == "numbered" for one in blocks)
        others = sum(hasattr(one, "form") for one in blocks) - numbered
        counted = [(label, sum(isinstance(one, kind) for one in blocks)) for label, kind in kinds]
        return [
            ("numbered paragraphs", numbered),
            ("other paragraphs", others),
            *counted,
            ("annexes", len(self.draft.annexes)),
            ("references", self.references),
        ]


def language(file: WordFile, bundles: list[Bundle]) -> Bundle | None:
    """The language in whose wording a file has most of its fixed lines; None without any."""
    stories = [blocks for one in file.sections for blocks in one.stories.values()]
    texts = [
        part
        for blocks in (file.blocks, *stories)
        for paragraph in word.paragraphs(blocks)
        for part in word.words(paragraph).replace("\n", "\t").split("\t")
    ]
    scores = [(wording.likeness(bundle, texts), bundle) for bundle in bundles]
    best = max(scores, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def convert(
    data: bytes, file: WordFile, name_of: str, bundle: Bundle, sheet: Stylesheet, report: Report
) -> Imported:
    """The content folder of a Word file in the language of `bundle`; `data` makes its ids."""
    notices = Notices(name_of, report)
    _tell_changes(file, notices)
    draft = _drafted(file, bundle, sheet, notices)
    name(draft, data)
    referring = Referring.of(bundle)
    writing = Writing(
        notices, bundle.facts["numbers"], referring, note_keys(file, data), definitions(file)
    )
    _write(draft, writing, Citing(bundle, Labels.of(bundle), sheet.sequences))
    references = sum(data.count(b"[](#") for data in writing.files.values())
    return Imported(writing.files, draft, references, notices.left)


def _tell_changes(file: WordFile, notices: Notices) -> None:
    for fault in file.faults:
        notices.tell(fault.place, fault.message)
    for change in file.changes:
        by = f" by {change.author}" if change.author else ""
        words = f": “{change.text.strip()}”" if change.text.strip() else ""
        notices.tell(change.place, f"text that was {change.kind}{by} is left out{words}")
    marks = marked(file)
    for kind, notes in (("footnote", file.footnotes), ("endnote", file.endnotes)):
        for id, blocks in notes.items():
            if (kind, id) not in marks and word.text(blocks):
                notices.tell(0, f"a note without mark is left out: “{word.text(blocks, ' ')}”")
    for paragraph in word.paragraphs(file.blocks):
        runs = (piece for piece in paragraph.pieces if isinstance(piece, word.Run))
        if hidden := "".join(run.text for run in runs if run.look.hidden).strip():
            notices.tell(paragraph.place, f"hidden text is left out: “{hidden}”")
    for comment in file.comments:
        notices.tell(comment.place, f"a comment of {comment.author} is left out: “{comment.text}”")


def _drafted(file: WordFile, bundle: Bundle, sheet: Stylesheet, notices: Notices) -> Draft:
    page = FirstPage(bundle, notices)
    page.take_file(file)
    found = begin(units(file.blocks, file.sections, notices), page)
    draft = Draft(page.facts)
    page.facts.values.setdefault("source", bundle.tag)
    sorting = Sorting(bundle, Labels.of(bundle), notices, draft, sheet.facets)
    sorting.sort(found)
    _place_stars(draft, sorting.stars, page)
    page.finish(file, {stars: words for (at, stars), words in sorting.stars.items() if at == 0})
    return draft


def _place_stars(draft: Draft, stars: Mapping[tuple[int, str], Spans], page: FirstPage) -> None:
    """Notes after asterisks belong to lines with these; what belongs to none stays as text."""
    for (at, sign), words in stars.items():
        annex = draft.annexes[at - 1] if at else None
        if annex and annex.stars == sign:
            unedited = "The present annex is being issued without formal editing."
            annex.edited = wording.match(page.bundle, unedited, plain(words)) is None
            annex.note = words if annex.edited else ()
        elif annex or sign not in page.facts.marks:
            page.notices.tell(0, f"no line has the mark “{sign}” of a note, which stands as text")
            blocks = annex.blocks if annex else draft.blocks
            blocks.append(Text(with_space([(Span(sign),), words]), "unnumbered"))


def _write(draft: Draft, writing: Writing, citing: Citing) -> None:
    """Annexes first: the front matter of the report names their files."""
    names = [f"annex-{number}.md" for number, _ in enumerate(draft.annexes, 1)]
    own, *others = citing.targets(draft)
    for annex, name_of, targets in zip(draft.annexes, names, others, strict=True):
        writing.referring.targets = targets
        writing.annex(annex, name_of)
    writing.referring.targets = own
    writing.report(draft, front_matter(draft.facts, writing, names))
