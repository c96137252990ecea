"""A Word file imported for tests: its files, what was said about it, the document it makes."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from docgen import importation, pipeline
from docgen.project import Project
from docgen.render import text
from docgen.report import Report
from tests.word.made import p, package, style

ROOT = Path(__file__).parents[2]
PROJECT = Project(ROOT)
STYLES = "".join(
    style(id, name, inside)
    for id, name, inside in (
        ("SingleTxt", "__Single Txt", '<w:pPr><w:ind w:left="1267" w:right="1267"/></w:pPr>'),
        ("HCh", "_ H _Ch", "<w:rPr><w:b/></w:rPr>"),
        ("H1", "_ H_1", "<w:rPr><w:b/></w:rPr>"),
        ("H23", "_ H_2/3", "<w:rPr><w:b/></w:rPr>"),
        ("H4", "_ H_4", "<w:rPr><w:i/></w:rPr>"),
        ("FootnoteText", "footnote text", ""),
        ("Session", "Session", "<w:rPr><w:b/></w:rPr>"),
        ("AgendaItemNormal", "Agenda_Item_Normal", ""),
        ("AgendaTitleH2", "Agenda_Title_H2", "<w:rPr><w:b/></w:rPr>"),
        ("TitleHCH", "Title_H_CH", "<w:rPr><w:b/></w:rPr>"),
        ("TitleH1", "Title_H1", "<w:rPr><w:b/></w:rPr>"),
    )
)


@dataclass(frozen=True)
class Imported:
    files: dict[str, str]
    warnings: list[str]
    errors: list[str]
    lost: list[str]
    dump: str

    @property
    def body(self) -> str:
        """The text of report.md without its front matter and without ids."""
        body = self.files["report.md"].split("---\n", 2)[2].strip("\n")
        body = re.sub(r"#(?:p|s|table|figure|box|option)-[a-z]{5} ?", "", body)
        body = re.sub(r" \{\}$", "", body, flags=re.MULTILINE)
        return re.sub(r"^\{\}\n", "", body, flags=re.MULTILINE)

    @property
    def front(self) -> str:
        return self.files["report.md"].split("---\n", 2)[1]


def imported(data: bytes, language: str = "en") -> Imported:
    """Import a Word file into a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        output, report = Path(folder) / "made", Report()
        source = Path(folder) / "file.docx"
        source.write_bytes(data)
        done = importation.run(PROJECT, source, output, language, report)
        names = [path for path in output.rglob("*") if path.is_file()]
        files = {
            path.relative_to(output).as_posix(): path.read_bytes().decode("utf-8", "replace")
            for path in sorted(names)
        }
        errors = [str(one) for one in report.errors]
        own = Report()
        dump = ""
        if not pipeline.check(PROJECT, str(output), language, final=False).errors:
            made, _ = pipeline.prepare(PROJECT, str(output), language, final=False, report=own)
            dump = text.write(made)
        warnings = [str(one) for one in report if one not in report.errors]
        return Imported(files, warnings, errors, done.lost, dump)


FRONT = (
    "A/99/1",
    "General Assembly",
    "Distr.: General",
    "14 March 2045",
    "Original: English",
)


def document(body: str, **parts: object) -> bytes:
    """A Word file in the template with a first page before `body`."""
    lines = "".join(p(line) for line in FRONT)
    title = p("Water for all", "TitleHCH") + p("Report of the Secretary-General", "TitleH1")
    return package(lines + title + body, styles=STYLES, **parts)  # type: ignore[arg-type]
