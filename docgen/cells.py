"""Texts ↔ cells of a CSV file in which no spreadsheet sees a formula.

A text that begins like one gets an apostrophe, by which people themselves say in a spreadsheet
that a cell is text (CWE-1236); so does one that begins with apostrophes before such a sign, so
that each text comes back as it was.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The cell for a text."""
    return f"'{text}" if _FORMULA.match(text) else text


def bare(cell: str) -> str:
    """The text of a cell, guarded or not."""
    return cell[1:] if _GUARDED.match(cell) else cell
