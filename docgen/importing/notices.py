"""What an import has to say: by places of the Word file, in the order of its paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from docgen.report import Origin, Report


@dataclass(slots=True)
class Notices:
    """Adds to `report` what was not taken over as it was; `left` counts the words left out."""

    file: str
    report: Report
    left: Counter[str] = field(default_factory=Counter)

    def tell(self, place: int, message: str, hint: str = "") -> None:
        """Report what happened at a paragraph of the Word file; 0 is the file as a whole."""
        where = f"{self.file}, paragraph {place}" if place else self.file
        self.report.warning(Origin(where), message, hint)

    def drop(self, place: int, text: str, reason: str = "") -> None:
        """Note that words were left out; without a `reason` nobody needs to be told."""
        self.left.update(text.split())
        if reason and text.strip():
            self.tell(place, f"left out, {reason}: “{shortened(text)}”")


def shortened(text: str, most: int = 60) -> str:
    """The begin of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
