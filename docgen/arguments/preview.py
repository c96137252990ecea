"""The grammar of `docgen preview`."""

from __future__ import annotations

from docgen.arguments.grammar import Group, add_documents
from docgen.commands.preview import preview as run


def add(group: Group) -> None:
    """Add the command and its options."""
    preview = group.add(
        "preview",
        run,
        "show reports in a browser as they will look, and their translations for review",
        "docgen preview",
        "docgen preview local-partnerships --port=9000",
        'docgen preview --by="Wen Li"                      who approves translations',
    )
    add_documents(preview)
    preview.set_defaults(lang=[])
    preview.add_argument(
        "--port", metavar="NUMBER", type=int, help="where to listen (default: 8899, or a free one)"
    )
    preview.add_argument(
        "--host",
        metavar="ADDRESS",
        default="127.0.0.1",
        help="an address of this machine (default: 127.0.0.1, which no other machine reaches)",
    )
    preview.add_argument(
        "--by", metavar="NAME", default="", help="who approves translations (default: that of git)"
    )
