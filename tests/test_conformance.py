"""Every finished PDF is PDF/UA-1 and PDF/A-3a at once, as several judges see it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.check.matterhorn import findings
from docgen.check.tree import Element, Piece, opened
from docgen.files import read_all
from docgen.project import Project
from docgen.render import pdf
from docgen.report import Report
from tests.conforming import PROFILES, failures
from tests.render import sample

PROJECT = Project(Path(__file__).parents[1])
ACCEPTANCE = PROJECT.root.parent / "shared" / "acceptance" / "a-79-968"
SAMPLES = [(name, tag) for name in PROJECT.documents() for tag in PROJECT.languages(name)]
EVERY_NODE = [("", tag) for tag in sample.LANGUAGES]
REPORTS = [(str(ACCEPTANCE), "zh")] if ACCEPTANCE.exists() else []
CASES = [*SAMPLES, *EVERY_NODE, *REPORTS]
each_case = pytest.mark.parametrize(
    ("document", "language"),
    CASES,
    ids=[f"{Path(name or 'every-node').name}-{tag}" for name, tag in CASES],
)
needs_poppler = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="Poppler is not installed")
needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")


@cache
def data(document: str, language: str) -> bytes:
    """A finished PDF with its source; the sample of the tests has every kind of node."""
    if not document:
        return pdf.write(sample.report(language), sample.sheet(language)).data
    made = pipeline.prepare(PROJECT, document, language, final=True, report=Report())
    return pdf.write(*made, read_all(PROJECT.folder(document))).data


@each_case
def test_the_checkpoints_of_the_matterhorn_protocol_are_met(document: str, language: str) -> None:
    assert findings(data(document, language)) == []


@each_case
@pytest.mark.parametrize("profile", PROFILES)
def test_page_validation_finds_the_standard_met(document: str, language: str, profile: str) -> None:
    assert failures(data(document, language), profile) == []


@needs_qpdf
@each_case
def test_qpdf_finds_no_error_in_the_syntax(document: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(data(document, language))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


READ = re.compile(r'\s*(?:"(?P<text>.*)"|(?P<role>[A-Z]\w*)(?: <.*>)?(?: \(\w+\))?:?)')
"""Words or an element in what Poppler says of a structure."""


@needs_poppler
@each_case
def test_poppler_reads_the_elements_and_the_words_that_we_read(
    document: str, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(data(document, language))
    said = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    found = [one for one in map(READ.fullmatch, said.stdout.decode().splitlines()) if one]
    file = opened(path.read_bytes())
    assert [one["role"] for one in found if one["role"]] == [one.role for one in file.elements()]
    words = "".join(file.pages[piece.page].texts[piece.mcid] for piece in _pieces(file.roots[0]))
    assert "".join(one["text"] or "" for one in found) == words


def _pieces(element: Element) -> Iterator[Piece]:
    for kid in element.kids:
        if isinstance(kid, Piece):
            yield kid
        elif isinstance(kid, Element):
            yield from _pieces(kid)
