"""What a build made → JSON: one object for each file, the problems, the seconds by stage."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from docgen.listing.plain import listed
from docgen.listing.problem import Problem
from docgen.made import Made

Text = tuple[str, str]
"""A document and a language."""


def write(
    files: Sequence[tuple[Text, Made]], problems: Sequence[Problem], seconds: Mapping[str, float]
) -> str:
    """The files with what they were made of, and what `listed` says of problems, as JSON text."""
    stages = {name: round(each, 3) for name, each in seconds.items()}
    made = {"files": [_entry(text, file) for text, file in files], "seconds": stages}
    return json.dumps({**listed(problems), **made}, ensure_ascii=False, indent=2)


def _entry(text: Text, file: Made) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "document": text[0],
        "language": text[1],
        "format": file.format,
        "pages": file.pages,
        "bytes": file.size,
        "seconds": round(file.seconds, 3),
        "unchanged": file.kept,
    }
