"""Glyphs that are known by their numbers."""

from __future__ import annotations

import io
from typing import Any

import pytest
import uharfbuzz
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont

from docgen.fontconfig import find
from docgen.render.typecase.charset import renumbered


def subset(family: str, characters: str) -> bytes:
    """A font as HarfBuzz cuts it."""
    font = find(family, False, False)
    assert font
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font.path)), font.index)
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def outlines(font: bytes) -> Any:
    return TTFont(io.BytesIO(font))["CFF "].cff[0]


def cids(font: bytes) -> list[int]:
    return [int(name.removeprefix("cid")) for name in outlines(font).charset[1:]]


EVERY_THIRD = "".join(map(chr, range(0x4E00, 0x9000, 3)))
TEXTS = ["地", "AB", "地方，A", EVERY_THIRD, "".join(map(chr, range(0x4E00, 0x5000)))]


@pytest.mark.parametrize("text", TEXTS, ids=len)
def test_a_cut_font_knows_its_glyphs_by_their_numbers(text: str) -> None:
    cut = subset("Noto Serif CJK SC", text)
    numbers = list(range(1, len(outlines(cut).CharStrings)))
    assert cids(cut) != numbers
    assert cids(renumbered(cut)) == numbers


def test_nothing_else_in_the_font_changes() -> None:
    cut = subset("Noto Serif CJK SC", EVERY_THIRD)
    made = renumbered(cut)
    assert len(made) == len(cut)
    before, after = outlines(cut), outlines(made)
    for old, new in zip(before.charset, after.charset, strict=True):
        assert before.CharStrings[old].bytecode == after.CharStrings[new].bytecode
        assert (
            before.CharStrings.getItemAndSelector(old)[1]
            == (after.CharStrings.getItemAndSelector(new)[1])
        )


def test_outlines_of_another_kind_have_no_cids() -> None:
    cut = subset("Liberation Serif", "AB")
    assert renumbered(cut) == cut


def test_glyphs_that_are_known_by_names_keep_them() -> None:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    empty = T2CharString(program=[500, "endchar"])
    builder.setupCFF("Names", {"ItalicAngle": -7.5}, {".notdef": empty, "A": empty}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({})
    builder.setupOS2()
    builder.setupPost()
    target = io.BytesIO()
    builder.save(target)
    assert renumbered(target.getvalue()) == target.getvalue()
