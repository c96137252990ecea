"""All benchmarks, one after the other; run by `make bench`.

    python -m bench [--long] [watch docx parts pdf many memory setting]

By default they take about a quarter of an hour; with --long there are texts of 200 and 800 pages
and 100 documents instead of 20, and it takes about an hour.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter

from bench import docx, machine, many, memory, parts, pdf, report, setting, watch
from bench.runs import say

BENCHMARKS: Mapping[str, Callable[[Sequence[str]], None]] = {
    "watch": watch.main,
    "docx": docx.main,
    "parts": parts.main,
    "pdf": pdf.main,
    "many": many.main,
    "memory": memory.main,
    "setting": setting.main,
}
SHORT: Mapping[str, Sequence[str]] = {
    "pdf": ("--times", "1", "4"),
    "many": ("--documents", "20", "--rounds", "2"),
}
LONG: Mapping[str, Sequence[str]] = {
    "pdf": ("--times", "1", "4", "16", "64"),
    "many": ("--documents", "100", "--rounds", "2"),
}


def main() -> None:
    """Run what is asked for, and put the figures into their pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []])
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    machine.write()
    for name in options.names or BENCHMARKS:
        started = perf_counter()
        say(f"\n{name}\n")
        BENCHMARKS[name]((LONG if options.long else SHORT).get(name, ()))
        say(f"{name}: {perf_counter() - started:.0f} s\n")
    report.main()


if __name__ == "__main__":
    main()
