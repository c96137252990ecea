"""Tasks → files in the output folder: what is kept is taken, the rest is done by a crew."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import timing
from docgen.files import write_whole
from docgen.made import EPOCH, FACTS, Made
from docgen.project import Project
from docgen.records import dataclass
from docgen.report import Diagnostic, DocgenError, SetupError
from docgen.tasks import places, results
from docgen.tasks.inputs import Inputs
from docgen.tasks.prints import Prints
from docgen.tasks.task import Done, File, Job, Outcome, Task, together
from docgen.timing import CLOCK, added

if TYPE_CHECKING:
    from docgen.tasks.crews import Crew

Hire = Callable[[int, bool], "AbstractContextManager[Crew]"]
"""How many jobs there are, and whether a process broke down before → who does them."""


@dataclass(frozen=True, slots=True)
class Step:
    """A task that is done, by its number: its files, what there is to say, its status."""

    number: int
    task: Task
    files: Sequence[Made]
    problems: Sequence[Diagnostic]
    status: int


@dataclass
class Building:
    """A build of a project into the folder `output`.

    A project that keeps nothing has nothing taken that was made before. `seconds` adds up the
    stages of all processes.
    """

    project: Project
    output: Path
    timed: bool = False
    seconds: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.store = self.project.store
        self.prints = Prints(self.store)
        self.inputs = Inputs(self.project, self.prints, self.store)
        self.keys: dict[Task, str] = {}

    def languages(self, document: str) -> list[str]:
        """The languages that `document` can be built in."""
        if not self.project.keeping:
            return self.project.languages(document)
        return self.project.versions(document, self.inputs.source(document))

    # ---- what is kept ----

    @timing.timed("looking for changes")
    def _kept(self, task: Task) -> Outcome | None:
        """What was made of a task before, if it is there whole.

        Where nothing is kept no time is lost with asking what has changed.
        """
        if not self.project.keeping:
            return None
        self.keys[task] = self.inputs.key(task)
        outcome = results.find(self.store, self.keys[task])
        files = [self._whole(file) for file in outcome.files] if outcome else []
        there = [file for file in files if file]
        return replace(outcome, files=there) if outcome and len(there) == len(files) else None

    def _whole(self, file: File) -> File | None:
        """A file with its bytes, unless it stands in its place already; None if it is lost."""
        if self._stands(file):
            return file
        data = self.store.find(file.digest)
        return replace(file, data=data) if data is not None else None

    def _stands(self, file: File) -> bool:
        try:
            return self.prints.of(self.output / file.name) == file.digest
        except OSError:
            return False

    @timing.timed("putting in place")
    def _done(self, number: int, task: Task, outcome: Outcome, *, kept: bool) -> Step:
        """Put the files of a task in their places."""
        problems = places.here(outcome.problems, self.project, task.document, self.output)
        try:
            made = [self._placed(file, kept) for file in outcome.files]
        except DocgenError as error:
            return Step(number, task, (), [*problems, error.diagnostic], error.status)
        listed = [one for one in made if one.format != FACTS]
        return Step(number, task, listed, problems, outcome.status)

    def _placed(self, file: File, kept: bool) -> Made:
        path = self.output / file.name
        if file.data is not None and not self._stands(file):
            write_whole(path, file.data)
        return Made(path, file.format, file.pages, file.size, file.seconds, kept)

    def steps(self, tasks: Sequence[Task], hire: Hire) -> Generator[Step, None, None]:
        """Do `tasks` with the crew that `hire` gives → each as soon as it is done.

        A task with errors does not stop the others; nor does a fault of docgen, which is raised
        when all else is done.
        """
        rest = {}
        for number, task in enumerate(tasks):
            if outcome := self._kept(task):
                yield self._done(number, task, outcome, kept=True)
            else:
                rest[number] = task
        self.seconds = added(self.seconds, CLOCK.take())
        if rest:
            yield from self._made(together(rest), hire)
        self.prints.save()
        self.seconds = added(self.seconds, CLOCK.take())

    # ---- what is not kept ----

    def _made(self, groups: Sequence[Mapping[int, Task]], hire: Hire) -> Iterator[Step]:
        """Do groups of tasks; if a process breaks down, the rest in one process after the other."""
        from concurrent.futures import BrokenExecutor

        from docgen.tasks.crews import run

        left, faults = dict(enumerate(map(self._job, groups))), list[BaseException]()
        for careful in (False, True):
            try:
                with hire(len(left), careful) as crew:
                    for number, done in run(left, crew, self._packed):
                        del left[number]
                        if isinstance(done, Done):
                            yield from self._steps(groups[number], done)
                        else:
                            faults.append(done)
                break
            except BrokenExecutor:
                continue
        if left:
            raise _lost(next(iter(left.values())))
        if faults:
            raise faults[0]

    def _job(self, group: Mapping[int, Task]) -> Job:
        tasks = list(group.values())
        moment = os.environ.get(EPOCH, "")
        return Job(self.project, tasks, timed=self.timed, moment=moment)

    def _packed(self, job: Job) -> Job:
        """A job with the files that it needs on another machine, and their keys."""
        from docgen.tasks.pack import pack

        keys = [self.keys.get(task) or self.inputs.key(task) for task in job.tasks]
        return replace(job, keys=keys, packed=pack(self.inputs.files(job.tasks[0])))

    def _steps(self, group: Mapping[int, Task], done: Done) -> Iterator[Step]:
        self.seconds = added(self.seconds, done.seconds)
        now = Inputs(self.project, self.prints)
        for (number, task), outcome in zip(group.items(), done.outcomes, strict=True):
            key = self.keys.get(task)
            if key is not None and now.key(task) == key:  # else something was changed meanwhile
                results.keep(self.store, key, outcome)
            yield self._done(number, task, outcome, kept=False)


def _lost(job: Job) -> SetupError:
    task = job.tasks[0]
    return SetupError(
        f"the process at work on {task.label} was ended by the system",
        "Most likely the memory was full: close other programs, or build with --jobs=1.",
    )
