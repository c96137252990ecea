"""What docgen tells the person at the keyboard: problems, progress, and what was made."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.report import Diagnostic, DocgenError, Rejected, Report, Severity

if TYPE_CHECKING:
    from docgen.made import Made

CLEAR_LINE = "\r\033[K"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Console:
    """The terminal: results go to standard output, everything about the work to standard error.

    On a terminal the stages of the work replace each other on one line; elsewhere, in a log for
    example, each task is named once. A problem is shown once, however often it is found.
    """

    def __init__(self) -> None:
        self.shown = Report()
        self.live = sys.stderr.isatty()
        self.task = ""

    def progress(self, task: str) -> Callable[[str], None]:
        """What to call with the name of each stage of `task`."""

        def stage(name: str) -> None:
            if self.live:
                self._write(f"{CLEAR_LINE}{visible(task)}: {name}")
            elif task != self.task:
                self._write(f"{visible(task)}\n")
            self.task = task

        return stage

    def advance(self, label: str, done: int, total: int, seconds: float) -> None:
        """Say what is finished: which of all files, how fast they come, how long it still takes."""
        rate = done / seconds
        said = f"{done} of {total} files, {rate:.1f} a second, {(total - done) / rate:.0f} s left"
        self._write(f"{CLEAR_LINE}{said}: {label}" if self.live else f"{label} ({said})\n")

    def show(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print the problems that were not printed before, in the order of their places."""
        new = [found for found in diagnostics if found not in self.shown]
        self.shown.extend(new)
        for line in lines(new):
            self.note(line)

    def note(self, text: str) -> None:
        """Print a line about the work."""
        self._write(f"{CLEAR_LINE if self.live else ''}{visible(text)}\n")

    def result(self, text: str) -> None:
        """Print a line that is what was asked for."""
        self.clear()
        print(visible(text), flush=True)

    def clear(self) -> None:
        """Take away the line that tells the stage."""
        if self.live:
            self._write(CLEAR_LINE)

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def visible(text: str) -> str:
    """`text` with what would command the terminal written out: content is quoted in messages."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def problems(error: DocgenError) -> Iterable[Diagnostic]:
    """All that `error` stands for."""
    return error.report if isinstance(error, Rejected) else [error.diagnostic]


def lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Problems as text, in the order of their places."""
    placed = sorted(diagnostics, key=lambda found: found.origin)
    return [
        str(replace(found, origin=replace(found.origin, file=near(found.origin.file))))
        for found in placed
    ]


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """“2 errors, 1 warning”, and “3 accepted” if anything was."""
    severities = [found.severity for found in diagnostics]
    counts = [plural(severities.count(bad), bad) for bad in (Severity.ERROR, Severity.WARNING)]
    accepted = severities.count(Severity.ACCEPTED)
    return ", ".join([*counts, f"{accepted} accepted"] if accepted else counts)


def plural(count: int, noun: str) -> str:
    """“1 error”, “2 errors”, “no errors”."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def files(made: Iterable[Made]) -> str:
    """The files that were made as a table: path, pages, size, time."""
    return table([(near(file.path), _pages(file), _size(file), _time(file)) for file in made])


def table(rows: Sequence[Sequence[str]]) -> str:
    """`rows` as lines: first column to the left, the others to the right; a row may end early."""
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [max(map(len, column)) for column in columns]
    edges = [str.ljust, *[str.rjust] * len(columns)]
    placed = [
        [edge(text, width) for text in column]
        for column, width, edge in zip(columns, widths, edges, strict=False)
    ]
    return "\n".join("  ".join(line).rstrip() for line in zip(*placed, strict=True))


def near(path: str | Path) -> str:
    """`path` as it is called from the present folder, if it is in there."""
    name = os.path.relpath(path) if Path(path).is_absolute() else str(path)
    return str(path) if name.startswith("..") else name


def _pages(file: Made) -> str:
    return "" if file.pages is None else plural(file.pages, "page")


def _size(file: Made) -> str:
    return f"{max(1, round(file.size / 1000)):,} kB"


def _time(file: Made) -> str:
    return "unchanged" if file.kept else f"{file.seconds:.1f} s"
