"""`docgen build --verify`: whether a file is what the content makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen.commands.work import Work
from docgen.console import near
from docgen.made import FORMATS
from docgen.report import DocgenError, UsageError
from docgen.tasks.making import make
from docgen.tasks.places import OUTPUT, here
from docgen.tasks.task import PRINT, File, Job, Task

OTHER = "was it built with the same --mode, --attach-source and --profile, of the same content?"


def verify(work: Work, file: Path) -> int:
    """Make anew the file that has the name of `file`, and say in what the two differ.

    The status is 0 if they are the same to the byte, and 1 if they are not.
    """
    from docgen.check.difference import differences

    given = _read(file)
    made = next(_candidates(work, file), None)
    if made is None:
        return work.finish() or _unknown(file)
    if given == made.data:
        work.console.result(f"{near(file)}: just what the content makes")
        return work.finish()
    work.console.result(f"{near(file)}: not what the content makes ({OTHER})")
    for line in differences(given, made.data or b"", file.suffix.removeprefix(".")):
        work.console.result(f"    {line}")
    work.finish()
    return DocgenError.status


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _unknown(file: Path) -> int:
    raise UsageError(
        f"no document here makes a file with the name {file.name}",
        "Name the document if it is not under content/, and --profile for a print file.",
    )


def _candidates(work: Work, file: Path) -> Iterator[File]:
    """The files of that name that the content makes."""
    project = replace(work.project, keeping=False)
    for document, language in work.tasks():
        for task in _tasks(work, document, language, file):
            done = make(Job(project, [task]), work.console.progress(task.label))
            (outcome,) = done.outcomes
            work.console.show(here(outcome.problems, work.project, document, OUTPUT))
            work.status = max(work.status, outcome.status)
            yield from (one for one in outcome.files if Path(one.name).name == file.name)


def _tasks(work: Work, document: str, language: str, file: Path) -> list[Task]:
    """The task that may make `file`: its language and its symbol are in the name."""
    how, kind = work.manner, file.suffix.removeprefix(".")
    wanted = work.attempt(_stem, work, document)
    fits = wanted is not None and file.name.startswith(f"{wanted}-{language}")
    if how.profile:
        return [Task(document, language, PRINT, how)] if fits else []
    exact = file.name == f"{wanted}-{language}.{kind}"
    return [Task(document, language, kind, how)] if exact and kind in FORMATS else []


def _stem(work: Work, document: str) -> str:
    from docgen import symbols
    from docgen.read import read
    from docgen.report import Report

    report = Report()
    found = read(work.project.folder(document), report).front.symbols
    return symbols.file_stem(symbols.parse(found[0])) if found else ""
