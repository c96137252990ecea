"""The grammar of `docgen diff`."""

from __future__ import annotations

from docgen.arguments.grammar import Group, add_languages, add_mode, add_output
from docgen.commands.compare import compare


def add(group: Group) -> None:
    """Add the command and its options."""
    diff = group.add(
        "diff",
        compare,
        "make a DOCX with tracked changes against an older state of a report",
        "docgen diff local-partnerships@HEAD~3                     against three commits ago",
        "docgen diff local-partnerships --since=v1.0 --lang=zh     the same, for a tag",
        "docgen diff local-partnerships@v1.0 local-partnerships@v1.1",
        "docgen diff ../issued/local-partnerships local-partnerships",
    )
    diff.add_argument(
        "states",
        metavar="STATE",
        nargs="+",
        help="OLD and NEW: a document by its name under content/ or the path of its folder,"
        " with @ and a revision of git for an older state of it; NEW may be left out",
    )
    diff.add_argument(
        "--since", metavar="REVISION", help="the revision of OLD, when NEW alone is given"
    )
    diff.add_argument(
        "--author", metavar="NAME", help="whose changes they are (default: user.name of git)"
    )
    add_languages(diff)
    add_mode(diff)
    add_output(diff)
