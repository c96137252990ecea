"""What the machine has, and where the rest comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen import fontconfig, machine
from docgen.machine import Need

ROOT = Path(__file__).parents[1]
SERIF = Need(
    "a serif", {"debian": "fonts-liberation", "fedora": "liberation-serif-fonts"}, "its.org"
)
POPPLER = Need("Poppler", {"debian": "poppler-utils", "fedora": "poppler-utils", "brew": "poppler"})


def test_fonts_are_those_that_the_facts_of_each_language_name() -> None:
    fonts = machine.fonts(ROOT)
    assert fonts["en"] == ("Liberation Serif", "Noto Serif CJK SC")
    assert set(fonts["zh"]) >= {"Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL UKai CN"}


@pytest.mark.parametrize(
    "family",
    sorted(
        family
        for pseudo in (False, True)
        for family in {
            each for names in machine.fonts(ROOT, pseudo=pseudo).values() for each in names
        }
    ),
)
def test_every_font_has_a_source_on_every_platform(family: str) -> None:
    need = machine.font_need(ROOT, family)
    assert need.web.startswith("https://") or set(need.packages) == set(machine.INSTALL)


def test_a_font_that_no_list_knows_is_still_named() -> None:
    need = machine.font_need(ROOT, "Nowhere Sans")
    assert need.name == "the font Nowhere Sans"
    assert machine.packages([need], "debian") == []


def test_remedies_name_each_package_once_and_a_page_where_there_is_none() -> None:
    assert machine.remedies([SERIF, POPPLER, SERIF]) == [
        "Debian, Ubuntu: sudo apt-get install fonts-liberation poppler-utils",
        "Fedora: sudo dnf install liberation-serif-fonts poppler-utils",
        "macOS: brew install poppler",
        "macOS: a serif from its.org",
    ]


def test_nothing_missing_needs_no_remedy() -> None:
    assert machine.remedies([]) == []


def test_a_library_that_is_nowhere_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "LIBRARIES", ("no-such-library",))
    assert not machine.has_pango()


def fake_program(folder: Path, name: str, script: str = "") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


def test_programs_of_the_tests_are_looked_for_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_program(tmp_path, "msgfmt")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [need.name for need in machine.missing_for_tests(tmp_path)] == [
        "LibreOffice Writer",
        "Poppler",
        "qpdf",
    ]


def test_a_latex_without_chinese_is_none_to_measure_against(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_program(tmp_path, "soffice")
    fake_program(tmp_path, "xelatex")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.missing_for_benchmarks() == [machine.LATEX]
    fake_program(tmp_path, "kpsewhich", 'case "$*" in *ctexart.cls*) exit 1;; esac')
    assert machine.missing_for_benchmarks() == [machine.LATEX]
    fake_program(tmp_path, "kpsewhich")
    assert machine.missing_for_benchmarks() == []


def languages(root: Path, **facts: str) -> None:
    for tag, text in facts.items():
        (root / "locales" / tag).mkdir(parents=True)
        (root / "locales" / tag / "locale.toml").write_text(text, "utf-8")
    (root / "locales" / "fonts.toml").write_text("", "utf-8")


ORDINARY = '[fonts.text]\npdf = ["A Serif"]'
PSEUDO = 'extends = "xx"\n[pseudo]\n[fonts.heading]\npdf = ["Its Own"]'


def test_a_language_has_the_fonts_of_the_one_that_it_extends(tmp_path: Path) -> None:
    languages(tmp_path, xx=ORDINARY, yy=PSEUDO.replace("[pseudo]", ""))
    assert machine.fonts(tmp_path)["yy"] == ("A Serif", "Its Own")


def test_fonts_of_pseudo_languages_are_for_tests_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    languages(tmp_path, xx=ORDINARY, yy=PSEUDO)
    monkeypatch.setattr(fontconfig, "families", lambda: frozenset({"Another"}))
    monkeypatch.setattr(machine, "PROGRAMS", {})
    built = [need.name for need in machine.missing_for_builds(tmp_path)]
    assert "the font A Serif" in built
    assert "the font Its Own" not in built
    assert [need.name for need in machine.missing_for_tests(tmp_path)] == ["the font Its Own"]


@pytest.mark.skipif(not shutil.which("fc-list"), reason="fontconfig is not on this machine")
def test_what_is_missing_here_is_what_the_system_lists_as_missing() -> None:
    lacking = {need.name for need in machine.missing_for_builds(ROOT)}
    have = fontconfig.families()
    fonts = {f"the font {name}" for names in machine.fonts(ROOT).values() for name in names}
    assert lacking & fonts == {font for font in fonts if font.removeprefix("the font ") not in have}
