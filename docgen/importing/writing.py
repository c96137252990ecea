"""Drafts → the files of a content folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from docgen.importing import pictures
from docgen.importing.cells import Lettered, lines
from docgen.importing.drafts import (
    Annex,
    Block,
    Caption,
    Draft,
    Facts,
    Figure,
    Frame,
    Heading,
    Item,
    Option,
    Options,
    Table,
    Text,
)
from docgen.importing.markup import begun, markup
from docgen.importing.notices import Notices
from docgen.importing.referring import Referring
from docgen.importing.spans import Span, Spans, joined, plain
from docgen.read.front_matter import REPORT_KEYS
from docgen.read.heads import ABOVE, LEFT
from docgen.word import Picture, Plot

_NEEDED = ("type", "organ", "symbol", "distribution", "date", "source", "title")
_ORDER = (
    "type",
    "organ",
    "symbol",
    "distribution",
    "date",
    "source",
    "original",
    "session",
    "agenda_list",
    "agenda_item",
    "agenda_title",
    "title",
    "subtitle",
    "author",
    "notes",
    "job_number",
    "submitted",
    "issued",
    "contents",
    "style",
    "annexes",
)
_MARKERS = {True: "1. ", False: "- "}


@dataclass(slots=True)
class Writing:
    """Writes drafts into `files`; `notes` are the definitions that the present file still owes."""

    notices: Notices
    numbers: Mapping[str, str]
    referring: Referring
    keys: Mapping[str, str]
    definitions: Mapping[str, Spans]
    files: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)
    pictures: int = 0
    after: list[str] = field(default_factory=list)

    # -- texts --

    def words(self, found: Spans) -> str:
        """The markup of a text; the notes it marks will be defined in the file."""
        return markup(self.known(found), self.referring.refer)

    def known(self, found: Spans) -> Spans:
        """A text whose marks have the keys of the content folder."""
        return joined(map(self._known, found))

    def _known(self, span: Span) -> Span:
        if not span.note or span.note in self.defined or span.note in (LEFT, ABOVE):
            return span
        key = self.keys.get(span.note, "") if span.note in self.definitions else ""
        if not key:
            self.notices.tell(0, f"the note with the mark “{span.text}” is missing")
            return Span(f" [{span.text}]", span.bold, span.italic)
        if key not in self.defined:
            self.defined.add(key)
            self.notes[key] = markup(self.definitions[span.note], self.referring.refer) or "–"
        return Span(span.text, span.bold, span.italic, note=key)

    # -- files --

    def report(self, draft: Draft, front: str) -> None:
        """The file of the report, without what stands in annexes."""
        self._file("report.md", front, draft.blocks)

    def annex(self, annex: Annex, name: str) -> None:
        """The file of an annex."""
        front = {"title": self.words(annex.title), "id": annex.id}
        if annex.original:
            front["original"] = list(annex.original)  # type: ignore[assignment]
        lines_of = (f"{key}: {yaml(value)}\n" for key, value in front.items())
        self._file(name, "".join(lines_of), annex.blocks)

    def _file(self, name: str, front: str, blocks: Sequence[Block]) -> None:
        body = self.blocks(blocks)
        ends = [f"[^{key}]: {begun(text)}\n" for key, text in self.notes.items()]
        self.notes.clear()
        parts = [f"---\n{front}---\n", *body, *ends]
        self.files[name] = "\n".join(parts).encode()

    # -- blocks --

    def blocks(self, blocks: Iterable[Block], framed: bool = False) -> list[str]:
        """The texts of blocks; items that follow each other are one list."""
        made: list[str] = []
        last: Block | None = None
        for block in blocks:
            text = self._block(block, framed)
            if isinstance(block, Item):
                text = self._item(block, self._depths)
                if isinstance(last, Item) and not block.start and _joins(last, block):
                    made[-1] += text
                    last = block
                    continue
            made.append(text)
            if not framed:
                made += self.after
                self.after = []
            last = block
        return made

    _depths: dict[int, str] = field(default_factory=dict)

    def _block(self, block: Block, framed: bool) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Text():
                return self._text(block, framed)
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Frame():
                return self._frame(block)
            case Options():
                return self._options(block)
        return ""

    def _heading(self, block: Heading) -> str:
        attributes = f"#{block.id}" + ("" if block.label else " .unnumbered") + _start(block.start)
        return f"{'#' * block.level} {self.words(block.words)} {{{attributes}}}\n"

    def _text(self, block: Text, framed: bool) -> str:
        form = "" if framed or block.form in ("numbered", "quotation") else f" .{block.form}"
        text = begun(self.words(block.words)) or "–"
        sign = "> " if block.form == "quotation" else ""
        return f"{{#{block.id}{form}{_start(block.start)}}}\n{sign}{text}\n"

    def _item(self, block: Item, depths: dict[int, str]) -> str:
        marker = _MARKERS[block.ordered]
        indent = "".join(depths.get(level, "   ") for level in range(1, block.level))
        depths[block.level] = " " * len(marker)
        room = indent + depths[block.level]
        start = f"{indent}{{start={block.start}}}\n" if block.start > 1 else ""
        text = begun(self.words(block.words)) or "–"
        return f"{start}{indent}{marker}{{#{block.id}}}\n{room}{text}\n"

    def _frame(self, block: Frame) -> str:
        letters = self._letters(block.notes)
        marked = [_with_marks(one, letters) for one in block.blocks]
        title = [f"# {self.words(letters.marked(block.title))}\n"] if block.title else []
        inside = [*title, *self.blocks(marked, framed=True)]
        self._lettered(block.notes, letters, block.place)
        info = "summary" if block.kind == "summary" else f"box {{#{block.id}}}"
        return "\n".join([f"::: {info}", "\n".join(inside).rstrip("\n"), ":::\n"]).replace(
            "\n\n\n", "\n\n"
        )

    def _options(self, block: Options) -> str:
        letters = self._letters(block.notes)
        made = [self._option(one, letters) for one in block.options]
        self._lettered(block.notes, letters, block.place)
        return "\n".join(made)

    def _option(self, option: Option, letters: Lettered) -> str:
        for text in option.texts():
            text.words = letters.marked(text.words)
        title = self.words(letters.marked(option.title))
        made = [f":::: option {{#{option.id}}}", f"# {title}", ""]
        made += self.blocks(option.description, framed=True)
        for key, texts in option.facets:
            inside = "\n".join(self.blocks(texts, framed=True))
            made.append(f"::: {key}\n{inside}:::\n")
        return "\n".join(made).rstrip("\n") + "\n::::\n"

    # -- tables and figures --

    def table(self, block: Table) -> str:
        """A table container."""
        letters = self._letters(block.caption.notes)
        block.rows = [[self.known(text) for text in row] for row in block.rows]
        rows, data = lines(block, self.numbers, letters, self.referring.refer)
        if data:
            name = f"data/{block.id}.csv"
            self.files[name] = data.encode()
            rows = [f"data: {name}", *rows]
        classes = ("" if block.caption.label else " .unnumbered") + (
            " .landscape" if block.landscape else ""
        )
        above = self._above(block.caption, letters)
        below = self._below(block.caption, letters, block.place)
        head = f"::: table {{#{block.id}{classes}}}"
        return "\n".join([head, *above, *([""] if above else []), *rows, *below, ":::\n"])

    def figure(self, block: Figure) -> str:
        """A figure or chart container."""
        letters = self._letters(block.caption.notes)
        drawn, lines_of = self._drawn(block)
        above = self._above(block.caption, letters)
        below = self._below(block.caption, letters, block.place)
        classes = "" if block.caption.label else " .unnumbered"
        name, space, value = drawn.partition(" ")
        head = f"::: {name} {{#{block.id}{classes}{space}{value}}}"
        return "\n".join([head, *above, *([""] if above else []), *lines_of, *below, ":::\n"])

    def _drawn(self, block: Figure) -> tuple[str, list[str]]:
        """The kind of container, and its own lines."""
        if isinstance(block.image, Plot):
            return self._chart(block, block.image)
        return "figure", [self._picture(block, block.image)]

    def _picture(self, block: Figure, picture: Picture) -> str:
        """The line of a picture; where it cannot be shown, a drawing that names it stands in."""
        self.pictures += 1
        name = f"figures/{pictures.file_name(picture, self.pictures)}"
        found = pictures.usable(picture)
        if found is None:
            original = f"{name}.{picture.name.rpartition('.')[2].lower()}"
            self.files[original] = picture.data
            name += "-missing"
            found = pictures.placeholder(original), ".svg"
            hint = f"Save it as PNG or SVG and name it instead of {name}.svg."
            self.notices.tell(block.place, f"the picture {original} cannot be shown", hint)
        data, ending = found
        self.files[name + ending] = data
        return f"![{self._alt(block, picture.alt)}]({name}{ending})"

    def _alt(self, block: Figure, alt: str) -> str:
        """Plain words for those who cannot see; those of the title where the file has none."""
        words = alt or plain(block.caption.title)
        if not alt:
            hint = "Say what it shows, between the brackets of ![…] or after Alt:."
            self.notices.tell(block.place, "a picture has no words for those who cannot see", hint)
        plainly = "".join(one for one in words if one not in "[]()*\\<>`_{}^~&!|")
        return " ".join(plainly.split()) or block.caption.label or "…"

    def _chart(self, block: Figure, plot: Plot) -> tuple[str, list[str]]:
        kind = pictures.chart_kind(plot)
        if not kind:
            self.notices.tell(block.place, "a chart of this kind is kept as a table of its numbers")
            rows = [[(Span(text),) for text in row] for row in pictures.rows(plot)]
            aligns = ["start", *["end"] * len(plot.series)]
            table = Table(Caption(), [list(row) for row in rows], 1, aligns)
            return "table", lines(table, self.numbers, Lettered({}), lambda text: text)[0]
        name = f"data/{block.id}.csv"
        self.files[name] = pictures.data(plot).encode()
        return f"chart kind={kind}", [f"data: {name}", "", f"Alt: {self._alt(block, plot.alt)}"]

    # -- what stands above and below --

    def _letters(self, notes: Sequence[tuple[str, Spans]]) -> Lettered:
        taken = len(self.defined)
        made = {letter: f"t-{_word(taken + count)}" for count, (letter, _) in enumerate(notes)}
        self.defined.update(made.values())
        return Lettered(made)

    def _above(self, caption: Caption, letters: Lettered) -> list[str]:
        title = self.words(letters.marked(caption.title))
        headnote = self.words(letters.marked(caption.headnote))
        if title.startswith(("|", "![", "(", "（", "[^")):
            title = f"\\{title}"
        return [one for one in (title, headnote) if one]

    def _below(self, caption: Caption, letters: Lettered, place: int) -> list[str]:
        sources = [f"Source: {self.words(letters.marked(one))}" for one in caption.sources]
        remarks = [f"Note: {self.words(letters.marked(one))}" for one in caption.remarks]
        self._lettered(caption.notes, letters, place)
        return ["", *sources, *remarks] if sources or remarks else []

    def _lettered(self, notes: Sequence[tuple[str, Spans]], letters: Lettered, place: int) -> None:
        """The definitions of lettered notes go to the end of the file.

        One without a mark becomes a paragraph after its frame.
        """
        for letter, words in notes:
            if letter in letters.used:
                self.notes[letters.keys[letter]] = self.words(words) or "–"
            else:
                self.notices.tell(
                    place, f"the note “{letter}” has no mark and is kept as a paragraph"
                )
        for letter in dict.fromkeys(letters.unknown if notes else ()):
            self.notices.tell(place, f"the raised “{letter}” has no note and is kept as text")
        self.after += [
            f"{{.unnumbered}}\n{begun(f'{letter} {self.words(words)}')}\n"
            for letter, words in notes
            if letter not in letters.used
        ]


def _joins(last: Item, block: Item) -> bool:
    """Whether two items stand in one list of Markdown, or in lists within one another."""
    return last.ordered == block.ordered or block.level != last.level


def _with_marks(block: Block, letters: Lettered) -> Block:
    """A block of a frame whose raised letters are marks of its notes."""
    if isinstance(block, Text | Item):
        block.words = letters.marked(block.words)
    elif isinstance(block, Table):
        block.rows = [[letters.marked(text) for text in row] for row in block.rows]
    return block


def _start(number: int) -> str:
    return f" start={number}" if number else ""


def _word(number: int) -> str:
    """A key of letters for a number."""
    text = ""
    while number >= 0:
        number, rest = divmod(number, 20)
        text = "bcdfghjkmnpqrstvwxyz"[rest] + text
        number -= 1
    return text


def yaml(value: object) -> str:
    """A value of the front matter; texts in quotes where they need them."""
    if isinstance(value, list):
        return f"[{', '.join(map(yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | int):
        return str(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {yaml(one)}' for key, one in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)


def front(facts: Facts, writing: Writing, annexes: list[str]) -> str:
    """The front matter of a report; what is needed and was not found stands as a comment."""
    values = dict(facts.values)
    notes = _starred(facts, writing)
    values |= _titles(facts, writing, notes)
    values |= {"notes": notes} if notes else {}
    values |= {"annexes": annexes} if annexes else {}
    made = ""
    for key in _ORDER:
        if key in values:
            one = values[key]
            single = isinstance(one, list) and len(one) == 1 and key != "annexes"
            made += f"{key}: {yaml(one[0] if single else one)}\n"  # type: ignore[index]
        elif key in _NEEDED:
            made += f"# {key}: not found in the Word file. {REPORT_KEYS[key]}\n"
            writing.notices.tell(0, f"the first page does not say the “{key}”", REPORT_KEYS[key])
    return made


def _starred(facts: Facts, writing: Writing) -> dict[str, str]:
    """Keys of notes by the generated lines that they are marked on; those of titles are in them."""
    found = {}
    for key, words in facts.stars.items():
        name = f"star-{key.replace('_', '-')}"
        writing.notes[name] = writing.words(words) or "–"
        found[key] = name
    for mark in facts.values.get("byline marks", ()):  # type: ignore[attr-defined]
        found["byline"] = writing.keys.get(mark.note, "")
        writing.words((mark,))
    return {key: one for key, one in found.items() if one}


def _titles(facts: Facts, writing: Writing, notes: dict[str, str]) -> dict[str, object]:
    """The titles; marks of notes stand in them and not in `notes`."""
    found: dict[str, object] = {}
    lines_of = [writing.words(one) for one in facts.lines]
    if facts.title:
        found["title"] = " ".join(writing.words(one) for one in facts.title)
    if facts.agenda_titles:
        found["agenda_title"] = [writing.words(one) for one in facts.agenda_titles]
    if "title" in notes and "title" in found:
        found["title"] = f"{found['title']}[^{notes.pop('title')}]"
    if "byline" in notes and lines_of and "author" not in facts.values:
        lines_of[-1] += f"[^{notes.pop('byline')}]"
    if "author" not in facts.values and lines_of:
        found["author"] = lines_of.pop()
    if lines_of:
        found["subtitle"] = " ".join(lines_of)
    return found
