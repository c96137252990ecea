"""Lines of words found quickly are those that WeasyPrint finds."""

from __future__ import annotations

import random
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.text import line_break

from docgen.render.compose import words
from docgen.render.compose.shaped import Words

WORDS = [
    "The",
    "council",
    "of",
    "a",
    "small",
    "town",
    "asks",
    "“which”",
    "report—well-known—on",
    "its",
    "region",
    "A",
    "VAST",
    "office",
    "will",
    "answer",
    "the",
    "questions",
    "that",
    "were",
    "put",
    "in",
    "2044/45",
    "and",
    "naïve",
    "affine",
    "fjords’",
    "waffle",
    "AV",
    "To",
    "http://example.org/a/b?c=d",
    "3.14",
    "A/RES/79/1",
    "Yes.",
    "No,",
    "1",
    "000",
    "地方当局",
    "再",
    "(x)",
]
STYLES = (
    "",
    "text-align: justify",
    "letter-spacing: .2pt",
    "letter-spacing: -.1pt; font-weight: bold",
    "word-spacing: 2px",
    "font-style: italic; font-size: 9pt",
)


def style(css: str) -> Any:
    source = f"<p lang=en style=\"font-family: 'Liberation Serif', 'Noto Serif CJK SC'; {css}\">x"
    page = HTML(string=source).render().pages[0]._page_box
    return next(each for each in page.descendants() if each.element_tag == "p").style


def facts(line: Any) -> tuple[Any, ...]:
    """What is said of a line, and what its layout draws."""
    return line[0].text, *line[1:]


@pytest.mark.parametrize("css", STYLES)
def test_each_line_of_any_text_is_the_same_and_most_are_found(css: str) -> None:
    chance, asked, left = random.Random(css), 0, 0
    look = style(css)

    def original(*given: Any) -> Any:
        nonlocal left
        left += 1
        return line_break.split_first_line(*given)

    quick = words.split_first_line(original)
    for _ in range(40):
        text = " ".join(chance.choices(WORDS, k=chance.randint(2, 90)))
        width = chance.uniform(60, 600)
        while text:
            given = text, look, None, width, 0
            found = quick(*given)
            assert facts(found) == facts(line_break.split_first_line(*given))
            asked += 1
            text = text.encode()[found[2] :].decode() if found[2] is not None else ""
    assert left < asked / 2


def test_a_text_with_room_for_all_of_it_is_shaped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(words, "Words", lambda text, look: made.append(text) or Words(text, look))
    quick, look = words.split_first_line(line_break.split_first_line), style("")
    for width in (None, 200.0, float("inf"), 100.0):
        given = "a few words ", look, None, width, 0
        assert facts(quick(*given)) == facts(line_break.split_first_line(*given))
    assert made == ["a few words "]


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo " * 30,
        "soft\u00adhyphens " * 30,
        "two  spaces " * 30,
        "عربي " * 60,
        "x" * 300,
    ],
)
def test_what_is_no_plain_text_of_words_is_left_to_weasyprint(text: str) -> None:
    given = text, style("overflow-wrap: anywhere"), None, 200.0, 0
    asked: list[str] = []

    def original(text: str, *rest: Any) -> Any:
        asked.append(text)
        return line_break.split_first_line(text, *rest)

    found = words.split_first_line(original)(*given)
    assert asked == [text]
    assert facts(found) == facts(line_break.split_first_line(*given))
