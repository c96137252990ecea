"""The time of a PDF: docgen against Typst, LibreOffice, xelatex and stock WeasyPrint.

    python -m bench.pdf [--lang zh en] [--times 1 4 16 64] [--rounds 5]

Whole commands in cold processes, in turn, on the same text once or many times over. Writes
bench/results/pdf-LANG.tsv and a plot of it. A program that is not installed is left out.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from bench import inputs, peers, results
from bench.runs import Work, alternate, say

ROUNDS = {1: 7, 4: 3}
"""How many rounds there are by the length of the text; longer ones have `FEW`."""

FEW = 2
SLOW = 16
LEFT_OUT = (peers.STOCK, results.EDITED)
"""What is left out where there are more copies than `SLOW`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each language in each length, then write the tables and the plots."""
    options = _options(arguments)
    lacking = peers.lacking()
    for peer, need in lacking.items():
        say(f"left out: {peer}, for lack of {need.name}; `make bench INSTALL=yes` installs it\n")
    wanted = [name for name in peers.PDF if name not in lacking]
    for language in options.lang:
        with tempfile.TemporaryDirectory() as folder:
            rows = measured(Path(folder), language, options.times, options.rounds, wanted)
        results.plot(results.write(f"pdf-{language}", results.HEADING, rows))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", nargs="+", default=inputs.LANGUAGES)
    parser.add_argument("--times", nargs="+", type=int, default=[1, 4])
    parser.add_argument("--rounds", type=int, help="default: fewer for longer texts")
    return parser.parse_args(arguments)


def measured(
    folder: Path, language: str, lengths: Sequence[int], rounds: int | None, wanted: Sequence[str]
) -> list[results.Row]:
    """The rows of one language."""
    root = inputs.project(folder / "project")
    rows: list[results.Row] = []
    for times in lengths:
        name = inputs.long(root, times)
        works = _works(root, name, language, folder, wanted)
        if times > SLOW:
            works = {name: work for name, work in works.items() if name not in LEFT_OUT}
        costs = alternate(works, rounds or ROUNDS.get(times, FEW), warm=times <= SLOW)
        found = results.compared(f"x{times}", costs, pages(works))
        results.tell(found)
        rows += found
    return rows


def _works(
    root: Path, name: str, language: str, folder: Path, wanted: Sequence[str]
) -> dict[str, Work]:
    """The command of every program; docgen with nothing kept, and after an edit."""
    made = peers.opened(root, name, language, folder)
    numbers = count(1)
    own = ("build", name, f"--lang={language}", "--format=pdf")
    first, again = folder / "first", folder / "again"
    return {
        results.FIRST: Work(
            inputs.docgen(root, *own, "--no-cache", f"--output={first}"), made=first
        ),
        results.EDITED: Work(
            inputs.docgen(root, *own, f"--output={again}"),
            before=lambda: inputs.edit(root, name, language, next(numbers)),
            made=again,
        ),
        **{peer: peers.PDF[peer](made) for peer in wanted},
    }


def pages(works: Mapping[str, Work]) -> dict[str, int]:
    """The pages of what each program has made."""
    return {name: _pages(work.made) for name, work in works.items() if work.made}


def _pages(made: Path) -> int:
    """The pages of a PDF, or of the one that was written last in a folder."""
    import pikepdf

    found = sorted(made.rglob("*.pdf"), key=lambda path: path.stat().st_mtime)
    with pikepdf.open(found[-1] if found else made) as file:
        return len(file.pages)


if __name__ == "__main__":
    main()
