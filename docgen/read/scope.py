"""What a reader of blocks has to know: where it is in the document, and what may stand there."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.model import Form, Note, Prose
from docgen.read.inline import parse_inline
from docgen.records import dataclass
from docgen.report import Origin, Report

TEXT = frozenset({"paragraph", "ordered_list", "bullet_list", "blockquote"})
FRAMED = TEXT | {"table", "figure", "chart"}
BODY = FRAMED | {"heading", "box", "option", "passage"}
REPORT = BODY | {"summary"}
"""The kinds of blocks that can stand in a text, in a frame, in an annex, in a report."""

_ID = re.compile(r"[a-z0-9-]+")

FACETS = ("benefits", "challenges", "strategy", "recommendation")
"""The facets of an option unless its annex declares others."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A place in one file of a document.

    `ids` and `notes` belong to the document as a whole and are added to. `place` is the name of
    what the reader is in, `allowed` the kinds of blocks that can stand there, `form` that of its
    paragraphs, `depth` the level of the heading above, `floor` the level that headings must
    exceed, `nesting` that of the list.
    """

    file: str
    folder: Path
    report: Report
    ids: dict[str, Origin]
    notes: list[Note]
    allowed: frozenset[str] = REPORT
    place: str = "a report"
    form: Form = "numbered"
    facets: tuple[str, ...] = FACETS
    depth: int = 0
    floor: int = 0
    nesting: int = 0

    def at(self, line: int) -> Origin:
        """Line `line` of the file."""
        return Origin(self.file, line)

    def error(self, line: int, message: str, hint: str = "") -> None:
        """Report an error in line `line` of the file."""
        self.report.error(self.at(line), message, hint)

    def prose(self, source: str, line: int, id: str = "") -> Prose:
        """The unit of text that begins in line `line`."""
        return parse_inline(source, self.at(line), self.report, id=id)

    def claim(self, id: str, origin: Origin) -> None:
        """Note that the block at `origin` has the id `id`; a second one with it is an error."""
        if first := self.ids.get(id):
            self.report.error(
                origin, f"“{id}” is the id of two blocks", f"The first is in {first}."
            )
        self.ids.setdefault(id, origin)


def is_id(text: str) -> bool:
    """Whether `text` can be the id of a block; ids that begin with “fn-” are those of notes."""
    return bool(_ID.fullmatch(text)) and not text.startswith("fn-")


def part(id: str, suffix: str) -> str:
    """The identity of a part of the block `id`; a block without one gives its parts none."""
    return f"{id}.{suffix}" if id else ""
