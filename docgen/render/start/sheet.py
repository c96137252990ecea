"""The style sheet that WeasyPrint has for all of HTML, without what no template of ours uses.

Most of it are the numerals of sixty scripts, but our numbers come as text; and the rules for forms.
Six rules describe what every element may generate: each costs a style for every element, of which a
long document has tens of thousands, so that they are kept to the elements that do generate it.
"""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

PACKAGE = "weasyprint.css"
USED = ("decimal", "disc", "circle", "square")
"""The styles of counters that pages and lists have."""

_SPARED = re.compile(
    rf"^@counter-style (?!(?:{'|'.join(USED)}) )|^(?:button|input|select|textarea|fieldset|iframe|"
    r":is\(dir|dd\[dir|:is\(input|table:is\(\[rules|::note-)"
)
_OWNERS = {"::marker": "li", "::footnote-call": ".note", "::footnote-marker": ".note"}
"""The elements of ours that have what is generated: items of lists, notes at the foot of a page."""

_GENERATED = re.compile(f"^(?:{'|'.join(_OWNERS)})(?= )")
_EMPTY = frozenset({"html5_ua_form.css", "html5_ph.css"})


@contextmanager
def shortened() -> Iterator[None]:
    """Meanwhile the style sheets among the files of that package are short."""
    original: Any = importlib.resources.files

    def files(package: Any) -> Any:
        own = getattr(package, "__name__", "") == PACKAGE
        return _Folder(original(package)) if own else original(package)

    importlib.resources.files = files
    try:
        yield
    finally:
        importlib.resources.files = original


class _Folder(NamedTuple):
    real: Traversable

    def __truediv__(self, name: str) -> _File:
        return _File(self.real / name)


class _File(NamedTuple):
    real: Traversable

    def read_text(self, encoding: str) -> str:
        return short(self.real.name, self.real.read_text(encoding))


def short(name: str, text: str) -> str:
    """The text of the style sheet called `name`, one rule a line, without what is not used."""
    if name in _EMPTY:
        return ""
    kept = (line for line in text.splitlines() if not _SPARED.match(line))
    return "\n".join(
        _GENERATED.sub(lambda found: _OWNERS[found[0]] + found[0], line) for line in kept
    )
