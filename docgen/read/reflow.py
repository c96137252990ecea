"""Lines of a text → one line, so that wrapping the source differently changes nothing."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from docgen.records import dataclass, replace
from docgen.report import Origin, Report

_MARKUP = r"\*+|\[\^[^\]\s]*\]|\[\]\(\#[^()\s]*\)"
_MARKUP_BEFORE = re.compile(rf"(?:(?<!\*){_MARKUP}|\]\([^()\s]*\))+$")
_MARKUP_AFTER = re.compile(rf"^(?:{_MARKUP}|\[)+")
_BLANKS = re.compile(r"[ \t]+")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
"""Characters that no text can have: those that XML, and so a Word file, cannot hold, and the two
that turn the order of letters around by force, so that a text reads otherwise than it is written.
"""

INVISIBLE = "Remove it; it may be invisible."
_HARD_BREAK = re.compile(r"(?:  |(?<!\\)(?:\\\\)*\\)$")


def unfit(found: re.Match[str]) -> tuple[str, str]:
    """What is wrong with a character that no text can have, and what to do about it."""
    return f"the text holds the control character U+{ord(found[0]):04X}", INVISIBLE


@dataclass(frozen=True, slots=True)
class Flow:
    """A text in one line; `starts` are the offsets of its former second, third, … line."""

    text: str
    origin: Origin
    starts: tuple[int, ...]

    def at(self, offset: int) -> Origin:
        """The place in its file of the character at `offset`."""
        line = self.origin.line + bisect_right(self.starts, offset)
        return replace(self.origin, line=line)


def reflow(source: str, origin: Origin, report: Report) -> Flow:
    """Join the lines of `source`; a line break made by hand is reported as an error.

    A line break is a space between words and nothing next to a Han or full-width character, in
    the spirit of segment breaks in CSS Text 3, section 4.1.3; blanks in a row count as one.
    """
    source = source.strip()
    if "\n" not in source:
        return Flow(_spaced(source), origin, ())
    lines = source.split("\n")
    _refuse_hard_breaks(lines[:-1], origin, report)
    parts, starts, length = [""], [], 0
    for line in lines:
        words = _spaced(line.strip())
        glue = _glue(parts[-1], words)
        starts.append(length + len(glue))
        parts += [glue, words] if words else []
        length = starts[-1] + len(words)
    return Flow("".join(parts), origin, tuple(starts[1:]))


def _spaced(line: str) -> str:
    """A line with one space for blanks in a row."""
    return _BLANKS.sub(" ", line) if "  " in line or "\t" in line else line


@cache
def is_wide(character: str) -> bool:
    """Whether `character` is of a script without spaces between words: Han, Kana, full width."""
    wide = unicodedata.east_asian_width(character) in ("W", "F")
    return wide and not unicodedata.name(character, "").startswith("HANGUL")


def _glue(before: str, after: str) -> str:
    if not before or not after:
        return ""
    neighbours = _MARKUP_BEFORE.sub("", before)[-1:] + _MARKUP_AFTER.sub("", after)[:1]
    return "" if any(map(is_wide, neighbours)) else " "


def _refuse_hard_breaks(lines: list[str], origin: Origin, report: Report) -> None:
    for number, line in enumerate(lines):
        if _HARD_BREAK.search(line):
            report.error(
                replace(origin, line=origin.line + number),
                "a line cannot be broken by hand",
                "Remove the blanks or the backslash at its end.",
            )
