"""The fonts of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import fontconfig
from docgen.fontconfig import find

LISTED = (
    "/f/ukai.ttc\t0\tAR PL UKai CN,文鼎ＰＬ简中楷\tUKai\t80\t0\tFalse",
    "/f/han.otf\t0\tSource Han Sans\\\\-VF\tHan\t[0 210]\t0\tTrue",
)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgotten_fonts: None) -> Path:
    """The only folder of programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put_lister(folder: Path, *lines: str) -> None:
    """A program that lists `lines` as Fontconfig does, and leaves a mark each time."""
    text = "".join(f"printf '%s\\n' '{line}'\n" for line in lines)
    program = folder / "fc-list"
    program.write_text(f"#!/bin/sh\necho asked >> {folder}/asked\n{text}", "utf-8")
    program.chmod(0o755)


def test_a_font_is_known_by_each_of_its_names(programs: Path) -> None:
    put_lister(programs, *LISTED)
    assert fontconfig.families() == {"AR PL UKai CN", "文鼎ＰＬ简中楷", "Source Han Sans-VF"}


def test_a_variable_font_is_not_taken_for_a_static_one(programs: Path) -> None:
    put_lister(programs, *LISTED)
    assert find("文鼎ＰＬ简中楷", bold=False, slanted=False)
    assert find("Source Han Sans-VF", bold=False, slanted=False) is None


def test_fontconfig_is_asked_once(programs: Path) -> None:
    put_lister(programs, *LISTED)
    fontconfig.families()
    find("AR PL UKai CN", bold=True, slanted=False)
    assert (programs / "asked").read_text() == "asked\n"


@pytest.mark.usefixtures("programs")
def test_without_fontconfig_there_are_no_fonts_and_no_failure() -> None:
    assert fontconfig.families() == frozenset()


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
