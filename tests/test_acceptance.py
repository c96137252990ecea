"""A real Chinese report, built to PDF and DOCX, has the text, numbers and notes it was issued with.

The report and its checker lie beside the project; where they do not, these tests are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from docgen import pipeline
from docgen.project import Project

ROOT = Path(__file__).parents[1]
CASE = ROOT.parent / "shared" / "acceptance" / "a-79-968"
CHECKER = CASE.parent / "check.py"
STEM = "A_79_968-zh"

pytestmark = [
    pytest.mark.skipif(not CASE.exists(), reason="the acceptance report is not beside the project"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed"),
]
needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("acceptance")
    pipeline.build(Project(ROOT), str(CASE), "zh", ["pdf", "docx"], final=True, output=output)
    return output / "a-79-968" / "zh"


def check(path: Path) -> str:
    command = [sys.executable, str(CHECKER), str(CASE / "expected.json"), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def exported(folder: Path, kind: str, suffix: str) -> str:
    """What LibreOffice makes of the DOCX in `folder` when it saves it as `kind`."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / f"{STEM}.docx")], check=True, capture_output=True)
    return (folder / f"{STEM}.{suffix}").read_text("utf-8-sig")


def test_the_pdf_has_everything(made: Path) -> None:
    assert ": 0 faults" in check(made / f"{STEM}.pdf")


def test_the_pdf_has_as_many_pages_as_the_issued_document(made: Path) -> None:
    info = subprocess.run(
        ["pdfinfo", made / f"{STEM}.pdf"], capture_output=True, text=True, check=True
    )
    assert "Pages:           13" in info.stdout


@needs_office
def test_the_word_file_has_everything(made: Path) -> None:
    """Numbers come from the text export; it leaves notes out, so these come from the web export."""
    text = exported(made, "txt:Text (encoded):UTF8", "txt")
    page = html.document_fromstring(exported(made, "html:HTML (StarWriter)", "html").encode())
    notes = [note.text_content() for note in page.xpath("//div[starts-with(@id, 'sdfootnote')]")]
    assert len(notes) == 8
    (made / "together.txt").write_text("\n".join([text, *map(str.strip, notes)]), "utf-8")
    assert ": 0 faults" in check(made / "together.txt")


def test_the_checks_find_the_one_wrong_reference_that_the_report_was_issued_with() -> None:
    (found,) = pipeline.check(Project(ROOT), str(CASE), "zh", final=True)
    assert (found.key, found.number) == ("direction", "34")
    assert "section 五 is above, and it is the part in which the text itself stands" in str(found)
