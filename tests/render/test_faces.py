"""The names of fonts in a PDF and those under which they are installed."""

from __future__ import annotations

import pytest

from docgen.render.faces import installed
from tests.render.sample import CHINESE, sheet


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docgen-text-1", "Liberation Serif"),
        ("docgen-text-1-Bold", "Liberation Serif Bold"),
        ("docgen-emphasis-2", "AR PL UKai CN"),
        ("Noto-Serif-CJK-SC-Bold", "Noto Serif CJK SC Bold"),
        ("docgen-text-12", "docgen text 12"),
    ],
)
def test_a_restricted_family_is_known_by_the_name_of_its_font(name: str, expected: str) -> None:
    assert installed(name, sheet(CHINESE)) == expected
