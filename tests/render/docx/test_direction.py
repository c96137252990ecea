"""Documents in a script that runs from right to left."""

from __future__ import annotations

from dataclasses import replace

from docgen.render import docx
from tests.render import sample
from tests.render.docx.opened import Opened, find, paragraphs, text_of, value


def mirrored() -> Opened:
    report = replace(sample.report(sample.ENGLISH), direction="rtl")
    return Opened(docx.write(report, sample.sheet(sample.ENGLISH)))


def test_paragraphs_sections_and_tables_run_from_right_to_left() -> None:
    opened = mirrored()
    assert len(opened.find("//w:style[@w:styleId='Normal']/w:pPr/w:bidi", "styles")) == 1
    assert len(opened.find("//w:sectPr/w:bidi")) == 1
    assert len(opened.find("//w:tblPr/w:bidiVisual")) == len(opened.find("//w:tbl"))


def test_lines_of_latin_letters_and_figures_are_read_from_the_left() -> None:
    opened = mirrored()
    date = paragraphs(opened, "Distribution")[0]
    assert text_of(date).strip() == "\u200e8 July 2044\u200e"
    job = opened.find("//w:p[w:pPr/w:pStyle/@w:val='JobNumber']", "footer3")
    assert [text_of(one) for one in job] == ["\u200e44-01234 (E)    080744 090744\u200e"]
    number = opened.find("//w:r[w:t='\u200e/\u200e']", "footer1")
    assert [find(run, "w:rPr/w:rtl") for run in number] == [[]]
    assert "\u200e" not in "".join(text_of(one) for one in paragraphs(opened, "SingleTxt"))


def test_runs_run_from_right_to_left_but_not_those_in_another_language() -> None:
    opened = mirrored()
    own, other = (
        next(run for run in opened.find("//w:r[w:t]") if value(run, "w:t") == words)
        for words in ("Dashes follow.", "Texto en su propio idioma, tal como se recibió.")
    )
    assert len(find(own, "w:rPr/w:rtl")) == 1
    assert find(other, "w:rPr/w:rtl") == []
