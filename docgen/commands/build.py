"""`docgen build`: documents × languages × formats → files, and a list of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from docgen.beside import cores, sparing
from docgen.commands import OUTPUT
from docgen.commands.work import Work, known, select
from docgen.console import Console, files, table
from docgen.made import FORMATS
from docgen.report import Diagnostic, UsageError
from docgen.tasks import reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.project import Project
    from docgen.tasks.building import Building, Step
    from docgen.tasks.task import Crew, Job, Task

DEFAULT_FORMATS = ("pdf", "docx")


def build(options: Namespace, root: Path, console: Console) -> int:
    """Make every file that is asked for, and list what was made."""
    work = select(options, root, console)
    formats = known("format", options.format, FORMATS) or list(DEFAULT_FORMATS)
    _check_printing(options, work.project)
    if options.verify:
        from docgen.commands.verify import verify

        return verify(work, options.verify)
    alone = _alone(work, formats)
    with sparing(_spare(options)), reader.begun(alone, work.project, work.documents[0]) as reading:
        return _build(work, formats, reading)


def _alone(work: Work, formats: Sequence[str]) -> bool:
    """Whether one text is sure to be read, and not to be set in pages."""
    options = work.options
    paged = "pdf" in formats or options.profile
    one = len(work.documents) == len(options.lang) == 1 and not options.cluster
    return bool(one and options.no_cache and not paged)


def _spare(options: Namespace) -> int:
    """How many cores are left for other processes than this one."""
    return min(options.jobs or cores(), cores()) - 1


def _build(work: Work, formats: Sequence[str], reading: reader.Text | None) -> int:
    from docgen.tasks.building import Building

    options = work.options
    output = options.output or work.project.root / OUTPUT
    project = replace(work.project, keeping=not options.no_cache)
    building = Building(project, output, options.timings)
    tasks = _tasks(work, building, formats)
    steps = _run(work, building, tasks, reading)
    _tell(work, building, steps)
    return work.finish()


def _tasks(work: Work, building: Building, formats: Sequence[str]) -> list[Task]:
    """All tasks, each once, in the order in which they are asked for."""
    from docgen.tasks.task import PRINT, Task

    how, texts = work.manner, work.tasks(building.languages)
    wanted = [PRINT] if how.profile else formats
    return list(dict.fromkeys(Task(*text, name, how) for text in texts for name in wanted))


def _run(
    work: Work, building: Building, tasks: Sequence[Task], reading: reader.Text | None
) -> list[Step]:
    """Do the tasks, and say what is wrong with each in their order, as soon as that is known."""
    crew = _Hiring(work, reading)
    done: dict[int, Step] = {}
    said = 0
    with closing(building.steps(tasks, crew.hire)) as steps:
        for step in steps:
            done[step.number] = step
            work.status = max(work.status, step.status)
            crew.tell(step, len(done), len(tasks))
            while said in done:
                work.console.show(done[said].problems)
                said += 1
    return [done[number] for number in sorted(done)]


class _Hiring:
    """Who does the jobs, and how far they are."""

    def __init__(self, work: Work, reading: reader.Text | None) -> None:
        self.options, self.console, self.reading = work.options, work.console, reading
        self.begun, self.before, self.several = perf_counter(), 0, False

    def hire(self, jobs: int, careful: bool) -> AbstractContextManager[Crew]:
        """A cluster if there is one, else as many processes as are of use."""
        self.begun = perf_counter()
        number = min(jobs, self.options.jobs or cores())
        self.several = bool(self.options.cluster) or careful or number > 1
        if not self.several:
            from docgen.tasks.here import here

            return here(self._stages, _spare(self.options), self.reading)
        from docgen.tasks import crews

        if self.options.cluster:
            return crews.cluster(self.options.cluster)
        return crews.processes(1 if careful else number)

    def _stages(self, job: Job) -> Callable[[str], None]:
        return self.console.progress(job.tasks[0].label)

    def tell(self, step: Step, done: int, total: int) -> None:
        """Say how far the work is; what was kept costs no time and does not count."""
        if not self.several:
            self.before = done
        else:
            seconds = max(perf_counter() - self.begun, 0.001)
            label = f"{step.task.label} {step.task.format}"
            self.console.advance(label, done - self.before, total - self.before, seconds)


def _tell(work: Work, building: Building, steps: Sequence[Step]) -> None:
    """List what there is now, and where the time went."""
    console, made = work.console, [file for step in steps for file in step.files]
    if work.options.json:
        console.result(_json(work, steps, building.seconds))
    elif made:
        console.result(files(made))
    if work.options.timings and not work.options.json:
        console.result(_timings(building.seconds))


def _json(work: Work, steps: Sequence[Step], seconds: dict[str, float]) -> str:
    """Files and problems for a program; a problem that several tasks have stands there once."""
    from docgen.listing import Problem
    from docgen.listing.build import write

    root, found = work.project.root, dict[Diagnostic, Problem]()
    for step in steps:
        for each in step.problems:
            found.setdefault(each, Problem(*step.task.text, each, root))
    for each in work.console.shown:
        found.setdefault(each, Problem("", "", each, root))
    listed = [(step.task.text, file) for step in steps for file in step.files]
    return write(listed, list(found.values()), seconds)


def _timings(seconds: dict[str, float]) -> str:
    """The stages, the longest first, as seconds and shares of the whole."""
    whole = sum(seconds.values()) or 1
    stages = sorted(seconds.items(), key=lambda stage: -stage[1])
    return table([(name, f"{each:.2f} s", f"{each / whole:.0%}") for name, each in stages])


def _check_printing(options: Namespace, project: Project) -> None:
    """UsageError for a profile that does not exist, and for options that do not go together."""
    if options.profile:
        from docgen import profile

        known("profile", [options.profile], profile.names(project.styles))
        if options.format:
            raise UsageError("--profile makes PDF alone", "Leave out --format.")
    elif options.booklet:
        raise UsageError("a booklet needs a profile", "Add --profile=print or --profile=office.")
