"""What the page engine sees of the fonts of this machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from docgen.render import html, typecase
from docgen.render.start import awaited
from docgen.store import NOWHERE_KEPT
from tests.render.sample import CHINESE, ENGLISH, report, sheet


def listed() -> set[str]:
    done = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, check=True, encoding="utf-8"
    )
    return {line.split(",")[0].replace("\\", "") for line in done.stdout.splitlines()}


def test_the_faces_of_the_style_are_there_under_the_names_that_text_asks_for() -> None:
    source = html.write(report(CHINESE), sheet(CHINESE), "print")
    with typecase.case(source, sheet(CHINESE), NOWHERE_KEPT) as faces, awaited.shown(faces()):
        found = listed()
    assert {"docgen-text-1", "docgen-emphasis-2", "Noto Serif CJK SC"} <= found
    assert all(name.startswith(("docgen-", "Noto")) for name in found)


def test_the_faces_are_gone_after_the_block() -> None:
    with typecase.case("", sheet(ENGLISH), NOWHERE_KEPT) as faces:
        folder = faces().parent
        assert folder.exists()
    assert not folder.exists()


def test_afterwards_the_fonts_are_those_of_the_machine_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for before in (None, "/etc/fonts/fonts.conf"):
        monkeypatch.delenv(awaited.VARIABLE, raising=False)
        if before:
            monkeypatch.setenv(awaited.VARIABLE, before)
        with awaited.shown(Path("fonts.conf")):
            assert os.environ[awaited.VARIABLE] == "fonts.conf"
        assert os.environ.get(awaited.VARIABLE) == before


def test_the_faces_are_cut_when_the_first_of_them_is_asked_for() -> None:
    asked: list[Path] = []
    with typecase.case("", sheet(ENGLISH), NOWHERE_KEPT) as faces:

        def ask() -> Path:
            asked.append(faces())
            return asked[0]

        fonts = awaited.Awaited(ask)
        assert asked == []
        assert fonts.font_map
        assert fonts.font_features == {}
        assert len(asked) == 1
    with pytest.raises(AttributeError, match="no_such_thing"):
        fonts.no_such_thing  # noqa: B018
