"""A PDF is written with the bytes that pydyf gives it."""

from __future__ import annotations

from inspect import unwrap
from io import BytesIO
from typing import Any

import pydyf
import pytest

from docgen.render.drawing.file import written


def document(info: bool = True, pages: int = 3) -> Any:
    """A PDF with objects of all kinds, the first stream before what it names."""
    made = pydyf.PDF()
    for number in range(pages):
        stream = pydyf.Stream([b"q", f"{number}.5 0 m", b"Q"] * 40, compress=number % 2 > 0)
        made.add_object(stream)
        values = {"Type": "/Page", "Parent": made.pages.reference, "Contents": stream.reference}
        made.add_page(pydyf.Dictionary(values))
    made.add_object(pydyf.Array([1, 2.25, pydyf.String("a (b) é 汉"), b"null"]))
    if info:
        made.info["Title"] = pydyf.String("A title")
    return made


def output(write: Any, made: Any, **options: Any) -> bytes:
    stream = BytesIO()
    write(made, stream, **options)
    return stream.getvalue()


OPTIONS: tuple[dict[str, Any], ...] = (
    {"version": "1.7", "identifier": True, "compress": True},
    {"version": None, "identifier": True, "compress": True},
    {"version": b"2.0", "identifier": True, "compress": True},
    {"version": "1.4", "identifier": True, "compress": True},
    {"version": "1.7", "identifier": b"name", "compress": True},
    {"version": "1.7", "identifier": False, "compress": True},
    {"version": "1.7", "identifier": True, "compress": False},
)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("pages", [0, 3, 300])
@pytest.mark.parametrize("info", [True, False])
def test_the_file_is_that_of_pydyf(options: dict[str, Any], pages: int, info: bool) -> None:
    theirs = unwrap(pydyf.PDF.write)
    expected = output(theirs, document(info, pages), **options)
    assert output(written(theirs), document(info, pages), **options) == expected


def test_every_object_is_made_once() -> None:
    made, asked = document(), []

    class Asked(pydyf.Array):  # type: ignore[misc]
        @property
        def data(self) -> bytes:
            asked.append(self)
            return b"[]"

    made.add_object(Asked())
    output(written(unwrap(pydyf.PDF.write)), made, identifier=True, compress=True)
    assert len(asked) == 1
