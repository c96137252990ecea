"""The grammar of the command line: commands, their arguments, and the help of each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from docgen import __version__, commands
from docgen.console import Console

Command = Callable[[argparse.Namespace, Path, Console], int]


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line; every command has its own help."""
    top = argparse.ArgumentParser(
        prog="docgen",
        description="Multilingual reports in United Nations style from one source.",
        epilog=_examples("docgen build --lang=zh", "docgen build --help"),
        formatter_class=_Formatter,
    )
    top.add_argument("--version", action="version", version=f"docgen {__version__}")
    top.set_defaults(command=_help(top))
    group = _Group(top.add_subparsers(title="commands", metavar="COMMAND"))
    _add_build(group)
    _add_check(group)
    _add_dump(group)
    _add_doctor(group)
    _add_translation(group)
    return top


def _add_build(group: _Group) -> None:
    build = group.add(
        "build",
        commands.build,
        "make reports as PDF, DOCX and HTML",
        "docgen build                                      every report in every language",
        "docgen build local-partnerships --lang=zh         one report in one language",
        "docgen build --format=html --mode=final           complete translations only",
        "docgen build ../other/report --output=../made     folders elsewhere",
        "docgen build --lang=zh --profile=print --booklet  ready for the press",
        "docgen build --format=pdf --attach-source         each PDF holds what it was made from",
    )
    _add_documents(build)
    _add_languages(build)
    _add_list(build, "--format", "FORMAT", "pdf, docx or html (default: pdf and docx)")
    _add_mode(build)
    _add_output(build)
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


def _add_check(group: _Group) -> None:
    check = group.add(
        "check",
        commands.check,
        "look for errors without making anything",
        "docgen check",
        "docgen check local-partnerships --lang=zh --mode=final",
    )
    _add_documents(check)
    _add_languages(check)
    _add_mode(check)


def _add_dump(group: _Group) -> None:
    dump = group.add(
        "dump",
        commands.dump,
        "print a report with its numbers as plain text",
        "docgen dump local-partnerships --lang=zh | less",
    )
    dump.add_argument("documents", metavar="DOCUMENT", nargs=1, help=DOCUMENT)
    _add_languages(dump)


def _add_doctor(group: _Group) -> None:
    doctor = group.add("doctor", commands.doctor, "say what this machine lacks", "docgen doctor")
    _add_output(doctor)


def _add_translation(group: _Group) -> None:
    i18n = group.add("i18n", None, "keep translations in step with the text", "docgen i18n sync")
    parts = _Group(i18n.add_subparsers(title="commands", metavar="COMMAND"))
    sync = parts.add(
        "sync",
        commands.sync,
        "bring the translation files up to date with the text",
        "docgen i18n sync",
        "docgen i18n sync local-partnerships --lang=zh     also begins a new translation",
    )
    status = parts.add(
        "status",
        commands.status,
        "say how much of each report is translated",
        "docgen i18n status --lang=zh",
    )
    for part in (sync, status):
        _add_documents(part)
        _add_languages(part)


DOCUMENT = "its name under content/, or the path of a folder elsewhere"


def _add_documents(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "documents", metavar="DOCUMENT", nargs="*", help=f"{DOCUMENT} (default: all)"
    )


def _add_languages(command: argparse.ArgumentParser) -> None:
    _add_list(command, "--lang", "LANGUAGE", "a folder of locales/ (default: all of the report)")


def _add_list(command: argparse.ArgumentParser, option: str, metavar: str, text: str) -> None:
    command.add_argument(
        option,
        metavar=metavar,
        action="extend",
        type=lambda words: words.replace(",", " ").split(),
        default=[],
        help=f"{text}; several: repeat it, or put commas between",
    )


def _add_mode(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--mode",
        choices=("draft", "final"),
        default="draft",
        help="final refuses what is not fully translated (default: draft, which marks it)",
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--output", metavar="DIR", type=Path, help="the folder for what is made (default: build/)"
    )


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in which the examples keep their lines."""


class _Group:
    """Commands of one level, each with a description and examples."""

    def __init__(self, subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self.subparsers = subparsers

    def add(
        self, name: str, command: Command | None, summary: str, *examples: str
    ) -> argparse.ArgumentParser:
        """Add the command `name`; one without a function of its own prints its help."""
        added = self.subparsers.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=_examples(*examples),
            formatter_class=_Formatter,
        )
        added.set_defaults(command=command or _help(added))
        return added


def _examples(*lines: str) -> str:
    return "\n  ".join(["examples:", *lines])


def _help(described: argparse.ArgumentParser) -> Command:
    def show(options: argparse.Namespace, root: Path, console: Console) -> int:
        described.print_help()
        return 0

    return show
