"""The style sheet that WeasyPrint has for all of HTML, without what a page has no elements for.

WeasyPrint reads two hundred rules, and the numerals of sixty scripts, though our numbers come as
text. Here they are read for the elements that templates of ours write, before the page is there;
and for those that it has, should there be others.
Six rules describe what every element may generate: each costs a style for every element, of which a
long document has tens of thousands, so that they are kept to the elements that do generate it.
"""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Collection, Iterator, Set
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

PACKAGE = "weasyprint.css"
FILE = "html5_ua.css"
USED = ("decimal", "disc", "circle", "square")
"""The styles of counters that pages and lists have."""

NOTES = "::note-"
"""Notes of another kind than ours."""

ELEMENTS = frozenset(
    [
        *("a", "aside", "blockquote", "body", "br", "caption", "col", "colgroup", "div", "em"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header"),
        *("hr", "html", "img", "li", "main", "meta", "nav", "ol", "p", "section", "span"),
        *("strong", "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "title", "tr"),
        *("ul", "wbr"),
    ]
)
ATTRIBUTES = frozenset({"dir"})
"""The elements that our templates write, and the attributes, as far as rules ask for them."""

_NUMERALS = re.compile(rf"@counter-style (?:{'|'.join(USED)}) ")
_OWNERS = {
    "::marker": "li",
    "::footnote-call": ".note",
    "::footnote-marker": ".note",
    ":link": "a",
}
"""The elements of ours that have what is generated, or lead somewhere."""

_SELECTORS = re.compile(r"(?:[^,(]|\([^)]*\))+")
_ANY = re.compile(r"(.*):is\((.*)\)(.*)")
_SUBJECT = re.compile(r"([a-z][a-z0-9]*)?\S*$")
_ATTRIBUTE = re.compile(r"\[(\w+)[^]]*\]")

_original: Any = importlib.resources.files


@contextmanager
def shortened() -> Iterator[None]:
    """Meanwhile the style sheets among the files of that package hold numerals and nothing else."""

    def files(package: Any) -> Any:
        own = getattr(package, "__name__", "") == PACKAGE
        return _Folder(_original(package)) if own else _original(package)

    importlib.resources.files = files
    try:
        yield
    finally:
        importlib.resources.files = _original


class _Folder(NamedTuple):
    real: Traversable

    def __truediv__(self, name: str) -> _File:
        return _File(self.real / name)


class _File(NamedTuple):
    real: Traversable

    def read_text(self, encoding: str) -> str:
        lines = self.real.read_text(encoding).splitlines()
        return "\n".join(filter(_NUMERALS.match, lines))


# ---- the sheet of a page -----------------------------------------------------------------------


def give() -> None:
    """Let pages of WeasyPrint, which is loaded, have the sheet for what is in them."""
    from weasyprint import HTML

    HTML._ua_stylesheets = lambda page, forms=False: [_sheet(page.etree_element)]
    _read(ELEMENTS, ATTRIBUTES)


def _sheet(page: Any) -> Any:
    """The sheet that was read before, unless a page has what that leaves out."""
    elements, attributes = held(page)
    asked = attributes.intersection(_ATTRIBUTE.findall(_full()))
    known = elements <= ELEMENTS and asked <= ATTRIBUTES
    return _read(ELEMENTS, ATTRIBUTES) if known else _read(elements, asked)


def held(page: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the elements and attributes that are in a tree."""
    found = [element for element in page.iter() if isinstance(element.tag, str)]
    attributes = frozenset(name for element in found for name in element.attrib)
    return frozenset(element.tag.rpartition("}")[2] for element in found), attributes


@lru_cache(maxsize=8)
def _read(elements: frozenset[str], attributes: frozenset[str]) -> Any:
    from weasyprint import CSS

    return CSS(string=short(_full(), elements, attributes))


@cache
def _full() -> str:
    text: str = (_original(PACKAGE) / FILE).read_text("utf-8")
    return text


def short(text: str, elements: Collection[str], attributes: Set[str]) -> str:
    """The rules of `text`, one a line, for pages that have these elements and attributes alone."""

    def kept(line: str) -> str:
        selectors, brace, body = line.partition(" {")
        if not brace or line[0] in " @":
            return "" if line.startswith("@counter-style") else line
        found = [each for each in _each(selectors) if concerns(each, elements, attributes)]
        return f"{', '.join(found)} {{{body}" if found else ""

    return "\n".join(filter(None, map(kept, text.splitlines())))


def _each(selectors: str) -> Iterator[str]:
    """The selectors of a rule one by one, each kept to the elements of ours that it is for."""
    for selector in map(str.strip, _SELECTORS.findall(selectors)):
        if found := _ANY.fullmatch(selector):
            before, names, after = found.groups()
            yield from (f"{before}{name.strip()}{after}" for name in names.split(","))
        else:
            yield _OWNERS.get(selector, "") + selector


def concerns(selector: str, elements: Collection[str], attributes: Set[str]) -> bool:
    """Whether `selector` can be one of such an element."""
    subject = _SUBJECT.search(_ATTRIBUTE.sub("", selector))
    named = not subject or not subject[1] or subject[1] in elements
    return named and NOTES not in selector and attributes >= {*_ATTRIBUTE.findall(selector)}
