"""Many documents at once: two processes against one, and against Typst for the PDFs alone.

    python -m bench.many [--documents 100] [--rounds 3]

Copies of a sample with names and symbols of their own, in two languages and two formats. Whole
builds in cold processes, in turn, with nothing kept from before. Typst is started once for each
file, two at a time. Writes bench/results/many.tsv.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import inputs, peers, results
from bench.results import PYTHON
from bench.runs import Command, Cost, Work, alternate

HEADING = ("work", "files", "program", "seconds", "spread", "a file", "MB", "ratio", "of")
ONE, TWO = "docgen, 1 process", "docgen, 2 processes"
BOTH, PAPER = "PDF and DOCX", "PDF alone"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one process, two, and Typst, and write the table."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = inputs.project(Path(folder) / "project")
        names = inputs.copies(root, options.documents)
        rows = [*_both(root, names, options.rounds), *_paper(root, names, options.rounds)]
    results.write("many", HEADING, rows)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args(arguments)


def _both(root: Path, names: Sequence[str], rounds: int) -> list[results.Row]:
    """One process against two, for all formats; what two win is the ratio."""
    works = {ONE: _build(root, 1, "pdf,docx"), TWO: _build(root, 2, "pdf,docx")}
    costs = alternate(works, rounds, warm=False)
    files = len(names) * len(inputs.LANGUAGES) * 2
    won = costs[ONE].median / costs[TWO].median
    rows = [_row(BOTH, files, name, cost) for name, cost in costs.items()]
    rows[1] = (*rows[1][:-2], f"{won:.2f}", "1 process ÷ 2 processes")
    results.tell(rows)
    return rows


def _paper(root: Path, names: Sequence[str], rounds: int) -> list[results.Row]:
    """Two processes against Typst, for the PDFs alone."""
    listed = _inputs(root, names)
    works = {TWO: _build(root, 2, "pdf"), peers.TYPST: Work(_typst(listed))}
    costs = alternate(works, rounds, warm=False)
    files = len(names) * len(inputs.LANGUAGES)
    ratio = costs[TWO].median / costs[peers.TYPST].median
    rows = [_row(PAPER, files, name, cost) for name, cost in costs.items()]
    rows[1] = (*rows[1][:-2], f"{ratio:.2f}", "docgen ÷ Typst")
    results.tell(rows)
    return rows


def _row(work: str, files: int, name: str, cost: Cost) -> results.Row:
    each = f"{cost.median / files:.3f}"
    return (
        *(work, str(files), name, f"{cost.median:.2f}", cost.spread, each),
        *(f"{cost.megabytes:.0f}", "", ""),
    )


def _build(root: Path, jobs: int, formats: str) -> Work:
    """The build of all documents by so many processes."""
    languages = ",".join(inputs.LANGUAGES)
    options = (f"--lang={languages}", "--no-cache", f"--jobs={jobs}", f"--format={formats}")
    return Work(inputs.docgen(root, "build", *options))


def _inputs(root: Path, names: Sequence[str]) -> Path:
    """The inputs of Typst for every document, and a file that lists each with its PDF."""
    folder = root / "typst"
    folder.mkdir()
    lines: list[str] = []
    for name in names:
        for language in inputs.LANGUAGES:
            work = peers.typst(peers.opened(root, name, language, folder))
            lines += map(str, work.command[-2:])
    listed = folder / "listed.txt"
    listed.write_text("\n".join(lines), "utf-8")
    return listed


def _typst(listed: Path) -> Command:
    start = ("xargs", f"--arg-file={listed}", "--max-args=2", "--max-procs=2")
    return [*start, PYTHON, "-c", peers.COMPILE]


if __name__ == "__main__":
    main()
