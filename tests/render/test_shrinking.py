"""What the page engine measures to find how wide a box must be: labels alone, never running text.

The least width of Han text is found letter by letter, so that a box which shrinks to fit its text
takes minutes. The style sheet is read in test_css.py; here the layout itself is watched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import preferred

from docgen.render import pdf
from tests.render.sample import CHINESE, report, sheet

MEASURES = (
    "shrink_to_fit",
    "min_content_width",
    "max_content_width",
    "inline_min_content_width",
    "table_and_columns_preferred_widths",
)
MOST = 6
"""The letters of the longest label, “(xviii)” without its space; words of a paragraph are more."""


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the boxes that were measured."""
    texts: list[str] = []
    for name in MEASURES:
        original = getattr(preferred, name)
        for module in _users(name, original):
            monkeypatch.setattr(module, name, _watched(original, texts))
    return texts


def _users(name: str, function: Any) -> list[Any]:
    """The modules of the page engine that know `function` by its name."""
    known = [module for key, module in sys.modules.items() if key.startswith("weasyprint.layout")]
    return [module for module in known if getattr(module, name, None) is function]


def _watched(original: Callable[..., Any], texts: list[str]) -> Callable[..., Any]:
    def measure(context: Any, box: Any, *given: Any, **named: Any) -> Any:
        inner = box.descendants() if hasattr(box, "descendants") else ()
        texts.append("".join(each.text for each in inner if isinstance(each, TextBox)).strip())
        return original(context, box, *given, **named)

    return measure


@pytest.mark.parametrize("style", ["hq", "geneva"])
def test_labels_alone_are_measured(style: str, measured: list[str]) -> None:
    pdf.write(report(CHINESE, style), sheet(CHINESE, style))
    assert measured
    assert max(measured, key=len) == max((text for text in measured if len(text) <= MOST), key=len)


@pytest.mark.parametrize(
    "css",
    [
        "p { float: left }",
        "p { display: inline-block }",
        "table { table-layout: auto !important }",
        "p { position: absolute }",
    ],
)
def test_text_that_is_measured_is_seen(css: str, measured: list[str]) -> None:
    pdf.write(report(CHINESE), sheet(CHINESE), plain=True, extra=css)
    assert len(max(measured, key=len)) > 5 * MOST
