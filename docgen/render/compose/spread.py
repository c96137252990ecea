"""A finished WeasyPrint line × its slack: what stands last is trimmed, the gaps are stretched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS

from docgen.records import replace
from docgen.render.compose import justify
from docgen.render.compose.composer import Piece
from docgen.render.compose.glyphs import ComposedLayout, shaped
from docgen.render.compose.lines import NEAR
from docgen.render.compose.tree import LINES, chain
from docgen.render.compose.widths import at_end


def piece(box: Any) -> Piece | None:
    """What a text box shows of a passage; nothing when it is not composed."""
    layout = getattr(box, "pango_layout", None)
    return layout.piece if isinstance(layout, ComposedLayout) else None


def close(line: Any) -> bool:
    """Set the last text of `line` as the end of a line; false when WeasyPrint has to do it.

    Text before an object that went to the next line did not know that it would end its line.
    """
    nested = chain(line)
    box = nested[-1]
    shown = piece(box)
    if shown is None or shown.closed or shown.final < shown.start:
        return False
    layout = _closed(box, shown)
    lost = box.width - layout.width
    box.text, box.pango_layout = layout.text, layout
    for each in nested:
        each.width -= lost
    return True


def _closed(box: Any, shown: Piece) -> ComposedLayout:
    """The layout of `box` without what the end of a line takes away."""
    passage, byte = shown.passage, shown.byte(shown.final)
    old = box.pango_layout
    after = {at: mils for at, mils in old.after.items() if at <= byte}
    after[byte] = at_end(passage.traits[shown.final], after.get(byte, 0))
    layout = shaped(box.text.rstrip(" "), box.style, old.wide).changed(after, old.lead)
    layout.piece = replace(shown, closed=True)
    return layout


def spread(line: Any, slack: float) -> bool:
    """Widen `line` by `slack` CSS pixels at its gaps; false when it has none that are composed."""
    found = [*_gaps(line)]
    shares = justify.share(slack * TO_UNITS, [gap for _, gaps in found for gap in gaps])
    widened: dict[int, float] = {}
    for box, gaps in found:
        layout = box.pango_layout
        places = layout.piece.bytes(gap.after for gap in gaps)
        widened[id(box)] = layout.widen(places, shares)
    _shift(line, 0.0, widened)
    return bool(widened)


def finish(line: Any) -> None:
    """Move the text of a finished line by what is trimmed from the mark that it begins with.

    An offset of the first glyph would say the same, but after one some viewers lose the space
    before a change of font. The layouts, which stay for drawing, let the passage go.
    """
    texts = [*_texts(line)]
    _draw_in(line, texts)
    for box in texts:
        layout = box.pango_layout
        box.position_x += layout.pixels(layout.lead)
        box.width -= layout.pixels(layout.lead)
        layout.piece = None


def _draw_in(line: Any, texts: list[Any]) -> None:
    """Take from the gaps what a piece is wider alone than in its text, for want of kerning."""
    excess = sum(box.pango_layout.excess for box in texts)
    if excess < NEAR:
        return
    for box in texts:
        box.width += box.pango_layout.excess
    spread(line, -excess)


def _gaps(line: Any) -> Iterator[tuple[Any, Sequence[justify.Gap]]]:
    """The text boxes of a line with the gaps after their clusters, where there are any."""
    for group in _neighbours(line):
        first, last = group[0].pango_layout.piece, group[-1].pango_layout.piece
        gaps, start = [*justify.gaps(last.passage, first.start, last.final)], 0
        for box in group:
            stop = bisect_left(gaps, box.pango_layout.piece.stop, start, key=attrgetter("after"))
            if stop > start:
                yield box, gaps[start:stop]
            start = stop


def _neighbours(line: Any) -> Iterator[list[Any]]:
    """The composed text boxes of a line in groups that are each one part of one passage."""
    group: list[Any] = []
    for box in _texts(line):
        before, here = piece(group[-1]) if group else None, piece(box)
        if before and here and (before.passage, before.stop) != (here.passage, here.start):
            yield group
            group = []
        group.append(box)
    if group:
        yield group


def _texts(box: Any) -> Iterator[Any]:
    """The composed text boxes of a line in their order."""
    for child in box.children:
        if piece(child):
            yield child
        elif isinstance(child, LINES):
            yield from _texts(child)


def _shift(box: Any, advance: float, widened: dict[int, float]) -> float:
    """Move what is in `box` by what was added before it; returns all that has been added."""
    if isinstance(box, LINES):
        box.position_x += advance
        start = advance
        for child in box.children:
            if child.is_in_normal_flow():
                advance = _shift(child, advance, widened)
        box.width += advance - start
    elif isinstance(box, boxes.TextBox):
        box.position_x += advance
        box.width += widened.get(id(box), 0.0)
        advance += widened.get(id(box), 0.0)
    else:
        box.translate(advance, 0)
    return advance
