"""The grammar of `docgen build`."""

from __future__ import annotations

import argparse

from docgen.arguments.grammar import (
    Group,
    add_documents,
    add_languages,
    add_list,
    add_mode,
    add_output,
)
from docgen.commands.build import build as run


def add(group: Group) -> None:
    """Add the command and its options."""
    build = group.add(
        "build",
        run,
        "make reports as PDF, DOCX and HTML",
        "docgen build                                      every report in every language",
        "docgen build local-partnerships --lang=zh         one report in one language",
        "docgen build --format=html --mode=final           complete translations only",
        "docgen build ../other/report --output=../made     folders elsewhere",
        "docgen build --lang=zh --profile=print --booklet  ready for the press",
        "docgen build --format=pdf --attach-source         each PDF holds what it was made from",
    )
    add_documents(build)
    add_languages(build)
    add_list(build, "--format", "FORMAT", "pdf, docx or html (default: pdf and docx)")
    add_mode(build)
    add_output(build)
    build.add_argument(
        "--attach-source",
        action="store_true",
        help="attach the files of the content folder to the PDF (PDF/A-3)",
    )
    _add_printing(build)


def _add_printing(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--profile",
        metavar="NAME",
        help="a PDF for a machine, and its facts: a file of styles/press/ (print or office here)",
    )
    build.add_argument(
        "--booklet",
        action="store_true",
        help="with --profile: a second file with two pages on each side of a sheet, to be folded",
    )
