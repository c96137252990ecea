"""Files that a PDF holds as its source."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from docgen.render import pdf
from tests.render.sample import ENGLISH, report, sheet

FILES = {
    "report.md": "# Häfen 港口\r\n".encode(),
    "figures/quay.svg": b"<svg/>",
    "data/quays.csv": b"a,b\n1,2\n",
    "empty.bin": b"",
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
        streams = [one.EF.F for one in specifications]
        assert [str(one.Subtype) for one in streams] == [
            "/text/csv",
            "/application/octet-stream",
            "/image/svg+xml",
            "/text/markdown",
        ]
        assert {str(one.Params.ModDate) for one in streams} == {"D:20440708000000Z"}


def test_the_same_files_give_the_same_bytes(data: bytes) -> None:
    backwards = dict(reversed(FILES.items()))
    assert pdf.write(report(ENGLISH), sheet(ENGLISH), backwards).data == data
