"""PDF files of every house style before page-validation, qpdf, MuPDF and our own checkpoints."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.check.matterhorn import findings
from tests.conforming import PROFILES, failures
from tests.gates.conftest import program, run
from tests.outputs import Case, each_case, made

pytestmark = pytest.mark.gate


@each_case
def test_a_pdf_is_what_it_claims_to_be(case: Case) -> None:
    data = made(case, "pdf")
    assert findings(data) == []
    assert [fault for profile in PROFILES for fault in failures(data, profile)] == []


@each_case
def test_qpdf_finds_no_error(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(made(case, "pdf"))
    checked = run(program("qpdf", "qpdf"), "--check", str(path))
    assert (checked.returncode, checked.stderr) == (0, "")


@each_case
def test_a_reader_that_keeps_to_the_standard_finds_every_glyph(case: Case, tmp_path: Path) -> None:
    """MuPDF draws with another library than poppler does, and says what it cannot draw."""
    path = tmp_path / "made.pdf"
    path.write_bytes(made(case, "pdf"))
    drawn = ("-N", "-q", "-r", "20", "-F", "ppm", "-o", str(tmp_path / "page-%d.ppm"))
    checked = run(program("mutool", "MuPDF"), "draw", *drawn, str(path))
    assert (checked.returncode, checked.stderr) == (0, "")
