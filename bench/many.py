"""Many documents at once: two processes against one, on copies of a sample with names of their own.

    python -m bench.many [--documents 100] [--formats pdf docx] [--rounds 3]

Whole builds in cold processes, in turn, with nothing kept from before. The table goes to
bench/results/many.tsv if the machine has nothing else to do; else it is only printed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from bench.runs import Command, alternate, say, table

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench" / "results" / "many.tsv"
SAMPLE, SYMBOL = "local-partnerships", "A/99/968"
QUIET = 0.3
"""The load of a machine that has nothing else to do."""

HEADING = ("documents", "files", "processes", "seconds", "spread", "a file", "ratio", "MB")
SCRIPT = (
    "import sys; from pathlib import Path; from docgen.cli import main; "
    "sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
)


def main() -> None:
    """Measure one process and two, and write the table."""
    options = _options()
    quiet = os.getloadavg()[0] < QUIET
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder), options.documents)
        commands = {str(jobs): build(root, options.formats, jobs) for jobs in (1, 2)}
        costs = alternate(commands, options.rounds)
    files = options.documents * 2 * len(options.formats)
    rows = [
        (
            *(str(options.documents), str(files), jobs, f"{cost.median:.2f}", cost.spread),
            *(f"{cost.median / files:.3f}", f"{costs['1'].median / cost.median:.2f}"),
            f"{cost.megabytes:.0f}",
        )
        for jobs, cost in costs.items()
    ]
    found = table(HEADING, rows)
    say(found)
    if quiet:
        RESULTS.write_text(found, "utf-8")
    else:
        say("The machine had other work to do: the table is not kept.\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--formats", nargs="+", default=["pdf", "docx"])
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def project(root: Path, documents: int) -> Path:
    """A project at `root` with so many copies of the sample and of its translations."""
    translations = shutil.ignore_patterns("documents")
    shutil.copytree(ROOT / "locales", root / "locales", ignore=translations)
    shutil.copytree(ROOT / "styles", root / "styles")
    for number in range(1, documents + 1):
        _copy(root, f"report-{number:03}", f"A/99/{1000 + number}")
    return root


def _copy(root: Path, name: str, symbol: str) -> None:
    """One copy under another name, with another symbol."""
    content = shutil.copytree(ROOT / "content" / SAMPLE, root / "content" / name) / "report.md"
    text = content.read_text("utf-8")
    content.chmod(0o644)
    content.write_text(text.replace(f"symbol: {SYMBOL}\n", f"symbol: {symbol}\n"), "utf-8")
    for path in (ROOT / "locales").glob(f"*/documents/{SAMPLE}.*"):
        target = root / path.relative_to(ROOT).with_name(path.name.replace(SAMPLE, name))
        target.parent.mkdir(exist_ok=True)
        shutil.copy(path, target)


def build(root: Path, formats: list[str], jobs: int) -> Command:
    """The command that builds all of it by so many processes."""
    python = ROOT / ".venv" / "bin" / "python"
    options = ("build", "--lang=en,zh", "--no-cache", f"--jobs={jobs}")
    return [python, "-c", SCRIPT, root, *options, f"--format={','.join(formats)}"]


if __name__ == "__main__":
    main()
