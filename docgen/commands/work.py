"""What a command works on: the documents and languages that its options name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from docgen.console import Console, counted, problems
from docgen.records import dataclass
from docgen.report import DocgenError, UsageError

if TYPE_CHECKING:
    from docgen.project import Project
    from docgen.tasks.task import Manner

Arguments = ParamSpec("Arguments")
Outcome = TypeVar("Outcome")


@dataclass
class Work:
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

    @property
    def manner(self) -> Manner:
        """How all files of a build are to be made."""
        from docgen.tasks.task import Manner

        options = self.options
        return Manner(self.final, options.attach_source, options.profile or "", options.booklet)

    def tasks(
        self, languages: Callable[[str], list[str]] | None = None
    ) -> Iterator[tuple[str, str]]:
        """Each document in each of its languages, which `languages` can tell more quickly."""
        for document in self.documents:
            find = languages or self.project.languages
            for language in self.options.lang or self.attempt(find, document) or ():
                yield document, language

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


def select(options: Namespace, root: Path, console: Console) -> Work:
    """The documents and languages that `options` name; UsageError where one does not exist."""
    from docgen.project import Project

    project = Project(root)
    _check_languages(options.lang, project)
    documents = options.documents or project.documents()
    if not documents:
        raise UsageError("there is no document under content/", f"{project.content} is empty.")
    for document in documents:
        project.folder(document)
    return Work(project, options, console, documents)


def _check_languages(given: Sequence[str], project: Project) -> None:
    """UsageError for a language that does not exist; pseudo-languages exist, but go unnamed."""
    unknown = [tag for tag in given if not project.has_language(tag)]
    if unknown:
        from docgen import bundle

        known("language", unknown, bundle.tags(project.locales))


def known(kind: str, given: Sequence[str], there: Sequence[str]) -> list[str]:
    """`given`, each of which is one of `there`; else UsageError says which there are."""
    for word in given:
        if word not in there:
            from docgen.read.suggest import suggest

            label = f"The {kind}s here"
            raise UsageError(f"there is no {kind} “{word}”", suggest(word, there, label))
    return list(given)
