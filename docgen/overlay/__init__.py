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
)

__all__ = [
    "NOTE_PREFIX",
    "Accepted",
    "ColumnOrder",
    "Overlay",
    "TranslatorNote",
    "load",
    "reordered",
    "validate",
]
