"""Notes that find no room below their line: the rest goes on at the foot of the next page.

WeasyPrint divides no note: it sends the line of one without room to the next page, where a long one
runs off the page. Here a note is laid out as far as there is room, like any paragraph, and on the
next page from there, before the notes of that page. No note begins below one that goes on, so that
each begins on the page of its mark; one that cannot is `astray`, and no page to be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from math import inf
from typing import Any, NamedTuple

Function = Callable[..., Any]

FOOT, PASSED = "foot_of_page", "passed_notes"
"""The attributes of a layout that hold the foot of its page, and what pages leave to the next."""

ASTRAY = "astray_notes"
"""The attribute of a page that holds the notes that belong on it and are not, or not wholly."""

SHARE = 0.75
"""The part of a page with text that a note from the page before can fill."""

SPARES = (0, 1, 2, 3, 4, 5, 6, inf)
"""The lines of text tried to leave below that of a note that is divided; `inf` divides none."""


class Passed(NamedTuple):
    """The notes that a page leaves to the next, and where the first goes on, if it has begun."""

    notes: tuple[Any, ...] = ()
    at: Any = None


@dataclass
class Foot:
    """The notes of the page at work, as far as they are divided.

    `begun` are those of the page before. `cut` is the note that may be divided here, `height` what
    all notes can then take up in CSS pixels, `spare` the lines left below that of its mark. `rests`
    tells by element where notes go on; `divided` are all that were divided while lines were tried.
    """

    begun: Passed
    spare: float
    cut: Any = None
    height: float = inf
    rests: dict[Any, Any] = field(default_factory=dict)
    divided: list[Any] = field(default_factory=list)

    def portion(self, note: Any, area: Any) -> tuple[Any, float]:
        """Where `note` goes on in `area`, and how high that can be; infinite if it is not cut."""
        if self.cut and note.element is self.cut.element:
            return None, self.height
        if self.begun.at and note.element is self.begun.notes[0].element:
            return self.begun.at, area.page.height * (1 if area.page.page_type.blank else SHARE)
        return None, inf

    def rest(self, notes: list[Any]) -> Passed:
        """The one of the `notes` of the page that does not end here."""
        going_on = (note for note in notes if self.rests.get(note.element))
        note = next(going_on, None)
        return Passed((note,), self.rests[note.element]) if note else Passed()


def placed(context: Any, note: Any, line: Any, used: float) -> bool:
    """Lay `note` out at the foot of the page, divided if it must be; False if that is no help.

    `used` is the lower edge of its `line`, with what has to stand below that.
    """
    foot, area = getattr(context, FOOT), context.current_footnote_area
    if foot.rest(context.current_page_footnotes).notes:
        context.layout_footnote(note)
        return False
    bottom = context.page_bottom + height(area)
    context.layout_footnote(note)
    if context.overflows(context.page_bottom, used) and foot.spare < inf:
        foot.cut, foot.height = note, bottom - used - foot.spare * line.height
        context._update_footnote_area()
        if foot.rests.get(note.element):
            foot.divided.append(note)
        else:
            foot.cut = None
            context._update_footnote_area()
    return True


def height(area: Any) -> float:
    """What the notes of a page take up."""
    return 0.0 if area.height == "auto" else float(area.margin_height())


def layout_note(layout: Function, context: Any, note: Any, *given: Any) -> Any:
    """Lay out as much of `note` as there is room for (`layout.block.block_level_layout`)."""
    bottom_space, _, area, page_is_empty, absolute, fixed, margins, *rest = given
    start, most = getattr(context, FOOT).portion(note, area)
    if most == inf:
        return layout(context, note, *given)
    below = area.margin_bottom + area.padding_bottom + area.border_bottom_width
    space = context.page_bottom - (area.position_y + most - below)
    lists = absolute, fixed, [*margins]
    made = layout(context, note, space, start, area, False, *lists, *rest)
    if made[0] is None:
        return layout(context, note, bottom_space, start, area, page_is_empty, *lists, *rest)
    if made[1]:
        last = made[0].children[-1]
        made[0].height = last.position_y + last.margin_height() - made[0].content_box_y()
    return made


def room(context: Any, note: Any, area: Any) -> float:
    """How high all notes can be when `note` is laid out in their `area`."""
    return float(getattr(context, FOOT).portion(note, area)[1])


def taken(context: Any, note: Any, made: Any) -> Any:
    """What was made of `note`, as if it were whole; where it goes on is written down."""
    box, resume_at, next_page, following, *more = made
    getattr(context, FOOT).rests[note.element] = resume_at
    return box, None, {**next_page}, [*following], *more


def astray(pages: Iterable[Any]) -> Iterator[tuple[int, str]]:
    """The number of the page and the id of every note that is not where its mark is.

    `pages` are those of a rendered document.
    """
    for number, page in enumerate(pages, 1):
        for note in vars(page._page_box).get(ASTRAY, ()):
            yield number, note.element.get("id") or ""


# ---- pages ----------------------------------------------------------------------------------


def remade(remake_page: Function) -> Function:
    """Make a page so that the line of a note that is divided stays on it (`layout.page`).

    On the last page, and where the next has to be a new one, no note is divided that can be whole.
    """

    def hook(index: int, context: Any, root: Any, html: Any) -> Any:
        turn = _Turn(remake_page, index, context, root, html)
        spares = iter(SPARES)
        made = turn.made(spare := next(spares))
        while turn.moved():
            made = turn.made(spare := next(spares))
        if turn.rest().notes and turn.ends(made):
            made = turn.made(inf)
            if context.reported_footnotes:
                made = turn.made(spare)
        turn.pass_on(made)
        return made

    return hook


class _Turn:
    """The beginning of a page, from which it can be made more than once."""

    def __init__(self, remake_page: Function, index: int, context: Any, *document: Any) -> None:
        self.context, self.index = context, index
        self.passed = vars(context).setdefault(PASSED, {})
        self.notes, self.broken = [*context.footnotes], context.broken_out_of_flow
        self.following = context.page_maker[index + 1 :]
        self.remake: Function = partial(remake_page, index, context, *document)

    def made(self, spare: float) -> Any:
        """The page with so many lines left below a note that is divided, and where it ends."""
        context, passed = self.context, self.passed.get(self.index, Passed())
        context.footnotes, context.broken_out_of_flow = [*self.notes], self.broken
        context.reported_footnotes = [*passed.notes]
        context.page_maker[self.index + 1 :] = self.following
        context.page_maker[self.index][-1].update(anchors=[], content_lookups=[])
        self.foot = Foot(passed, spare)
        setattr(context, FOOT, self.foot)
        return self.remake()

    def moved(self) -> bool:
        """Whether a note was divided whose line then went to the next page."""
        return any(note not in self.context.current_page_footnotes for note in self.foot.divided)

    def rest(self) -> Passed:
        """The note that goes on after this page."""
        return self.foot.rest(self.context.current_page_footnotes)

    def ends(self, made: Any) -> bool:
        """Whether the text ends here, or goes on where the next page has to begin."""
        next_page = self.context.page_maker[self.index + 1][1]
        return made[1] is None or next_page["break"] != "any"

    def outside(self, page: Any) -> list[Any]:
        """The last note of a page that is higher than that; of several it is the one in question."""
        high = height(self.context.current_footnote_area) > page.height
        return self.context.current_page_footnotes[-1:] if high else []

    def pass_on(self, made: Any) -> None:
        """Leave to the next page what has no room on this one."""
        context, rest = self.context, self.rest()
        page, resume_at = made
        passed = Passed((*rest.notes, *context.reported_footnotes), rest.at)
        setattr(page, ASTRAY, [*context.reported_footnotes, *self.outside(page)])
        context.reported_footnotes = [*passed.notes]
        if passed != self.passed.get(self.index + 1, Passed()):
            self.passed[self.index + 1] = passed
            changed = resume_at is not None or bool(passed.notes)
            context.page_maker[self.index + 1][-1]["content_changed"] = changed
        if passed.notes and resume_at is None:
            context.page_maker[self.index][-1]["pages_wanted"] = True
