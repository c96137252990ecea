"""Three versions of a PO file → one, merged entry by entry instead of line by line."""

from __future__ import annotations

from docgen.merge.entries import CONFLICT
from docgen.merge.files import Merged, merge

__all__ = ["CONFLICT", "Merged", "merge"]
