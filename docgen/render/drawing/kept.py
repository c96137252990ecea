"""The glyphs of texts on a page that is laid out, kept until the page is drawn.

WeasyPrint lets go of what Pango has shaped as soon as it is measured, and shapes it again for
drawing. Here Pango's part stays until the page is finished; of what is on it then the glyphs are
kept, in a hundredth of the room.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.line_break import Layout

from docgen.render.drawing import fonts, spaces
from docgen.render.drawing.runs import Run, runs

Function = Callable[..., Any]

RUNS = "runs"
"""The attribute of a layout that holds the runs of its line."""

PANGO = ("layout", "language", "style")
"""The attributes of a layout by which Pango's part is held."""

CUT = "cut"
"""The attribute of a layout that gives the runs of its line where they are part of a longer one."""

LEAST = 1e-6
"""The size of letters below which nothing is drawn, in CSS pixels."""

PARTED = frozenset("\n\r\u2028\u2029")
"""Characters that end a line or a paragraph."""

LOOSENED = "loosened"
"""The method by which layouts of other layers change the runs of their line."""


def staying(original: Function) -> Function:
    """Let Pango's part of a layout stay, in place of WeasyPrint's `Layout.deactivate`."""

    @wraps(original)
    def deactivate(layout: Any) -> None:
        pass

    return deactivate


def shaped(layout: Any) -> bool:
    """Whether what Pango has shaped of `layout` is there, as it is drawn but for widened spaces."""
    return layout is not None and not vars(layout).keys().isdisjoint((PANGO[0], CUT))


def keep_texts(box: Any) -> None:
    """Keep the glyphs of all text in a box that is finished, and let go of Pango's part."""
    for each in box.descendants(placeholders=True):
        if isinstance(each, TextBox):
            _keep(each)


def _keep(box: Any) -> None:
    layout = vars(box).get("pango_layout")
    if shaped(layout):
        if box.style["font_size"] >= LEAST and _plain(layout.text):
            setattr(layout, RUNS, _runs(layout, box.style))
        for name in (*PANGO, CUT):
            vars(layout).pop(name, None)


def _plain(text: str) -> bool:
    """Whether there is something to be seen, all in one paragraph."""
    return bool(text.strip()) and PARTED.isdisjoint(text)


def _runs(layout: Any, style: Any) -> list[Run] | None:
    """The runs of the line, with spaces as they are drawn; None if it is not all in one line."""
    cut = vars(layout).get(CUT)
    found = cut() if cut else _line(layout, style)
    if found and (loosened := getattr(layout, LOOSENED, None)):
        found = loosened(found)
    if found and layout.justification_spacing:
        return spaces.widened(found, layout.text, layout.justification_spacing)
    return found


def _line(layout: Any, style: Any) -> list[Run] | None:
    """The runs of a text in one line."""
    line, following = Layout.get_first_line(layout)
    if following is not None:
        return None
    found = [*runs(line)]
    fonts.learn((run.font for run in found), layout.layout, style)
    return found
