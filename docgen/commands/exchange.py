"""`docgen i18n export`, `import`, `prefill` and `terms`: files for translators, and from them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from docgen.commands.work import Work, known, select
from docgen.console import Console, near, table
from docgen.report import DocgenError, Report, UsageError


def send(options: Namespace, root: Path, console: Console) -> int:
    """Write translations into files for translators, and say where they are."""
    from docgen import translation
    from docgen.files import write_whole
    from docgen.interchange.formats import FORMATS

    work = select(options, root, console)
    pairs = [(document, tag) for document in work.documents for tag in _tags(work, document)]
    if not pairs:
        raise UsageError("there is no translation to export", "Add --lang=LANGUAGE to begin one.")
    if options.output and len(pairs) > 1:
        hint = "Name a document and a language."
        raise UsageError(f"one file cannot hold {len(pairs)} translations", hint)
    form = FORMATS[options.to]
    rows = []
    for document, tag in pairs:
        report = Report()
        only_open = options.only == "open"
        made = work.attempt(
            translation.send, work.project, document, tag, report, only_open=only_open
        )
        if made:
            file = options.output or translation.default_file(root, made.document, tag, form.suffix)
            write_whole(file, form.dump(made))
            counts = (f"{count} {state}" for state, count in translation.open_states(made))
            rows.append((near(file), *counts))
    console.result(table(rows))
    return work.finish()


def _tags(work: Work, document: str) -> Sequence[str]:
    """The translations to export: those asked for, else those that there are."""
    return work.options.lang or work.project.languages(document)[1:]


def take(options: Namespace, root: Path, console: Console) -> int:
    """Take translations from files; a status of 1 says that some of them were refused."""
    from docgen import bundle, translation

    work = select(options, root, console)
    known("language", options.lang, bundle.tags(work.project.locales))
    by = translation.Approver(options.by, date.today()) if options.by.strip() else None
    rows: list[Sequence[str]] = [translation.TAKEN]
    for file in options.files:
        report = Report()
        rows += work.attempt(translation.take, work.project, file, options.lang, by, report) or ()
        _show(work, report)
    console.result(table(rows) if len(rows) > 1 else "")
    return work.finish()


def prefill(options: Namespace, root: Path, console: Console) -> int:
    """Fill untranslated texts from memories, and say how many."""
    from docgen import translation

    if not options.lang:
        raise UsageError("nothing says which translation is filled", "Add --lang=LANGUAGE.")
    if not 1 <= options.min <= 100:
        raise UsageError(f"{options.min} is no share", "--min is a per cent from 1 to 100.")
    work, report = select(options, root, console), Report()
    rows: list[Sequence[str]] = [translation.PREFILLED]
    for document in work.documents:
        for tag in options.lang:
            given = (work.project, document, tag, options.tm, options.min, report)
            row = work.attempt(translation.prefill, *given)
            rows += [row] if row else []
    console.result(table(rows) if len(rows) > 1 else "")
    return work.finish()


def terms(options: Namespace, root: Path, console: Console) -> int:
    """Add terms to the glossary, or write it for others."""
    from docgen import translation
    from docgen.project import Project

    if bool(options.files) == bool(options.output):
        hint = "Name files to take terms from, or add --output=FILE."
        raise UsageError("nothing says whether terms are taken or written", hint)
    work = Work(Project(root), options, console, [])
    for file in options.files:
        row = work.attempt(translation.take_terms, work.project, file)
        if row:
            console.result(table([row]))
    if options.output:
        count = work.attempt(translation.send_terms, work.project, options.output)
        if count is not None:
            console.result(table([(near(options.output), f"{count} concepts")]))
    return work.finish()


def _show(work: Work, report: Report) -> None:
    """Print the problems; errors among them make the command fail."""
    work.console.show(report)
    if report.errors:
        work.status = DocgenError.status
