"""Composing costs little beside what WeasyPrint itself needs: calls are counted, not seconds."""

from __future__ import annotations

import sys
from typing import Any

from weasyprint import HTML

from docgen.render import compose
from tests.render.compose import sample

PAGE = sample.page(38, sample.PARAGRAPHS * 8, "p { break-after: auto }")


def calls(facts: dict[str, Any]) -> int:
    """How often a function is called for the pages, or returns."""
    number = 0

    def called(*_: object) -> None:
        nonlocal number
        number += 1

    with compose.installed(facts):
        HTML(string=PAGE).write_pdf()  # what is made once is there
        sys.setprofile(called)
        try:
            HTML(string=PAGE).write_pdf()
        finally:
            sys.setprofile(None)
    return number


def test_chinese_pages_take_at_most_a_quarter_more_calls_composed() -> None:
    assert calls(sample.PLAIN) * 1.25 > calls(sample.FACTS) > 100_000
