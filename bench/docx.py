"""The time of a DOCX: docgen against pandoc, on the same text once, 4, 16 and 64 times over.

    make bench
    python -m bench.docx [--content FOLDER] [--lang en] [--times 1 4 16 64] [--rounds 9]

Whole commands in cold processes, in turn; docgen takes nothing that it made before. Writes
bench/results/docx-LANG.tsv and a plot of it.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import inputs
from bench.runs import Command, Cost, alternate, say, table

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv-bench"
RESULTS = ROOT / "bench" / "results"
HEADING = (
    *("text", "docgen s", "docgen spread", "pandoc s", "pandoc spread", "ratio"),
    *("docgen MB", "pandoc MB"),
)


def main() -> None:
    """Measure each length, then write the table and the plot."""
    options = _options()
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        for times in options.times:
            commands = _commands(options.content, options.lang, times, Path(folder))
            costs[times] = alternate(commands, options.rounds)
            say("\t".join(_row(times, costs[times])) + "\n")
    rows = [_row(times, found) for times, found in costs.items()]
    rows.append(("exponent", *_exponents(costs)))
    path = RESULTS / f"docx-{options.lang}.tsv"
    path.write_text(table(HEADING, rows), "utf-8")
    plot = [str(PEERS / "bin" / "python"), str(ROOT / "bench" / "plot.py"), str(path)]
    subprocess.run(plot, check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content" / "local-partnerships")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--times", nargs="+", type=int, default=[1, 4, 16, 64])
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


def _commands(source: Path, language: str, times: int, folder: Path) -> dict[str, Command]:
    content = inputs.content(source, times, folder)
    text = inputs.markdown(source, times, folder)
    docgen = [ROOT / ".venv" / "bin" / "docgen", "build", content, f"--lang={language}"]
    return {
        "docgen": [*docgen, "--format=docx", "--no-cache", f"--output={folder}"],
        "pandoc": [_pandoc(), text, "--from=markdown", "--to=docx", f"--output={folder}/text.docx"],
    }


def _pandoc() -> Path:
    """The program that the package pypandoc_binary brings along."""
    found = next(PEERS.glob("lib/python3*/site-packages/pypandoc/files/pandoc"), None)
    if found is None:
        raise SystemExit("pandoc is not installed: `make bench` does it")
    return found


def _row(times: int, costs: dict[str, Cost]) -> Sequence[str]:
    own, other = costs["docgen"], costs["pandoc"]
    return (
        *(f"x{times}", f"{own.median:.3f}", own.spread, f"{other.median:.3f}", other.spread),
        *(f"{own.median / other.median:.2f}", f"{own.megabytes:.0f}", f"{other.megabytes:.0f}"),
    )


def _exponents(costs: dict[int, dict[str, Cost]]) -> Sequence[str]:
    """How the time grows from the last length but one to the last: 1 is in proportion."""
    if len(costs) < 2:
        return ()
    before, last = sorted(costs)[-2:]

    def exponent(name: str) -> str:
        growth = costs[last][name].median / costs[before][name].median
        return f"{math.log(growth) / math.log(last / before):.2f}"

    return (exponent("docgen"), "", exponent("pandoc"))


if __name__ == "__main__":
    main()
