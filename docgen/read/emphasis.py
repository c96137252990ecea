"""Runs of asterisks → bold and italic: a stack of marks that are open.

CommonMark's own rule fails next to Han characters and punctuation (commonmark-spec #650): in
`**界定。**第一` the second mark would open. Here a mark opens before and closes after anything but
a space. One asterisk alone is text, with a warning where it stands before a word; two of them
without a partner are an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from docgen import limits
from docgen.model import Emphasis, Inline, Strong, Text
from docgen.read.reflow import Flow
from docgen.records import dataclass
from docgen.report import Report

_RUNS = re.compile(r"\\.|(?P<run>\*+)")


@dataclass(frozen=True, slots=True)
class _Span:
    """What stands after a mark that is still open; the first span has none and is the whole."""

    mark: str
    offset: int
    children: list[Inline] = field(default_factory=list)


class Spans:
    """Inlines in the making, from `start` to `end` of a text.

    `pairs` are the marks that belong together: the offsets of both, and how long each of them is.
    """

    def __init__(self, flow: Flow, start: int, end: int, report: Report) -> None:
        self._flow, self._start, self._end, self._report = flow, start, end, report
        self._open = [_Span("", start)]
        self.pairs: list[tuple[int, int, int]] = []
        self._last_closing = max(self._closing(), default=-1) if "*" in flow.text else -1

    def add(self, inline: Inline) -> None:
        """Put `inline` after what is there."""
        self._open[-1].children.append(inline)

    def words(self, text: str) -> None:
        """Put `text` after what is there; text that follows text becomes one."""
        if not text:
            return
        children = self._open[-1].children
        last = children[-1] if children else None
        if isinstance(last, Text):
            children[-1] = Text(last.text + text)
        else:
            children.append(Text(text))

    def error(self, offset: int, kept: str, message: str, hint: str) -> None:
        """Report what stands at `offset`, and keep it as the text `kept`."""
        self._report.error(self._flow.at(offset), message, hint)
        self.words(kept)

    def finish(self) -> tuple[Inline, ...]:
        """The inlines; a mark that nothing closes becomes text again."""
        while len(self._open) > 1:
            span = self._open.pop()
            if span.mark == "**":
                hint = "Close it with “**” after the last bold character, or write \\*\\*."
                self.error(span.offset, "", "“**” is not closed", hint)
            else:
                self._warn(span.offset)
            self._undo(span)
        return tuple(self._open[0].children)

    def stars(self, offset: int, length: int) -> None:
        """Take in a run of `length` asterisks: close what it closes, open with what is left."""
        closes, opens = self._solid(offset - 1), self._solid(offset + length)
        left = self._close(offset, length) if closes and length <= 3 else length
        if left > 3:
            self.error(offset, "*" * left, f"“{'*' * left}” marks nothing", "Write \\* for each.")
        elif opens:
            self._open_all(offset + length - left, left)
        elif left == 1 or not closes:
            self.words("*" * left)
        elif left:
            hint = "Write \\*\\* for two asterisks."
            self.error(offset, "*" * left, "“**” closes nothing", hint)

    def _solid(self, offset: int) -> bool:
        """Whether there is a character other than a space at `offset`."""
        return self._start <= offset < self._end and not self._flow.text[offset].isspace()

    def _close(self, offset: int, length: int) -> int:
        """Close what `length` asterisks can close; return how many of them are left."""
        while length in (len(self._open[-1].mark), 3) and self._open[-1].mark:
            span = self._open.pop()
            kind = Strong if span.mark == "**" else Emphasis
            self.add(kind(tuple(span.children)))
            self.pairs.append((span.offset, offset, len(span.mark)))
            length -= len(span.mark)
            offset += len(span.mark)
        mark = "*" * length
        if mark and any(span.mark == mark for span in self._open):
            self.error(offset, "", "bold and italic overlap", "Close the inner one first.")
            while self._open[-1].mark != mark:
                self._undo(self._open.pop())
            return self._close(offset, length)
        return length

    def _open_all(self, offset: int, length: int) -> None:
        for mark in self._marks(offset, length):
            if mark == "*" and self._last_closing < offset + length:
                self._warn(offset)
                self.words(mark)
            elif mark == "**" and any(span.mark == mark for span in self._open):
                hint = "Close it right after the last bold character."
                self.error(offset, mark, "“**” stands inside bold text", hint)
            elif len(self._open) > limits.EMPHASIS.most:
                self.error(offset, mark, limits.EMPHASIS.message("the text"), "Write \\* for each.")
            else:
                self._open.append(_Span(mark, offset))
            offset += len(mark)

    def _warn(self, offset: int) -> None:
        """Say that an asterisk is printed, where it looks as if it were to open an italic."""
        if not self._solid(offset - 1):
            hint = "Close it with “*” after the last italic character, or write \\*."
            self._report.warning(self._flow.at(offset), "“*” is not closed and is printed", hint)

    def _marks(self, offset: int, length: int) -> tuple[str, ...]:
        """The marks of an opening run, outermost first: three close as the next run says."""
        if length < 3:
            return ("*" * length,) if length else ()
        _, following = next(self._runs(offset + length), (0, 0))
        return ("**", "*") if following == 1 else ("*", "**")

    def _closing(self) -> Iterator[int]:
        """The offset of each asterisk that can close an italic."""
        runs = self._runs(self._start)
        return (start for start, length in runs if length != 2 and self._solid(start - 1))

    def _runs(self, offset: int) -> Iterator[tuple[int, int]]:
        """Offset and length of each run of asterisks from `offset` on."""
        for found in _RUNS.finditer(self._flow.text, offset, self._end):
            if found["run"]:
                yield found.start(), len(found["run"])

    def _undo(self, span: _Span) -> None:
        """Turn a mark back into text, with what stands after it."""
        self.words(span.mark)
        for inline in span.children:
            if isinstance(inline, Text):
                self.words(inline.text)
            else:
                self.add(inline)
