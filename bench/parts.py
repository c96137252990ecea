"""Where the processor time of a short DOCX goes, and what no run can do without.

    python -m bench.parts [--rounds 9]

Processor time of one process, which other work on the machine changes little: the smallest of
several runs. Writes bench/results/parts.tsv.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import inputs, results
from bench.runs import environment, say

ONCE = Path(__file__).with_name("once.py")
HEADING = ("part", "process", *(f"{language} ms" for language in inputs.LANGUAGES))
BESIDE = ("loading the readers", "loading the rasteriser", "reading", "drawings")
"""What the second process does while the first one does the rest."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both languages and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = inputs.project(Path(folder) / "project")
        name = inputs.long(root, 1)
        found = [_parts(root, name, each, options.rounds) for each in inputs.LANGUAGES]
    say(results.write("parts", HEADING, _rows(found)).read_text("utf-8"))


def _parts(root: Path, name: str, language: str, rounds: int) -> dict[str, float]:
    """The milliseconds of each part."""
    command = [sys.executable, str(ONCE), str(root), name, language]
    runs = [
        json.loads(subprocess.check_output(command, env=environment())) for _ in range(rounds + 1)
    ]
    return {part: min(run[part] for run in runs[1:]) for part in runs[0]}


def _rows(found: Sequence[dict[str, float]]) -> list[results.Row]:
    """A row for each part, and the sums of what each of the two processes does."""
    rows = [_row(part, _process(part), [one[part] for one in found]) for part in found[0]]
    for process in ("first", "second"):
        mine = [part for part in found[0] if _process(part) == process]
        sums = [sum(one[part] for part in mine) for one in found]
        rows.append(_row("together", process, sums))
    return rows


def _row(part: str, process: str, times: Sequence[float]) -> results.Row:
    return (part, process, *(f"{one:.0f}" for one in times))


def _process(part: str) -> str:
    return "second" if part in BESIDE else "first"


if __name__ == "__main__":
    main()
