"""`docgen check` and `docgen dump`: what is wrong with a report, and what it says."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands import back
from docgen.commands.work import Work, select
from docgen.console import Console, counted, lines
from docgen.report import Diagnostic, DocgenError, Report, Severity, UsageError

if TYPE_CHECKING:
    from docgen.listing import Problem


def check(options: Namespace, root: Path, console: Console) -> int:
    """List the problems of every report; a status of 1 says that there are errors.

    With --strict a warning counts as an error does; what was accepted never counts. The name of a
    Word file stands for what was changed in it.
    """
    if any(map(back.is_file, options.documents)):
        return back.check(options, root, console)
    if options.write or options.document:
        hint = "Name the file: docgen check FILE.docx --write."
        raise UsageError("--write and --document belong to a Word file", hint)
    work = select(options, root, console)
    problems = _problems(work)
    _list(problems, options, console)
    failing = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    failed = any(problem.found.severity in failing for problem in problems)
    return DocgenError.status if failed else work.status


def _problems(work: Work) -> list[Problem]:
    """Each problem once, with the first language that has it.

    Reports whose languages cannot be told have theirs at the end.
    """
    from docgen import pipeline
    from docgen.listing import Problem

    root, found = work.project.root, dict[Diagnostic, Problem]()
    for document, language in work.tasks():
        for each in pipeline.check(work.project, document, language, final=work.final):
            found.setdefault(each, Problem(document, language, each, root))
    for document, each in _shared(work):
        found.setdefault(each, Problem(document, "", each, root))
    for each in work.console.shown:
        found.setdefault(each, Problem("", "", each, root))
    return list(found.values())


def _shared(work: Work) -> Iterator[tuple[str, Diagnostic]]:
    """What is wrong with the symbols of the reports, beside those of all under content/."""
    from docgen.check import series
    from docgen.read import read

    fronts = {}
    for document in dict.fromkeys((*work.project.documents(), *work.documents)):
        try:
            fronts[document] = read(work.project.folder(document), Report()).front
        except DocgenError:
            continue
    for document in work.documents:
        if document in fronts:
            yield from ((document, each) for each in series.shared(document, fronts))


def _list(problems: Sequence[Problem], options: Namespace, console: Console) -> None:
    """Print the list in its form, or put it into the file that is asked for."""
    from docgen.files import write_whole
    from docgen.listing import FORMS

    found = [problem.found for problem in problems]
    text = FORMS[options.list](problems) if options.list in FORMS else _text(found)
    if options.output:
        write_whole(options.output, f"{text}\n")
        console.result(counted(found))
    elif options.list in FORMS:
        console.result(text)
    else:
        console.show(found)
        console.result(counted(found))


def _text(found: Sequence[Diagnostic]) -> str:
    return "\n".join([*lines(found), counted(found)])


def dump(options: Namespace, root: Path, console: Console) -> int:
    """Print a report in its source language, or in those that are asked for."""
    from docgen import pipeline

    work = select(options, root, console)
    (document,) = work.documents
    for language in options.lang or work.project.languages(document)[:1]:
        console.result(pipeline.dump(work.project, document, language))
    return 0
