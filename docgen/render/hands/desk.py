"""Which pages another process draws: those that are there while this one lays out the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from typing import Any, NamedTuple

from docgen.beside import Other, beside
from docgen.render.hands.drawn import Batch, Part
from docgen.render.hands.joining import fits

FEW, LEAST = 8, 4
"""Fewer pages are not worth a process, while pages are laid out and afterwards.

Memory that both processes change is copied.
"""

MOST = 400
"""With more pages no process is begun: both together would need too much memory."""

SHARE = 3
"""A process is begun when one in so many pages waits to be drawn."""

JOINED = 0.2
"""What it costs to take up a page that is drawn, beside the drawing."""

PATIENCE = 30
"""The seconds after which no process is waited for any more."""

Pages = dict[int, Any]
"""The boxes of pages by their numbers from 0."""


class _Away(NamedTuple):
    """Pages that a process draws, and how often pages had been laid out again when it began."""

    pages: Pages
    again: int
    process: Other[Batch]
    end: ExitStack


class Desk:
    """The pages of a document that are laid out; another process may have drawn them."""

    def __init__(self) -> None:
        self.pages: Pages = {}
        self.waiting: Pages = {}
        self.away: _Away | None = None
        self.parts: dict[int, Part] = {}
        self.seen: dict[int, int] = {}
        self.walked = self.again = self.next = 0
        self.get_image: Callable[..., Any]

    def made(self, number: int, page: Any, get_image: Callable[..., Any]) -> None:
        """Take a page that was just laid out, for the first time or again."""
        if number in self.pages:
            self._forget(number)
        self.get_image = get_image
        self.pages[number] = self.waiting[number] = page
        if self.away and self.away.process.ready():
            self._collect()
        if len(self.waiting) >= max(FEW, len(self.pages) // SHARE):
            self._begin(sorted(self.waiting))

    def share(self) -> None:
        """All pages are laid out: the other process draws half of what is left to do.

        It has to know what may repeat of all pages before, also of those that are gone by now.
        """
        waiting, drawn = len(self.waiting), len(self.pages) - len(self.waiting)
        share = min(waiting, round((waiting + drawn * JOINED) / (2 - JOINED)))
        if share >= LEAST and self.walked >= self.next:
            self._begin(sorted(self.waiting)[-share:])

    def turn(self, page: Any, fonts: Mapping[int, Any]) -> dict[int, Part]:
        """What was drawn of the next page, by the boxes of its parts; it is waited for.

        Nothing, where `fonts` have other widths here; nor does the rest fit that was drawn with it.
        """
        if self.away and (self.next in self.away.pages or self.away.process.ready()):
            self._collect()
            self.share()
        known = self.pages.pop(self.next, None)
        self.waiting.pop(self.next, None)
        self.next += 1
        boxes = {id(box): box for box in page.children} if known is page else {}
        found = {number: self.parts.pop(number) for number in boxes if number in self.parts}
        if all(fits(part, boxes[number], fonts) for number, part in found.items()):
            return found
        self.parts.clear()
        return {}

    def end(self) -> None:
        """End what is still being drawn."""
        if self.away:
            self.away.end.close()

    def _forget(self, number: int) -> None:
        """A page is laid out again: what was drawn of it counts no more."""
        for box in self.pages[number].children:
            self.parts.pop(id(box), None)
        self.again += 1
        self.walked, self.seen = 0, {}

    def _begin(self, numbers: Sequence[int]) -> None:
        """Have a process draw the pages with these numbers, unless one is at work."""
        from docgen.render.hands.drawing import drawn

        if self.away or len(self.pages) > MOST:
            return
        pages = {number: self.waiting.pop(number) for number in numbers}
        last = max(numbers) + 1
        walk = {number: self.pages[number] for number in range(self.walked, last)}
        with ExitStack() as stack, suppress(OSError):
            process = stack.enter_context(
                beside(lambda receive: drawn(walk, set(numbers), self.seen, self.get_image))
            )
            self.away = _Away(pages, self.again, process, stack.pop_all())

    def _collect(self) -> None:
        """Take what the process gives; what it has not drawn is drawn here."""
        assert self.away
        away, self.away = self.away, None
        with away.end, suppress(Exception):
            if away.process.ready(PATIENCE):
                self._take(away, away.process.result())

    def _take(self, away: _Away, batch: Batch) -> None:
        same = [page for number, page in away.pages.items() if self.pages.get(number) is page]
        boxes = {id(box) for page in same if page for box in page.children}
        self.parts |= {part.box: part for part in batch.parts if part.box in boxes}
        if away.again == self.again:
            self.walked, self.seen = batch.walked, self.seen | batch.seen
