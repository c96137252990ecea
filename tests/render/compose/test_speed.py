"""Composing costs little beside what WeasyPrint itself needs: calls are counted, not seconds."""

from __future__ import annotations

from typing import Any

from weasyprint import HTML

from docgen.render import compose
from tests.calls import calls
from tests.render.compose import sample

PAGE = sample.page(38, sample.PARAGRAPHS * 8, "p { break-after: auto }")


def cost(facts: dict[str, Any]) -> int:
    """The calls that the pages take, when what is made once is there."""
    with compose.installed(facts):
        HTML(string=PAGE).write_pdf()
        return calls(HTML(string=PAGE).write_pdf)


def test_chinese_pages_take_at_most_a_quarter_more_calls_composed() -> None:
    assert cost(sample.PLAIN) * 1.25 > cost(sample.FACTS) > 100_000
