"""`docgen ids` and `docgen i18n`: translations kept in step with the text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands import OUTPUT
from docgen.commands.work import Work, known, select
from docgen.console import Console, near, plural, table
from docgen.report import DocgenError, Report, UsageError

if TYPE_CHECKING:
    from docgen.project import Project


def ids(options: Namespace, root: Path, console: Console) -> int:
    """Write the ids that each report lacks; or list them, with a status of 1 if there are any."""
    from docgen import translation

    work = select(options, root, console)
    for document in work.documents:
        report = Report()
        rows = work.attempt(
            translation.identify, work.project, document, report, write=options.write
        )
        _show(work, report)
        if rows:
            console.result(table(rows))
    return work.finish()


def sync(options: Namespace, root: Path, console: Console) -> int:
    """Bring the translation files of each report up to date, and say what changed in them.

    With --check nothing is written; a status of 1 says that something would be.
    """
    from docgen import bundle, translation

    work = select(options, root, console)
    known("language", [options.pivot] if options.pivot else [], bundle.tags(work.project.locales))
    how = translation.Syncing(options.lang, frozenset(options.minor), options.pivot, options.check)
    translation.check_minor(work.project, work.documents, how.minor, Report())
    changed: list[Path] = []
    for document in work.documents:
        report = Report()
        done = work.attempt(translation.sync, work.project, document, how, report)
        _show(work, report)
        if done:
            console.result(table(done[0]))
            changed += done[1]
    return _checked(work, changed, "docgen i18n sync")


def form(options: Namespace, root: Path, console: Console) -> int:
    """Bring translation files into canonical form, and name those that were not.

    With --check nothing is written; a status of 1 says that something would be.
    """
    from docgen import translation

    work, report = select(options, root, console), Report()
    changed: list[Path] = []
    for document in work.documents:
        files = work.attempt(
            translation.form, work.project, document, options.lang, report, check=options.check
        )
        changed += files or []
    for file in [] if options.check else changed:
        console.result(near(file))
    return _checked(work, changed, "docgen i18n fmt")


def approve(options: Namespace, root: Path, console: Console) -> int:
    """Enter into the ledger that somebody approves units of a translation."""
    from docgen import translation

    if not options.lang:
        raise UsageError("nothing says which translation is approved", "Add --lang=LANGUAGE.")
    if bool(options.ids) == options.all:
        raise UsageError("nothing says what is approved", "Name the ids of units, or add --all.")
    if not options.by.strip():
        raise UsageError("an approval needs a name", 'Add --by="Name of the reviser".')
    work = select(options, root, console)
    approver, report = translation.Approver(options.by, date.today()), Report()
    (document,) = work.documents
    for tag in options.lang:
        given = (work.project, document, tag, options.ids, approver, report)
        if rows := work.attempt(translation.approve, *given):
            console.result(table(rows))
    console.show(report)
    return work.finish()


def status(options: Namespace, root: Path, console: Console) -> int:
    """Print how far the translations of each report have come.

    With --require a status of 1 says that one is not far enough.
    """
    from docgen import translation

    work, report = select(options, root, console), Report()
    found = translation.standings(work.project, work.documents, options.lang, report)
    console.show(report)
    rows = translation.table(found, sections=options.sections)
    console.result(translation.as_json(found) if options.json else table(rows))
    required = options.require
    for one, count in translation.short_of(found, required, options.lang) if required else ():
        work.status = DocgenError.status
        units = plural(count, "text")
        console.note(f"{one.document} {one.language}: {units} not {required}")
    return work.finish()


def review(options: Namespace, root: Path, console: Console) -> int:
    """Make the review page of each translation as one file, and list the files."""
    work = select(options, root, console)
    tasks = [
        (document, tag)
        for document in work.documents
        for tag in options.lang or (work.attempt(work.project.languages, document) or [])[1:]
    ]
    if options.output and len(tasks) != 1:
        hint = "Name one document and one --lang, or leave --output out."
        raise UsageError(f"--output is one file, and {len(tasks)} pages are asked for", hint)
    if not tasks and not work.status:
        raise UsageError("there is no translation yet", "`make sync LANG=…` begins one.")
    for document, tag in tasks:
        if file := work.attempt(_review, work.project, document, tag, options.output):
            console.result(near(file))
    return work.finish()


def _review(project: Project, document: str, tag: str, output: Path | None) -> Path:
    from docgen import review, symbols
    from docgen.files import write_whole

    sheet = review.sheet(project, document, tag)
    stem = symbols.file_stem(symbols.parse(sheet.symbol))
    folder = project.root / OUTPUT / sheet.document / tag
    file = output or folder / f"{stem}-{tag}-review.html"
    write_whole(file, review.write(sheet))
    return file


def merge(options: Namespace, root: Path, console: Console) -> int:
    """Merge three versions of a PO file for git; a status of 1 says that there is a conflict."""
    from docgen import translation

    report = Report()
    name = options.name or str(options.ours)
    translation.merge_files(options.base, options.ours, options.theirs, name, report)
    console.show(report)
    return DocgenError.status if report.errors else 0


def _show(work: Work, report: Report) -> None:
    """Print the problems; errors among them make the command fail."""
    work.console.show(report)
    if report.errors:
        work.status = DocgenError.status


def _checked(work: Work, changed: Iterable[Path], command: str) -> int:
    """With --check, files that would change are named and make the command fail."""
    for file in changed if work.options.check else ():
        work.status = DocgenError.status
        work.console.note(f"{near(file)}: `{command}` would change it")
    return work.finish()
