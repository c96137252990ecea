"""Units ↔ a table in a Word file, for those who translate and revise without other programs.

A row has the id of a unit with its state and stamp, the source, the translation, and remarks. The
text before the last change stands below the source, struck out. Whoever edits the third column
changes the translation; a paragraph break there is a blank.
"""

from __future__ import annotations

from docgen.interchange.wordtable.reading import load
from docgen.interchange.wordtable.writing import dump

__all__ = ["dump", "load"]
