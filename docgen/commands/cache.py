"""`docgen cache`: what earlier builds left to be used again, and how to be rid of it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen.console import Console, near, plural
from docgen.project import Project


def info(options: Namespace, root: Path, console: Console) -> int:
    """Say where things are kept, how many, and how large they are."""
    store = Project(root).store
    sizes = store.sizes()
    megabytes = sum(sizes) / 1_000_000
    console.result(f"{near(str(store.folder))}: {plural(len(sizes), 'thing')}, {megabytes:,.1f} MB")
    return 0


def clean(options: Namespace, root: Path, console: Console) -> int:
    """Remove all of them, or what was not used for so many days."""
    count = Project(root).store.clean(options.unused)
    console.result(f"{plural(count, 'thing')} removed")
    return 0
