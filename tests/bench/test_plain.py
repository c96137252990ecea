"""The tree of pandoc: nothing of the text is lost on the way to the other programs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bench import inputs, plain
from docgen import pipeline
from docgen.model import Document, Figure, Note, OptionTable, Prose, Table, Text
from docgen.project import Project
from docgen.report import Report
from docgen.walk import find

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=inputs.LANGUAGES)
def document(request: pytest.FixtureRequest) -> Document:
    found, _ = pipeline.prepare(
        Project(ROOT), inputs.SAMPLE, request.param, final=False, report=Report()
    )
    return found


@pytest.fixture(scope="module")
def tree(document: Document) -> Any:
    return json.loads(plain.write(document, lambda figure: f"{figure.id}.png"))


def nodes(tree: Any) -> list[dict[str, Any]]:
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    own = [tree] if isinstance(tree, dict) and "t" in tree else []
    return [*own, *(node for each in inner for node in nodes(each))]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_all_words_of_the_document_are_there(document: Document, tree: Any) -> None:
    written = letters("".join(node["c"] for node in nodes(tree) if node["t"] == "Str"))
    figures = list(find(document, Figure))
    hidden = [one.text for each in figures for one in find((each.image, each.alt), Text)]
    prose = find(document.blocks, Prose)
    texts = [one.text for each in prose for one in find(each.inlines, Text)]
    missing = [text for text in texts if letters(text) not in written]
    assert len(texts) > 100
    assert set(missing) <= set(hidden)


def test_notes_tables_and_options_are_real_ones(document: Document, tree: Any) -> None:
    kinds = Counter(node["t"] for node in nodes(tree))
    notes = [note for note in find(document, Note) if note.number]
    foot = [note for note in notes if note.number and not note.number.label.isalpha()]
    options = sum(len(each.options) for each in find(document, OptionTable))
    assert kinds["Note"] == len(foot) > 10
    assert kinds["Table"] > options + len(list(find(document, Table)))
    assert kinds["Image"] == 1
    assert kinds["OrderedList"] > 4
    assert kinds["BulletList"] > 1
