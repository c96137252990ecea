"""What is in no language to be composed is laid out as WeasyPrint does it, byte for byte."""

from __future__ import annotations

from weasyprint import HTML

from docgen.render import compose
from tests.render.compose import sample

ENGLISH = (
    "The council of a small town asks which report on its region will answer the questions that "
    "were put in 2044, and how – “if at all” – the answers can be compared (see A/99/968, para. 7)."
)


def page() -> str:
    text = f"<p>{ENGLISH * 4}</p><p>{ENGLISH}</p>"
    return f'<html lang="en"><style>{sample.css(30)}</style>{text}'


def test_an_english_document_has_the_same_bytes_with_and_without_the_layer() -> None:
    plain = HTML(string=page()).write_pdf()
    with compose.installed(sample.FACTS):
        composed = HTML(string=page()).write_pdf()
    assert composed == plain


def test_the_same_chinese_document_gives_the_same_bytes() -> None:
    html = sample.page(20, sample.PARAGRAPHS[:3])
    assert sample.pdf(html) == sample.pdf(html)
