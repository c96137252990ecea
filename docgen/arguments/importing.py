"""The grammar of `docgen import`."""

from __future__ import annotations

from pathlib import Path

from docgen.arguments.grammar import Group
from docgen.commands.importing import word


def add(group: Group) -> None:
    """Add the command and its options."""
    command = group.add(
        "import",
        word,
        "make a content folder out of a Word file",
        "docgen import report.docx --output=content/report",
        "docgen import rapport.docx --output=content/rapport --lang=zh    its language is known",
    )
    command.add_argument(
        "file", metavar="FILE", type=Path, help="a file in the UN template (.docx)"
    )
    command.add_argument(
        "--output",
        metavar="FOLDER",
        type=Path,
        required=True,
        help="the folder to make; it must not be there yet",
    )
    command.add_argument(
        "--lang", metavar="LANGUAGE", default="", help="a folder of locales/ (default: recognised)"
    )
