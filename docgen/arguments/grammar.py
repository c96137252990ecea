"""What the grammars of the commands are made of: groups, common arguments, help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from docgen.console import Console

Command = Callable[[argparse.Namespace, Path, Console], int]

DOCUMENT = "its name under content/, or the path of a folder elsewhere"


def add_documents(command: argparse.ArgumentParser) -> None:
    """Any number of documents; none means all."""
    command.add_argument(
        "documents", metavar="DOCUMENT", nargs="*", help=f"{DOCUMENT} (default: all)"
    )


def add_languages(command: argparse.ArgumentParser) -> None:
    """Any number of languages; none means all that a document has."""
    add_list(command, "--lang", "LANGUAGE", "a folder of locales/ (default: all of the report)")


def add_reports(command: argparse.ArgumentParser) -> None:
    """Any number of documents, each in any number of languages."""
    add_documents(command)
    add_languages(command)


def add_list(command: argparse.ArgumentParser, option: str, metavar: str, text: str) -> None:
    """An option that takes several words."""
    command.add_argument(
        option,
        metavar=metavar,
        action="extend",
        type=lambda words: words.replace(",", " ").split(),
        default=[],
        help=f"{text}; several: repeat it, or put commas between",
    )


def add_mode(command: argparse.ArgumentParser) -> None:
    """Draft or final."""
    command.add_argument(
        "--mode",
        choices=("draft", "final"),
        default="draft",
        help="final refuses what is not fully translated (default: draft, which marks it)",
    )


def add_output(command: argparse.ArgumentParser) -> None:
    """Where to put what is made."""
    command.add_argument(
        "--output", metavar="DIR", type=Path, help="the folder for what is made (default: build/)"
    )


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in which the examples keep their lines."""


class Group:
    """Commands of one level, each with a description and examples."""

    def __init__(self, subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self.subparsers = subparsers

    def add(
        self, name: str, command: Command | None, summary: str, *lines: str
    ) -> argparse.ArgumentParser:
        """Add the command `name`; one without a function of its own prints its help."""
        added = self.subparsers.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=examples(*lines),
            formatter_class=Formatter,
        )
        added.set_defaults(command=command or show_help(added))
        return added


def examples(*lines: str) -> str:
    """Examples as the end of a help text."""
    return "\n  ".join(["examples:", *lines])


def show_help(described: argparse.ArgumentParser) -> Command:
    """A command that prints the help of `described`."""

    def show(options: argparse.Namespace, root: Path, console: Console) -> int:
        described.print_help()
        return 0

    return show
