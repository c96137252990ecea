"""The order of an import: Word file → content folder → the finished document beside the file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from docgen import bundle as bundles
from docgen import importing, limits, pipeline, word
from docgen import style as styles
from docgen.bundle import Bundle
from docgen.files import read_within
from docgen.importing import verifying
from docgen.importing.notices import Notices
from docgen.project import Project
from docgen.report import DocgenError, Origin, Rejected, Report, UsageError
from docgen.word import WordFile

_STYLE = "hq"


@dataclass(frozen=True, slots=True)
class Done:
    """What an import made: how much of each kind, and the words that did not arrive."""

    counts: list[tuple[str, int]]
    lost: list[str]


def run(
    project: Project,
    path: Path,
    output: Path,
    language: str,
    report: Report,
    progress: Callable[[str], None] = lambda stage: None,
) -> Done:
    """Make the content folder `output` out of the Word file at `path`; the folder appears whole.

    What has to be looked at is added to `report`. Raises UsageError when `output` is there, and
    DocgenError when there is nothing to read.
    """
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise UsageError(f"{output} is there already", "Name a folder that is not there yet.")
    progress("reading")
    data = _bytes(path)
    file = word.read(data)
    bundle = _bundle(project, file, language, path.name, report)
    progress("sorting")
    sheet = styles.load(project.styles, _STYLE, bundle)
    made = importing.convert(data, file, path.name, bundle, sheet, report)
    write_folder(output, made.files)
    progress("comparing")
    notices = Notices(path.name, report, made.left)
    lost = _verify(project, output, bundle, file, made, notices)
    return Done(made.counts(), lost)


def _bytes(path: Path) -> bytes:
    try:
        return read_within(path, limits.PART)
    except OSError as error:
        hint = "Look whether its name is right and whether you may read it."
        raise DocgenError(f"{path} cannot be read: {error.strerror}", hint) from error


def _bundle(project: Project, file: WordFile, language: str, name: str, report: Report) -> Bundle:
    """The bundle of the language that is asked for, or that the file is in."""
    if language:
        return bundles.load(project.locales, language, report)
    known = [bundles.load(project.locales, tag, Report()) for tag in bundles.tags(project.locales)]
    found = importing.language(file, known)
    if found is None:
        hint = f"Name it with --lang; languages here: {', '.join(one.tag for one in known)}."
        report.warning(Origin(name), "the language of this file is not recognised", hint)
    return bundles.load(project.locales, (found or known[0]).tag, report)


def write_folder(output: Path, files: Mapping[str, bytes]) -> None:
    """Put all files into a folder aside, then give it its name; DocgenError when it cannot be."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=output.parent) as aside:
            whole = Path(aside) / output.name
            for name, data in files.items():
                place = whole / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
            if output.is_dir():
                output.rmdir()
            shutil.move(whole, output)
    except OSError as error:
        hint = "Look whether there is room on the disk and whether you may write there."
        raise DocgenError(f"{output} cannot be written: {error.strerror}", hint) from error


def _verify(
    project: Project,
    output: Path,
    bundle: Bundle,
    file: WordFile,
    made: importing.Imported,
    notices: Notices,
) -> list[str]:
    """Build the document up to its numbers, and compare it with what it was made from."""
    own = Report()
    lost: list[str] = []
    with suppress(Rejected):
        document, _ = pipeline.prepare(project, str(output), bundle.tag, final=False, report=own)
        verifying.compare(made.draft, document, notices)
        lost = verifying.lost(file, document, notices)
    notices.report.extend(own)
    return lost
