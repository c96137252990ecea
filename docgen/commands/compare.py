"""`docgen diff`: a report with tracked changes against an older state, and a list of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.commands import OUTPUT
from docgen.commands.work import Work, known
from docgen.console import Console, files, plural
from docgen.report import UsageError

if TYPE_CHECKING:
    from docgen.comparing import Compared
    from docgen.history import State
    from docgen.redline import Change


def compare(options: Namespace, root: Path, console: Console) -> int:
    """Make a file with changes for every language, and list what changed."""
    from docgen import bundle, history
    from docgen.project import Project

    project = Project(root)
    known("language", options.lang, bundle.tags(project.locales))
    before, after = _named(options)
    with ExitStack() as stack:
        old, new = (stack.enter_context(history.state(project, said)) for said in (before, after))
        work = Work(project, options, console, [new.document])
        author = options.author or history.author(project) or "docgen"
        for _, language in work.tasks():
            made = work.attempt(_diff, work, old, new, language, author)
            if made:
                console.result(files([made.file]))
                console.result(listed(made.changes))
    return work.finish()


def _named(options: Namespace) -> tuple[str, str]:
    """What the older and the newer state are called."""
    from docgen import history

    match options.states, options.since:
        case [new], str(since):
            return f"{history.now(new)}{history.SEPARATOR}{since}", new
        case [old], None if history.now(old) != old:
            return old, history.now(old)
        case [old, new], None:
            return old, new
        case [_, _], _:
            raise UsageError("--since goes with one state", "Leave it out, or leave out OLD.")
        case [_], _:
            raise UsageError(
                "an older state is missing",
                "Name a revision: docgen diff local-partnerships --since=HEAD~1",
            )
    raise UsageError("two states are compared, not more", "docgen diff --help shows how.")


def _diff(work: Work, old: State, new: State, language: str, author: str) -> Compared:
    from docgen import comparing

    made = comparing.diff(
        old,
        new,
        language,
        author=author,
        final=work.final,
        output=work.options.output or work.project.root / OUTPUT,
        progress=work.console.progress(f"{Path(new.document).name} {language}"),
    )
    work.console.show(made.report)
    return made


def listed(changes: Iterable[Change]) -> str:
    """Changes as lines: number of the paragraph or its place, what was done, the first words."""
    rows = [(change.label or change.place, change.done, change.text) for change in changes]
    width = max((len(place) for place, _, _ in rows), default=0)
    lines = [f"  {place:>{width}}  {done:<8}  {text}" for place, done, text in rows]
    return "\n".join([f"{plural(len(rows), 'change')} of the text", *lines])
