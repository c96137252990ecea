"""Text drawn from glyphs that were kept has the operators that WeasyPrint gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from weasyprint import HTML
from weasyprint.text.line_break import Layout

from docgen.render import compose
from tests.render.compose import sample
from tests.render.compose.printed import pages
from tests.render.drawing.drawn import as_it_comes, both, cut_off, kept, written

SIZE = 10
LATIN = (
    "AVATAR To Yes, 1 office: affine fjords and “AV” the A of P. See chapter 3, page 7. "
    "The ship went to A Vigo, where Tom, A. Y. and W. A. were – at last – at home."
)
NEAR = 0.1
"""How far from its edge a line may end, in points."""

ARABIC = "تتعاون السلطات المحلية مع شركائها في المدن والقرى (2030) وَفي المناطق"
HAN = "地方当局，“再”——2044/45年的A报告（office）：第3段。"

USUAL = {
    "plain": f"<p>{LATIN}",
    "spaced letters": f"<p style='letter-spacing: .2pt'>{LATIN}",
    "narrowed letters": f"<p style='letter-spacing: -.3px'>{LATIN}",
    "letters spaced by whole pixels": f"<p style='letter-spacing: 1px'>{LATIN}",
    "spaced words": f"<p style='word-spacing: 3px'>{LATIN}",
    "no kerning": f"<p style='font-kerning: none'>{LATIN}",
    "raised": f"<p>{LATIN}<sup>12</sup> and <sub>A</sub>",
    "small capitals": f"<p style='font-variant: small-caps'>{LATIN}",
    "several fonts": f"<p>{LATIN}<b>{LATIN}</b><i>{LATIN}</i> α β → 汉字",
    "Han": f"<p lang=zh-Hans style='font-family: Noto Serif CJK SC'>{HAN * 4}",
    "Han, justified": f"<p class=even lang=zh style='font-family: Noto Serif CJK SC'>{HAN * 4}",
    "from right to left": "<p dir=rtl lang=ar style='font-family: Liberation Sans'>שלום (12) עולם",
}
"""Texts that are drawn from what is kept."""

JUSTIFIED = {
    "justified": f"<p class=even>{LATIN * 3}",
    "justified, spaced": f"<p class=even style='letter-spacing: .2pt'>{LATIN * 3}",
    "justified, words spaced": f"<p class=even style='word-spacing: 2px'>{LATIN * 3}",
    "justified, marked": f"<p class=even>{LATIN} <em>A </em>{LATIN}<b> To</b> {LATIN}",
    "justified, bound": f"<p class=even>{LATIN.replace('e ', 'e&nbsp;')}",
    "justified, joined": f"<p class=even>{LATIN.replace(' A', '&nbsp;&NoBreak;A')}",
    "justified, hyphenated": f"<p class=even lang=en style='hyphens: auto'>{LATIN}",
    "justified, with marks": "<p class=even>" + "e\u0301 x\u0323\u0302 a to " * 40,
    "Arabic, justified": f"<p class=even dir=rtl style='font-family: Amiri'>{ARABIC * 3}",
}
"""Texts whose spaces are widened."""

UNUSUAL = {
    "Arabic": f"<p dir=rtl lang=ar style='font-family: Amiri'>{ARABIC * 2}",
    "letters with marks": "<p>" + "e\u0301 x\u0323\u0302 a to " * 40,
    "underlined": f"<p style='text-decoration: underline'>{LATIN}",
    "hidden": f"<p>{LATIN}<span style='visibility: hidden'>{LATIN}</span>",
    "cut off": f"<p style='white-space: nowrap; overflow: hidden; text-overflow: ellipsis'>{LATIN}",
    "clamped": f"<p style='max-lines: 2; block-ellipsis: auto'>{LATIN}",
    "missing": "<p>A \ue123 b \ue123\ue124 c",
    "coloured": f"<p style='font-family: Amiri Quran Colored'>{ARABIC} {LATIN}",
    "in lines of its own": f"<pre style='font: 10pt Liberation Mono'>One\n  two\t three\n\n{LATIN}",
    "tiny": f"<p style='font-size: .0000001px'>{LATIN}",
    "blank": "<p><span> </span><b>&nbsp;</b><i style='white-space: pre'>   </i>",
    "drawn": "<svg viewBox='0 0 90 20'><text x='3' y='9' font-size='5'>AV To office</text></svg>",
}
"""Texts that are left to WeasyPrint, all of them or some of their lines."""

STILL = b">0.0<"
"""What WeasyPrint writes for a letter of no width."""


@pytest.mark.parametrize("body", [*USUAL.values(), *UNUSUAL.values()], ids=[*USUAL, *UNUSUAL])
def test_the_operators_are_those_of_weasyprint(body: str) -> None:
    theirs, ours = both(body)
    if STILL in theirs:
        assert [part.replace(STILL, b"") for part in streams(theirs)] == streams(ours)
    else:
        assert ours == theirs
    assert ours.count(b"BT") > 0


def test_a_letter_of_no_width_moves_nothing_which_some_readers_misunderstand() -> None:
    theirs, ours = both(f"<p>{LATIN.replace(' A', '&nbsp;&NoBreak;A')}")
    assert STILL in theirs
    assert STILL not in ours


def streams(file: bytes) -> list[bytes]:
    """What draws the pages of a file, and its fonts."""
    return re.findall(rb"\nstream\n(.*?)\nendstream", file, re.DOTALL)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The texts that are shaped again for drawing."""
    again: list[str] = []
    reactivate = Layout.reactivate

    def noted(layout: Layout, style: object) -> None:
        again.append(layout.text)
        reactivate(layout, style)

    with kept():
        monkeypatch.setattr(Layout, "reactivate", noted)
        yield again


