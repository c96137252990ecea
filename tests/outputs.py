"""Every document of the project, and the report beside it, in each language and house style."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.model import Document
from docgen.project import Project
from docgen.render import docx, html, pdf
from docgen.report import Report
from docgen.style import Stylesheet
from tests.render import sample

PROJECT = Project(Path(__file__).parents[1])
ACCEPTANCE = PROJECT.root.parent / "shared" / "acceptance" / "a-79-968"
BESIDE = [(str(ACCEPTANCE), "zh")] if ACCEPTANCE.exists() else []
STYLES = sorted(path.stem.removeprefix("un-") for path in PROJECT.styles.glob("un-*.toml"))
EVERY_NODE = "every-node"


@dataclass(frozen=True)
class Case:
    """A document by its name or folder, a language, a house style."""

    document: str
    language: str
    style: str

    def __str__(self) -> str:
        return f"{Path(self.document).name}-{self.language}-{self.style}"


SAMPLES = [(name, tag) for name in PROJECT.documents() for tag in PROJECT.languages(name)]
TEXTS = [*SAMPLES, *((EVERY_NODE, tag) for tag in sample.LANGUAGES), *BESIDE]
CASES = [Case(name, tag, style) for name, tag in TEXTS for style in STYLES]
each_case = pytest.mark.parametrize("case", CASES, ids=str)


@cache
def made(case: Case, kind: str) -> bytes:
    """The finished file of a case; `kind` is docx, html or pdf."""
    document, sheet = _prepared(case)
    if kind == "docx":
        return docx.write(document, sheet)
    return (
        html.write(document, sheet).encode() if kind == "html" else pdf.write(document, sheet).data
    )


@cache
def _prepared(case: Case) -> tuple[Document, Stylesheet]:
    if case.document == EVERY_NODE:
        how = (case.language, case.style)
        return sample.report(*how), sample.sheet(*how)
    with tempfile.TemporaryDirectory() as folder:
        copy = in_style(PROJECT.folder(case.document), case.style, Path(folder))
        return pipeline.prepare(PROJECT, str(copy), case.language, final=True, report=Report())


def in_style(source: Path, style: str, folder: Path) -> Path:
    """A copy of a content folder under `folder` that asks for another house style."""
    copy = shutil.copytree(source, folder / source.name)
    report = copy / "report.md"
    bare = re.sub(r"^style:.*\n", "", report.read_text("utf-8"), flags=re.MULTILINE)
    report.chmod(0o644)
    report.write_text(bare.replace("---\n", f"---\nstyle: {style}\n", 1), "utf-8")
    return copy
