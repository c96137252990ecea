"""Time per page of a long PDF: the text of a sample once, 4, 16 and 64 times over.

    python -m bench.pages [--times 1 4 16 64] [--lang zh]

Prints a table, and the exponent of the growth from the first to the last row: 1 means that a page
takes as long in a document of 800 pages as in one of 13.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from docgen import pipeline
from docgen.model import Annex, Document, NoteRef
from docgen.project import Project
from docgen.render import pdf
from docgen.report import Report
from docgen.walk import rebuild

ROOT = Path(__file__).parents[1]
SAMPLE = "local-partnerships"


def measure(language: str, times: int) -> str:
    """Pages, seconds and megabytes of one PDF, as a line of figures separated by tabs."""
    document, sheet = pipeline.prepare(Project(ROOT), SAMPLE, language, final=True, report=Report())
    long = repeated(document, times)
    started = perf_counter()
    pages = pdf.write(long, sheet).pages
    seconds = perf_counter() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{pages}\t{seconds:.2f}\t{megabytes:.0f}"


def repeated(document: Document, times: int) -> Document:
    """The same document with its text `times` times over; each copy has ids of its own."""
    blocks: list[Any] = []
    annexes: list[Annex] = []
    for copy in range(times):
        blocks += rebuild(document.blocks, _renamed(copy))
        annexes += rebuild(document.annexes, _renamed(copy))
    return replace(document, blocks=tuple(blocks), annexes=tuple(annexes))


def _renamed(copy: int) -> Any:
    def change(node: Any) -> Any:
        if isinstance(node, NoteRef):
            return replace(node, key=f"{node.key}-{copy}")
        if hasattr(node, "id") and node.id:
            return replace(node, id=f"{node.id}-{copy}")
        if hasattr(node, "target") and node.target:
            return replace(node, target=f"{node.target}-{copy}")
        return node

    return change


def main() -> None:
    """Measure each length in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", nargs="+", type=int, default=[1, 4, 16, 64])
    parser.add_argument("--lang", default="zh")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        sys.stdout.write(measure(options.lang, options.one))
        return
    rows = [_row(options.lang, times) for times in options.times]
    write("text\tpages\tseconds\tseconds a page\tMB")
    for times, (pages, seconds, megabytes) in zip(options.times, rows, strict=True):
        write(f"x{times}\t{pages:.0f}\t{seconds:.2f}\t{seconds / pages:.3f}\t{megabytes:.0f}")
    (first, start, _), (last, end, _) = rows[0], rows[-1]
    write(f"exponent\t{math.log(end / start) / math.log(last / first):.2f}")


def _row(language: str, times: int) -> tuple[float, float, float]:
    command = [sys.executable, "-m", "bench.pages", "--lang", language, "--one", str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    pages, seconds, megabytes = map(float, done.stdout.split("\t"))
    return pages, seconds, megabytes


def write(line: str) -> None:
    """Print one row of the table."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
