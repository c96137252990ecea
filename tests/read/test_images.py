"""Images that are taken, with a warning of what a PDF does not show of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from docgen.read.images import load
from docgen.report import Origin, Report

LINE = Origin("report.md", 7)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def told(folder: Path, name: str, data: bytes) -> list[str]:
    """What is said of an image that is taken."""
    (folder / name).write_bytes(data)
    report = Report()
    assert load(folder, name, LINE, report)
    return [str(each).partition("\n")[0] for each in report]


def drawing(content: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{content}</svg>'.encode()


BLUR = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>'


@pytest.mark.parametrize(
    "used",
    [
        '<g filter="url(#f)"/>',
        '<g style="fill:red; filter: url(#f)"/>',
        "<style>g{filter:blur(2px)}</style>",
    ],
)
def test_a_filter_that_is_used_has_a_warning_with_its_line(tmp_path: Path, used: str) -> None:
    (line,) = told(tmp_path, "a.svg", drawing(BLUR + used))
    assert line == (
        "report.md:7: warning: the image “a.svg” has filters (blur, shadow), "
        "which a PDF does not show"
    )


@pytest.mark.parametrize(
    "unused",
    [
        "<g/>",
        '<g filter="none"/>',
        '<g style="filter:none;-inkscape-filter:x;color-interpolation-filters:sRGB"/>',
    ],
)
def test_a_filter_that_is_not_used_has_none(tmp_path: Path, unused: str) -> None:
    assert told(tmp_path, "a.svg", drawing(BLUR + unused)) == []


def photograph(**options: Any) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (1000, 500)).save(made, "JPEG", **options)
    return made.getvalue()


def test_a_damaged_colour_profile_has_a_warning_with_its_line(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "a.jpg", photograph(icc_profile=SRGB[:200]))
    assert line.startswith("report.md:7: warning: the image “a.jpg” has a damaged colour profile")


@pytest.mark.parametrize("options", [{}, {"icc_profile": SRGB}])
def test_a_sound_profile_and_none_have_none(tmp_path: Path, options: dict[str, bytes]) -> None:
    assert told(tmp_path, "a.jpg", photograph(**options)) == []


def refused(folder: Path, data: bytes) -> list[str]:
    (folder / "a.jpg").write_bytes(data)
    report = Report()
    assert load(folder, "a.jpg", LINE, report) is None
    return [str(each).partition("\n")[0] for each in report]


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_photograph_that_ends_too_early_is_refused(
    tmp_path: Path, options: dict[str, bool]
) -> None:
    small = Image.Exif()
    small[0x9286] = photograph()  # a picture in the picture has an end
    whole = photograph(exif=small.tobytes(), **options)
    assert told(tmp_path, "a.jpg", whole + b"what a telephone adds \xff\xda") == []
    assert told(tmp_path, "a.jpg", whole[:2] + b"\xff\xff" + whole[2:]) == []
    assert refused(tmp_path, whole[:-4]) == [
        "report.md:7: error: the image “a.jpg” ends too early, as if it had not been copied whole"
    ]
