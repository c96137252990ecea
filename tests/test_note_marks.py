"""Notes wherever they may stand, and several at one place, are the same in every output."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.check import pdf as tagged
from docgen.check import web, word
from docgen.check.word import Printed
from docgen.model import Document
from docgen.project import Project
from docgen.render import docx, html, pdf
from docgen.render.text import entries
from docgen.report import Report
from docgen.style import Stylesheet

PROJECT = Project(Path(__file__).parents[1])
REPORT = """---
type: report
organ: general-assembly
symbol: A/99/7
distribution: general
date: 2045-03-14
source: {language}
original: {language}
session: 99
agenda_item: 118
agenda_title: Notes
title: Notes at one place[^late][^early]
author: secretary-general
---

[^late]: Late.
[^early]: Early.

# A heading with two notes[^one][^two] {{#s-one}}

{{#p-plain}}
Text with two notes.[^three][^four] **Bold text[^five]**[^six] goes on.[^four][^one]
*Emphasis[^one][^two] goes on.*

[^one]: First.
[^two]: Second.
[^three]: Third.
[^four]: Fourth.
[^five]: Fifth.
[^six]: Sixth.

::: table {{#t-one}}
A caption with notes[^a][^b]

| Place | Number |
|---|--:|
| North[^b] | 12[^a][^b] |
| South | 3 |

[^a]: Estimate.
[^b]: Year of 2044.
:::

::: box {{#b-one}}
# A box[^c][^d]
Words in a box.[^d]

[^c]: Of the box.
[^d]: Likewise.
:::
"""


@pytest.fixture(scope="module", params=["en", "zh"])
def prepared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> object:
    language = request.param
    content = tmp_path_factory.mktemp(language) / "report"
    content.mkdir()
    (content / "report.md").write_text(REPORT.format(language=language), "utf-8")
    return pipeline.prepare(PROJECT, str(content), language, final=True, report=Report())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said(printed: Iterable[Printed]) -> str:
    return squeezed("".join(one.label + one.text for one in printed))


def test_marks_at_one_place_are_parted_by_a_comma(prepared: tuple[Document, Stylesheet]) -> None:
    text = " ".join(entry.text for entry in entries(prepared[0]))
    assert "Notes at one place⟨*⟩,⟨**⟩" in text
    assert "A heading with two notes⟨1⟩,⟨2⟩" in text
    assert "two notes.⟨3⟩,⟨4⟩ Bold text⟨5⟩,⟨6⟩ goes on.⟨4⟩,⟨1⟩ Emphasis⟨1⟩,⟨2⟩ goes on." in text
    assert "A caption with notes⟨a⟩,⟨b⟩" in text
    assert "12⟨a⟩,⟨b⟩" in text
    assert "A box⟨a⟩,⟨b⟩" in text


def test_word_file_page_and_pdf_say_the_same(prepared: tuple[Document, Stylesheet]) -> None:
    model = squeezed("".join(e.label + e.text for e in entries(prepared[0]))).replace("|", "")
    assert said(word.read(docx.write(*prepared))) == model
    assert said(web.read(html.write(*prepared))) == model
    assert said(tagged.read(pdf.write(*prepared).data)) == model
