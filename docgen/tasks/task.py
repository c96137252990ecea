"""What a task is: one document in one language and one format, and how it is to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Protocol

from docgen.project import Project
from docgen.records import dataclass
from docgen.report import Diagnostic

PRINT = "print"
"""The format of a task with a profile: PDF for a machine, with its facts."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for all tasks of a build."""

    final: bool = False
    attach_source: bool = False
    profile: str = ""
    booklet: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A document, by its name or the path of its folder, in one language and one format."""

    document: str
    language: str
    format: str
    manner: Manner = Manner()

    @property
    def text(self) -> tuple[str, str]:
        """What tasks have in common that read, localize and resolve the same."""
        return self.document, self.language

    @property
    def label(self) -> str:
        """The task as people call it, apart from its format."""
        return f"{Path(self.document).resolve().name} {self.language}"


@dataclass(frozen=True, slots=True)
class File:
    """A finished file by its path from the output folder, with slashes; `digest` is of its bytes.

    Those of a file that was kept may still lie where they are kept: then `data` is None.
    """

    name: str
    format: str
    pages: int | None
    size: int
    digest: str
    seconds: float
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: its files, or a status other than 0, and in both cases problems.

    Places of problems are named as `places` does it, so that they hold on every machine.
    """

    files: Sequence[File] = ()
    problems: Sequence[Diagnostic] = ()
    status: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """What one process does in one go: tasks with one text, which is read and resolved once.

    A job for another machine has its inputs `packed`; `keys` name those of each task. `moment` is
    the date for all files that the environment gives.
    """

    project: Project
    tasks: Sequence[Task]
    keys: Sequence[str] = ()
    timed: bool = False
    packed: bytes = b""
    moment: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What comes back of a job: the outcome of each of its tasks, and the seconds by stage."""

    outcomes: Sequence[Outcome]
    seconds: Mapping[str, float] = field(default_factory=dict)


class Crew(Protocol):
    """Who does jobs."""

    def run(
        self, jobs: Mapping[int, Job], packed: Callable[[Job], Job]
    ) -> Iterator[tuple[int, Done | BaseException]]:
        """Do `jobs` → the number of each as it is done, and what came of it.

        Jobs for another machine are `packed` first. Raises Ended when a process is gone.
        """
        ...


def together(tasks: Mapping[int, Task]) -> list[dict[int, Task]]:
    """Tasks by their numbers, those with one text in one group; the order stays."""
    groups: dict[tuple[str, str], dict[int, Task]] = {}
    for number, task in tasks.items():
        groups.setdefault(task.text, {})[number] = task
    return list(groups.values())
