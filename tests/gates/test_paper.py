"""PDF files of every house style before page-validation, qpdf, viewers and our own checkpoints."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

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


# ---- what viewers show -----------------------------------------------------------------------

RESOLUTION = "72"
PAGE = "2"
"""A page of the text; the first one is for the most part of the masthead."""

POPPLER = ("pdftoppm", "-gray", "-r", RESOLUTION, "-f", PAGE, "-l", PAGE)
GHOSTSCRIPT = (
    *("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pgmraw", "-sOutputFile=-"),
    *("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"),
    *(f"-r{RESOLUTION}", f"-dFirstPage={PAGE}", f"-dLastPage={PAGE}"),
)
MUPDF = ("mutool", "draw", "-q", "-c", "gray", "-F", "pgm", "-r", RESOLUTION, "-o", "-")

STRONG = 60
"""By so much of 255 a dot is another one, and not only smoothed in another way."""

MOST = 0.01
"""The share of a page that may differ: 0.003 where all is well, 0.02 where a font is not read."""


def shown(*command: str) -> Image.Image:
    """The page as a viewer shows it, a little blurred."""
    made = subprocess.run(command, capture_output=True, check=True).stdout
    return Image.open(BytesIO(made)).convert("L").filter(ImageFilter.GaussianBlur(1))


@pytest.mark.parametrize("viewer", [(*GHOSTSCRIPT, "{}"), (*MUPDF, "{}", PAGE)], ids=["gs", "mu"])
@each_case
def test_every_viewer_shows_the_same(case: Case, viewer: tuple[str, ...], tmp_path: Path) -> None:
    program(viewer[0], viewer[0])
    path = tmp_path / "made.pdf"
    path.write_bytes(made(case, "pdf"))
    first = shown(*POPPLER, str(path))
    other = shown(*(part.replace("{}", str(path)) for part in viewer))
    difference = ImageChops.difference(first, other.resize(first.size)).histogram()
    assert sum(difference[STRONG:]) < MOST * first.width * first.height
