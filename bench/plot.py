"""A table of bench/results/ → a plot beside it; run with the Python of .venv-bench."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "docgen"
from matplotlib import pyplot  # noqa: E402


def main(path: Path) -> None:
    """Draw every column of seconds against the length of the text, both axes logarithmic."""
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["text"].startswith("x")]
    lengths = [int(row["text"].removeprefix("x")) for row in rows]
    figure, axes = pyplot.subplots(figsize=(6, 4))
    for name in [column for column in rows[0] if column.endswith(" s")]:
        seconds = [float(row[name]) for row in rows]
        axes.loglog(lengths, seconds, marker="o", label=name.removesuffix(" s"))
    axes.set_xticks(lengths, [f"×{length}" for length in lengths])
    axes.set_xlabel("text, in copies of a report")
    axes.set_ylabel("seconds")
    axes.grid(True, which="both", linewidth=0.3)
    axes.legend()
    figure.tight_layout()
    figure.savefig(path.with_suffix(".svg"), metadata={"Date": None})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
