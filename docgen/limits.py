"""How much of anything a file may hold: far more than documents have, and less than does harm."""

from __future__ import annotations

from docgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """The `most` there may be of something, and the `reason` why there is no need of more."""

    most: int
    what: str
    reason: str

    def message(self, subject: str) -> str:
        """That `subject` has more than this."""
        return f"{subject} has more than {self.most:,} {self.what}"


FILE = Limit(16_000_000, "bytes", "A report of 800 pages has three million.")
"""Of a file of text: Markdown, data, translations, overlays, facts of languages."""

LINES = Limit(100_000, "lines", "A report of 800 pages has twenty thousand.")
"""Of a file of Markdown."""

FRONT = Limit(64_000, "characters", "The first page of a report holds three thousand.")
"""Of front matter."""

TEXT = Limit(50_000, "characters", "That is ten pages; divide it into paragraphs.")
"""Of one unit of text: a paragraph, a heading, a cell."""

NESTING = Limit(24, "blocks within one another", "A list in a list in an option has twelve.")
"""Of Markdown, where an item counts besides its list."""

EMPHASIS = Limit(8, "marks of emphasis within one another", "Bold and italic together are two.")
"""Of one unit of text."""

VALUES = Limit(8, "values within one another", "Keys have texts, lists or pairs: four.")
"""Of front matter and of overlays."""

MARKS = Limit(20_000, "references and marks of notes", "That is twenty on each of 1,000 pages.")
"""Of a document."""

COLUMNS = Limit(63, "columns", "Word processors have no more.")
"""Of a table."""

CELLS = Limit(100_000, "cells", "That is a table of 300 pages; publish it as data.")
"""Of a table."""

POINTS = Limit(5_000, "numbers", "Nobody could tell them apart on a page.")
"""Of a chart."""

PICTURE = Limit(30_000_000, "bytes", "A photograph for the press has ten million.")
"""Of a file with a picture."""

PIXELS = Limit(100_000_000, "pixels", "A whole page at 600 dots per inch has 35 million.")
"""Of a picture of dots."""

ELEMENTS = Limit(50_000, "elements", "Export a map of so much detail as PNG.")
"""Of a drawing, where a part that is used again counts again."""

DEPTH = Limit(100, "elements within one another", "Drawing programs make twenty.")
"""Of a drawing."""

SLENDER = Limit(100, "times as long as it is wide", "It would be a line.")
"""Of a picture: how long it may be."""

PART = Limit(200_000_000, "bytes when unpacked", "A Word file of 800 pages has 40 million.")
"""Of one part of a Word file."""

PACKAGE = Limit(600_000_000, "bytes when unpacked", "A Word file with many photographs has less.")
"""Of all parts of a Word file."""

PARTS = Limit(20_000, "parts", "Each picture of a document is one.")
"""Of a Word file."""

ALL = {name: value for name, value in list(globals().items()) if isinstance(value, Limit)}
"""Every limit by its name."""
