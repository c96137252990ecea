"""Drafts → the files of a content folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docgen.importing.cells import Lettered
from docgen.importing.drafts import (
    Annex,
    Block,
    Draft,
    Figure,
    Frame,
    Heading,
    Item,
    Option,
    Options,
    Table,
    Text,
)
from docgen.importing.facts import yaml
from docgen.importing.framing import Framing
from docgen.importing.markup import begun

_MARKERS = {True: "1. ", False: "- "}


@dataclass(slots=True)
class Writing(Framing):
    """Writes drafts into `files`; `depths` are the indents of the lists that are open."""

    depths: dict[int, str] = field(default_factory=dict)

    # -- files --

    def report(self, draft: Draft, front: str) -> None:
        """The file of the report, without what stands in annexes."""
        self._file("report.md", front, draft.blocks)

    def annex(self, annex: Annex, name: str) -> None:
        """The file of an annex."""
        front: dict[str, object] = {"title": self.words(annex.title), "id": annex.id}
        if annex.note:
            key = f"star-{annex.id}"
            self.notes[key] = self.words(annex.note) or "–"
            front["title"] = f"{front['title']}[^{key}]"
        if not annex.edited:
            front["edited"] = False
        if annex.original:
            front["original"] = list(annex.original)
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
                text = self._item(block, self.depths)
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
