"""What WeasyPrint imports for rare cases."""

from __future__ import annotations

import sys

import pytest

from docgen.late import Late, Postponed
from docgen.render.start import late

GIVEN = [name for group in late.NAMES for name in group]


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of these modules is there; afterwards their packages, too, hold them again."""
    for name in (*GIVEN, *late.MODULES):
        package, _, own = name.rpartition(".")
        if held := getattr(sys.modules.get(package), own, None):
            monkeypatch.setattr(sys.modules[package], own, held)
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("nothing")
def test_meanwhile_names_and_modules_can_be_imported_without_loading_them() -> None:
    with late.loading():
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

        assert isinstance(TTFont, Late)
        assert isinstance(sys.modules["tinyhtml5"], Postponed)
    assert not {*GIVEN} & set(sys.modules)


@pytest.mark.usefixtures("nothing")
def test_what_opens_addresses_opens_none() -> None:
    with late.loading():
        request = sys.modules["urllib.request"]
        opener = request.OpenerDirector()
        opener.add_handler(request.FileHandler())
        with pytest.raises(ValueError, match="no address is opened here: file:///etc/hostname"):
            opener.open("file:///etc/hostname")


def test_where_the_real_modules_are_there_nothing_takes_their_place() -> None:
    import fontTools

    with late.loading():
        from fontTools.ttLib import TTFont

        assert not isinstance(TTFont, Late)
        assert sys.modules["fontTools"] is fontTools
