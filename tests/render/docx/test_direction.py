"""Documents in a script that runs from right to left."""

from __future__ import annotations

from dataclasses import replace

from docgen.render import docx
from tests.render import sample
from tests.render.docx.opened import Opened, find, value


def mirrored() -> Opened:
    report = replace(sample.report(sample.ENGLISH), direction="rtl")
    return Opened(docx.write(report, sample.sheet(sample.ENGLISH)))


def test_paragraphs_sections_and_tables_run_from_right_to_left() -> None:
    opened = mirrored()
    assert len(opened.find("//w:style[@w:styleId='Normal']/w:pPr/w:bidi", "styles")) == 1
    assert len(opened.find("//w:sectPr/w:bidi")) == 1
    assert len(opened.find("//w:tblPr/w:bidiVisual")) == len(opened.find("//w:tbl"))


def test_runs_run_from_right_to_left_but_not_those_in_another_language() -> None:
    opened = mirrored()
    own, other = (
        next(run for run in opened.find("//w:r[w:t]") if value(run, "w:t") == words)
        for words in ("Dashes follow.", "Texto en su propio idioma, tal como se recibió.")
    )
    assert len(find(own, "w:rPr/w:rtl")) == 1
    assert find(other, "w:rPr/w:rtl") == []
