"""What is told of a document before it is finished."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.model import Document, Figure, Image
from docgen.project import Project
from docgen.render import charts
from docgen.report import Report
from docgen.style import Stylesheet
from docgen.walk import find

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sketch_has_the_figures_and_the_first_page_of_the_finished_document(
    language: str,
) -> None:
    sketches: list[Document] = []

    def expect(sheet: Stylesheet, direction: str, sketch: Callable[[], Document]) -> None:
        sketches.append(sketch())

    project, report = Project(ROOT), Report()
    document, sheet = pipeline.prepare(
        project, "local-partnerships", language, final=False, report=report, expect=expect
    )
    emblem = Image("emblem.svg", "image/svg+xml", (ROOT / "styles" / "emblem.svg").read_bytes())
    drawn, wanted = (
        [charts.image(figure, sheet) for figure in find(one, Figure)]
        for one in (*sketches, document)
    )
    assert drawn == wanted != []
    assert [one.masthead and one.masthead.emblem for one in (*sketches, document)] == [emblem] * 2
