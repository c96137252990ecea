"""What no object of a file for a press may be or hold, whether a page shows it or not."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from docgen.check.press import objects
from tests.press import machine

MASK: dict[str, Any] = {"Subtype": Name.Image, "ImageMask": True}
GRAY = {"Subtype": Name.Image, "ColorSpace": Name.DeviceGray, "BitsPerComponent": 8}

HELD = {
    "AA": (Dictionary(), "something that happens by itself (/AA)"),
    "JS": (String("app.beep()"), "a script (/JS)"),
    "EF": (Dictionary(), "another file (/EF)"),
    "Alternates": (Array(), "a picture with another in its place (/Alternates)"),
    "Ref": (Dictionary(), "a page of another file (/Ref)"),
    "TR": (Dictionary(), "a transfer function (/TR)"),
    "HT": (Dictionary(), "a screen for halftones (/HT)"),
    "DefaultCMYK": (Array([Name.Lab]), "other colours for CMYK (/DefaultCMYK)"),
    "Group": (
        Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
        "a group that is mixed in other colours than inks",
    ),
}


def found(*made: Any) -> list[str]:
    """The faults of a file with the objects `made`."""
    file = pikepdf.new()
    file.Root.Own = Array([file.make_indirect(each) for each in made])
    return list(objects.faults(file, machine()))


def found_in(data: bytes, **keys: Any) -> list[str]:
    """The faults of a file with a stream of `data`, which is packed if `keys` say so."""
    file = pikepdf.new()
    stream = file.make_stream(b"")
    stream.write(data, filter=keys.pop("Filter", None))
    for key, value in keys.items():
        stream[f"/{key}"] = value
    file.Root.Own = stream
    return list(objects.faults(file, machine()))


@pytest.mark.parametrize("key", HELD)
def test_what_a_press_must_not_find_is_found_however_deep_it_lies(key: str) -> None:
    value, expected = HELD[key]
    assert found(Dictionary({f"/{key}": value})) == [f"the file has {expected}"]
    assert found(Dictionary(In=Dictionary({f"/{key}": value}))) == [f"the file has {expected}"]


def test_a_font_is_in_the_file_though_no_page_uses_it() -> None:
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Arial)
    bare = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Times)
    assert found(descriptor) == ["the font Arial is not embedded"]
    assert found(bare) == ["the font Times is not embedded"]
    drawn = Dictionary(Type=Name.Font, Subtype=Name.Type3)
    assert found(drawn) == ["the file has a font whose letters are drawings (Type 3)"]


def test_a_program_for_a_printer_is_found() -> None:
    assert found_in(b"showpage", Subtype=Name.PS) == [
        "the file has a program for a printer (PostScript)"
    ]


def test_an_image_asks_for_a_rendering_intent_that_there_is() -> None:
    (fault,) = found_in(bytes(1), **MASK, Intent=Name.Pretty)
    assert fault == "an image with a rendering intent that nobody knows (/Pretty)"
    assert found_in(bytes(1), **MASK, Intent=Name.Perceptual) == []


@pytest.mark.parametrize("packed", [Name.LZWDecode, Name.JPXDecode])
def test_a_way_of_packing_that_cannot_be_judged_is_found(packed: Name) -> None:
    assert found_in(b"", Filter=packed) == [
        f"something is packed in a way that is not allowed ({packed})"
    ]


def test_a_stream_is_unpacked_to_its_end() -> None:
    whole = zlib.compress(bytes(range(256)))
    damaged = ["a part of the file is damaged"]
    assert found_in(whole, Filter=Name.FlateDecode) == []
    assert found_in(whole[:-3], Filter=Name.FlateDecode) == damaged
    assert found_in(b"", Filter=Name.FlateDecode) == damaged
    assert found_in(b"abc", Filter=Name.FlateDecode) == damaged


def test_an_image_has_all_its_dots() -> None:
    assert found_in(bytes(20), **GRAY, Width=5, Height=4) == []
    assert found_in(bytes(19), **GRAY, Width=5, Height=4) == ["an image is damaged"]
    assert found_in(bytes(20), **GRAY, Width=5) == ["an image is damaged"]
    assert found_in(b"no photograph", **GRAY, Filter=Name.DCTDecode) == ["an image is damaged"]
