"""Fonts with the glyphs of a few characters."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz

from docgen.fontconfig import Font, find
from docgen.render.typecase.cutting import cut
from docgen.store import NOWHERE_KEPT, Store


def font(family: str, bold: bool = False) -> Font:
    found = find(family, bold, False)
    assert found
    return found


def face(data: bytes) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob(data))


def test_a_cut_font_has_the_characters_that_were_asked_for_and_no_others() -> None:
    data = cut(font("Noto Serif CJK SC"), set("地方，A"), NOWHERE_KEPT)
    assert set(map(chr, face(data).unicodes)) == set("地方，A")
    assert len(data) < 20_000


def width(data: bytes, text: str, **features: bool) -> int:
    """The width of `text` in units of the font."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face(data)), buffer, features)
    return sum(position.x_advance for position in buffer.glyph_positions)


def test_marks_can_still_be_set_at_half_their_width() -> None:
    data = cut(font("Noto Serif CJK SC"), set("，"), NOWHERE_KEPT)
    assert (width(data, "，"), width(data, "，", halt=True)) == (1000, 500)


def test_a_font_without_any_of_the_characters_is_no_font() -> None:
    assert cut(font("Liberation Serif"), set("地方"), NOWHERE_KEPT) == b""


def test_the_font_of_a_collection_is_the_one_of_its_own_index() -> None:
    bold, regular = (
        cut(font("Noto Serif CJK SC", bold), set("地"), NOWHERE_KEPT) for bold in (True, False)
    )
    assert bold != regular


def test_a_cut_is_kept_and_found_again(tmp_path: Path) -> None:
    first = cut(font("Liberation Serif"), set("AB"), Store(tmp_path))
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert cut(font("Liberation Serif"), set("BA"), Store(tmp_path)) == first
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == kept
