"""Composing costs little beside what WeasyPrint itself needs."""

from __future__ import annotations

import gc
from time import process_time
from typing import Any

from weasyprint import HTML

from docgen.render import compose
from tests.render.compose import sample

PAGE = sample.page(38, sample.PARAGRAPHS * 8, "p { break-after: auto }")


def seconds(facts: dict[str, Any]) -> float:
    gc.collect()
    with compose.installed(facts):
        start = process_time()
        HTML(string=PAGE).write_pdf()
        return process_time() - start


def test_chinese_pages_take_at_most_half_as_long_again_composed() -> None:
    plain, composed = (min(seconds(f) for _ in range(3)) for f in (sample.PLAIN, sample.FACTS))
    assert composed < 1.5 * plain
