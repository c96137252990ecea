"""Lines that are all of one text are the lines that WeasyPrint makes, box by box."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import wraps
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.layout import inline

from docgen.render import compose
from docgen.render.compose import hooks, straight
from tests.render.compose import sample
from tests.render.compose.documents import document

WORDS = [
    "the",
    "council",
    "of",
    "a",
    "small",
    "town",
    "asks",
    "which",
    "report",
    "on",
    "its",
    "region",
    "will",
    "answer",
]
ROUND = (
    "{}",
    "{}",
    "<span>{}</span>",
    "<b><i>{}</i></b>",
    "<b class=wide>{}</b>",
    "<b class=clone>{}</b>",
    "<b class=moved>{}</b>",
    "<b class=middle>{}</b>",
    "<i dir=rtl>{}</i>",
    "{}<br>{}",
    "{}<span class=number>(a)</span>",
    "{}<span class=float>float</span>",
    "{}<span class=absolute>absolute</span>",
)
LOOK = """
    @page { size: 300pt 400pt; margin: 20pt }
    body { font: 10pt/1.3 'Liberation Serif' }
    .justify { text-align: justify; text-indent: 2em } .end { text-align: right }
    .pre { white-space: pre-line } .first::first-line { font-weight: bold }
    .left::first-letter { float: left; font-size: 30pt } .shrink { float: left; width: auto }
    .wide { padding: 0 4pt; border-left: 1pt solid } .clone { box-decoration-break: clone;
    padding: 2pt } .moved { position: relative; top: 2pt } .middle { vertical-align: 3pt;
    font-size: 7pt; line-height: 2 } .number { display: inline-block; width: 3em }
    .float { float: right } .absolute { position: absolute } dir { direction: rtl }
"""


def english(seed: int) -> str:
    """Paragraphs and cells with anything in their lines."""
    chance = random.Random(seed)
    kinds = ("", "", "justify", "justify", "end", "pre", "first", "left", "shrink")
    blocks = []
    for _ in range(14):
        parts = [chance.choice(ROUND).replace("{}", _text(chance)) for _ in range(3)]
        text = "".join(parts[: chance.randint(1, 3)])
        blocks.append(f"<p class={chance.choice(kinds) or 'none'}>{text}</p>")
        blocks.append(f"<table><td>{_text(chance)}<td>7</table>")
    return f"<style>{LOOK}</style>{''.join(blocks)}"


def _text(chance: random.Random) -> str:
    end = chance.choice(("", " ", "\n"))
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 40))) + end


def tree(html: str, facts: dict[str, Any]) -> list[Any]:
    """Every box of the pages of `html`, with all that is a number or a text about it."""
    with compose.installed(facts):
        pages = HTML(string=html).render().pages
    boxes = (box for page in pages for box in page._page_box.descendants())
    return [(type(box).__name__, box.element_tag, dict(_facts(box))) for box in boxes]


def _facts(box: Any) -> Iterator[tuple[str, Any]]:
    for name, value in vars(box).items():
        if isinstance(value, int | float | str | frozenset | set):
            yield name, value
        elif name == "resume_at":
            yield name, str(value)
        elif name == "pango_layout":
            yield name, value.text


def both(
    html: str, facts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> tuple[list[Any], list[Any]]:
    found = tree(html, facts)
    slow = tuple(hook for hook in hooks.HOOKS if hook[2] is not straight.get_next_linebox)
    assert len(slow) == len(hooks.HOOKS) - 1
    monkeypatch.setattr(hooks, "HOOKS", slow)
    return found, tree(html, facts)


@pytest.mark.parametrize("seed", range(8))
def test_words_with_anything_between_them_make_the_same_boxes(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, slow = both(english(seed), sample.PLAIN, monkeypatch)
    assert quick == slow


@pytest.mark.parametrize("seed", range(4))
def test_composed_lines_make_the_same_boxes(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    quick, slow = both(document(seed), sample.FACTS, monkeypatch)
    assert quick == slow


def test_most_lines_of_plain_paragraphs_are_made_so(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    split = inline.split_inline_box

    @wraps(split)
    def noted(*given: Any) -> Any:
        asked.append(given)
        return split(*given)

    monkeypatch.setattr(inline, "split_inline_box", noted)
    page = "<style>@page { size: 300pt 400pt }</style>" + 4 * f"<p>{'words of one text ' * 30}</p>"
    with compose.installed(sample.PLAIN) as status:
        boxes = HTML(string=page).render().pages[0]._page_box.descendants()
    assert status.installed
    assert sum(isinstance(box, LineBox) for box in boxes) > 10
    assert not asked
