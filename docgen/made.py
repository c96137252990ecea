"""A finished file as a value: where it is, how large it is, how long it took."""

from __future__ import annotations

from pathlib import Path

from docgen.records import dataclass

FORMATS = ("pdf", "docx", "html")
"""The formats of documents, by the endings of their files."""

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable of the environment that dates all files, in seconds since 1970."""

FACTS = "facts"
"""The format of what stands beside a PDF for a press, and in no list of files."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file; `pages` is known for PDF alone.

    One that was `kept` is the work of an earlier build, which took that many seconds.
    """

    path: Path
    format: str
    pages: int | None
    size: int
    seconds: float
    kept: bool = False
