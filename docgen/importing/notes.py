"""The notes of a Word file → their texts, without the marks that they begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen import word
from docgen.importing.spans import Span, Spans, cut, raw, spans, trimmed, with_space
from docgen.word import Block, WordFile

_STARS = re.compile(r"\*{1,4}[\s\u00a0]*")


def definitions(file: WordFile) -> Mapping[str, Spans]:
    """The texts of footnotes and endnotes by keys such as `footnote 2`."""
    found: dict[str, Spans] = {}
    for kind, notes in (("footnote", file.footnotes), ("endnote", file.endnotes)):
        found |= {f"{kind} {id}": _text(blocks) for id, blocks in notes.items()}
    return found


def marked(file: WordFile) -> set[tuple[str, str]]:
    """The notes that have a mark in the text, by kind and id."""
    paragraphs = word.paragraphs(file.blocks)
    return {(mark.kind, mark.id) for paragraph in paragraphs for mark in word.marks(paragraph)}


def _text(blocks: tuple[Block, ...]) -> Spans:
    parts = [trimmed(spans(paragraph)) for paragraph in word.paragraphs(blocks)]
    text = with_space(parts)
    while text and text[0].raised and len(text[0].text.strip()) <= 4:
        text = trimmed(text[1:])
    found = _STARS.match(raw(text))
    return trimmed(cut(text, found.end())) if found else text or (Span("–"),)
