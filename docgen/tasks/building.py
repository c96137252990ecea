"""Tasks → files in the output folder: what is kept is taken, the rest is done by a crew."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import field, replace
from pathlib import Path

from docgen import timing
from docgen.beside import Ended
from docgen.files import inside, write_together
from docgen.made import EPOCH, FACTS, Made
from docgen.project import Project
from docgen.records import dataclass
from docgen.report import Diagnostic, DocgenError, SetupError
from docgen.tasks import places, results
from docgen.tasks.inputs import Inputs
from docgen.tasks.prints import Prints
from docgen.tasks.task import Crew, Done, File, Job, Outcome, Task, together
from docgen.timing import CLOCK, added

Hire = Callable[[int, bool], AbstractContextManager[Crew]]
"""How many jobs there are, and whether a process broke down before → who does them."""


@dataclass(frozen=True, slots=True)
class Step:
    """A task that is done, by its number: its files, what there is to say, its status."""

    number: int
    task: Task
    files: Sequence[Made]
    problems: Sequence[Diagnostic]
    status: int


@dataclass(frozen=True, slots=True)
class _Text:
    """The tasks of one text by their numbers, the state that it had, and what is kept of them."""

    tasks: Mapping[int, Task]
    state: object = None
    kept: Mapping[int, Outcome] = field(default_factory=dict)

    @property
    def rest(self) -> dict[int, Task]:
        """What is still to be done."""
        return {number: task for number, task in self.tasks.items() if number not in self.kept}


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
        if not self.store.keeps:
            return self.project.languages(document)
        return self.project.versions(document, self.inputs.source(document))

    # ---- what is kept ----

    @timing.timed("looking for changes")
    def _kept(self, task: Task) -> Outcome | None:
        """What was made of a task before, if it is there whole."""
        outcome = results.find(self.store, self._key(task))
        files = [self._whole(file) for file in outcome.files] if outcome else []
        there = [file for file in files if file]
        return replace(outcome, files=there) if outcome and len(there) == len(files) else None

    def _key(self, task: Task) -> str:
        """The key of `task` as it was when it was first asked for."""
        if task not in self.keys:
            self.keys[task] = self.inputs.key(task)
        return self.keys[task]

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
            self._place(outcome.files)
        except DocgenError as error:
            return Step(number, task, (), [*problems, error.diagnostic], error.status)
        listed = [self._made_of(file, kept) for file in outcome.files if file.format != FACTS]
        return Step(number, task, listed, problems, outcome.status)

    def _place(self, files: Sequence[File]) -> None:
        """Put the files of one task in their places, those of a print together with its facts."""
        new = {
            inside(self.output, self.output / file.name): file
            for file in files
            if file.data is not None and not self._stands(file)
        }
        facts = [path for path, file in new.items() if file.format == FACTS]
        write_together({path: file.data or b"" for path, file in new.items()}, facts)

    def _made_of(self, file: File, kept: bool) -> Made:
        path = self.output / file.name
        return Made(path, file.format, file.pages, file.size, file.seconds, kept)

    def steps(self, tasks: Sequence[Task], hire: Hire) -> Generator[Step, None, None]:
        """Do `tasks` with the crew that `hire` gives → each as soon as it is done.

        A task with errors does not stop the others; nor does a fault of docgen, which is raised
        when all else is done.
        """
        rest = []
        for group in together(dict(enumerate(tasks))):
            text = self._text(group)
            if text.rest:
                rest.append(text)
            else:
                yield from self._taken(text)
        self.seconds = added(self.seconds, CLOCK.take())
        if rest:
            yield from self._one_state(rest, hire)
        self.prints.save()
        self.store.tidy()
        self.seconds = added(self.seconds, CLOCK.take())

    def _text(self, group: Mapping[int, Task]) -> _Text:
        if not self.store.keeps:
            return _Text(group)
        state = self.inputs.state(next(iter(group.values())))
        kept = ((number, self._kept(task)) for number, task in group.items())
        return _Text(group, state, {number: found for number, found in kept if found})

    def _taken(self, text: _Text) -> Iterator[Step]:
        for number, outcome in text.kept.items():
            yield self._done(number, text.tasks[number], outcome, kept=True)

    # ---- what is not kept ----

    def _one_state(self, texts: Sequence[_Text], hire: Hire) -> Iterator[Step]:
        """Do the rest of `texts`; one that was changed meanwhile is not mixed with what was kept.

        A job reads its text once, so that what one job makes is of one state of it.
        """
        torn, faults = list[_Text](), list[BaseException]()
        for text, done in self._made(texts, hire, faults):
            if done and text.kept and not self._unchanged(text, self._now()):
                torn.append(replace(text, kept={}))
            else:
                yield from self._taken(text)
                yield from self._steps(text, done)
        for text, done in self._made(torn, hire, faults) if torn else ():
            yield from self._steps(text, done)
        if faults:
            raise faults[0]

    def _now(self) -> Inputs:
        """What tasks depend on by now."""
        return Inputs(self.project, self.prints)

    def _unchanged(self, text: _Text, now: Inputs) -> bool:
        task = next(iter(text.tasks.values()))
        return self.store.keeps and now.state(task) == text.state

    def _made(
        self, texts: Sequence[_Text], hire: Hire, faults: list[BaseException]
    ) -> Iterator[tuple[_Text, Done | None]]:
        """Do texts; if a process breaks down, the rest in one process after the other.

        Nothing comes of one that ends in a fault of docgen, which goes to `faults`.
        """
        left = dict(enumerate(map(self._job, texts)))
        for careful in (False, True):
            try:
                with hire(len(left), careful) as crew:
                    for number, done in crew.run(left, self._packed):
                        del left[number]
                        if not isinstance(done, Done):
                            faults.append(done)
                        yield texts[number], done if isinstance(done, Done) else None
                break
            except Ended:
                continue
        if left:
            raise _lost(next(iter(left.values())))

    def _job(self, text: _Text) -> Job:
        tasks = list(text.rest.values())
        moment = os.environ.get(EPOCH, "")
        return Job(self.project, tasks, timed=self.timed, moment=moment)

    def _packed(self, job: Job) -> Job:
        """A job with what it needs on another machine: its keys, and its files."""
        from docgen.tasks.pack import pack

        keys = [self._key(task) for task in job.tasks]
        return replace(job, keys=keys, packed=pack(self.inputs.files(job.tasks[0])))

    def _steps(self, text: _Text, done: Done | None) -> Iterator[Step]:
        if not done:
            return
        self.seconds = added(self.seconds, done.seconds)
        now = self._now()
        lasting = self._unchanged(text, now)
        for (number, task), outcome in zip(text.rest.items(), done.outcomes, strict=True):
            if lasting and now.key(task) == self.keys[task]:  # else nobody knows what was read
                results.keep(self.store, self.keys[task], outcome)
            yield self._done(number, task, outcome, kept=False)


def _lost(job: Job) -> SetupError:
    task = job.tasks[0]
    return SetupError(
        f"the process at work on {task.label} was ended by the system",
        "Most likely the memory was full: close other programs, or build with --jobs=1.",
    )
