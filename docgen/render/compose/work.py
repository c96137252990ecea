"""What is at work in a rendering: how its lines are composed and filled, and which are begun."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from docgen.render.compose.composer import Composer, Measured
from docgen.render.compose.lines import Line, Paragraph


class Work:
    """What the composition of one rendering has at hand: its composer, the lines being filled.

    `lines` are nested as blocks within lines are; None stands for a line left to WeasyPrint.
    `paragraphs` are those that they are lines of, by the identity of their box. `answer` is the
    piece that WeasyPrint is about to ask the width of.
    """

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.lines: list[Line | None] = []
        self.paragraphs: dict[int, Paragraph] = {}
        self.answer: Measured | None = None

    @property
    def line(self) -> Line | None:
        """The line being filled, if it is composed."""
        return self.lines[-1] if self.lines else None

    def begin(self, linebox: Any) -> Line:
        """A line of `linebox`, which stays as it is from one line to the next."""
        known = self.paragraphs
        paragraph = known.get(id(linebox)) or Paragraph(linebox, self.composer)
        known[id(linebox)] = paragraph
        return Line(linebox, paragraph, self.composer)


WORK: ContextVar[Work | None] = ContextVar("WORK", default=None)
"""What is at work in this thread of execution; without it all hooks step aside."""
