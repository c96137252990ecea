"""Lines of text drawn run by run, in place of WeasyPrint's loop over their glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from weasyprint.text.ffi import pango

from docgen.render.drawing import fonts
from docgen.render.drawing.glyphs import Unusual, shown
from docgen.render.drawing.kept import LEAST, RUNS
from docgen.render.drawing.runs import Run, runs

Function = Callable[..., Any]
Operands = list[tuple[str, float, list[bytes]]]
"""The fonts of a line one after another: name, size, and what shows their runs."""


def text(original: Function) -> Function:
    """Draw a text whose glyphs are kept, in place of WeasyPrint's `draw_text`."""

    @wraps(original)
    def draw_text(stream: Any, box: Any, offset: float, overflow: str, ellipsis: str) -> None:
        kept = vars(box.pango_layout).get(RUNS)
        if kept and _whole(overflow, ellipsis) and _plain(box.style):
            try:
                found = _kept(stream, kept, box)
            except Unusual:
                pass
            else:
                stream.set_color(box.style["color"])
                stream.begin_text()
                left, base = box.position_x, box.position_y + box.baseline
                _show(stream, found, (1, 0, 0, -1, left, base))
                stream.end_text()
                return
        original(stream, box, offset, overflow, ellipsis)

    return draw_text


def first_line(original: Function) -> Function:
    """Draw a line that was shaped again, in place of WeasyPrint's `draw_first_line`.

    All that is unusual is left to that: lines that end in an ellipsis, glyphs in colours, glyphs
    that are missing or moved up.
    """

    @wraps(original)
    def draw_first_line(stream: Any, box: Any, overflow: str, ellipsis: str, matrix: Any) -> Any:
        seen = box.style["font_size"] >= LEAST and box.text.strip()
        if seen and _whole(overflow, ellipsis):
            try:
                found = _again(stream, box.pango_layout)
            except Unusual:
                pass
            else:
                _show(stream, found, matrix.values)
                return []
        return original(stream, box, overflow, ellipsis, matrix)

    return draw_first_line


def _whole(overflow: str, ellipsis: str) -> bool:
    return overflow != "ellipsis" and ellipsis == "none"


def _plain(style: Any) -> bool:
    return bool(style["visibility"] == "visible" and style["text_decoration_line"] == "none")


def _kept(stream: Any, found: Iterable[Run], box: Any) -> Operands:
    """What shows the runs that were kept of the text of `box`; raises Unusual."""
    known = fonts.known(box.style)
    return _operands(stream, found, box.pango_layout, lambda font: known[font].written(stream))


def _again(stream: Any, layout: Any) -> Operands:
    """What shows the line of a layout that is shaped again; raises Unusual."""
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    return _operands(stream, runs(line), layout, stream.add_font)


def _operands(stream: Any, found: Iterable[Run], layout: Any, written: Function) -> Operands:
    """What shows the runs `found` of a layout; `written` gives the font of the PDF and its size."""
    last, operands = None, Operands()
    for run in found:
        if run.font != last:
            last, (font, size) = run.font, written(run.font)
            glyphs = shown(font, size)
            operands.append((font.hash, size, []))
        operands[-1][2].append(glyphs.operand(run, layout.text, stream))
    return operands


def _show(stream: Any, found: Operands, matrix: Iterable[float]) -> None:
    stream.set_text_matrix(*matrix)
    for name, size, parts in found:
        stream.set_font_size(name, size)
        stream.show_text(b"".join(parts))
