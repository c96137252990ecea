"""A Word file as read → its lines in order; a note follows the line that marks it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import filterfalse

from docgen.fingerprint import LIVE
from docgen.readback.lines import Kind, Line, Look, Span, joined, trimmed
from docgen.word import (
    Block,
    Cell,
    Mark,
    Paragraph,
    Picture,
    Piece,
    Row,
    Run,
    Table,
    TextBox,
    WordFile,
    words,
)

NOTE_TARGET, TYPED = "note", "typed mark"
_STRONG, _EMPHASIS, _CONTENTS = "strong", "emphasis", "toc "
_NO_NUMBER = ("HYPERLINK", "TOC")
_COUNTED = "SEQ "
_SHOWN = 40


def lines(file: WordFile, cell_styles: frozenset[str]) -> list[Line]:
    """Every line of `file` that says something, the entries of its contents list left out.

    `cell_styles` are the styles, in small letters, of which the cells of a table of data are.
    """
    reader = _Reader(file, cell_styles)
    found = [*reader.blocks(file.blocks), *_running(reader, file)]
    return [line for line in found if line.parts or line.label or line.text.strip()]


def _running(reader: _Reader, file: WordFile) -> Iterator[Line]:
    """The heads and feet of the pages, each of them once."""
    stories = [pair for section in file.sections for pair in section.stories.items()]
    seen: set[tuple[str, str]] = set()
    for name, story in sorted(stories, key=lambda pair: pair[0]):
        for line in reader.blocks(story):
            if (name, line.text) not in seen:
                seen.add((name, line.text))
                yield replace(line, kind="running", place=name.replace("/", ", pages: "))


@dataclass(slots=True)
class _Reader:
    """Reads blocks one after the other, and remembers by what people find a place."""

    file: WordFile
    cell_styles: frozenset[str]
    after: str = ""
    caption: str = ""
    noted: set[str] = field(default_factory=set)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Line]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self._paragraph(block)
            elif self._is_data(block):
                yield from self._table(block)
            else:
                for row in block.rows:
                    for cell in row.cells:
                        yield from self.blocks(cell.blocks)

    def _is_data(self, table: Table) -> bool:
        """Whether the cells have the styles of data; frames and options are made of tables too."""
        styles = [
            block.style_name.lower()
            for row in table.rows
            for cell in row.cells
            for block in cell.blocks
            if isinstance(block, Paragraph) and block.pieces
        ]
        return bool(styles) and sum(style in self.cell_styles for style in styles) * 2 > len(styles)

    def _paragraph(self, source: Paragraph) -> Iterator[Line]:
        if not source.style_name.lower().startswith(_CONTENTS):
            yield self._line("text", source)
        yield from self._pictures(source)
        yield from self._notes([source])

    def _line(self, kind: Kind, source: Paragraph) -> Line:
        found = trimmed(_spans(source.pieces))
        if any(span.target.startswith(_COUNTED) for span in found):
            self.caption = Line(kind, found).shown
        return Line(
            kind,
            found,
            "" if source.bullet else source.label,
            source.style_name.lower(),
            self._place(source),
            source.place,
            source.bookmarks,
        )

    def _place(self, source: Paragraph) -> str:
        """The number by which people find a paragraph: its own, or that of the one above."""
        label = "" if source.bullet else source.label.rstrip(".")
        if source.layout.outline is not None:
            self.after = f"heading {label or f'“{_start(source)}”'}"
        elif not label:
            return f"after {self.after}" if self.after else "at the beginning"
        elif source.depth or not any(map(str.isdigit, label)):
            return f"{self.after} {label}"
        else:
            self.after = f"paragraph {label}"
        return self.after

    def _table(self, table: Table) -> Iterator[Line]:
        for count, row in enumerate(filterfalse(_is_gap, table.rows), 1):
            place = f"{self.caption or 'table'}, row {count}"
            paragraphs = [list(_paragraphs(cell)) for cell in row.cells]
            yield self._row(row, place)
            for found in paragraphs:
                yield from self._notes(found)

    def _row(self, row: Row, place: str) -> Line:
        kept = [cell for cell in row.cells if cell.merge != "continued"]
        parts = tuple(
            replace(self._cell(cell), place=f"{place}, column {count}", column=count - 1)
            for count, cell in enumerate(kept, 1)
        )
        number = parts[0].number if parts else 0
        return Line("row", (), style="row", place=place, number=number, parts=parts)

    def _cell(self, cell: Cell) -> Line:
        found = [self._line("cell", paragraph) for paragraph in _paragraphs(cell)]
        found = [line for line in found if line.spans] or found[:1] or [Line("cell", ())]
        spans = list(found[0].spans)
        for line in found[1:]:
            spans += [Span("\n"), *line.spans]
        return replace(found[0], spans=joined(spans))

    def _pictures(self, source: Paragraph) -> Iterator[Line]:
        for piece in source.pieces:
            if isinstance(piece, Picture) and piece.alt:
                spans = (Span(piece.alt),)
                place = f"picture after {self.after}" if self.after else "picture at the beginning"
                yield Line("picture", spans, place=place, number=source.place)
            elif isinstance(piece, TextBox):
                yield from self.blocks(piece.blocks)

    def _notes(self, sources: Iterable[Paragraph]) -> Iterator[Line]:
        marks = (piece for one in sources for piece in one.pieces if isinstance(piece, Mark))
        for mark in marks:
            known = self.file.footnotes if mark.kind == "footnote" else self.file.endnotes
            yield from self._note(mark, known.get(mark.id, ()), f"{mark.kind} {mark.id}")

    def _note(self, mark: Mark, blocks: Iterable[Block], name: str) -> Iterator[Line]:
        if name in self.noted:
            return
        self.noted.add(name)
        for count, block in enumerate(block for block in blocks if isinstance(block, Paragraph)):
            spans = (
                _without_mark(_spans(block.pieces), mark.label)
                if not count
                else _spans(block.pieces)
            )
            label = mark.label if not count else ""
            place = f"note {mark.label}"
            yield Line("note", trimmed(spans), label, block.style_name.lower(), place, block.place)


def _is_gap(row: Row) -> bool:
    """Whether a row is the room below a head, in which nothing has been written."""
    paragraphs = (one for cell in row.cells for one in _paragraphs(cell))
    return row.header and bool(row.height) and not any(one.pieces for one in paragraphs)


def _start(source: Paragraph) -> str:
    """The first words of a heading without number."""
    text = words(source).strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _paragraphs(cell: Cell) -> Iterator[Paragraph]:
    return (block for block in cell.blocks if isinstance(block, Paragraph))


def _spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    return joined(span for piece in pieces if (span := _span(piece)))


def _span(piece: Piece) -> Span | None:
    if isinstance(piece, Mark):
        return Span(LIVE, target=NOTE_TARGET, shown=f"⟨{piece.label}⟩")
    if not isinstance(piece, Run) or piece.look.hidden:
        return None
    code = piece.field.split()
    if code and code[0].upper() not in _NO_NUMBER:
        target = " ".join(word for word in code[:2] if not word.startswith("\\"))
        shown = f"⟨{piece.text}⟩" if piece.look.raised else piece.text
        return Span(LIVE, target=target, shown=shown)
    if piece.look.raised and re.fullmatch(r"[\d*]+", piece.text.strip()):
        return Span(LIVE, target=TYPED, shown=f"⟨{piece.text.strip()}⟩")
    return Span(piece.text.replace("\u00ad", ""), _look(piece))


def _look(run: Run) -> Look:
    style = run.style.lower()
    return Look(
        run.look.bold or style == _STRONG,
        run.look.italic or style == _EMPHASIS,
        run.link,
    )


def _without_mark(spans: tuple[Span, ...], label: str) -> tuple[Span, ...]:
    """The text of a note without the mark that is typed or counted before it."""
    found = list(spans)
    # LibreOffice repeats the asterisks of all notes but the first.
    mark = re.compile(rf"(?:{re.escape(label)}|\s)*")
    while found and (found[0].text == LIVE or mark.fullmatch(found[0].text)):
        del found[0]
    if found:
        found[0] = replace(found[0], text=found[0].text[_length(mark, found[0].text) :])
    return tuple(found)


def _length(pattern: re.Pattern[str], text: str) -> int:
    """How many characters at the start of `text` the pattern takes."""
    found = pattern.match(text)
    return found.end() if found else 0
