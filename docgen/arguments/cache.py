"""The grammar of `docgen cache`."""

from __future__ import annotations

from docgen.arguments.grammar import Group
from docgen.commands import cache


def add(group: Group) -> None:
    """Add the commands and their options."""
    top = group.add(
        "cache",
        None,
        "what earlier builds keep to be used again",
        "docgen cache info",
        "docgen cache clean",
    )
    below = Group(top.add_subparsers(title="commands", metavar="COMMAND"))
    below.add("info", cache.info, "say how much is kept, and where", "docgen cache info")
    clean = below.add(
        "clean",
        cache.clean,
        "remove what is kept; the next build makes it anew",
        "docgen cache clean",
        "docgen cache clean --unused=30    what no build has used for 30 days",
    )
    clean.add_argument(
        "--unused",
        metavar="DAYS",
        type=float,
        default=0,
        help="keep what was made or used in the last DAYS days (default: remove all)",
    )
