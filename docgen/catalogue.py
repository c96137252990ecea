"""The files of one translation → its entries, approvals and overlay, and what each is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from docgen import approval, overlay, po
from docgen.approval import Ledger
from docgen.files import own
from docgen.model import Document, State
from docgen.overlay import Overlay
from docgen.po import Entry
from docgen.pseudo import Pseudo
from docgen.records import dataclass
from docgen.report import Origin
from docgen.units import units

LEDGER, OVERLAY = ".approved.tsv", ".overlay.toml"
"""How the names of the files end that stand beside a PO file, in the place of `.po`."""

DONE: frozenset[State] = frozenset({"approved", "translated"})
"""The states of a translation that is up to date."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translation of one document: its file, and the entries of the file by id of the unit.

    Beside it stand the approvals, and what the language has otherwise than the source.
    """

    file: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    overlay: Overlay = field(default_factory=Overlay)

    def state(self, id: str, text: str) -> State:
        """What the translation of the unit `id` is worth, now that its text is `text`."""
        entry = self.entries.get(id)
        worth = state(text, entry)
        if worth != "translated" or not self.ledger.approvals:
            return worth
        return "approved" if self.ledger.find(id, text, self.translation(id)) else worth

    def translation(self, id: str) -> str:
        """All that the translation of the unit `id` says: its text, and its translator's notes."""
        text = self.entries[id].msgstr
        notes = (f"\n[^{key}]: {note.text}" for key, note in self.overlay.notes.items())
        return text + "".join(note for note in notes if note[1:].partition(":")[0] in text)

    def origin(self, id: str) -> Origin:
        """Where the translation of the unit `id` stands; the file alone when it has no entry."""
        return self.entries[id].origin if id in self.entries else Origin(self.file)


def load_catalogue(file: Path) -> Catalogue:
    """Read the translation in a PO `file` with the ledger and the overlay that stand beside it.

    A file that is not there translates nothing. Raises DocgenError for a file that cannot be
    understood, or with two entries for one unit.
    """
    return Catalogue(
        str(file),
        po.catalogue(po.read(file)) if file.exists() else {},
        approval.load(own(file.with_suffix(LEDGER))),
        overlay.load(own(file.with_suffix(OVERLAY))),
    )


def disguised(document: Document, disguise: Pseudo) -> Catalogue:
    """What a pseudo-language makes of every unit of `document`."""
    entries = (
        Entry(unit.text, disguise.text(unit.text), unit.id, origin=unit.origin)
        for unit in units(document)
    )
    return Catalogue("", {str(entry.context): entry for entry in entries})


def state(text: str, entry: Entry | None) -> State:
    """What the translation in `entry` is worth for a unit that now has `text`, approvals apart.

    It is stale when it was made from another text, whether or not the file says so already.
    """
    if entry is None or not entry.translated:
        return "untranslated"
    return "stale" if entry.fuzzy or entry.msgid != text else "translated"
