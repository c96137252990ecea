"""The grammars of the commands that look at reports: `docgen check`, `docgen dump`."""

from __future__ import annotations

import argparse
from pathlib import Path

from docgen.arguments.grammar import DOCUMENT, Group, add_languages, add_mode, add_reports
from docgen.commands import look


def add_check(group: Group) -> None:
    """Add `docgen check`."""
    check = group.add(
        "check",
        look.check,
        "look for errors without making anything, or for what was changed in a Word file",
        "docgen check",
        "docgen check local-partnerships --lang=zh --mode=final",
        "docgen check A_99_968-zh.docx            what colleagues changed in it",
        "docgen check A_99_968-zh.docx --write    take their words over into the content",
        "docgen check --strict --list=sarif --output=check.sarif    for a code hosting service",
    )
    add_reports(check)
    add_mode(check)
    _add_reading_back(check)
    check.add_argument("--strict", action="store_true", help="let warnings fail as errors do")
    check.add_argument(
        "--list",
        choices=("text", "json", "sarif"),
        default="text",
        help="what the problems are listed as (default: text, on standard error)",
    )
    check.add_argument("--output", metavar="FILE", type=Path, help="the file to write the list to")


def _add_reading_back(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--write",
        action="store_true",
        help="with a Word file: write changed words into the source or the translation",
    )
    check.add_argument(
        "--document",
        metavar="NAME",
        default="",
        help=f"with a Word file: what it was made from ({DOCUMENT}), if it does not say",
    )


def add_dump(group: Group) -> None:
    """Add `docgen dump`."""
    dump = group.add(
        "dump",
        look.dump,
        "print a report with its numbers as plain text",
        "docgen dump local-partnerships --lang=zh | less",
    )
    dump.add_argument("documents", metavar="DOCUMENT", nargs=1, help=DOCUMENT)
    add_languages(dump)
