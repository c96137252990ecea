"""The least and the greatest width of composed text, for what WeasyPrint shrinks to fit.

WeasyPrint finds the least width by breaking a line at every opportunity, each time with a layout
of all that follows; here each text is shaped once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from weasyprint.text.ffi import FROM_UNITS

from docgen.render.compose.composer import Composer, Measured
from docgen.render.compose.flow import Leaf, Same, Stretch, runs


def least(text: str, style: Any, composer: Composer) -> Measured:
    """The widest unbreakable part of `text` but the last, as if it were the first line.

    The caller asks for one line after the other and wants the first, the widest and the last of
    them: one answer stands for all lines but the last.
    """
    found = _alone(text, style, composer)
    cuts = _cuts(found, style)
    widths = [found.passage.extent(a, b, opens=True).width for a, b in pairwise([0, *cuts])]
    last = cuts[-2] if len(cuts) > 1 else 0
    width = max(widths[:-1] or widths)
    return Measured(None, 0, found.offsets[0][last] or None, width * FROM_UNITS, 0, 0)


def _cuts(found: Stretch, style: Any) -> Sequence[int]:
    """Where text must be able to break; a break-word break is no such place."""
    anywhere = style["overflow_wrap"] == "anywhere" and style["white_space"] != "nowrap"
    return range(1, found.passage.end + 1) if anywhere else found.passage.cuts


def greatest(text: str, style: Any, composer: Composer) -> Measured:
    """The width of `text` in one line with no end, as if nothing stood before and after."""
    width = _alone(text, style, composer).passage.advance[-1]
    return Measured(None, len(text.encode()), None, width * FROM_UNITS, 0, 0)


def joints(box: Any, composer: Composer) -> float:
    """What the texts of `box` in one line are wider together than one by one, in CSS pixels.

    Where they meet there are gaps and pairs of marks, at both ends of the line marks are trimmed.
    """
    width = 0.0
    for run, (leaves, ends) in enumerate(runs(box)):
        passage = composer.stretch(leaves, ends).passage
        width += passage.extent(0, passage.end, opens=not run).width
        width += passage.advance[-1] - passage.advance[passage.last(passage.end) + 1]
        for leaf in leaves:
            width -= _alone(leaf.text, leaf.style.it, composer).passage.advance[-1]
    return width * float(FROM_UNITS)


def _alone(text: str, style: Any, composer: Composer) -> Stretch:
    return composer.stretch((Leaf(text, Same(style)),), True)
