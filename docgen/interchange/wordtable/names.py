"""What a table of translations is known by when it comes back."""

from __future__ import annotations

HEAD = ("Unit", "Source", "Translation", "Remarks")
"""The cells of the first row."""

FORMER = "Exchange former text"
"""The name of the style of a text as it was before it changed."""

DOCUMENT, FROM, TO = "docgen document", "docgen from", "docgen to"
"""The properties of the file that say which translation it is."""
