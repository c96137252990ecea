"""`make fuzz`: each target is given inputs for some seconds, led by what code they reach (atheris).

An input that hangs, takes too much memory or ends in a fault of docgen is kept in
`build/fuzz/<target>/`; put it into `tests/fuzz/corpus/<target>/`, where it is a test from then on.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.seeds import SEEDS, seeds

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
LONGEST = 10
"""Seconds that one input may take."""

MEMORY = 1024
"""Megabytes that a process may take, the program itself included."""


def search(target: str, seconds: int) -> tuple[int, list[Path]]:
    """Search for inputs that do harm → how many were tried, and those found."""
    folder = ROOT / "build" / "fuzz" / target
    found, begin = folder / "found", folder / "inputs"
    for path in (found, begin):
        path.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (begin / f"seed-{number}").write_bytes(data)
    known = [str(CORPUS / target)] if (CORPUS / target).is_dir() else []
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz.one", target),
            *(f"-max_total_time={seconds}", f"-timeout={LONGEST}", f"-rss_limit_mb={MEMORY}"),
            *("-max_len=4096", "-print_final_stats=1", f"-artifact_prefix={found}/"),
            *(str(begin), *known),
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    (folder / "log.txt").write_text(done.stdout + done.stderr, "utf-8")
    tried = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    return int(tried[1]) if tried else 0, sorted(found.iterdir())


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*SEEDS, []])
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    options = parser.parse_args()
    total, harm = 0, False
    for target in options.targets or SEEDS:
        tried, found = search(target, options.seconds)
        total, harm = total + tried, harm or bool(found) or not tried
        say(f"{target:14} {tried:9,} inputs, {len(found)} that do harm")
        for path in found:
            say(f"    {path.relative_to(ROOT)}")
    say(f"{'all':14} {total:9,} inputs")
    return int(harm)


if __name__ == "__main__":
    sys.exit(main())
