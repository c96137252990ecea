"""Commands of several programs → the time and memory of each, as medians of alternating runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Work:
    """A command, and what is done `before` each of its runs, which is not measured.

    `made` is the file that it writes.
    """

    command: Command
    before: Callable[[], None] = lambda: None
    made: Path | None = None


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


def alternate(works: Mapping[str, Work], rounds: int, *, warm: bool = True) -> dict[str, Cost]:
    """Run each of `works` in turn, `rounds` times, each in a cold process.

    If `warm` there is a first round that is not counted: it brings files into memory and lets
    Python keep its bytecode, as it does for everybody who runs a command more than once.
    """
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for number in range(rounds + warm):
        for name, work in works.items():
            work.before()
            cost = run(work.command)
            if number or not warm:
                runs[name].append(cost)
    return {
        name: Cost(tuple(seconds for seconds, _ in costs), max(size for _, size in costs))
        for name, costs in runs.items()
    }


def run(command: Command) -> tuple[float, float]:
    """Run `command` to its end → seconds and megabytes; SystemExit with its words if it fails.

    The megabytes are those of the largest process that it started.
    """
    started = perf_counter()
    with subprocess.Popen(
        command, env=environment(), stdout=-1, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said.decode('utf-8', 'replace')}")
    return seconds, usage.ru_maxrss / 1024


def environment() -> dict[str, str]:
    """The variables of this process, but for those that keep Python from its usual speed."""
    slow = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    return {name: value for name, value in os.environ.items() if name not in slow}


def say(text: str) -> None:
    """Tell the person at the keyboard."""
    sys.stdout.write(text)
    sys.stdout.flush()
