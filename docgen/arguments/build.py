"""The grammar of `docgen build`."""

from __future__ import annotations

import argparse
from pathlib import Path

from docgen.arguments.grammar import Group, add_list, add_mode, add_output, add_reports
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
        "docgen build --jobs=8 --timings                   eight processes; where the time went",
        "docgen build --verify=A_99_968-zh.pdf             is it what the content makes?",
    )
    add_reports(build)
    add_list(build, "--format", "FORMAT", "pdf, docx or html (default: pdf and docx)")
    add_mode(build)
    add_output(build)
    build.add_argument(
        "--attach-source",
        action="store_true",
        help="attach the files of the content folder to the PDF (PDF/A-3)",
    )
    _add_printing(build)
    _add_doing(build)
    _add_telling(build)


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


def _add_doing(build: argparse.ArgumentParser) -> None:
    build.add_argument(
        "--jobs",
        metavar="N",
        type=_count,
        help="so many processes at the same time (default: one for each core)",
    )
    build.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="let the workers of a Dask scheduler do it, such as tcp://192.0.2.1:8786",
    )
    build.add_argument(
        "--no-cache",
        action="store_true",
        help="make every file anew, and keep nothing for the next build",
    )


def _add_telling(build: argparse.ArgumentParser) -> None:
    build.add_argument("--json", action="store_true", help="list files and problems as JSON")
    build.add_argument("--timings", action="store_true", help="say where the time went, by stage")
    build.add_argument(
        "--verify",
        metavar="FILE",
        type=Path,
        help="make nothing: say whether FILE is what the content makes, and if not, what differs",
    )


def _count(said: str) -> int:
    """A number of processes."""
    if not said.isdecimal() or not int(said):
        raise argparse.ArgumentTypeError(f"“{said}” is no number of processes")
    return int(said)
