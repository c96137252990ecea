"""What the page engine sees of the fonts of this machine."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from docgen.render import html, typecase
from docgen.store import NOWHERE_KEPT
from tests.render.sample import CHINESE, ENGLISH, report, sheet


def listed() -> set[str]:
    done = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, check=True, encoding="utf-8"
    )
    return {line.split(",")[0].replace("\\", "") for line in done.stdout.splitlines()}


def test_the_faces_of_the_style_are_there_under_the_names_that_text_asks_for() -> None:
    source = html.write(report(CHINESE), sheet(CHINESE), "print")
    with typecase.filled(source, sheet(CHINESE), NOWHERE_KEPT):
        found = listed()
    assert {"docgen-text-1", "docgen-emphasis-2", "Noto Serif CJK SC"} <= found
    assert all(name.startswith(("docgen-", "Noto")) for name in found)


def test_afterwards_the_fonts_are_those_of_the_machine_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for before in (None, "/etc/fonts/fonts.conf"):
        monkeypatch.delenv(typecase.VARIABLE, raising=False)
        if before:
            monkeypatch.setenv(typecase.VARIABLE, before)
        with typecase.filled("", sheet(ENGLISH), NOWHERE_KEPT):
            folder = Path(os.environ[typecase.VARIABLE]).parent
            assert folder.exists()
        assert os.environ.get(typecase.VARIABLE) == before
        assert not folder.exists()
