"""The fonts of this machine."""

from __future__ import annotations

from docgen.render.typecase.installed import find


def test_a_font_is_found_by_family_weight_and_slant() -> None:
    names = {
        (bold, slanted): find("Liberation Serif", bold, slanted)
        for bold in (False, True)
        for slanted in (False, True)
    }
    assert {key: font and font.path.stem for key, font in names.items()} == {
        (False, False): "LiberationSerif-Regular",
        (True, False): "LiberationSerif-Bold",
        (False, True): "LiberationSerif-Italic",
        (True, True): "LiberationSerif-BoldItalic",
    }


def test_a_variant_that_is_not_installed_is_not_replaced_by_another() -> None:
    assert find("AR PL UKai CN", False, False)
    assert find("AR PL UKai CN", True, False) is None
    assert find("No Such Font", False, False) is None
