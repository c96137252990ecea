"""The finished document beside the Word file it was made from: numbers, texts, and every word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from docgen import model, word
from docgen.importing.drafts import (
    Block,
    Draft,
    Figure,
    Frame,
    Heading,
    Item,
    Option,
    Table,
    Text,
    inside,
)
from docgen.importing.labels import even, is_bullet
from docgen.importing.notes import marked
from docgen.importing.notices import Notices, shortened
from docgen.importing.spans import RAISED, Span, Spans, spans
from docgen.read.heads import ABOVE, LEFT
from docgen.render.text import entries, plain
from docgen.walk import walk
from docgen.word import WordFile

_WORD = re.compile(r"[^\W_]+")
_MANY = 20


def compare(draft: Draft, document: model.Document, notices: Notices) -> None:
    """Report where number or text of a block is not what it was."""
    nodes: dict[str, Any] = {}
    for node in walk(document):
        nodes.setdefault(getattr(node, "id", ""), node)
    for blocks in draft.parts():
        for block in inside(blocks):
            if block.id in nodes:
                _compare(block, nodes[block.id], notices)
    for annex in draft.annexes:
        _number(annex.place, annex.label, nodes[annex.id], notices)


def _compare(block: Block, node: Any, notices: Notices) -> None:
    if not is_bullet(_label(block)):
        _number(block.place, _label(block), node, notices)
    was, now = _bare(_words(block)), _bare(_printed(node))
    if was == now:
        return
    pairs = enumerate(zip(was, now, strict=False))
    at = next((index for index, (one, other) in pairs if one != other), min(len(was), len(now)))
    before, after = (shortened(text[max(at - 10, 0) :], 40) for text in (was, now))
    notices.tell(block.place, f"the text differs: “{before}”, now “{after}”")


def _number(place: int, label: str, node: Any, notices: Notices) -> None:
    printed = node.number.label if getattr(node, "number", None) else ""
    if even(label) != even(printed):
        hint = "Write {start=…} before it, or the number as text of an .unnumbered paragraph."
        notices.tell(place, f"the number was “{label}” and is “{printed}” now", hint)


def _label(block: Block) -> str:
    match block:
        case Table() | Figure():
            return block.caption.label
        case _:
            return block.label


def _words(block: Block) -> Iterator[Spans]:
    match block:
        case Heading() | Text() | Item():
            yield block.words
        case Table():
            yield from (block.caption.title, block.caption.headnote)
            for row in block.rows:
                yield from (text for text in row if not _is_continued(text))
        case Figure(caption=caption):
            yield caption.title
        case Option(title=title) | Frame(title=title, kind="box"):
            yield title


def _is_continued(text: Spans) -> bool:
    return len(text) == 1 and text[0].note in (LEFT, ABOVE)


def _printed(node: Any) -> Iterator[model.Prose]:
    match node:
        case model.Section(title=title) | model.Figure(title=title) | model.Option(title=title):
            yield title
        case model.Paragraph(text=text) | model.Item(text=text):
            yield text
        case model.Box(title=model.Prose() as title):
            yield title
        case model.Table():
            yield node.title
            yield from (one for one in (node.headnote,) if one)
            for row in (*node.head, *node.body):
                yield from (cell.text for cell in row.cells)


def _bare(texts: Iterable[Spans | model.Prose]) -> str:
    """The characters of texts without blanks, and without what marks of notes are set apart by."""
    made = "".join(
        plain(one.inlines) if isinstance(one, model.Prose) else "".join(s.text for s in one)
        for one in texts
    )
    return re.sub(r"[\s⟨⟩,\u00ad]+", "", unicodedata.normalize("NFKC", made))


def lost(file: WordFile, document: model.Document, notices: Notices) -> list[str]:
    """The words of the Word file that are not in the document and were not left out on purpose."""
    there: Counter[str] = Counter()
    for entry in entries(document):
        there.update(_tokens(f"{entry.label} {entry.text}".replace("⟨", " ").replace("⟩", " ")))
    for text, count in notices.left.items():
        for token in _tokens(text):
            there[token] += count
    missing = Counter(_file_tokens(file))
    missing.subtract(there)
    found = [token for token, count in missing.items() if count > 0]
    if found:
        more = f" and {len(found) - _MANY} more" if len(found) > _MANY else ""
        words = ", ".join(f"“{one}”" for one in found[:_MANY])
        notices.tell(0, f"words that did not arrive as they were: {words}{more}")
    return found


def _file_tokens(file: WordFile) -> Iterator[str]:
    """The words of the text, and of the notes that have marks in it."""
    shown = marked(file)
    stories = [file.blocks]
    stories += [blocks for id, blocks in file.footnotes.items() if ("footnote", id) in shown]
    stories += [blocks for id, blocks in file.endnotes.items() if ("endnote", id) in shown]
    for blocks in stories:
        for paragraph in word.paragraphs(blocks):
            yield from _tokens("".join(map(_apart, spans(paragraph))))


def _apart(span: Span) -> str:
    """Raised characters stand apart from the word that they mark, and from each other."""
    if span.raised and not span.note:
        return f" {' '.join(span.text)} "
    return f" {span.text} " if span.note else span.text


def _tokens(text: str) -> list[str]:
    apart = RAISED.sub(lambda raised: f" {' '.join(raised[0])} ", text.replace("\u00ad", ""))
    return _WORD.findall(unicodedata.normalize("NFKC", apart))
