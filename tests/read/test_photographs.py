"""Photographs whose dots would be seen in print: a warning at their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from docgen.read.images import load
from docgen.read.photographs import TALL, WIDE
from docgen.render.docx.press import text_width
from docgen.report import Origin, Report
from tests.render.sample import LANGUAGES, sheet

PLACE = Origin("report.md", 7)


def said(folder: Path, width: int, height: int, name: str = "sea.png") -> list[str]:
    """What is said of a picture of this size."""
    Image.new("RGB", (width, height)).save(folder / name)
    report = Report()
    assert load(folder, name, PLACE, report)
    return [str(one) for one in report.diagnostics]


@pytest.mark.parametrize("name", ["sea.png", "sea.jpg"])
def test_a_picture_of_few_dots_is_taken_with_a_warning_at_its_line(
    tmp_path: Path, name: str
) -> None:
    (found,) = said(tmp_path, 300, 200, name)
    assert found.startswith("report.md:7: warning: ")
    assert f"the image “{name}” has 59 dots to the inch in print; 150 are needed" in found


@pytest.mark.parametrize(("width", "height"), [(763, 500), (400, 1030), (3000, 160)])
def test_one_of_enough_dots_at_its_printed_size_is_taken_in_silence(
    tmp_path: Path, width: int, height: int
) -> None:
    assert said(tmp_path, width, height) == []


@pytest.mark.parametrize("style", ["hq", "geneva"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_room_that_is_counted_with_is_that_of_the_house_styles(style: str, tag: str) -> None:
    looks = sheet(tag, style)
    assert text_width(looks) == pytest.approx(WIDE, rel=0.02)
    assert looks.page.tallest == pytest.approx(TALL, rel=0.12)
