"""A document as read, and the version with all its words that its readers made of it."""

from __future__ import annotations

from docgen.model import Document
from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Worded:
    """A version of a document, or of a half of it, with all its words and without numbers.

    It is `complete` if nobody needs what it was made of any more.
    """

    document: Document
    complete: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A document as read, and its version with words if that was made at once.

    If that is complete, one half of the texts of the `source` is missing.
    """

    source: Document
    worded: Worded | None = None
