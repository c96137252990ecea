"""Pictures: their size, their description, and the drawing behind a picture."""

from __future__ import annotations

import struct

import pytest

from docgen.model import Image
from docgen.render.docx.drawing import aspect
from docgen.report import DocgenError
from tests.render.docx.opened import find, value, word_file

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + struct.pack(">II", 300, 150)
JPEG = (
    b"\xff\xd8"
    + b"\xff\xe0\x00\x04ab"
    + b"\xff\xc4\x00\x04cd"
    + b"\xff\xc2\x00\x11\x08"
    + struct.pack(">HH", 90, 120)
    + b"\x03"
)


def drawing(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("svg+xml", drawing('viewBox="0 0 400 100"'), 0.25),
        ("svg+xml", drawing('viewBox="0,0,400,100" width="10mm"'), 0.25),
        ("svg+xml", drawing('viewBox="-10 -10 4e2 100."'), 0.25),
        ("svg+xml", drawing('width="200px" height="50"'), 0.25),
        ("svg+xml", b"<!--%s-->" % (b"quay " * 500) + drawing('viewBox="0 0 8 2"'), 0.25),
        ("png", PNG, 0.5),
        ("jpeg", JPEG, 0.75),
    ],
)
def test_the_proportions_of_a_picture_come_from_itself(
    kind: str, data: bytes, expected: float
) -> None:
    assert aspect(Image("picture", f"image/{kind}", data)) == expected


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("svg+xml", drawing('viewBox="none"')),
        ("png", b"\x89PNG"),
        ("jpeg", JPEG[:8]),
        ("jpeg", b"\xff\xd8"),
    ],
)
def test_a_picture_without_a_size_is_named(kind: str, data: bytes) -> None:
    with pytest.raises(DocgenError, match=r"the picture plan does not say its size"):
        aspect(Image("plan", f"image/{kind}", data))


def test_every_picture_has_words_for_those_who_cannot_see_it() -> None:
    opened = word_file()
    described = [
        *opened.find("//wp:docPr/@descr"),
        *opened.find("//wp:docPr/@descr", "footer3"),
    ]
    assert described == [
        "Emblem",
        "A line that rises from left to right.",
        "Code that leads to this document on the web",
        "Bar code of the job number",
    ]


def test_pictures_have_numbers_of_their_own() -> None:
    opened = word_file()
    ids = [*opened.find("//wp:docPr/@id"), *opened.find("//wp:docPr/@id", "footer3")]
    assert len(set(ids)) == len(ids) == 4


def test_a_drawing_stands_behind_the_picture_that_older_programs_show() -> None:
    opened = word_file()
    blip = opened.find("//a:blip")[0]
    names = {
        value(opened.relationships("document"), f"*[@Id='{identity}']/@Target")
        for identity in find(blip, "@r:embed | .//asvg:svgBlip/@r:embed")
    }
    assert names == {"media/image1.png", "media/image1.svg"}
    assert opened.files["word/media/image1.png"].startswith(b"\x89PNG")
