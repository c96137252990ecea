"""The grammar of United Nations document symbols: text → Symbol → print, link, file name.

Slashes separate the parts of a symbol, hyphens the symbols of a document that has several:
A/80/6 (Sect. 24)/Corr.1, A/68/984-S/2014/642. Source of the rules: the Organization's research
guide on document symbols, and issued documents.
"""

from __future__ import annotations

import re

from docgen.symbols.finding import find, words_before
from docgen.symbols.mending import did_you_mean
from docgen.symbols.reading import read_symbol
from docgen.symbols.values import Found, Single, Symbol, SymbolError

__all__ = [
    "Found",
    "Single",
    "Symbol",
    "SymbolError",
    "address",
    "file_stem",
    "find",
    "link_form",
    "organ_initial",
    "parse",
    "plain_form",
    "words_before",
]

_ADDRESS = "https://docs.un.org/{language}/{symbol}"


def parse(text: str) -> Symbol:
    """Read one symbol, single or joint; `str` of the result is the text again.

    No-break spaces and hyphens of typeset text are read as plain ones. Raises SymbolError.
    """
    try:
        return read_symbol(text)
    except SymbolError as error:
        raise SymbolError(error.reason, error.hint or did_you_mean(text)) from None


def plain_form(symbol: Symbol) -> str:
    """Print without asterisks, which are no part of the identity: for running heads."""
    return "-".join(single.text for single in symbol.singles)


def link_form(symbol: Symbol) -> str:
    """Print without spaces and asterisks, brackets and slashes as they are: for addresses."""
    return plain_form(symbol).replace(" ", "")


def address(symbol: Symbol, language: str) -> str:
    """The web address of the document in the language with this code, for links and QR codes."""
    return _ADDRESS.format(language=language, symbol=link_form(symbol))


def organ_initial(single: Single) -> tuple[str, str]:
    """Split for the masthead: the series letters, which it prints large, and the rest."""
    return single.series, str(single).removeprefix(single.series)


def file_stem(symbol: Symbol) -> str:
    """A name for files, of letters, figures, `.`, `-` and `_`: A_80_6_Sect.24_Corr.1."""
    return re.sub(r"[/()]+", "_", link_form(symbol)).strip("_")
