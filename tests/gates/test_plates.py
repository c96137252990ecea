"""Print files separated into plates by Ghostscript: where there is ink, and on which plate."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from docgen.check.press import examine
from docgen.check.press.colours import PROCESS
from tests.gates.conftest import program, run
from tests.press import PRINT, finished, machine
from tests.render.sample import LANGUAGES

pytestmark = pytest.mark.gate

DPI = 150
BLACK = "Black"
Plates = dict[str, Image.Image]


@pytest.fixture(scope="module", params=LANGUAGES)
def data(request: pytest.FixtureRequest) -> bytes:
    return finished(PRINT, request.param).data


@pytest.fixture(scope="module")
def plates(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[Plates]:
    """The plates of each page, with ink in white."""
    folder = tmp_path_factory.mktemp("plates")
    path = folder / "made.pdf"
    path.write_bytes(data)
    command = ("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dPDFSTOPONWARNING", "-sDEVICE=tiffsep")
    output = f"-sOutputFile={folder}/page-%d.tif"
    checked = run(program("gs", "Ghostscript"), *command, f"-r{DPI}", output, str(path))
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    return list(_plates(folder, len(bleeds(data))))


def _plates(folder: Path, pages: int) -> Iterator[Plates]:
    for number in range(1, pages + 1):
        files = folder.glob(f"page-{number}(*).tif")
        named = {file.stem.partition("(")[2].rstrip(")"): file for file in files}
        yield {name: ImageChops.invert(Image.open(file)) for name, file in named.items()}


def bleeds(data: bytes) -> list[tuple[int, int, int, int]]:
    """The box of the bleed on each page in dots from the upper left corner."""
    with pikepdf.open(BytesIO(data)) as file:
        return [_dots(page) for page in file.pages]


def _dots(page: pikepdf.Page) -> tuple[int, int, int, int]:
    left, bottom, right, top = map(float, page.BleedBox)
    x, _, _, y = map(float, page.MediaBox)
    edges = (left - x, y - top, right - x, y - bottom)
    return tuple(round(edge * DPI / 72) for edge in edges)  # type: ignore[return-value]


def test_there_are_four_plates_and_no_other(plates: list[Plates]) -> None:
    assert plates
    assert {frozenset(page) for page in plates} == {frozenset(PROCESS)}


def test_a_page_has_ink_on_the_plates_that_its_facts_name(
    data: bytes, plates: list[Plates]
) -> None:
    """Most pages on black alone: not a dot of their text is on another plate."""
    stated = [leaf.plates for leaf in examine(data, machine(), multiple=4).pages]
    inked = [
        tuple(name for name in PROCESS if page[name].crop(box).getbbox())
        for page, box in zip(plates, bleeds(data), strict=True)
    ]
    assert inked == stated
    assert stated.count((BLACK,)) > len(stated) / 2


def test_marks_are_the_same_on_all_plates(data: bytes, plates: list[Plates]) -> None:
    for page, box in zip(plates, bleeds(data), strict=True):
        around = [_around(page[name], box) for name in PROCESS]
        assert around[0].getbbox()
        assert all(each.tobytes() == around[0].tobytes() for each in around)


def _around(plate: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """What is on a plate outside `box`."""
    left = plate.copy()
    left.paste(0, box)
    return left
