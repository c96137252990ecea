"""The grammar of the command line: commands, their arguments, and the help of each."""

from __future__ import annotations

import argparse

from docgen import __version__
from docgen.arguments import build, cache, compare, importing, look, machine, translate
from docgen.arguments.grammar import Command, Formatter, Group, examples, show_help

__all__ = ["Command", "parser"]

ADDED = (
    build.add,
    compare.add,
    look.add_check,
    look.add_dump,
    importing.add,
    machine.add,
    cache.add,
    translate.add_ids,
    translate.add,
)
"""What adds each command, in the order of the help."""


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line; every command has its own help."""
    top = argparse.ArgumentParser(
        prog="docgen",
        description="Multilingual reports in United Nations style from one source.",
        epilog=examples("docgen build --lang=zh", "docgen build --help"),
        formatter_class=Formatter,
    )
    top.add_argument("--version", action="version", version=f"docgen {__version__}")
    top.set_defaults(command=show_help(top))
    group = Group(top.add_subparsers(title="commands", metavar="COMMAND"))
    for add in ADDED:
        add(group)
    return top
