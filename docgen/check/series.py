"""The documents of a project beside each other → symbols that two of them have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.model import Front
from docgen.report import NOWHERE, Diagnostic, Severity


def shared(name: str, fronts: Mapping[str, Front]) -> Iterator[Diagnostic]:
    """A warning for each symbol of the document `name` that another of `fronts` has too.

    An asterisk, which says that a document was reissued, makes no other symbol.
    """
    own = _symbols(fronts[name])
    place = dict(fronts[name].places).get("symbol", NOWHERE)
    for other, front in fronts.items():
        for symbol in sorted(own & _symbols(front)) if other != name else ():
            message = f"{symbol} is the symbol of “{other}” too"
            hint = "No two documents have the same: give each its own."
            yield Diagnostic(Severity.WARNING, place, message, hint)


def _symbols(front: Front) -> set[str]:
    return {symbol.rstrip("*") for symbol in front.symbols}
