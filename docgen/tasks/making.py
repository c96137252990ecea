"""Job → its files as bytes, in whatever process and on whatever machine it is done."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import field, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from docgen import compiled
from docgen.made import EPOCH
from docgen.project import Project
from docgen.records import dataclass
from docgen.report import NOWHERE, Diagnostic, DocgenError, Rejected, Report, SetupError, Severity
from docgen.tasks import ahead, reader
from docgen.tasks.inputs import Inputs
from docgen.tasks.places import OUTPUT, anywhere
from docgen.tasks.prints import Prints
from docgen.tasks.task import PRINT, Done, File, Job, Outcome, Task
from docgen.timing import CLOCK, IMPORTS, imports_counted

if TYPE_CHECKING:
    import tempfile

    from docgen.model import Document
    from docgen.pipeline import Expect
    from docgen.render.docx.dots import Studio
    from docgen.render.setting import Beside
    from docgen.style import Stylesheet
    from docgen.writing import Output

Progress = Callable[[str], None]
PAGES = ("pdf", PRINT)
"""The formats that are set in pages."""

_ALONE = Lock()
"""The page engine is set up for one document at a time; a worker may have several threads."""


def make(
    job: Job, progress: Progress = lambda stage: None, reading: reader.Text | None = None
) -> Done:
    """Do all tasks of `job`; what a person can put right becomes a problem of the outcome.

    Where one can be begun, pages are set in a process of their own, or the text is read in one; by
    `reading` it is being read already. Raises Ended when that which sets pages is gone.
    """
    counted = imports_counted() if job.timed else nullcontext()
    with _ALONE, counted, _dated(job.moment), _uncollected(job.tasks):
        CLOCK.take()
        project, tasks, fault = _opened(job)
        if fault:
            return Done([fault] * len(tasks))
        paged, document = any(task.format in PAGES for task in tasks), tasks[0].document
        with (
            ahead.begun(paged) as engine,
            reader.begun(not paged and not reading, project, document) as begun,
        ):
            outcomes = _made(project, tasks, engine, reading or begun, progress)
        compiled.KEPT.save()
        return Done(outcomes, CLOCK.take())


def _made(
    project: Project,
    tasks: Sequence[Task],
    engine: Beside | None,
    reading: reader.Text | None,
    progress: Progress,
) -> list[Outcome]:
    if tasks[0].format == PRINT:
        return [_printed(project, task, engine, progress) for task in tasks]
    report, task = Report(), tasks[0]
    with CLOCK.stage(IMPORTS):
        from docgen import pipeline

        if reading:
            _load({task.format for task in tasks})
    progress("reading")
    with _studio(project, tasks, reading) as studio:
        try:
            prepared = pipeline.prepare(
                project,
                task.document,
                task.language,
                final=task.manner.final,
                report=report,
                expect=_expecting(engine, studio),
                reading=reading,
            )
        except DocgenError as error:
            return [_failed(error, report, project, task)] * len(tasks)
        return _Writing(project, prepared, report, engine, studio, progress).all(tasks)


def _load(formats: Iterable[str]) -> None:
    """Load what writes the files and digests them, while another process reads their text."""
    for name in formats:
        import_module(f"docgen.render.{name}")
    hashlib.sha256()


def _studio(
    project: Project, tasks: Sequence[Task], reading: reader.Text | None
) -> AbstractContextManager[Studio | None]:
    """What draws for a short Word file nothing of which is kept: that which has read its text."""
    wanted = not project.store.keeps and any(task.format == "docx" for task in tasks)
    if not reading or not wanted:
        return nullcontext()
    from docgen.render.docx import dots

    return nullcontext(dots.elsewhere(project.store, reading.then))


def _expecting(engine: Beside | None, studio: Studio | None) -> Expect | None:
    """What gets ready as soon as the source has been read."""
    if not studio:
        return engine.expect if engine else None
    from docgen.render.docx import figures, masthead

    def expect(sheet: Stylesheet, direction: str, sketch: Callable[[], Document]) -> None:
        with suppress(DocgenError):  # whoever makes the whole will say so
            document = sketch()
            masthead.foresee(document, studio)
            figures.foresee(document, sheet, studio)

    return expect


@dataclass
class _Writing:
    """The formats of a document that is read and resolved, of which `prior` is known."""

    project: Project
    prepared: tuple[Document, Stylesheet]
    prior: Report
    engine: Beside | None
    studio: Studio | None
    progress: Progress
    done: dict[Task, Outcome] = field(default_factory=dict)

    def all(self, tasks: Sequence[Task]) -> list[Outcome]:
        """Do `tasks`; while another process sets pages, the others are done here."""
        first = sorted(tasks, key=lambda task: task.format not in PAGES) if self.engine else tasks
        if self.engine:
            self.engine.meanwhile = lambda: self._each(first[1:])
        self._each(first)
        return [self.done[task] for task in tasks]

    def _each(self, tasks: Sequence[Task]) -> None:
        for task in tasks:
            if task not in self.done:
                self.done[task] = self._written(task)

    def _written(self, task: Task) -> Outcome:
        from docgen import writing

        report, wanted = Report(list(self.prior)), task.manner.attach_source
        self.progress(f"writing {task.format}")
        try:
            held = writing.sources(self.project, task.document, task.format) if wanted else {}
            made = writing.write(
                *self.prepared,
                task.format,
                OUTPUT,
                held,
                store=self.project.store,
                report=report,
                final=task.manner.final,
                engine=self.engine,
                studio=self.studio,
            )
        except DocgenError as error:
            return _failed(error, report, self.project, task)
        return _finished([made], report, self.project, task)


def _printed(project: Project, task: Task, engine: Beside | None, progress: Progress) -> Outcome:
    """A document for a machine, with its facts."""
    with CLOCK.stage(IMPORTS):
        from docgen import printing
    report, manner = Report(), task.manner
    try:
        made = printing.build(
            project,
            task.document,
            task.language,
            manner.profile,
            booklet=manner.booklet,
            final=manner.final,
            output=OUTPUT,
            report=report,
            progress=progress,
            engine=engine,
        )
    except DocgenError as error:
        return _failed(error, report, project, task)
    return _finished(made, report, project, task)


def _finished(made: Iterable[Output], report: Report, project: Project, task: Task) -> Outcome:
    return Outcome([_file(one) for one in made], anywhere(report, project, task.document))


def _file(made: Output) -> File:
    name, data = made.path.relative_to(OUTPUT).as_posix(), made.data
    seal = hashlib.sha256(data).hexdigest()
    return File(name, made.format, made.pages, len(data), seal, made.seconds, data)


def _failed(error: DocgenError, report: Report, project: Project, task: Task) -> Outcome:
    report.extend(error.report if isinstance(error, Rejected) else [error.diagnostic])
    return Outcome((), anywhere(report, project, task.document), error.status)


@contextmanager
def _uncollected(tasks: Sequence[Task]) -> Iterator[None]:
    """Meanwhile nobody looks for garbage, if Word files are all that is made.

    Neither a document nor its Word file holds anything that leads back to itself: there is none to
    be found, and to look for it takes a twentieth of the time.
    """
    idle = gc.isenabled() and all(task.format == "docx" for task in tasks)
    if idle:
        gc.disable()
    try:
        yield
    finally:
        if idle:
            gc.enable()


# ---- work for another machine ------------------------------------------------------------------


@contextmanager
def _dated(moment: str | None) -> Iterator[None]:
    """Meanwhile the environment gives the date that the person at the keyboard has."""
    before = os.environ.get(EPOCH)
    _set(moment if moment is not None else before)
    try:
        yield
    finally:
        _set(before)


def _set(moment: str | None) -> None:
    if moment:
        os.environ[EPOCH] = moment
    else:
        os.environ.pop(EPOCH, None)


def _opened(job: Job) -> tuple[Project, Sequence[Task], Outcome | None]:
    """The project of a job and its tasks in there; or why they cannot be done on this machine."""
    if not job.packed:
        return job.project, job.tasks, None
    folder = _unpacked(job.packed)
    project = Project(folder, _workshop() / "kept")
    tasks = [replace(task, document=Path(task.document).name) for task in job.tasks]
    inputs = Inputs(project, _prints())
    same = [inputs.key(task) for task in tasks] == list(job.keys)
    return project, tasks, None if same else Outcome((), [_other()], SetupError.status)


def _other() -> Diagnostic:
    """A file from a machine with another engine would not be the one that is made here."""
    import socket

    return Diagnostic(
        Severity.ERROR,
        NOWHERE,
        f"the worker on {socket.gethostname()} would make another file than this machine",
        "It has another version of docgen, of a package or of Pango, or other fonts: install there "
        "what is installed here (requirements.lock, `make doctor`). Or the content was changed "
        "just now: build again.",
    )


@cache
def _prints() -> Prints:
    return Prints()


@cache
def _workshop() -> Path:
    """A folder of this process, which goes when the process does."""
    import tempfile

    _HELD.append(tempfile.TemporaryDirectory(prefix="docgen-"))
    return Path(_HELD[0].name)


_HELD: list[tempfile.TemporaryDirectory[str]] = []
_PLACES: dict[str, Path] = {}
_ROOM = 8
"""So many unpacked projects are left in place, for a job that comes again."""


def _unpacked(packed: bytes) -> Path:
    """The folder of a packed project, unpacked once."""
    name = hashlib.sha256(packed).hexdigest()
    folder = _workshop() / name
    if name not in _PLACES:
        from docgen.tasks.pack import unpack

        unpack(packed, folder)
    _PLACES[name] = folder
    for old in list(_PLACES)[:-_ROOM]:
        shutil.rmtree(_PLACES.pop(old), ignore_errors=True)
    return folder
