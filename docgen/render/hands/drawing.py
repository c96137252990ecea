"""Pages that are laid out → what is drawn of them; the work of the second process.

The boxes in the margins of a page come last of all, when the number of pages is known. What comes
before is the text of the page and its notes, each drawn for itself: WeasyPrint takes up no state
of graphics from the one to the other.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any

from weasyprint import draw
from weasyprint.document import Page
from weasyprint.layout.background import layout_backgrounds
from weasyprint.pdf import stream as streams
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.stacking import StackingContext
from weasyprint.text.line_break import Layout

from docgen.render.hands.drawn import Batch, Part
from docgen.render.hands.groups import DEFAULT, SPACES, told
from docgen.render.hands.recording import Recorder, Unfit, Untold
from docgen.render.structure.furniture import Furniture
from docgen.render.structure.hooks import marking

SCALE = 0.75
"""The points of a CSS pixel."""


def drawn(
    pages: Mapping[int, Any],
    wanted: Set[int],
    seen: Mapping[int, int],
    get_image: Callable[..., Any],
) -> Batch:
    """Draw those of `pages`, boxes by their numbers from 0, that are `wanted`.

    What may repeat and was `seen` before them is given by its identity, with the number of a page.
    The process can do nothing else afterwards: names of WeasyPrint are replaced for good.
    """
    gc.disable()
    return _Hand(dict(seen), get_image).draw(pages, wanted)


def _unmeasured(font: Any, description: Any, size: float) -> Any:
    """A font as WeasyPrint makes it, without the measures of its letters, which the file needs.

    For these Pango asks Fontconfig, which a thread of Pango may have locked when the process began:
    as forks have no other threads it would be locked for ever.
    """
    return Font(font, description, 0)


def _unshaped(*given: Any) -> None:
    """No text is shaped that was not when pages were laid out, such as that of drawings.

    For its font Pango might ask Fontconfig too.
    """
    raise Untold("a text that is shaped when it is drawn")


class _Log(logging.Handler):
    """Whatever is logged while a part is drawn has to be logged by the first process."""

    def emit(self, record: logging.LogRecord) -> None:
        raise Untold(record.getMessage())


class _Hand:
    def __init__(self, seen: dict[int, int], get_image: Callable[..., Any]) -> None:
        self.get_image = get_image
        self.furniture = Furniture()
        self.furniture.seen = seen
        self.fonts: dict[int, Any] = {}
        self.recorder = Recorder(self.fonts)
        marked = marking(Stream.marked, self.furniture, self.recorder.drawn)
        Stream.marked = self.recorder.marking(marked)
        Stream._default_color_space = DEFAULT
        streams.Font, Layout.__init__ = _unmeasured, _unshaped
        logging.getLogger("weasyprint").handlers[:] = [_Log(logging.WARNING)]

    def draw(self, pages: Mapping[int, Any], wanted: Set[int]) -> Batch:
        """Draw as many of the `wanted` pages as can be told."""
        parts: list[Part] = []
        try:
            for number, box in pages.items():
                page = self._turned(number, box)
                if number in wanted:
                    parts.extend(self._parts(page))
        except Unfit:
            pass
        return Batch(parts, self.furniture.seen, self.furniture.number + 1)

    def _turned(self, number: int, box: Any) -> Any:
        """Go on to a page, of which the areas are left out that have nothing in them."""
        root, *areas = box.children
        box.children = [root, *(area for area in areas if area.children)]
        page = Page(box)
        self.furniture.number = number - 1
        self.furniture.turn(page)
        return page

    def _parts(self, page: Any) -> Iterator[Part]:
        """The parts of a page, as far as they can be told."""
        layout_backgrounds(page._page_box, self.get_image)
        tags: dict[Any, Any] = {}
        for box in page._page_box.children:
            marks, stream = len(tags), self._stream(page, tags)
            self.recorder.turn(stream)
            try:
                draw.draw_stacking_context(stream, StackingContext.from_box(box, page._page_box))
            except Untold:
                yield Part(id(box), len(box.children), None, {}, (), (), self.recorder.events)
                return
            new = [(id(each), mark) for each, mark in list(tags.items())[marks:]]
            yield self._part(box, stream, new)

    def _part(self, box: Any, stream: Any, marks: Sequence[tuple[int, Any]]) -> Part:
        operations, events = self.recorder.taken()
        resources = stream._resources
        return Part(
            id(box),
            len(box.children),
            None if _needs(stream) else operations,
            told(resources["ExtGState"]),
            list(map(told, resources["XObject"].values())),
            marks,
            events,
        )

    def _stream(self, page: Any, tags: dict[Any, Any]) -> Any:
        """A stream as WeasyPrint gives it to a page, when it comes to its parts."""
        kinds = ("ExtGState", "XObject", "Pattern", "Shading")
        resources: dict[str, Any] = {kind: {} for kind in kinds}
        resources["ColorSpace"] = SPACES
        stream = Stream(self.fonts, _media(page), resources, {}, tags, {}, None, compress=True)
        stream.transform(d=-1, f=page.height * SCALE)
        stream.push_state()
        stream.transform(a=SCALE, d=SCALE)
        return stream


def _media(page: Any) -> tuple[float, float, float, float]:
    """The rectangle of the sheet, with what is cut off, to the last digit as WeasyPrint has it."""
    bleed = page.bleed
    width = SCALE * (page.width + bleed["left"] + bleed["right"])
    height = SCALE * (page.height + bleed["top"] + bleed["bottom"])
    left, top = -SCALE * bleed["left"], -SCALE * bleed["top"]
    right, bottom = left + width, top + height
    return left / SCALE, top / SCALE, (right - left) / SCALE, (bottom - top) / SCALE


def _needs(stream: Any) -> bool:
    """Whether what was drawn names things that only the file as a whole can number."""
    resources = stream._resources
    if stream._images or resources["Pattern"] or resources["Shading"]:
        return True
    return any(name.startswith("s") for name in resources["ExtGState"])
