"""Pages made so that the lines of notes that can be divided stay on them.

How much of a note has room is known only when all that has to stand below its line is laid out: the
next line of a paragraph, the text below a heading. Then the page is made anew, with some room left.
A note that no page is made for is `astray`: the file is not to be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from math import inf
from typing import Any

from docgen.render.compose.divided import FOOT, SHARE, Foot, Function, Passed

ASTRAY, PASSED = "astray_notes", "passed_notes"
"""The attributes of a page that holds notes without room, and of a layout for what it passes on."""

SPARES = range(7)
"""The lines of text tried to leave below that of a note that is divided."""

LINES = 4
"""The lines that a note needs to be divided into parts of two."""


def remade(remake_page: Function) -> Function:
    """Make a page with as much of its notes as it has room for (`layout.page.remake_page`).

    On the last page, and where the next has to be a new one, no note is divided that can be whole
    on that, unless others have no room then.
    """

    def hook(index: int, context: Any, root: Any, html: Any) -> Any:
        turn = _Turn(remake_page, index, context, root, html)
        made = _fullest(turn)
        if turn.ends(made) and turn.fits_whole():
            spare, made = turn.foot.spare, turn.made(inf)
            if context.reported_footnotes:
                made = turn.made(spare)
        turn.pass_on(made)
        return made

    return hook


def astray(pages: Iterable[Any]) -> Iterator[tuple[int, str, str]]:
    """The page of every note that has no room where its mark is, its id, and that of one that has.

    `pages` are those of a rendered document.
    """
    for number, page in enumerate(pages, 1):
        before, notes = vars(page._page_box).get(ASTRAY, ((), ()))
        for note in notes:
            yield number, _id(note), "".join(map(_id, before))


def _id(note: Any) -> str:
    return note.element.get("id") or ""


def _fullest(turn: _Turn) -> Any:
    """The page with as few lines left below a divided note as its line needs to stay on it."""
    made = None
    for spare in SPARES:
        made = turn.made(spare)
        gone = turn.gone()
        if not gone or any(note in turn.foot.no_room for note in gone):
            break
    return made


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

    def gone(self) -> list[Any]:
        """The notes that can be divided of which a line was laid out, and then moved on."""
        here, wholes = self.context.current_page_footnotes, self.foot.wholes
        gone = [note for note in self.foot.tried if note not in here]
        return [note for note in gone if len(wholes[note.element].children) >= LINES]

    def rest(self) -> Passed:
        """The note that goes on after this page."""
        return self.foot.rest(self.context.current_page_footnotes)

    def fits_whole(self) -> bool:
        """Whether the note that goes on after this page has room on the next, with its line."""
        wholes = [self.foot.wholes.get(note.element) for note in self.rest().notes]
        room = SHARE * self.context.current_footnote_area.page.height
        return any(whole and whole.margin_height() <= room for whole in wholes)

    def ends(self, made: Any) -> bool:
        """Whether the text ends here, or goes on where the next page has to begin."""
        next_page = self.context.page_maker[self.index + 1][1]
        return made[1] is None or next_page["break"] != "any"

    def pass_on(self, made: Any) -> None:
        """Leave to the next page what has no room on this one."""
        context, rest, (page, resume_at) = self.context, self.rest(), made
        if context.reported_footnotes:
            before = context.current_page_footnotes[-1:]
            setattr(page, ASTRAY, (before, context.reported_footnotes))
        passed = Passed((*rest.notes, *context.reported_footnotes), rest.at)
        context.reported_footnotes = [*passed.notes]
        state, following = (context.page_maker[index][-1] for index in (self.index, self.index + 1))
        if passed != self.passed.get(self.index + 1, Passed()):
            self.passed[self.index + 1] = passed
            following["content_changed"] = resume_at is not None or bool(passed.notes)
        if passed.notes and resume_at is None:
            state["pages_wanted"] = True
