"""What a document says, and how it counts, is the same in the model and in every finished file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.check import pdf as tagged
from docgen.check import web, word
from docgen.check.word import Printed
from docgen.model import Document, Wording
from docgen.project import Project
from docgen.render import docx, html, pdf
from docgen.render.text import Entry, entries
from docgen.report import Report
from docgen.style import Stylesheet

PROJECT = Project(Path(__file__).parents[1])
ACCEPTANCE = PROJECT.root.parent / "shared" / "acceptance" / "a-79-968"
SAMPLES = [
    (document, language)
    for document in PROJECT.documents()
    for language in PROJECT.languages(document)
]
CASES = [*SAMPLES, *([(str(ACCEPTANCE), "zh")] if ACCEPTANCE.exists() else [])]
each_case = pytest.mark.parametrize(
    ("document", "language"), CASES, ids=[f"{Path(name).name}-{tag}" for name, tag in CASES]
)


@cache
def prepared(document: str, language: str) -> tuple[Document, Stylesheet]:
    return pipeline.prepare(PROJECT, document, language, final=True, report=Report())


@cache
def word_file(document: str, language: str) -> tuple[Printed, ...]:
    return tuple(word.read(docx.write(*prepared(document, language))))


@cache
def page(document: str, language: str) -> tuple[Printed, ...]:
    return tuple(web.read(html.write(*prepared(document, language))))


@cache
def paper(document: str, language: str) -> tuple[Printed, ...]:
    return tuple(tagged.read(pdf.write(*prepared(document, language)).data))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def wording_of(document: Document) -> Wording:
    assert document.wording
    return document.wording


def expected(document: Document) -> list[str]:
    """Every block of the model as it is to be printed, with the words that go before it."""
    wording = wording_of(document)
    before = {
        "dash": dict(document.patterns)["dash"],
        "source": wording.source,
        "remark": wording.note,
    }
    return [_line(entry, before.get(entry.kind, "")) for entry in entries(document)]


def _line(entry: Entry, before: str) -> str:
    text = entry.text.replace(" | ", "") if entry.kind == "row" else entry.text
    return squeezed(before + entry.label + text)


def stream(lines: Iterable[str]) -> str:
    return "".join(lines)


def found(printed: Iterable[Printed]) -> str:
    return stream(squeezed(label + text) for _, label, text in printed)


def differences(first: str, second: str) -> str:
    """Where two texts part, with what stands around; empty when they are the same."""
    if first == second:
        return ""
    length = min(len(first), len(second))
    at = next((i for i in range(length) if first[i] != second[i]), length)
    return f"{first[max(0, at - 40) : at + 40]!r} is not {second[max(0, at - 40) : at + 40]!r}"


@each_case
def test_the_word_file_has_the_text_and_numbers_of_the_model(document: str, language: str) -> None:
    model = stream(expected(prepared(document, language)[0]))
    assert differences(model, found(word_file(document, language))) == ""


@each_case
def test_the_page_has_the_text_and_numbers_of_the_model(document: str, language: str) -> None:
    model = stream(expected(prepared(document, language)[0]))
    assert differences(model, found(page(document, language))) == ""


@each_case
def test_the_structure_of_the_pdf_has_the_text_and_numbers_of_the_model(
    document: str, language: str
) -> None:
    model = stream(expected(prepared(document, language)[0]))
    assert differences(model, found(paper(document, language))) == ""


def spaced(text: str) -> str:
    return " ".join(text.split())


@each_case
def test_every_block_of_the_model_is_one_element_of_the_pdf_word_for_word(
    document: str, language: str
) -> None:
    kinds = {"numbered", "continued", "unnumbered", "quotation", "item", "note", "heading 1"}
    blocks = [entry for entry in entries(prepared(document, language)[0]) if entry.kind in kinds]
    elements = {(one.label, spaced(one.text)) for one in paper(document, language)}
    missing = [b for b in blocks if (b.label, spaced(b.text)) not in elements]
    assert len(blocks) > 50
    assert missing == []


@each_case
def test_every_number_of_the_model_stands_before_its_block_in_the_word_file(
    document: str, language: str
) -> None:
    kinds = {"numbered", "item", "heading 1", "heading 2", "heading 3", "heading 4", "option"}
    blocks = [entry for entry in entries(prepared(document, language)[0]) if entry.kind in kinds]
    counted = {(printed.label, squeezed(printed.text)) for printed in word_file(document, language)}
    missing = [b for b in blocks if b.label and (b.label, squeezed(b.text)) not in counted]
    assert blocks
    assert missing == []


@each_case
def test_the_numbers_of_all_languages_are_the_same_paragraph_by_paragraph(
    document: str, language: str
) -> None:
    source = prepared(document, language)[0].front.source
    assert _numbers(document, language) == _numbers(document, source)


def _numbers(document: str, language: str) -> list[str]:
    """The numbers without the signs about them: “(a)” in one language is “a)” in another."""
    model = prepared(document, language)[0]
    wanted = (entry for entry in entries(model) if entry.kind in ("numbered", "item"))
    return [entry.label.strip("().") for entry in wanted]
