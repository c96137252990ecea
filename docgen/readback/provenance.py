"""What a Word file says about the content that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.fingerprint import even, fingerprint, wording
from docgen.model import Prose
from docgen.render.docx.provenance import SPACE
from docgen.word.names import Element
from docgen.word.package import open_package

_PARTS = "customxml/"


@dataclass(frozen=True, slots=True)
class Record:
    """The name of a document, its language, and a print of every unit, by id where it has one."""

    document: str
    language: str
    units: Mapping[str, str]
    prints: frozenset[str]

    def made(self, unit: Prose) -> str:
        """The print that `unit` had when the file was made; empty when it was not there."""
        if unit.id:
            return self.units.get(unit.id, "")
        now = fingerprint(wording(unit.inlines))
        return now if now in self.prints else ""

    def has(self, text: str) -> bool:
        """Whether a text stood in the content when the file was made."""
        return fingerprint(even(text)) in self.prints


def record(data: bytes) -> Record | None:
    """The record in a Word file; None when there is none, or it was taken out.

    Raises DocgenError when this is no Word file.
    """
    package = open_package(data)
    for name in package.names:
        if name.startswith(_PARTS) and name.endswith(".xml") and "/_rels/" not in name:
            root = package.xml(name)
            if root.tag == f"{{{SPACE}}}content":
                return _record(root.get("document") or "", root.get("language") or "", root)
    return None


def _record(document: str, language: str, root: Element) -> Record:
    units = list(root)
    by_id = {unit.get("id"): unit.get("print") or "" for unit in units if unit.get("id")}
    return Record(document, language, by_id, frozenset(unit.get("print") or "" for unit in units))
