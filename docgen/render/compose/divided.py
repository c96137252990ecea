"""Notes laid out as far as there is room for them below their line, and from there on later.

WeasyPrint divides no note: it sends the line of one without room to the next page, where a long one
runs off the page. Here such a note is divided like any paragraph, with two lines in each part. What
is left of it stands at the foot of the next page, before the notes of that page (`turns`). No note
begins below one that goes on, so that each begins on the page of its mark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any, NamedTuple

Function = Callable[..., Any]

FOOT = "foot_of_page"
"""The attribute of a layout that holds the foot of the page at work."""

SHARE = 0.8
"""The part of a page with text that is filled by notes of which one is divided, at most."""


class Passed(NamedTuple):
    """The notes that a page leaves to the next, and where the first goes on, if it has begun."""

    notes: tuple[Any, ...] = ()
    at: Any = None


@dataclass
class Foot:
    """The notes of the page at work, as far as they are divided.

    `begun` are those of the page before. `cut` is the note that may be divided here, `height` what
    all notes can then take up in CSS pixels, `spare` the lines left below that of its mark; `inf`
    divides none. `rests` tells by element where notes go on, `wholes` how they are undivided.
    `tried` are all notes of which a line was laid out; for some of them there was `no_room`.
    """

    begun: Passed
    spare: float
    cut: Any = None
    height: float = inf
    rests: dict[Any, Any] = field(default_factory=dict)
    wholes: dict[Any, Any] = field(default_factory=dict)
    tried: list[Any] = field(default_factory=list)
    no_room: list[Any] = field(default_factory=list)

    def portion(self, note: Any, area: Any) -> tuple[Any, float]:
        """Where `note` goes on in `area`, and how high that can be; infinite if it is not cut."""
        if self.cut and note.element is self.cut.element:
            return None, self.height
        if self.begun.at and note.element is self.begun.notes[0].element:
            return self.begun.at, area.page.height * (1 if area.page.page_type.blank else SHARE)
        return None, inf

    def rest(self, notes: list[Any]) -> Passed:
        """The one of the `notes` of the page that does not end here."""
        for note in notes:
            if at := self.rests.get(note.element):
                return Passed((note,), at)
        return Passed()


def placed(context: Any, note: Any, line: Any, used: float) -> bool:
    """Lay out `note` at the foot of the page, divided if need be; False if it cannot begin there.

    `used` is the lower edge of its `line`, with what has to stand below that.
    """
    foot, area = getattr(context, FOOT), context.current_footnote_area
    foot.tried.append(note)
    if going_on := foot.rest(context.current_page_footnotes).notes:
        foot.no_room += [note, *going_on]
        context.layout_footnote(note)
        return False
    foot.cut, bottom = None, context.page_bottom + height(area)
    context.layout_footnote(note)
    room = bottom - used - foot.spare * line.height
    if height(area) > room:
        share = SHARE * area.page.height
        cut = _cut(context, foot, note, min(room, share)) or _cut(context, foot, note, room)
        foot.no_room += [] if cut else [note]
    return True


def _cut(context: Any, foot: Foot, note: Any, room: float) -> bool:
    """Divide the last note of the page, if two lines of it have `room` and two are left."""
    foot.cut, foot.height = note, room
    context._update_footnote_area()
    return bool(foot.rests.get(note.element))


def height(area: Any) -> float:
    """What the notes of a page take up."""
    return 0.0 if area.height == "auto" else float(area.margin_height())


def most(context: Any, note: Any, area: Any) -> float:
    """How high all notes can be when `note` is laid out in their `area`."""
    return float(getattr(context, FOOT).portion(note, area)[1])


def layout_note(layout: Function, context: Any, note: Any, *given: Any) -> Any:
    """Lay out as much of `note` as there is room for (`layout.block.block_level_layout`)."""
    bottom_space, _, area, page_is_empty, absolute, fixed, margins, *rest = given
    start, room = getattr(context, FOOT).portion(note, area)
    if room == inf:
        return layout(context, note, *given)
    below = area.margin_bottom + area.padding_bottom + area.border_bottom_width
    space = context.page_bottom - (area.position_y + room - below)
    lists = absolute, fixed, [*margins]
    made = layout(context, note, space, start, area, False, *lists, *rest)
    if made[0] is None:
        return layout(context, note, bottom_space, start, area, page_is_empty, *lists, *rest)
    if made[1]:
        last = made[0].children[-1]
        made[0].height = last.position_y + last.margin_height() - made[0].content_box_y()
    return made


def taken(context: Any, note: Any, made: Any) -> Any:
    """What was made of `note`, as if it were whole; where it goes on is written down."""
    box, resume_at, next_page, following, *more = made
    foot = getattr(context, FOOT)
    foot.rests[note.element] = resume_at
    if not resume_at:
        foot.wholes[note.element] = box
    return box, None, {**next_page}, [*following], *more
