"""Texts → markup with references and marks, and the notes that a file then has to define."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.importing.markup import markup
from docgen.importing.notices import Notices
from docgen.importing.referring import Referring
from docgen.importing.spans import Span, Spans, joined
from docgen.read.heads import ABOVE, LEFT


@dataclass(slots=True)
class Texts:
    """Writes texts; `notes` are the definitions that the present file still owes.

    `keys` are the keys of notes in the content folder by those of the Word file, `definitions`
    their texts; `defined` holds every key that has been used, `numbers` how a language prints
    numbers.
    """

    notices: Notices
    numbers: Mapping[str, str]
    referring: Referring
    keys: Mapping[str, str]
    definitions: Mapping[str, Spans]
    files: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)

    def words(self, found: Spans) -> str:
        """The markup of a text; the notes it marks will be defined in the file."""
        return markup(self.known(found), self.referring.refer)

    def known(self, found: Spans) -> Spans:
        """A text whose marks have the keys of the content folder."""
        return joined(map(self._known, found))

    def _known(self, span: Span) -> Span:
        if not span.note or span.note in self.defined or span.note in (LEFT, ABOVE):
            return span
        key = self.keys.get(span.note, "") if span.note in self.definitions else ""
        if not key:
            self.notices.tell(0, f"the note with the mark “{span.text}” is missing")
            return Span(f" [{span.text}]", span.bold, span.italic)
        if key not in self.defined:
            self.defined.add(key)
            self.notes[key] = markup(self.definitions[span.note], self.referring.refer) or "–"
        return Span(span.text, span.bold, span.italic, note=key)
