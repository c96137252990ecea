"""How much ink the darkest place of a picture takes."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from docgen.check.press import examine
from docgen.check.press.pictures import ink
from tests.press import Spoil, changed, drawing, finished, machine

OPPOSITE = Array([1, 0] * 4)
DARK, LIGHT = (230, 230, 230, 204), (200, 100, 50, 0)


def picture(spot: int, filter: Name, **keys: Any) -> Any:
    """A light picture of 800 × 800 dots with a dark spot in its middle, in one of two forms."""

    def made(file: pikepdf.Pdf) -> pikepdf.Stream:
        dots = Image.new("CMYK", (800, 800), LIGHT)
        dots.paste(DARK, (400, 400, 400 + spot, 400 + spot))
        if filter == Name.DCTDecode:
            target = io.BytesIO()
            dots.save(target, "JPEG", quality=95)
            data = target.getvalue()
        else:
            data = zlib.compress(dots.tobytes())
        kind = Dictionary(Type=Name.XObject, Subtype=Name.Image, ColorSpace=Name.DeviceCMYK)
        held = {"Filter": filter, "Width": 800, "Height": 800, "BitsPerComponent": 8, **keys}
        return pikepdf.Stream(
            file, data, {**kind, **{f"/{key}": each for key, each in held.items()}}
        )

    return made


def darkest(made: Any) -> float:
    with pikepdf.new() as file:
        return ink(made(file))


KINDS = {
    "packed": (Name.FlateDecode, {}),
    "a photograph": (Name.DCTDecode, {"Decode": OPPOSITE}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_darkest_place_is_found(kind: str) -> None:
    filter, keys = KINDS[kind]
    assert darkest(picture(100, filter, **keys)) == pytest.approx(sum(DARK) / 255, abs=0.05)


@pytest.mark.parametrize("kind", KINDS)
def test_a_decode_array_turns_ink_into_its_opposite(kind: str) -> None:
    filter, keys = KINDS[kind]
    turned = {} if keys else {"Decode": OPPOSITE}
    assert darkest(picture(100, filter, **turned)) == pytest.approx(4 - sum(LIGHT) / 255, abs=0.05)


def test_a_single_dark_dot_is_no_place() -> None:
    assert darkest(picture(1, Name.FlateDecode)) < 2.5


def found(spoil: Spoil) -> list[str]:
    data = changed(finished().data, spoil)
    return [str(each) for each in examine(data, machine(), multiple=4).findings]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_with_more_ink_than_the_paper_takes_is_found(kind: str) -> None:
    filter, keys = KINDS[kind]
    spoil = drawing(
        "q 100 0 0 100 100 100 cm /New Do Q", New=("XObject", picture(100, filter, **keys))
    )
    (fault,) = found(spoil)
    assert fault.startswith("page 1: image in 3")
    assert fault.endswith("% of ink; the paper takes 300 %")


def test_a_damaged_picture_is_damaged_and_has_no_ink() -> None:
    def broken(file: pikepdf.Pdf) -> pikepdf.Stream:
        made = picture(100, Name.FlateDecode)(file)
        made.write(made.read_raw_bytes()[:900], filter=Name.FlateDecode)
        return made

    spoil = drawing("q 100 0 0 100 100 100 cm /New Do Q", New=("XObject", broken))
    faults = found(spoil)
    assert "an image is damaged" in faults
    assert not [fault for fault in faults if "ink" in fault]
