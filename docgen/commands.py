"""What each command of `docgen` does; the engine is loaded by the commands that need it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from docgen.console import Console, counted, files, problems, table
from docgen.report import DocgenError, Report, SetupError, UsageError

if TYPE_CHECKING:
    from docgen.pipeline import Made, Result
    from docgen.project import Project

DEFAULT_FORMATS = ("pdf", "docx")
OUTPUT = "build"

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")


def build(options: Namespace, root: Path, console: Console) -> int:
    """Make every file that is asked for, and list what was made."""
    from docgen import pipeline

    work = _work(options, root, console)
    formats = _known("format", options.format, pipeline.FORMATS) or list(DEFAULT_FORMATS)
    _check_printing(options, work.project)
    made: list[Made] = []
    for document, language in work.tasks():
        result = work.attempt(_build, work, document, language, formats)
        made += result.files if result else []
    if made:
        console.result(files(made))
    return work.finish()


def _build(work: _Work, document: str, language: str, formats: Sequence[str]) -> Result:
    from docgen import pipeline, printing

    options, project = work.options, work.project
    common: dict[str, Any] = {
        "final": work.final,
        "output": options.output or project.root / OUTPUT,
        "progress": work.console.progress(f"{Path(document).resolve().name} {language}"),
    }
    if options.profile:
        result = printing.build(
            project, document, language, options.profile, booklet=options.booklet, **common
        )
    else:
        result = pipeline.build(
            project, document, language, formats, attach_source=options.attach_source, **common
        )
    work.console.show(result.report)
    return result


def _check_printing(options: Namespace, project: Project) -> None:
    """UsageError for a profile that does not exist, and for options that do not go together."""
    from docgen import profile

    if options.profile:
        _known("profile", [options.profile], profile.names(project.styles))
        if options.format:
            raise UsageError("--profile makes PDF alone", "Leave out --format.")
    elif options.booklet:
        raise UsageError("a booklet needs a profile", "Add --profile=print or --profile=office.")


def check(options: Namespace, root: Path, console: Console) -> int:
    """Print the problems of every report; a status of 1 says that there are errors."""
    from docgen import pipeline

    work = _work(options, root, console)
    for document, language in work.tasks():
        found = work.attempt(pipeline.check, work.project, document, language, final=work.final)
        if found is not None:
            console.show(found)
            work.status = max(work.status, DocgenError.status if found.errors else 0)
    console.result(counted(console.shown.diagnostics))
    return work.status


def dump(options: Namespace, root: Path, console: Console) -> int:
    """Print a report in its source language, or in those that are asked for."""
    from docgen import pipeline

    work = _work(options, root, console)
    (document,) = work.documents
    for language in options.lang or work.project.languages(document)[:1]:
        console.result(pipeline.dump(work.project, document, language))
    return 0


def sync(options: Namespace, root: Path, console: Console) -> int:
    """Bring the translation files of each report up to date, and say what changed in them."""
    from docgen import translation

    work = _work(options, root, console)
    for document in work.documents:
        report = Report()
        rows = work.attempt(translation.sync, work.project, document, options.lang, report)
        console.show(report)
        if rows:
            console.result(table(rows))
    return work.finish()


def status(options: Namespace, root: Path, console: Console) -> int:
    """Print how far the translations of each report have come."""
    from docgen import translation

    work, report = _work(options, root, console), Report()
    rows = translation.status(work.project, work.documents, options.lang, report)
    console.show(report)
    console.result(table(rows))
    return work.finish()


def doctor(options: Namespace, root: Path, console: Console) -> int:
    """Print what docgen needs of this machine, what is missing, and how to get it."""
    from docgen.doctor import examine, remedies

    findings = examine(root, options.output or root / OUTPUT)
    for found in findings:
        console.result(str(found))
    if lines := remedies(findings):
        console.result("\n".join(["", "What is missing comes with:", *lines]))
    return 0 if all(found.ok for found in findings) else SetupError.status


# ---- documents and languages -------------------------------------------------------------------


@dataclass
class _Work:
    """The documents and languages of one command; content with errors does not stop the rest."""

    project: Project
    options: Namespace
    console: Console
    documents: list[str]
    status: int = 0

    @property
    def final(self) -> bool:
        """Whether a text that is not fully translated is refused."""
        return bool(self.options.mode == "final")

    def tasks(self) -> Iterator[tuple[str, str]]:
        """Each document in each of its languages."""
        for document in self.documents:
            for language in self.attempt(self._languages, document) or ():
                yield document, language

    def _languages(self, document: str) -> list[str]:
        return self.options.lang or self.project.languages(document)

    def attempt(
        self,
        job: Callable[Arguments, Outcome],
        *given: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Outcome | None:
        """What `job` returns; or None where the content has errors, which are shown."""
        try:
            return job(*given, **named)
        except DocgenError as error:
            if error.status != DocgenError.status:
                raise
            self.console.show(problems(error))
            self.status = error.status
            return None

    def finish(self) -> int:
        """Say how many problems there were → the exit status."""
        self.console.clear()
        if found := self.console.shown.diagnostics:
            self.console.note(counted(found))
        return self.status


def _work(options: Namespace, root: Path, console: Console) -> _Work:
    """The documents and languages that `options` name; UsageError where one does not exist."""
    from docgen import bundle
    from docgen.project import Project

    project = Project(root)
    _known("language", options.lang, bundle.tags(project.locales))
    documents = options.documents or project.documents()
    if not documents:
        raise UsageError("there is no document under content/", f"{project.content} is empty.")
    for document in documents:
        project.folder(document)
    return _Work(project, options, console, documents)


def _known(kind: str, given: Sequence[str], known: Sequence[str]) -> list[str]:
    """`given`, each of which is one of `known`; else UsageError says which there are."""
    from docgen.read.suggest import suggest

    for word in given:
        if word not in known:
            label = f"The {kind}s here"
            raise UsageError(f"there is no {kind} “{word}”", suggest(word, known, label))
    return list(given)
