"""Photographs with a profile of their own, and those that lie on their side."""

from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from PIL import Image as Photograph
from PIL import ImageCms

from docgen.model import Image
from docgen.render.photographs import ORIENTATION, plain
from docgen.render.raster import JPEG, PNG

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
GREEN = (0, 255, 0)
D65, D50 = 0.95047, 0.96422


def fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def profile(*primaries: tuple[float, float, float], gamma: float = 2.2) -> bytes:
    """A profile of colours made of three lights, each by its place in XYZ (ICC.1, 7 and 9.2)."""
    places = [b"XYZ \0\0\0\0" + b"".join(map(fixed, one)) for one in primaries]
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    white = b"XYZ \0\0\0\0" + b"".join(map(fixed, (D50, 1, 0.82521)))
    names = (b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"wtpt")
    parts = [*places, curve, curve, curve, white]
    table, body = struct.pack(">I", len(parts)), b""
    start = 128 + 4 + 12 * len(parts)
    for name, part in zip(names, parts, strict=True):
        table += name + struct.pack(">II", start + len(body), len(part))
        body += part
    head = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ "
    )
    head += bytes(12) + b"acsp" + bytes(28) + b"".join(map(fixed, (D50, 1, 0.82491)))
    return head.ljust(128, b"\0") + table + body


ADOBE = profile(
    (0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)
)
P3 = profile((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))


def photograph(kind: str = "PNG", mode: str = "RGB", colour: Any = GREEN, **options: Any) -> Image:
    made = io.BytesIO()
    Photograph.new(mode, (40, 20), colour).save(made, kind, **options)
    return Image("a", {"PNG": PNG, "JPEG": JPEG}[kind], made.getvalue())


def opened(image: Image) -> Photograph.Image:
    return Photograph.open(io.BytesIO(image.data))


def dot(image: Image) -> Any:
    return opened(image).getpixel((10, 10))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("wide", [ADOBE, P3])
def test_colours_of_another_space_become_those_of_srgb(kind: str, wide: bytes) -> None:
    shown = plain(photograph(kind, colour=(100, 180, 100), icc_profile=wide))
    red, green, blue = dot(shown)
    assert red < 85
    assert 180 <= green < 190
    assert 80 < blue < 105
    assert "icc_profile" not in opened(shown).info


def test_a_gray_in_another_space_is_as_bright_as_it_looked() -> None:
    shown = plain(photograph(colour=(128, 128, 128), icc_profile=profile(*PRIMARIES, gamma=1.8)))
    assert dot(shown) == pytest.approx((146, 146, 146), abs=3)


PRIMARIES = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.7141))


@pytest.mark.parametrize(
    "image",
    [
        photograph(),
        photograph(icc_profile=SRGB),
        photograph("JPEG", icc_profile=SRGB),
        photograph("JPEG", icc_profile=b"no profile"),
        photograph("JPEG", "CMYK", (9, 9, 9, 9), icc_profile=SRGB),
        Image("a.svg", "image/svg+xml", b"<svg/>"),
    ],
)
def test_what_is_in_srgb_or_in_inks_is_left_as_it_is(image: Image) -> None:
    assert plain(image) is image


def test_what_is_seen_through_stays_so() -> None:
    shown = plain(photograph(mode="RGBA", colour=(100, 180, 100, 60), icc_profile=ADOBE))
    assert dot(shown)[3] == 60
    assert dot(shown)[0] < 85


def test_a_table_of_colours_is_converted_with_what_is_seen_through() -> None:
    table = Photograph.new("RGBA", (40, 20), (100, 180, 100, 0)).quantize(4)
    file = io.BytesIO()
    table.save(file, "PNG", icc_profile=ADOBE)
    shown = plain(Image("a", PNG, file.getvalue()))
    assert opened(shown).mode == "RGBA"
    assert dot(shown)[3] == 0


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_a_picture_that_lies_on_its_side_is_upright_and_keeps_its_quality(mode: str) -> None:
    exif = Photograph.Exif()
    exif[ORIENTATION] = 6
    lying = photograph("JPEG", mode, (90, 30, 60, 20)[: len(mode)], exif=exif.tobytes())
    shown = opened(plain(lying))
    assert shown.size == (20, 40)
    assert shown.mode == mode
    assert shown.getexif().get(ORIENTATION) is None
    assert max(shown.quantization[0]) <= 12  # type: ignore[attr-defined]
    assert dot(plain(lying)) == pytest.approx(dot(lying), abs=4)
