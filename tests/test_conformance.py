"""Every finished PDF is PDF/UA-1 and PDF/A-3a at once, as several judges see it."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.check.matterhorn import findings
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
