"""The time of a DOCX: docgen against pandoc, on the same text once, 4, 16 and 64 times over.

    python -m bench.docx [--lang en zh] [--times 1 4 16 64] [--rounds 9]

Whole commands in cold processes, in turn. Writes bench/results/docx-LANG.tsv and a plot of it.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from bench import inputs, peers, results
from bench.runs import Work, alternate

ROUNDS = {1: 9, 4: 7, 16: 5}
"""How many rounds there are by the length of the text; longer ones have `FEW`."""

FEW = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each language in each length, then write the tables and the plots."""
    options = _options(arguments)
    for language in options.lang:
        with tempfile.TemporaryDirectory() as folder:
            rows = _measured(Path(folder), language, options)
        results.plot(results.write(f"docx-{language}", results.HEADING, rows))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", nargs="+", default=inputs.LANGUAGES)
    parser.add_argument("--times", nargs="+", type=int, default=[1, 4, 16, 64])
    parser.add_argument("--rounds", type=int, help="default: fewer for longer texts")
    return parser.parse_args(arguments)


def _measured(folder: Path, language: str, options: argparse.Namespace) -> list[results.Row]:
    """The rows of one language."""
    root = inputs.project(folder / "project")
    rows: list[results.Row] = []
    for times in options.times:
        works = _works(root, inputs.long(root, times), language, folder)
        found = results.compared(
            f"x{times}", alternate(works, options.rounds or ROUNDS.get(times, FEW)), {}
        )
        results.tell(found)
        rows += found
    return rows


def _works(root: Path, name: str, language: str, folder: Path) -> dict[str, Work]:
    """With nothing kept and after an edit, and pandoc on the same words as Markdown."""
    numbers = count(1)
    own = ("build", name, f"--lang={language}", "--format=docx", f"--output={folder}/made")
    return {
        results.FIRST: Work(inputs.docgen(root, *own, "--no-cache")),
        results.EDITED: Work(
            inputs.docgen(root, *own),
            before=lambda: inputs.edit(root, name, language, next(numbers)),
        ),
        peers.PANDOC: peers.word(peers.opened(root, name, language, folder)),
    }


if __name__ == "__main__":
    main()
