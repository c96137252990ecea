"""Lines of text drawn run by run, in place of WeasyPrint's loop over their glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from weasyprint.text.ffi import pango

from docgen.render.drawing.glyphs import Unusual, runs, shown

Function = Callable[..., Any]

LEAST = 1e-6
"""The size of letters below which nothing is drawn, in CSS pixels."""


def first_line(original: Function) -> Function:
    """Draw a line that is not cut off, in place of WeasyPrint's `draw_first_line`.

    All that is unusual is left to that: lines that end in an ellipsis, glyphs in colours, glyphs
    that are missing or moved up.
    """

    @wraps(original)
    def draw_first_line(stream: Any, box: Any, overflow: str, ellipsis: str, matrix: Any) -> Any:
        whole = overflow != "ellipsis" and ellipsis == "none"
        if whole and box.style["font_size"] >= LEAST and box.text.strip():
            try:
                found = [*_operands(stream, box.pango_layout)]
            except Unusual:
                pass
            else:
                _show(stream, found, matrix)
                return []
        return original(stream, box, overflow, ellipsis, matrix)

    return draw_first_line


def _operands(stream: Any, layout: Any) -> Iterator[tuple[str, float, list[bytes]]]:
    """The fonts of a line one after another: name, size, and what shows their runs."""
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    last, kept, parts = None, None, list[bytes]()
    for run in runs(line):
        if run.font != last:
            font, size = stream.add_font(run.font)
            last, kept, parts = run.font, shown(font, size), []
            yield font.hash, size, parts
        assert kept
        parts.append(kept.operand(run, layout.text, stream))


def _show(stream: Any, found: list[tuple[str, float, list[bytes]]], matrix: Any) -> None:
    stream.set_text_matrix(*matrix.values)
    for name, size, parts in found:
        stream.set_font_size(name, size)
        stream.show_text(b"".join(parts))
