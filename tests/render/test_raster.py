"""PNGs of drawings, made once."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from docgen.model import Image
from docgen.render import raster as rasters
from docgen.render.marks import qr_code
from docgen.render.raster import PNG, SVG, raster
from docgen.report import DocgenError
from docgen.store import Store


class Counting:
    """A library that counts what it draws."""

    def __init__(self, drawn: list[str]) -> None:
        self.usvg, self.Tree, self.Options, self.drawn = self, self, self, drawn

    def default(self) -> Counting:
        return self

    def from_str(self, source: str, options: Counting) -> Counting:
        self.drawn.append(source)
        return self

    def int_size(self) -> tuple[int, int]:
        return 9, 9

    def render(self, *given: object, **named: object) -> bytes:
        return b"png"


SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def drawing(content: str) -> Image:
    return Image("plan.svg", SVG, SQUARE.format(content).encode())


def test_a_drawing_becomes_a_png_of_the_width_that_its_place_needs() -> None:
    made = raster(qr_code("https://docs.un.org/en/A/99/1"), 72, dpi=150)
    assert (made.name, made.media_type) == ("address.png", PNG)
    assert struct.unpack(">II", made.data[16:24]) == (150, 150)


def test_lengths_in_points_are_understood() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="30pt"/>'
    made = raster(Image("plan.svg", SVG, b"\xef\xbb\xbf" + drawing), 72, dpi=72)
    assert struct.unpack(">II", made.data[16:24]) == (72, 72)


def test_other_pictures_stay_as_they_are() -> None:
    photo = Image("quay.jpg", "image/jpeg", b"\xff\xd8")
    assert raster(photo, 100) is photo


@pytest.mark.parametrize("source", ["<svg", "<svg viewBox='0 0 9 9'/>", SQUARE[:-1]])
def test_a_drawing_that_cannot_be_drawn_is_named(source: str) -> None:
    with pytest.raises(DocgenError, match=r"the drawing plan\.svg cannot be drawn"):
        raster(Image("plan.svg", SVG, source.encode()), 72)


def test_a_picture_that_is_not_square_keeps_its_shape() -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"/>'
    made = raster(Image("plan.svg", SVG, wide.encode()), 72, dpi=100)
    assert struct.unpack(">II", made.data[16:24]) == (100, 34)


def test_words_are_drawn_in_the_fonts_of_the_machine() -> None:
    written, empty = (
        drawing(f'<text y="8" font-family="Liberation Serif">{word}</text>') for word in ("W", "")
    )
    assert len(raster(written, 72).data) > len(raster(empty, 72).data)


def test_a_drawing_is_made_once_for_each_of_its_widths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, square = Store(tmp_path), drawing('<rect width="9" height="9"/>')
    first = raster(square, 72, store)
    monkeypatch.setattr(rasters, "_drawn", lambda source, pixels: b"drawn anew")
    assert raster(square, 72, store) == first
    assert raster(square, 73, store).data == b"drawn anew"
    assert raster(drawing('<rect width="8" height="9"/>'), 72, store).data == b"drawn anew"


def test_words_are_drawn_anew_with_other_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, square, words = Store(tmp_path), drawing("<rect/>"), drawing("<text>one</text>")
    kept = raster(square, 72, store)
    raster(words, 72, store)
    monkeypatch.setattr(rasters, "_drawn", lambda source, pixels: b"drawn anew")
    monkeypatch.setattr(rasters, "_fonts", lambda: ("/usr/share/fonts 1",))
    assert raster(square, 72, store) == kept
    assert raster(words, 72, store).data == b"drawn anew"


def test_a_drawing_that_stands_in_a_document_often_is_drawn_once_though_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(rasters, "_engine", lambda: Counting(drawn))
    circle = drawing('<circle cx="4" cy="4" r="3.25"/>')
    assert [raster(circle, width).data for width in (71, 71, 70)] == [b"png"] * 3
    assert len(drawn) == 2
    rasters._drawn.cache_clear()


def test_fonts_are_loaded_once_by_what_gets_ready_and_what_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Loading(Counting):
        def load_system_fonts(self) -> None:
            self.drawn.append("fonts")

    done: list[str] = []
    monkeypatch.setattr(rasters, "_engine", lambda: Loading(done))
    rasters._options.cache_clear()
    rasters.prepare()
    raster(drawing("<text>9 &#215; 9</text>"), 72)
    assert done.count("fonts") == 1
    rasters._options.cache_clear()
    rasters._drawn.cache_clear()
