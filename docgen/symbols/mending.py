"""A text that is no symbol → what was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from docgen.symbols.forms import NUMBERED, SERIES, SESSIONAL, either
from docgen.symbols.reading import read_symbol
from docgen.symbols.values import SymbolError

_NUMBERED_WORDS = {word.upper(): word for word in NUMBERED}
_NAMED_BRACKETS = "income sect|sects?|prog|parts?|vols?|chap|annex|resumption|introduction"


def _mend_numbered(slip: re.Match[str]) -> str:
    return f"/{_NUMBERED_WORDS[slip[1].upper()]}."


def _mend_separators(slip: re.Match[str]) -> str:
    return re.sub(r"[-_. ]+", "/", slip[0])


# Frequent slips and what belongs in their place, mended one after the other.
_MENDS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"[\u2010-\u2015\u2212]", "-"),
    (r"[\\\u2044\u2215]", "/"),
    (r"^.*\.(?:org|int)/(?:[a-z]{2}/)?", ""),  # a web address with the code of a language
    (r"\s*/[\s/]*", "/"),
    (r"^(?:U\.?N\.?)?[/ ]*(?:docs?\.|documents?)?[/ ]+", ""),
    (r"[\s/.,;:?!]+$|(?<=[\d)*])[^\x00-\x7f]+$|\s+(?=\*)", ""),
    (r"^([^(]+)\)$", r"\1"),
    (r"^[^/]+$", _mend_separators),
    (rf"(?:[/ ]+|(?<=\d))({either(NUMBERED)})[./ ]*(?=\d)", _mend_numbered),
    (r"(?<=/)(RES|DEC|PRST)\.(?=\d)", r"\1/"),
    (r"(?<=/)(E?S)(?=\d)", r"\1-"),
    (rf"^({either(SESSIONAL)})/(?=\d+/)", r"\1."),
    (r"(?<=/)0+(?=\d)", ""),
    (r"(?<=S/RES/)(\d+)[/ ]+(\d{4})$", r"\1 (\2)"),
    (r"(?<=\d)\s*(?:[,;&/]|and)\s*(?=[AES]/\d+/)", "-"),
    (r"\(([^()/]*)(?=/|$)", r"(\1)"),
    (rf" ((?:{_NAMED_BRACKETS})\b[^()/]*)", r" (\1)"),
    (rf"\(({_NAMED_BRACKETS})\b", lambda slip: "(" + slip[1].capitalize()),
)


def did_you_mean(text: str) -> str:
    """The symbols that `text` may stand for, as a question; empty when there is none."""
    meant = [attempt for attempt in _attempts(text) if _is_symbol(attempt)]
    return f"did you mean {' or '.join(dict.fromkeys(meant))}?" if meant else ""


def _attempts(text: str) -> Iterator[str]:
    """What may have been meant by a text that is no symbol, without a promise that it is one."""
    mended = _mend(unicodedata.normalize("NFKC", text))
    capitals = _mend(mended.upper())
    first, _, rest = capitals.partition("/")
    yield mended
    yield capitals
    if first.isdigit():
        yield from (f"A/{mended}", f"A/RES/{mended}")
    from difflib import get_close_matches

    yield from (f"{near}/{rest}" for near in get_close_matches(first, sorted(SERIES), n=1))


def _mend(text: str) -> str:
    for slip, mended in _MENDS:
        text = re.sub(slip, mended, text, flags=re.IGNORECASE)
    return text


def _is_symbol(text: str) -> bool:
    try:
        return bool(read_symbol(text))
    except SymbolError:
        return False
