"""The grammar of the command line: commands, their arguments, and the help of each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

from docgen import __version__
from docgen.arguments.grammar import Command, Formatter, Group, examples, show_help

__all__ = ["Command", "parser"]

ADDED = {
    "build": "build.add",
    "diff": "compare.add",
    "check": "look.add_check",
    "dump": "look.add_dump",
    "import": "importing.add",
    "doctor": "machine.add",
    "cache": "cache.add",
    "preview": "preview.add",
    "ids": "translate.add_ids",
    "i18n": "translate.add",
}
"""The commands in the order of the help, and what adds each: a module and its function."""


def parser(command: str = "") -> argparse.ArgumentParser:
    """The grammar of the command line; every command has its own help.

    Of `command` alone where that is one: the others have nothing to say then, and take time.
    """
    top = argparse.ArgumentParser(
        prog="docgen",
        description="Multilingual reports in United Nations style from one source.",
        epilog=examples("docgen build --lang=zh", "docgen build --help"),
        formatter_class=Formatter,
    )
    top.add_argument("--version", action="version", version=f"docgen {__version__}")
    top.set_defaults(command=show_help(top))
    group = Group(top.add_subparsers(title="commands", metavar="COMMAND"))
    for name in [command] if command in ADDED else ADDED:
        _adding(ADDED[name])(group)
    return top


def _adding(place: str) -> Callable[[Group], None]:
    module, _, function = place.partition(".")
    found: Callable[[Group], None] = getattr(import_module(f"{__name__}.{module}"), function)
    return found
