"""Files that a PDF holds as its source."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from docgen import pipeline
from docgen.files import read_all, write_folder
from docgen.project import Project
from docgen.render import pdf
from docgen.report import Report
from tests.render.sample import ENGLISH, report, sheet

PROJECT = Project(Path(__file__).parents[3])
FILES = {
    "report.md": "# Häfen 港口\r\n".encode(),
    "figures/quay.svg": b"<svg/>",
    "data/quays.csv": b"a,b\n1,2\n",
    "empty.bin": b"",
    "figures/Häfen 港.png": b"",
}


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf.write(report(ENGLISH), sheet(ENGLISH), FILES).data


def test_every_file_comes_out_as_it_went_in(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as file:
        found = {name: one.get_file().read_bytes() for name, one in file.attachments.items()}
    assert found == FILES


def test_every_file_is_named_once_as_source_with_its_type_and_the_date_of_the_document(
    data: bytes,
) -> None:
    with pikepdf.open(BytesIO(data)) as file:
        specifications = list(file.Root.AF)
        assert {str(one.AFRelationship) for one in specifications} == {"/Source"}
        assert [str(one.UF) for one in specifications] == sorted(FILES)
        assert [str(one.Desc) for one in specifications] == sorted(FILES)
        streams = [one.EF.F for one in specifications]
        assert [str(one.Subtype) for one in streams] == [
            "/text/csv",
            "/application/octet-stream",
            "/image/png",
            "/image/svg+xml",
            "/text/markdown",
        ]
        assert {str(one.Params.ModDate) for one in streams} == {"D:20440708000000Z"}


def test_the_same_files_give_the_same_bytes(data: bytes) -> None:
    backwards = dict(reversed(FILES.items()))
    assert pdf.write(report(ENGLISH), sheet(ENGLISH), backwards).data == data


def test_what_is_taken_out_of_a_file_makes_that_file_again(tmp_path: Path) -> None:
    first = attached(PROJECT.folder("local-partnerships"))
    with pikepdf.open(BytesIO(first)) as file:
        taken = {name: one.get_file().read_bytes() for name, one in file.attachments.items()}
    write_folder(tmp_path / "local-partnerships", taken)
    assert attached(tmp_path / "local-partnerships") == first


def attached(folder: Path) -> bytes:
    """The PDF of a content folder that holds it."""
    made = pipeline.prepare(PROJECT, str(folder), ENGLISH, final=True, report=Report())
    return pdf.write(*made, read_all(folder)).data
