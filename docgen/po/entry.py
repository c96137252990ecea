"""A message of a PO file with its translation."""

from __future__ import annotations

from docgen.records import dataclass
from docgen.report import NOWHERE, Origin

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Entry:
    """A message with its translation; `plural` and `forms` only where the message has plurals.

    `previous` is the source text that a fuzzy translation was made from. `comments` are the
    translator's (`#`), `extracted` the program's (`#.`). An entry without `msgid` and `context`
    is the header of its file.
    """

    msgid: str = ""
    msgstr: str = ""
    context: str | None = None
    plural: str | None = None
    forms: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: str | None = None
    previous_context: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    origin: Origin = NOWHERE

    @property
    def line(self) -> int:
        """The line of its file on which the message begins, after its comments."""
        return self.origin.line

    @property
    def fuzzy(self) -> bool:
        """Whether the translation needs another look."""
        return FUZZY in self.flags

    @property
    def header(self) -> bool:
        """Whether this is the header of its file."""
        return not self.msgid and self.context is None

    @property
    def translated(self) -> bool:
        """Whether there is a translation, good or not."""
        return bool(self.msgstr.strip() or any(self.forms))
