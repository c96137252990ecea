"""Commands of several programs → the time and memory of each, as medians of alternating runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Cost:
    """What one program took: seconds of each run, and the largest memory of one in megabytes."""

    seconds: tuple[float, ...]
    megabytes: float

    @property
    def median(self) -> float:
        """The median of the runs in seconds."""
        return median(self.seconds)

    @property
    def spread(self) -> str:
        """The fastest and the slowest run."""
        return f"{min(self.seconds):.3f}–{max(self.seconds):.3f}"


def alternate(commands: Mapping[str, Command], rounds: int) -> dict[str, Cost]:
    """Run each of `commands` in turn, `rounds` times, each in a cold process.

    A first round is not counted: it brings files into memory and lets Python keep its bytecode,
    as it does for everybody who runs a command more than once.
    """
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = run(command)
            if number:
                runs[name].append(cost)
    return {
        name: Cost(tuple(seconds for seconds, _ in costs), max(size for _, size in costs))
        for name, costs in runs.items()
    }


def run(command: Command) -> tuple[float, float]:
    """Run `command` to its end → seconds and megabytes; SystemExit with its words if it fails."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = perf_counter()
    with subprocess.Popen(command, env=kept, stdout=-1, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said.decode()}")
    return seconds, usage.ru_maxrss / 1024


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows separated by tabs, as they are kept in bench/results/."""
    return "\n".join("\t".join(row) for row in [heading, *rows]) + "\n"


def say(text: str) -> None:
    """Tell the person at the keyboard."""
    sys.stdout.write(text)
    sys.stdout.flush()
