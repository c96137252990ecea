"""Running text → the symbols in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from docgen.symbols.forms import BRACKET_FORM, COUNT_FORM, SERIES_FORM, WORD_FORM, plain
from docgen.symbols.reading import read_symbol
from docgen.symbols.values import Found, Symbol, SymbolError


def find(text: str) -> Iterator[Found]:
    """Yield the symbols in running text of any language, in order; none within a web address.

    Only known series count, and a number alone only if it has four figures and is no year:
    A/4 and E/2030 mostly mean something else.
    """
    if "/" not in text:
        return
    for match in _mentions(plain(text)):
        if symbol := _recognised(match["symbol"] or ""):
            yield Found(match.start(), match.start() + len(str(symbol)), symbol)


def words_before(text: str) -> str:
    """The words at the beginning of a text that can be part of no symbol and no web address."""
    return text.partition("/")[0].rpartition(" ")[0]


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """What may be symbols, and web addresses: they have no space before the first slash in them."""
    at = 0
    while (slash := text.find("/", at)) >= 0:
        start = text.rfind(" ", at, slash) + 1 or at
        match = _MENTION.search(text, start)
        if not match:
            return
        yield match
        at = match.end()


_LETTER_FORM = r"[ ]?[A-Z](?![A-Za-z0-9/-]|\.[A-Za-z0-9])"
_SINGLE_FORM = rf"""
    {SERIES_FORM}
    (?:
        / (?:{COUNT_FORM}|{WORD_FORM})
        (?:{_LETTER_FORM})?
        (?:[ ]?\({BRACKET_FORM}\) (?:{_LETTER_FORM})?)?
    )+
    \**
"""
_MENTION = re.compile(
    rf"""
    (?:https?://|www\.)[!-~]+                   # a web address is passed over whole
  | (?<![A-Za-z0-9\u00c0-\u04ff/.@?&=%\#_~+-])  # Han characters may touch a symbol, letters not
    (?P<symbol> (?>{_SINGLE_FORM} (?:-{_SINGLE_FORM})*) )
    (?![A-Za-z0-9/])
    """,
    re.VERBOSE,
)
# What follows a symbol in a sentence and could be a part of it: A/75/982 (2021), A/79/968 I.
_TAIL = re.compile(r"(?: ?\([^()]*\)| [A-Z])+$")
_BARE = re.compile(r"[A-Z]+/(?:\d{1,3}|19[4-9]\d|20\d\d)\**")


def _recognised(written: str) -> Symbol | None:
    """The symbol that `written` begins with, if there is one that cannot mean something else."""
    for text in (written, _TAIL.sub("", written)):
        if not _BARE.fullmatch(text):
            with suppress(SymbolError):
                return read_symbol(text)
    return None
