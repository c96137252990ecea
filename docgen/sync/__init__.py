"""Units × PO files → files that are up to date; no translation is lost or comes to stand wrong."""

from __future__ import annotations

from docgen.sync.files import canonical, header, pivot_of, renewed, update
from docgen.sync.pivot import Pivot
from docgen.sync.rules import Tally, settled, sync

__all__ = [
    "Pivot",
    "Tally",
    "canonical",
    "header",
    "pivot_of",
    "renewed",
    "settled",
    "sync",
    "update",
]
