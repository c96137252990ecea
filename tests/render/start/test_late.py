"""Modules that are loaded when they are used."""

from __future__ import annotations

import sys

import pytest

from docgen.render.start import late


def test_a_late_function_is_found_when_it_is_called() -> None:
    assert late.Late("math", "sqrt")(9) == 3
    assert late.Late("collections", "abc").Mapping


def test_meanwhile_names_can_be_imported_without_their_modules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in late.NAMES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    with late.loading():
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

        assert isinstance(TTFont, late.Late)
    assert not set(late.NAMES) & set(sys.modules)


def test_where_the_real_modules_are_there_nothing_takes_their_place() -> None:
    import fontTools

    with late.loading():
        from fontTools.ttLib import TTFont

        assert not isinstance(TTFont, late.Late)
        assert sys.modules["fontTools"] is fontTools
