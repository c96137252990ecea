"""Files of a document → text with its front matter apart, line numbers kept."""

from __future__ import annotations

import re
from pathlib import Path

from docgen import limits
from docgen.files import read_within
from docgen.read.reflow import UNFIT, unfit
from docgen.records import dataclass
from docgen.report import DocgenError, Origin, Report

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name as people see it, and the two parts of its text.

    Each part has blank lines in place of the other, so that the lines of both count from the
    beginning of the file. `front` is None when there is no front matter, which is an error.
    """

    file: str
    front: str | None
    body: str


def load(path: Path, report: Report) -> Source:
    """Read the file `path`.

    Raises DocgenError when it is not UTF-8 or too large. Reported are front matter that is missing
    or has no end, and characters that no output can hold.
    """
    file = display(path)
    text = decoded(read_within(Path(file), limits.FILE), file)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > limits.LINES.most:
        raise DocgenError(limits.LINES.message("the file"), limits.LINES.reason, Origin(file))
    return _split(file, _fit(lines, file, report) if UNFIT.search(text) else lines, report)


def _fit(lines: list[str], file: str, report: Report) -> list[str]:
    """The lines without the characters that no output can hold, which are reported."""
    for number, line in enumerate(lines, 1):
        if found := UNFIT.search(line):
            report.error(Origin(file, number), *unfit(found))
    return [UNFIT.sub("", line) for line in lines]


def display(path: Path) -> str:
    """The name of `path` for people: from the current folder if it is below it."""
    whole = path.resolve()
    return str(whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else path)


def decoded(data: bytes, file: str) -> str:
    """The text of a file; DocgenError with the line where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "Save the file as UTF-8."
        raise DocgenError("the text is not UTF-8", hint, Origin(file, line)) from error


def _split(file: str, lines: list[str], report: Report) -> Source:
    if not _FENCE.fullmatch(lines[0]):
        hint = "Begin the file with ---, the keys, and --- again."
        report.error(Origin(file, 1), "there is no front matter", hint)
        return Source(file, None, "\n".join(lines))
    ends = (number for number, line in enumerate(lines) if number and _END.fullmatch(line))
    end = next(ends, None)
    if end is None:
        hint = "End it with a line ---, before the text."
        report.error(Origin(file, 1), "the front matter has no end", hint)
        return Source(file, None, "")
    front, body = ["", *lines[1:end]], [""] * (end + 1) + lines[end + 1 :]
    return Source(file, "\n".join(front), "\n".join(body))
