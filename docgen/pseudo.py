"""Texts of the source → pseudo-language, in which every text that is not translated shows.

What it looks like is said by the `[pseudo]` table of its facts. Codes, placeholders, list marks,
symbols and figures stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import chain, cycle
from typing import Any

from docgen import symbols
from docgen.records import dataclass

_CODE = re.compile(
    r"""\[\^[^\]]*\] | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\) | <[^<>\s]+> | https?://[^\s)\]]+
      | \{\w*\} | \\. | \*+ | &\#?\w+; | \([a-z]{1,3}\)""",
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
_SIGN = re.compile(r"(?<!\s)[.,;:?!](?=\s|$)")
_BLANK = re.compile(r"(?<![!-~]) | (?![!-~])|^ | $")


@dataclass(frozen=True, slots=True)
class Pseudo:
    """What a pseudo-language is made of.

    `letters` stand for other letters, or `words` for words, one after the other, which without
    `spaces` are written together. `signs` stand for signs of punctuation. `padding` makes a text
    longer by the share `longer`, and `frame` opens and closes it, so that missing ends show.
    """

    frame: tuple[str, str]
    letters: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    spaces: bool = True
    longer: float = 0.0
    padding: str = ""

    def text(self, text: str) -> str:
        """`text`, a unit of translation or a fixed wording, in the pseudo-language."""
        opening, closing = self.frame
        return f"{opening}{self.words_of(text)}{self._padding(text)}{closing}"

    def words_of(self, text: str) -> str:
        """`text` in the pseudo-language, as long as it comes and without a frame."""
        fillers = cycle(self.words)
        parts = (part if kept else self._said(part, fillers) for part, kept in _parts(text))
        return "".join(parts)

    def _said(self, text: str, fillers: Iterator[str]) -> str:
        """Plain words: letter by letter, or with `fillers` in their place."""
        if self.words:
            text = _WORD.sub(lambda word: next(fillers), text)
        text = _SIGN.sub(lambda sign: self.signs.get(sign[0], sign[0]), text)
        if not self.spaces:
            text = _BLANK.sub("", text)
        return text.translate({ord(sign): letter for sign, letter in self.letters.items()})

    def _padding(self, text: str) -> str:
        wanted = round(len(_CODE.sub("", text)) * self.longer)
        return (self.padding * (wanted // max(1, len(self.padding)) + 1))[:wanted].rstrip()


def pseudo(facts: Mapping[str, Any], *, spaces: bool) -> Pseudo:
    """The pseudo-language of a `[pseudo]` table; `spaces` stand between words of its base.

    Raises TypeError for a key too many or too few.
    """
    values = dict(facts)
    plain, instead = values.pop("letters", ("", ""))
    values["letters"] = dict(zip(plain, instead, strict=True))
    values |= {key: tuple(values[key]) for key in ("frame", "words") if key in values}
    return Pseudo(spaces=spaces, **values)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of `text` in order, each with whether it is to stay."""
    found = [each.span() for each in _CODE.finditer(text)]
    named = ((each.start, each.end) for each in symbols.find(text))
    end = 0
    for first, last in sorted(chain(found, named)):
        if first >= end:
            yield text[end:first], False
            yield text[first:last], True
            end = last
    yield text[end:], False
