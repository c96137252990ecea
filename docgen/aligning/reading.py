"""An old translation, a Word file or Markdown → a document as read, whatever is amiss with it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from docgen import importing, word
from docgen import style as styles
from docgen.bundle import Bundle
from docgen.ids import write_ids
from docgen.model import Document
from docgen.project import REPORT_FILE, Project
from docgen.read import read
from docgen.report import DocgenError, Report, UsageError

_FRONT = "---"


def old_document(
    project: Project, old: Path, source: Document, bundle: Bundle, report: Report
) -> Document:
    """The document in `old`, in the language of `bundle`.

    Problems of its content go to nobody: it is only looked through for texts. Raises UsageError
    for a file of another kind, DocgenError for one that cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / source.name
        made.mkdir()
        match old.suffix.lower():
            case ".docx":
                _from_word(project, old, source, bundle, made, report)
            case ".md":
                _from_markdown(old, made)
            case _:
                hint = "Give a Word file (.docx) or a text in our format (.md)."
                raise UsageError(f"{old} is no old translation that can be read", hint)
        former = read(made, Report())
        return read(made, Report()) if write_ids(former, Report()) else former


def _from_word(
    project: Project, old: Path, source: Document, bundle: Bundle, made: Path, report: Report
) -> None:
    data = _bytes(old)
    sheet = styles.load(project.styles, source.front.style, bundle)
    found = importing.convert(data, word.read(data), old.name, bundle, sheet, report)
    for name, content in found.files.items():
        place = made / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _from_markdown(old: Path, made: Path) -> None:
    """A report.md with its folder, or a text alone, perhaps without front matter."""
    text = _bytes(old)
    if text.startswith(_FRONT.encode()):
        shutil.copytree(old.parent, made, dirs_exist_ok=True)
    else:
        text = f"{_FRONT}\ntype: report\n{_FRONT}\n\n".encode() + text
    (made / REPORT_FILE).write_bytes(text)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "Look whether its name is right and whether you may read it."
        raise DocgenError(f"{path} cannot be read: {error.strerror}", hint) from error
