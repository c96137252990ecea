"""What one language does otherwise: `<document>.overlay.toml` beside its PO file → values."""

from __future__ import annotations

from docgen.overlay.fitting import reordered, validate
from docgen.overlay.reading import (
    NOTE_PREFIX,
    Accepted,
    ColumnOrder,
    Overlay,
    TranslatorNote,
    load,
    parse,
    text_of,
)
from docgen.overlay.writing import with_accepted, without_accepted

__all__ = [
    "NOTE_PREFIX",
    "Accepted",
    "ColumnOrder",
    "Overlay",
    "TranslatorNote",
    "load",
    "parse",
    "reordered",
    "text_of",
    "validate",
    "with_accepted",
    "without_accepted",
]
