"""What another process has drawn, put into the streams of a file as if it had been drawn here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from docgen.render.hands.drawn import NOTHING, Font, Glyphs, Part, Text
from docgen.render.hands.groups import taken
from docgen.render.hands.operations import renamed
from docgen.render.structure.spaces import Shown, Spaces


def fits(part: Part, box: Any, fonts: Mapping[int, Any]) -> bool:
    """Whether `part` is all of `box`, and was drawn with the widths that `fonts` have here.

    The width of a glyph is the one of its first use, and sizes differ by what they are rounded by.
    What is fixed on the pages comes to a page when all are laid out.
    """
    if part.children != len(box.children):
        return False
    glyphs = [event for event in part.events if isinstance(event, Glyphs) and event.font in fonts]
    return all(
        fonts[each.font].widths.get(code, width) == width
        for each in glyphs
        for code, _, width in each.new
    )


def join(part: Part, stream: Any, box: Any, spaces: Spaces) -> None:
    """Add `part`, which is `box` here, to `stream`; `spaces` follow its words."""
    boxes = {id(each): each for each in _boxes(box)}
    begin = len(stream.stream)
    _add(part, stream)
    for number, mark in part.marks:
        stream._tags[boxes[number]] = mark
    for event in part.events:
        match event:
            case Font():
                _begin(event, stream, boxes[event.box])
            case Glyphs():
                _take(event, stream)
            case Text():
                shown = Shown(stream, begin + event.operation, event.font)
                spaces.follow(boxes[event.box], partial(_given, shown, event.operation))


def _add(part: Part, stream: Any) -> None:
    """Add the operations of `part`, and what they name."""
    resources = stream._resources
    groups, spaces = resources["XObject"], resources["ColorSpace"]
    stream.stream.extend(renamed(part.operations or (), len(groups)))
    for group in part.groups:
        groups[f"x{len(groups)}"] = taken(group, spaces, stream._default_color_space)
    for name, state in part.states.items():
        resources["ExtGState"].setdefault(name, state)


def _given(shown: Shown, operation: int) -> Shown | None:
    return shown if operation != NOTHING else None


def _boxes(box: Any) -> Any:
    for each in box.descendants(placeholders=True):
        yield each._box if isinstance(each, AbsolutePlaceholder) else each


def _begin(event: Font, stream: Any, box: TextBox) -> None:
    """Make a font known by drawing the text that is the first to use it, to no purpose else."""
    if event.key not in stream._fonts:
        draw_text(stream.clone(), box, 0, "clip", "none")


def _take(event: Glyphs, stream: Any) -> None:
    font = stream._fonts[event.font]
    for code, text, width in event.new:
        font.to_unicode.setdefault(code, text)
        font.widths.setdefault(code, width)
