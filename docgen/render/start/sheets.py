"""Style sheets that WeasyPrint has parsed, for every page that has the same text as its own.

A house style in a language is the same text for all documents, and is known before the first words
of one are there; to parse it takes as long as to lay out a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from logging import LogRecord
from typing import Any

from weasyprint import CSS, css
from weasyprint.logger import LOGGER

MOST = 8
"""So many style sheets are kept."""

_REACHING = re.compile(r"@(?:import|layer|font-face|counter-style|color-profile)\b")
"""Rules that do something besides being matched with elements and pages."""


def keep() -> None:
    """Let WeasyPrint, which is loaded, take style sheets of pages from what is kept."""
    css.CSS = _kept(CSS)


def expect(text: str) -> None:
    """Parse a style sheet of pages that will come."""
    _parsed(text)


def _kept(original: Any) -> Any:
    """What makes style sheets, but each of those that stand in a page only once."""

    @wraps(original, updated=())
    def made(*, string: str | None = None, page_rules: Any = None, **given: Any) -> Any:
        alone = given.get("base_url") is None and given.get("media_type") == "print"
        inside = string is not None and page_rules is not None
        known = _parsed(string) if alone and inside else None
        if known is None:
            return original(string=string, page_rules=page_rules, **given)
        sheet, rules = known
        page_rules += rules
        sheet.page_rules = page_rules
        return sheet

    return made


@lru_cache(MOST)
def _parsed(text: str) -> tuple[Any, tuple[Any, ...]] | None:
    """A style sheet and its rules for pages; None where it has to be parsed with each page.

    That is so where rules reach further, or where there is something to be said of them each time.
    """
    if _REACHING.search(text):
        return None
    with _unheard() as said:
        sheet = CSS(string=text, media_type="print")
    return None if said else (sheet, tuple(sheet.page_rules))


@contextmanager
def _unheard() -> Iterator[list[LogRecord]]:
    """What WeasyPrint would log meanwhile."""
    said: list[LogRecord] = []

    def keep(record: LogRecord) -> bool:
        said.append(record)
        return False

    LOGGER.addFilter(keep)
    try:
        yield said
    finally:
        LOGGER.removeFilter(keep)
