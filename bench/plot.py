"""A table of bench/results/ → a plot beside it; run with the Python of .venv-bench."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "docgen"
from matplotlib import pyplot  # noqa: E402

LOOKS = {"docgen": ("#1a6fb5", "-"), "docgen, edited": ("#1a6fb5", "--")}
OTHERS = ("#c7522a", "#5f8a3c", "#7b5ea7", "#8c8c8c")


def main(path: Path) -> None:
    """Draw the seconds of each program against the length of the text, on logarithmic axes."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lengths = sorted({_length(row) for row in rows})
    figure, axes = pyplot.subplots(figsize=(7, 4.2))
    others = iter(OTHERS)
    for name in dict.fromkeys(row["program"] for row in rows):
        own = [row for row in rows if row["program"] == name]
        color, line = LOOKS.get(name) or (next(others), "-")
        seconds = [float(row["seconds"]) for row in own]
        axes.loglog(list(map(_length, own)), seconds, line, marker="o", label=name, color=color)
    _frame(axes, lengths)
    figure.tight_layout()
    figure.savefig(path.with_suffix(".svg"), metadata={"Date": None})


def _length(row: dict[str, str]) -> int:
    return int(row["text"].removeprefix("x"))


def _frame(axes: pyplot.Axes, lengths: list[int]) -> None:
    """What stands around the lines."""
    axes.set_xticks(lengths, [f"×{length}" for length in lengths], minor=False)
    axes.xaxis.set_minor_formatter(matplotlib.ticker.NullFormatter())
    axes.yaxis.set_major_formatter(matplotlib.ticker.FormatStrFormatter("%g"))
    axes.set_xlabel("length, in copies of a report of 13 pages")
    axes.set_ylabel("seconds, logarithmic")
    axes.grid(True, which="both", linewidth=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
