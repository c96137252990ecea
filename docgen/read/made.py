"""A document as read, and what was made of it by those who read it."""

from __future__ import annotations

from docgen.model import Document
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """Another version of a document, or of a half of it.

    It is `complete` if nobody needs what it was made of any more.
    """

    document: Document
    complete: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A document as read, and what was made of it at once.

    If that is complete, one half of the texts of the `source` is missing.
    """

    source: Document
    made: Made | None = None
