"""Pictures as PDF/A allows them."""

from __future__ import annotations

import io
from base64 import b64encode
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from docgen.render.structure.pictures import on_screen
from tests.conforming import failures
from tests.render.structure.printed import tagged, written

PROFILE = Path(__file__).parents[3] / "styles" / "press" / "FOGRA29L_uncoated.icc"
GREEN_INK = (255, 0, 255, 0)


def picture(kind: str, mode: str, colour: Any, **options: Any) -> bytes:
    target = io.BytesIO()
    Image.new(mode, (40, 30), colour).save(target, kind, **options)
    return target.getvalue()


PICTURES = {
    "gray": picture("png", "L", 90),
    "colour": picture("png", "RGB", (9, 90, 200)),
    "see-through": picture("png", "RGBA", (9, 90, 200, 100)),
    "photograph": picture("jpeg", "RGB", (9, 90, 200)),
    "photograph in inks": picture("jpeg", "CMYK", GREEN_INK),
}


def page(data: bytes) -> str:
    kind = "jpeg" if data.startswith(b"\xff\xd8") else "png"
    return f'<p><img alt="A" src="data:image/{kind};base64,{b64encode(data).decode()}"></p>'


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_any_kind_is_as_pdf_a_allows_it(name: str) -> None:
    assert failures(written(page(PICTURES[name])), "PDF_A_3A") == []


def test_a_photograph_in_inks_is_in_the_colours_of_screens() -> None:
    file = tagged(page(PICTURES["photograph in inks"]))
    (image,) = file.pdf.pages[0].get_images().values()
    assert image.ColorSpace == "/DeviceRGB"
    shown = pikepdf.PdfImage(image).as_pil_image().getpixel((20, 15))
    assert shown == pytest.approx((0, 255, 0), abs=3)


def cyan(**options: Any) -> tuple[int, ...]:
    """What a sheet printed all over in cyan looks like on screen."""
    shown = on_screen(picture("jpeg", "CMYK", (255, 0, 0, 0), **options))
    with Image.open(io.BytesIO(shown)) as image:
        return tuple(image.getpixel((20, 15)))  # type: ignore[arg-type]


def test_a_photograph_says_itself_what_its_inks_look_like() -> None:
    red, green, blue = cyan(icc_profile=PROFILE.read_bytes())
    assert red < 60
    assert 120 < green < 180 < blue < 230


@pytest.mark.parametrize("options", [{}, {"icc_profile": b"no profile"}])
def test_inks_that_nobody_describes_are_the_opposite_of_light(options: dict[str, Any]) -> None:
    assert cyan(**options) == pytest.approx((0, 255, 255), abs=3)
