"""With another WeasyPrint than the one that is known PDF are of lower quality, and marked so."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from docgen.check.tree import opened
from docgen.cli import main
from docgen.render import pdf
from docgen.render.pdf import Pdf
from tests.conforming import failures
from tests.projects import project
from tests.render.sample import CHINESE, report, sheet

NOTICE = "this PDF is of lower quality, because WeasyPrint 71.0 is here, not 70.0"


@pytest.fixture(autouse=True)
def another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")


@pytest.fixture
def made() -> Pdf:
    return pdf.write(report(CHINESE), sheet(CHINESE))


def test_a_report_is_made_and_all_that_is_lost_is_said_once(made: Pdf) -> None:
    (warning,) = made.warnings
    assert warning.message.startswith(NOTICE)
    assert "lines and notes are set with less care" in warning.message
    assert "readers who cannot see" in warning.message
    assert "weasyprint==70.0" in warning.hint
    assert made.pages


def test_the_file_says_so_itself_to_people_and_to_programs(made: Pdf) -> None:
    with pikepdf.open(BytesIO(made.data)) as file:
        assert str(file.docinfo.Subject).startswith(NOTICE)
        with file.open_metadata() as metadata:
            assert str(metadata["dc:description"]).startswith(NOTICE)


def test_the_file_claims_no_more_than_it_is(made: Pdf) -> None:
    with pikepdf.open(BytesIO(made.data)) as file, file.open_metadata() as metadata:
        assert metadata["pdfaid:conformance"] == "U"
        assert "pdfuaid:part" not in metadata
    assert failures(made.data, "PDF_A_3U") == []
    assert next(opened(made.data).elements("Table"))


def built(root: Path, *options: str) -> tuple[int, list[str]]:
    """The exit status of a build in one process, and the names of the files that it leaves."""
    status = main(["build", "--lang=en", "--jobs=1", *options], project(root, "wells"))
    made = (root / "build").glob("wells/en/*")
    return status, [path.name for path in made]


def test_a_draft_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(tmp_path, "--format=pdf") == (0, ["A_99_1-en.pdf"])
    assert capsys.readouterr().err.count(NOTICE) == 1


@pytest.mark.parametrize("options", [["--format=pdf", "--mode=final"], ["--profile=print"]])
def test_what_is_final_or_for_a_press_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert built(tmp_path, *options) == (3, [])
    said = capsys.readouterr().err
    assert f"error: {NOTICE}" in said
    assert "weasyprint==70.0" in said


def test_what_is_not_set_in_pages_is_built_as_ever(tmp_path: Path) -> None:
    assert built(tmp_path, "--format=docx", "--mode=final") == (0, ["A_99_1-en.docx"])
