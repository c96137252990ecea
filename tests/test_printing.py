"""Print files from the command line: names, facts, and that nothing faulty is left behind."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from docgen import profile
from docgen.check.press import examine
from docgen.cli import main

ROOT = Path(__file__).parents[1]
SAMPLE = "local-partnerships"
STEM = "A_99_968"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project with its sample report, whose content a test may change."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for name in ("locales", "styles"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def made(root: Path, language: str) -> dict[str, Path]:
    return {path.name: path for path in (root / "build" / SAMPLE / language).glob("*")}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["print", "office"])
def test_the_sample_passes_the_preflight_as_pages_and_as_booklet(
    root: Path, language: str, name: str
) -> None:
    assert main(["build", f"--lang={language}", f"--profile={name}", "--booklet"], root) == 0
    machine, files = profile.load(ROOT / "styles", name), made(root, language)
    ends = {name: machine.pages_per_sheet, machine.booklet: 2}
    lasts = (".pdf", ".txt", ".json", "-sheet.pdf")
    assert set(files) == {f"{STEM}-{language}-{end}{last}" for end in ends for last in lasts}
    for end, multiple in ends.items():
        data = files[f"{STEM}-{language}-{end}.pdf"].read_bytes()
        assert examine(data, machine, multiple=multiple).findings == ()


def test_the_facts_are_those_of_the_file_beside_them(root: Path) -> None:
    assert main(["build", "--lang=zh", "--profile=print"], root) == 0
    files = made(root, "zh")
    data = files[f"{STEM}-zh-print.pdf"].read_bytes()
    facts = json.loads(files[f"{STEM}-zh-print.json"].read_text("utf-8"))
    text = files[f"{STEM}-zh-print.txt"].read_text("utf-8")
    assert facts["sha256"] == hashlib.sha256(data).hexdigest()
    assert facts["sha256"] in text
    assert facts["pages"] == len(pikepdf.open(BytesIO(data)).pages) == 4 * facts["sheets"]
    assert facts["fonts"] == sorted(facts["fonts"])
    assert {"AR PL UKai CN", "Liberation Serif", "Noto Serif CJK SC"} <= set(facts["fonts"])


def test_a_file_with_a_date_from_the_environment_passes_the_preflight(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert main(["build", "--lang=en", "--profile=print"], root) == 0


def test_the_sheets_of_pages_and_of_booklet_say_what_is_in_the_facts_of_each(root: Path) -> None:
    assert main(["build", "--lang=zh", "--profile=print", "--booklet"], root) == 0
    files = made(root, "zh")
    for end in ("print", "booklet"):
        facts = json.loads(files[f"{STEM}-zh-{end}.json"].read_text("utf-8"))
        sheet = words(files[f"{STEM}-zh-{end}-sheet.pdf"])
        data = files[f"{STEM}-zh-{end}.pdf"].read_bytes()
        assert f"SHA-256 {hashlib.sha256(data).hexdigest()} Standard" in sheet
        assert f"Size {len(data)} bytes" in sheet
        assert f"Pages {facts['pages']} In the file {facts['sides']} sides" in sheet
        assert f"Sheets {facts['sheets']} Binding {facts['binding']}" in sheet
        assert " ".join(facts["fonts"]) in sheet
        assert facts["title"] in sheet.replace(" ", "")
        assert f"{facts['status'].upper()} not to be printed" in sheet


def words(path: Path) -> str:
    """The words of the first page of a PDF, each line after the other."""
    return " ".join(pdfium.PdfDocument(path)[0].get_textpage().get_text_range().split())


def add_picture(root: Path, pixels: int) -> None:
    """Put a picture in colour, as wide as the text (383 points), into the sample."""
    folder = root / "content" / SAMPLE
    (folder / "figures").mkdir(exist_ok=True)
    Image.new("RGB", (pixels, pixels // 4), (0, 90, 160)).save(folder / "figures" / "sea.png")
    report = folder / "report.md"
    figure = "\n::: figure {#f-sea}\nThe sea\n\n![Waves](figures/sea.png)\n:::\n"
    report.write_text(report.read_text("utf-8") + figure, "utf-8")


def test_an_image_with_too_few_dots_is_refused_and_no_file_is_left(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_picture(root, 400)
    assert main(["build", "--lang=en", "--profile=print"], root) == 1
    printed = capsys.readouterr().err
    (line,) = (line for line in printed.splitlines() if "error:" in line)
    place = root / "content" / SAMPLE / "report.md"
    number = place.read_text("utf-8").splitlines().index("![Waves](figures/sea.png)") + 1
    assert line.startswith(f"{place}:{number}: error: page ")
    assert line.endswith("dots per inch; 300 are needed (sea.png)")
    assert "docs/print.md" in printed
    assert made(root, "en") == {}


def add_drawing(root: Path, name: str, drawn: str) -> None:
    folder = root / "content" / SAMPLE
    (folder / "figures").mkdir(exist_ok=True)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 15">{drawn}</svg>'
    (folder / "figures" / f"{name}.svg").write_text(svg, "utf-8")
    report = folder / "report.md"
    figure = f"\n::: figure {{#f-{name}}}\nA {name}\n\n![{name}](figures/{name}.svg)\n:::\n"
    report.write_text(report.read_text("utf-8") + figure, "utf-8")


HALF = '<rect width="9" height="9" fill="#c00" opacity=".5"/>'


def test_a_drawing_that_shines_through_is_refused_at_its_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_drawing(root, "whole", '<rect width="9" height="9" fill="#c00"/>')
    add_drawing(root, "half", HALF)
    assert main(["build", "--lang=en", "--profile=print"], root) == 1
    (line,) = (line for line in capsys.readouterr().err.splitlines() if "error:" in line)
    assert "report.md:" in line
    assert line.endswith("area with transparency: opacity of 50% (half.svg)")


def test_all_drawings_are_named_that_may_have_a_fault(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_drawing(root, "one", HALF)
    add_drawing(root, "two", HALF)
    assert main(["build", "--lang=en", "--profile=print"], root) == 1
    assert "It may be in one.svg, two.svg." in capsys.readouterr().err


def test_a_damaged_icc_profile_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "styles").unlink()
    shutil.copytree(ROOT / "styles", root / "styles")
    icc = root / "styles" / "press" / "FOGRA29L_uncoated.icc"
    icc.write_bytes(icc.read_bytes()[:5000])
    assert main(["build", "--lang=en", "--profile=print"], root) == 3
    assert "is no ICC profile for CMYK, or a damaged one" in capsys.readouterr().err
    assert made(root, "en") == {}


def test_an_image_with_enough_dots_is_printed_in_inks(root: Path) -> None:
    add_picture(root, 2400)
    assert main(["build", "--lang=en", "--profile=print"], root) == 0


def test_a_disk_that_is_full_leaves_the_old_files_of_a_print(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--lang=en", "--profile=office"], root) == 0
    before = {name: path.read_bytes() for name, path in made(root, "en").items()}
    report, write = root / "content" / SAMPLE / "report.md", Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if ".json." in self.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(self, data)

    report.write_text(report.read_text("utf-8") + "\nA new paragraph.\n", "utf-8")
    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["build", "--lang=en", "--profile=office"], root) == 1
    assert "office.json: error: the file cannot be written: No space" in capsys.readouterr().err
    assert {name: path.read_bytes() for name, path in made(root, "en").items()} == before


def test_an_old_file_stands_when_the_new_one_is_refused(root: Path) -> None:
    assert main(["build", "--lang=en", "--profile=office"], root) == 0
    before = made(root, "en")[f"{STEM}-en-office.pdf"].read_bytes()
    add_picture(root, 100)
    assert main(["build", "--lang=en", "--profile=office"], root) == 1
    assert made(root, "en")[f"{STEM}-en-office.pdf"].read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--profile=prnt"], "there is no profile “prnt”"),
        (["--booklet"], "a booklet needs a profile"),
        (["--profile=print", "--format=html"], "--profile makes PDF alone"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    root: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *words], root) == 2
    assert message in capsys.readouterr().err
