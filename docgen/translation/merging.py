"""Three versions of a PO file, as git hands them to a merge driver → the merged one."""

from __future__ import annotations

import subprocess
from pathlib import Path

from docgen import po
from docgen.files import write_whole
from docgen.merge import merge
from docgen.report import DocgenError, Origin, Report


def merge_files(base: Path, ours: Path, theirs: Path, name: str, report: Report) -> None:
    """Put both sides since `base` into the file `ours`; each conflict is reported as an error.

    `name` is what the file is called in the repository. Files that are no PO are merged line by
    line as git does it.
    """
    try:
        merged = merge(*map(po.read, (base, ours, theirs)))
    except DocgenError as error:
        _merge_lines(base, ours, theirs)
        message = f"merged line by line, because {error.diagnostic.message}"
        report.error(Origin(name), message, "Take the marks of the conflict out by hand.")
        return
    text = po.dump(merged.entries)
    write_whole(ours, text)
    # The living stand before the obsolete: of two with one id the first is the one to be told.
    written = reversed(po.parse(text, name))
    lines = {entry.context or entry.msgid: entry.line for entry in written}
    for id in merged.conflicts:
        hint = "Ours stands; choose, then delete the comment CONFLICT and the word fuzzy."
        report.error(Origin(name, lines[id]), f"{id} was translated in two ways", hint)


def _merge_lines(base: Path, ours: Path, theirs: Path) -> None:
    subprocess.run(
        ["git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", ours, base, theirs],
        check=False,
    )
