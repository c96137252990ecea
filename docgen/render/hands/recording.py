"""What a stream shows → the events by which another stream can take the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from weasyprint.formatting_structure.boxes import TextBox

from docgen.render.hands.drawn import NOTHING, Font, Glyphs, Text
from docgen.render.hands.operations import gathered
from docgen.render.structure.spaces import last_shown


class Unfit(Exception):
    """What was drawn cannot be told to another process, nor what comes after it."""


class Untold(Exception):
    """A part cannot be drawn for another process; what comes after it can."""


class Recorder:
    """Notes what is drawn; `fonts` are those in use, by their keys."""

    def __init__(self, fonts: dict[int, Any]) -> None:
        self.fonts = fonts
        self.counts: dict[int, int] = {}
        self.events: list[Glyphs | Font | Text] = []
        self.stream: Any = None
        self.begin = 0

    def turn(self, stream: Any) -> None:
        """Go on to a part that `stream` begins with the next operation."""
        self.events, self.stream, self.begin = [], stream, len(stream.stream)

    def taken(self) -> tuple[list[bytes], list[Glyphs | Font | Text]]:
        """The operations of the part, and the events."""
        self.flush()
        shown = {event.operation for event in self.events if isinstance(event, Text)} - {NOTHING}
        operations, places = gathered(self.stream.stream[self.begin :], shown)
        places[NOTHING] = NOTHING
        return operations, [
            event._replace(operation=places[event.operation]) if isinstance(event, Text) else event
            for event in self.events
        ]

    def marking(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """Note which box shows glyphs, in place of `Stream.marked`."""

        @contextmanager
        def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
            self.flush()
            with original(stream, box, tag):
                yield
            self.flush(box)

        return marked

    def drawn(self, stream: Any, box: Any) -> None:
        """Note that the text of `box` was just drawn."""
        self.flush(box)
        number, font = NOTHING, ""
        if shown := last_shown(stream):
            number, font = shown.number - self.begin, shown.font
            if number < 0 or stream is not self.stream:
                raise Unfit("a text whose glyphs are not among the operations of the part")
        self.events.append(Text(id(box), number, font))

    def flush(self, box: Any = None) -> None:
        """Note the fonts and glyphs that are new, which `box` has shown."""
        for key, font in self.fonts.items():
            known = self.counts.get(key)
            if known is None:
                self._begin(key, box)
                known = 0
            if len(font.to_unicode) > known:
                self._count(key, font, known)

    def _begin(self, key: int, box: Any) -> None:
        if not isinstance(box, TextBox):
            raise Unfit("a font that no text of the document was the first to use")
        self.events.append(Font(key, id(box)))

    def _count(self, key: int, font: Any, known: int) -> None:
        if font.missing or len(font.widths) != len(font.to_unicode):
            raise Unfit("a character without a glyph")
        new = islice(font.to_unicode.items(), known, None)
        glyphs = [(code, text, font.widths[code]) for code, text in new]
        self.events.append(Glyphs(key, glyphs))
        self.counts[key] = len(font.to_unicode)
