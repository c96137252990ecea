"""Segments that a program has cut a text into → the text, without the blanks that do not belong."""

from __future__ import annotations

import re
import unicodedata

from docgen.read.reflow import is_wide

_BLANK = re.compile(
    r"(?P<sign>[^\s”’」』》）)*])(?P<closing>[”’」』》）)*]*)[ \u00a0\u3000]+(?=\S)"
)


def without_blanks(text: str) -> str:
    """A text of a language without spaces, its blanks after full-width punctuation removed.

    Programs that cut a text into sentences put the blank of an English source between them.
    """

    def joined(found: re.Match[str]) -> str:
        sign, closing = found["sign"], found["closing"]
        ends = closing.replace("*", "")[-1:] or sign
        full = any(is_wide(one) and unicodedata.category(one)[0] == "P" for one in (sign, ends))
        return sign + closing if full else found[0]

    return _BLANK.sub(joined, text)
