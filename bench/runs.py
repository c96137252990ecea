"""Commands of several programs → the time and memory of each, as medians of alternating runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

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
    starter = _starter()
    assert starter.stdin
    assert starter.stdout
    starter.stdin.write(json.dumps([*map(str, command)]) + "\n")
    starter.stdin.flush()
    seconds, megabytes, status, said = json.loads(starter.stdout.readline())
    if status:
        raise SystemExit(f"{' '.join(map(str, command))}\n{said}")
    return seconds, megabytes


@cache
def _starter() -> subprocess.Popen[str]:
    """The small process that starts commands; it ends with this one."""
    program = [sys.executable, "-S", "-E", str(Path(__file__).with_name("starter.py"))]
    return subprocess.Popen(program, stdin=-1, stdout=-1, encoding="utf-8", env=environment())


def environment() -> dict[str, str]:
    """The variables of this process, but for those that keep Python from its usual speed."""
    slow = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    return {name: value for name, value in os.environ.items() if name not in slow}


def say(text: str) -> None:
    """Tell the person at the keyboard."""
    sys.stdout.write(text)
    sys.stdout.flush()
