"""Page numbers in the fields of a file: an estimate that is near what a word processor finds."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from docgen import pipeline
from docgen.project import Project
from docgen.render.docx.pages.forms import Forms
from docgen.render.docx.pages.pieces import Measure
from docgen.render.docx.wml import w
from tests.render import sample
from tests.render.docx.opened import Opened, find, text_of, value, word_file

ROOT = Path(__file__).parents[4]
REPORT = "local-partnerships"
STYLES = ("hq", "geneva")
NEAR = 1
"""By how many pages an estimate may be off: LibreOffice and Word differ by as much."""


def contents(opened: Opened) -> list[tuple[str, int]]:
    """The entries of the contents list, each with its page; spaces are left out of the words."""
    lines = (text_of(line) for line in opened.find("//w:sdtContent//w:hyperlink"))
    entries = (line.rpartition("\t") for line in lines)
    return [(re.sub(r"\s", "", words), int(page)) for words, _, page in entries]


def test_every_entry_of_the_contents_list_has_a_page() -> None:
    pages = [page for _, page in contents(word_file())]
    assert len(pages) == 8
    assert pages == sorted(pages)
    assert pages[-1] == pages[-2] + 1


def test_word_still_finds_the_pages_when_it_opens_the_file() -> None:
    assert len(word_file().find("//w:sdtContent//w:fldChar[@w:dirty='1']")) == 8


def test_the_feet_say_how_many_pages_there_are() -> None:
    last = contents(word_file())[-1][1]
    shown = [_pages(word_file().part(name)) for name in ("footer1", "footer2")]
    assert shown[0] == shown[1] >= last


def _pages(foot: object) -> int:
    code = find(foot, "//w:r[w:instrText[contains(., 'NUMPAGES')]]")[0]
    return int(value(code, "following-sibling::w:r[2]/w:t"))


def test_a_section_begins_a_page_as_high_as_its_pages_are() -> None:
    sheet = sample.sheet(sample.ENGLISH)
    upright, turned = w("sectPr"), w("sectPr", w("pgSz", orient="landscape"))
    ends = [w("p", w("pPr", end)) for end in (upright, turned)]
    pieces = [*Measure(sheet, Forms({}, 6), {}).pieces([ends[0], w("p"), ends[1], w("p")])]
    page = sheet.page
    heights = [one.height - one.top - one.bottom for one in (page.turned(), page)]
    assert heights[0] < heights[1]
    assert [(piece.opens, piece.capacity) for piece in pieces] == [
        (False, 0),
        (True, heights[0]),
        (False, 0),
        (True, heights[1]),
    ]


# ---- against LibreOffice ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample report with a contents list in both styles and languages, as DOCX and PDF."""
    folder = tmp_path_factory.mktemp("pages")
    for style in STYLES:
        source = folder / style / REPORT
        shutil.copytree(ROOT / "content" / REPORT, source)
        text = (source / "report.md").read_text("utf-8")
        text = text.replace("---\n", f"---\nstyle: {style}\ncontents: true\n", 1)
        (source / "report.md").write_text(text, "utf-8")
        for tag in sample.LANGUAGES:
            output = folder / f"{style}-{tag}"
            pipeline.build(Project(ROOT), str(source), tag, ["docx"], final=False, output=output)
            next(output.rglob("*.docx")).rename(folder / f"{style}-{tag}.docx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tag", sample.LANGUAGES)
def test_an_estimate_is_near_the_pages_of_libreoffice(made: Path, style: str, tag: str) -> None:
    opened = Opened((made / f"{style}-{tag}.docx").read_bytes())
    with pikepdf.open(made / f"{style}-{tag}.pdf") as pdf:
        laid = dict(outline(pdf))
        count = len(pdf.pages)
    entries = contents(opened)
    found = [(words, page, laid[words]) for words, page in entries if words in laid]
    assert len(found) >= len(entries) - 1
    assert [entry for entry in found if abs(entry[1] - entry[2]) > NEAR] == []
    assert sum(page == real for _, page, real in found) > len(found) / 2
    # The feet of Geneva do not count the pages.
    if style == "hq":
        assert abs(_pages(opened.part("footer1")) - count) <= NEAR


def outline(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    """The headings in the outline of a PDF, without spaces, and their pages."""
    pages = {page.objgen: index for index, page in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as found:
        waiting = list(found.root)
        while waiting:
            entry = waiting.pop(0)
            waiting += entry.children
            assert entry.destination is not None
            yield re.sub(r"\s", "", entry.title), pages[entry.destination[0].objgen]