def edges(data: bytes) -> list[tuple[float, float]]:
    """Where every line but the last begins and ends, in points."""
    rows = [line.letters for page in pages(data, SIZE) for line in page]
    return [(min(one.x for one in row), max(one.right for one in row)) for row in rows[:-1]]


@pytest.mark.parametrize("body", JUSTIFIED.values(), ids=JUSTIFIED)
def test_justified_lines_are_as_wide_as_was_reckoned(body: str) -> None:
    with kept():
        found = edges(written(body))
    assert len(found) > 3
    for ends in zip(*found, strict=True):
        assert ends == pytest.approx([max(ends)] * len(ends), abs=NEAR)


@pytest.mark.parametrize("body", [*USUAL.values(), *JUSTIFIED.values()], ids=[*USUAL, *JUSTIFIED])
def test_usual_texts_are_not_shaped_again(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with counted(monkeypatch) as again:
        written(body)
    assert [text for text in again if text.strip()] == []


def test_composed_lines_are_drawn_as_they_were_shaped(monkeypatch: pytest.MonkeyPatch) -> None:
    page = sample.page(20, sample.PARAGRAPHS)
    with compose.installed(sample.FACTS), as_it_comes():
        theirs = written(page)
    with compose.installed(sample.FACTS), cut_off(), counted(monkeypatch) as again:
        assert written(page) == theirs
    assert again == []


def test_a_document_can_be_drawn_twice() -> None:
    with kept():
        body = JUSTIFIED["justified, marked"]
        made = HTML(string=body).render()
        assert made.write_pdf() == made.write_pdf()


def test_nothing_of_pango_is_left_in_a_finished_page() -> None:
    with kept():
        made = HTML(string=JUSTIFIED["justified, marked"]).render()
    layouts = [
        box.pango_layout
        for each in made.pages
        for box in each._page_box.descendants()
        if hasattr(box, "pango_layout")
    ]
    assert layouts
    assert not any(hasattr(layout, "layout") for layout in layouts)
