"""A problem with the document and the language in which it was found."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from docgen.report import Diagnostic

OTHER = "content"
"""The key of what no check of its own has found: faults of content and of other files."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One entry of a list; `root` is the folder of the project, which file names begin from."""

    document: str
    language: str
    found: Diagnostic
    root: Path

    @property
    def key(self) -> str:
        """The stable key of the check that found it."""
        return self.found.key or OTHER

    @property
    def file(self) -> str:
        """The file as a path from the root of the project, with strokes; absolute if outside."""
        name = self.found.origin.file
        if not name:
            return ""
        near = os.path.relpath(name, self.root)
        return Path(name).resolve().as_posix() if near.startswith("..") else Path(near).as_posix()
