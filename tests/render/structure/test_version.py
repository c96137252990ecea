"""With another WeasyPrint than the one it was written for the package steps aside and says so."""

from __future__ import annotations

import gc
import weakref

import pytest
import weasyprint
import weasyprint.pdf
from weasyprint.pdf.stream import Stream

from docgen.render import engine
from docgen.render.structure import version
from docgen.render.structure.hooks import structured


def test_the_weasyprint_that_is_installed_can_be_worked_on() -> None:
    assert version.check() == engine.Status(True)


def test_another_version_is_refused_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    status = version.check()
    assert not status.installed
    assert status.why == "WeasyPrint 71.0 is here, not 70.0"


def test_a_name_that_takes_something_else_is_refused() -> None:
    found = engine.difference("pdf:add_tags", "(pdf)")
    assert found == (
        "pdf:add_tags of WeasyPrint takes (pdf, document, pdf_version, page_streams), not (pdf)"
    )


def test_a_name_that_is_gone_is_refused() -> None:
    assert engine.difference("pdf:gone", "()") == "WeasyPrint 70.0 is here without pdf:gone"


def replaced() -> tuple[object, object]:
    return Stream.marked, weasyprint.pdf.add_tags


def fail(document: weasyprint.Document, before: tuple[object, object]) -> None:
    with structured(document, ""):
        assert replaced() != before
        raise RuntimeError


def test_weasyprint_is_as_it_was_after_a_failure() -> None:
    before = replaced()
    with pytest.raises(RuntimeError):
        fail(weasyprint.HTML(string="<p>Words").render(), before)
    assert replaced() == before


def test_all_boxes_go_when_their_page_is_drawn() -> None:
    table = (
        "<table><col><tr><td>One<td>Two</table><span class=note style='float: footnote'>Note</span>"
    )
    document = weasyprint.HTML(string=f"<p>Words{table}").render(pdf_variant="pdf/a-3a")
    boxes = [weakref.ref(box) for box in document.pages[0]._page_box.descendants()][1:]
    gc.disable()
    try:
        with structured(document, ""):
            document.write_pdf(pdf_variant="pdf/a-3a")
        assert [page._page_box for page in document.pages] == [None]
        left = [box for box in (reference() for reference in boxes) if box]
        assert [box.element_tag for box in left] == []
    finally:
        gc.enable()
