"""The operators of text (ISO 32000-1, 9.3 and 9.4): place, font, and what is shown."""

from __future__ import annotations

from typing import Any

import pikepdf

from docgen.check import fonts
from docgen.check.fonts import Font
from docgen.check.press.canvas import Canvas, Operation, number_of
from docgen.check.press.geometry import corners, matrix, moved, times
from docgen.check.press.state import Cursor

ASCENT, DESCENT = 0.8, -0.2
"""Above and below the baseline, in units of the size: what text is taken to cover."""

INVISIBLE = (3, 7)
"""Modes of text that paint nothing (ISO 32000-1, table 106)."""


def _begin(canvas: Canvas, given: Any) -> None:
    canvas.cursor = Cursor()


def _font(canvas: Canvas, given: Any) -> None:
    """Choose a font by its name; one that is missing is not embedded."""
    name = str(given[0])
    if name not in canvas.fonts:
        named = canvas.resource("/Font", name)
        canvas.fonts[name] = Font(name) if named is None else fonts.read(named)
    canvas.set(font=canvas.fonts[name], size=float(given[1]))


def _matrix(canvas: Canvas, given: Any) -> None:
    canvas.cursor = Cursor(matrix(given), matrix(given))


def _next_line(canvas: Canvas, given: Any) -> None:
    x, y = map(float, given)
    line = times((1, 0, 0, 1, x, y), canvas.cursor.line)
    canvas.cursor = Cursor(line, line)


def _next_line_leading(canvas: Canvas, given: Any) -> None:
    canvas.set(leading=-float(given[1]))
    _next_line(canvas, given)


def _new_line(canvas: Canvas, given: Any) -> None:
    _next_line(canvas, (0, -canvas.state.leading))


def _rendering(canvas: Canvas, given: Any) -> None:
    canvas.set(rendering=int(given[0]))


# ---- what is shown -----------------------------------------------------------------------------


def _show(canvas: Canvas, given: Any) -> None:
    _characters(canvas, bytes(given[-1]))


def _show_on_new_line(canvas: Canvas, given: Any) -> None:
    _new_line(canvas, given)
    _show(canvas, given)


def _show_all(canvas: Canvas, given: Any) -> None:
    """Strings with what to go back between them, in thousandths of the size."""
    for part in given[0]:
        if isinstance(part, pikepdf.String):
            _characters(canvas, bytes(part))
        else:
            _move(canvas, -float(part) / 1000 * canvas.state.size * canvas.state.scale)


def _characters(canvas: Canvas, data: bytes) -> None:
    """Characters at the cursor, which moves on behind them."""
    state, font = canvas.state, canvas.state.font
    if font is None:
        canvas.amiss.append("text without a font")
    width = _advance(canvas, font, data) if font else 0.0
    if state.rendering not in INVISIBLE and data:
        placed = times(canvas.cursor.text, state.matrix)
        low, high = (part * state.size + state.rise for part in (DESCENT, ASCENT))
        points = [moved(point, placed) for point in corners((0, low, width, high))]
        for stroke in _painted_by(state.rendering):
            colour = state.stroke if stroke else state.fill
            canvas.paint("text", (colour,), points, **canvas.how(stroke), font=font, codes=data)
    _move(canvas, width)


def _advance(canvas: Canvas, font: Font, data: bytes) -> float:
    state = canvas.state
    spaces = state.character_space * (len(data) // font.code_length)
    words = state.word_space * data.count(b" ") if font.code_length == 1 else 0
    return (font.advance(data) * state.size + spaces + words) * state.scale


def _move(canvas: Canvas, by: float) -> None:
    """Move the cursor along the line."""
    canvas.cursor.text = times((1, 0, 0, 1, by, 0), canvas.cursor.text)


def _painted_by(rendering: int) -> tuple[bool, ...]:
    """Whether the fill (False) and the stroke (True) of text is painted in a mode."""
    return {1: (True,), 5: (True,), 2: (False, True), 6: (False, True)}.get(rendering, (False,))


OPERATIONS: dict[str, Operation] = {
    "BT": _begin,
    "Tf": _font,
    "Tm": _matrix,
    "Td": _next_line,
    "TD": _next_line_leading,
    "T*": _new_line,
    "Tj": _show,
    "'": _show_on_new_line,
    '"': _show_on_new_line,
    "TJ": _show_all,
    "Tc": number_of("character_space"),
    "Tw": number_of("word_space"),
    "Tz": number_of("scale", 0.01),
    "TL": number_of("leading"),
    "Ts": number_of("rise"),
    "Tr": _rendering,
}
