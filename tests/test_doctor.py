"""The doctor: what is there, what is missing, what supplies it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import doctor, machine
from docgen.cli import main
from docgen.doctor import Finding
from docgen.report import SetupError

PROJECT = '[project]\ndependencies = ["pytest ~=9.2", "no-such-package-here >=1"]\n'
FONTS = (
    '["Missing Serif"]\ndebian = "fonts-missing"\nfedora = "missing-fonts"\nweb = "https://m.org"\n'
)
LOCALE = '[fonts.text]\npdf = ["Missing Serif"]\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that asks for a package and a font which exist nowhere."""
    (tmp_path / "locales" / "tlh").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "locales" / "fonts.toml").write_text(FONTS, "utf-8")
    (tmp_path / "locales" / "tlh" / "locale.toml").write_text(LOCALE, "utf-8")
    return tmp_path


def finding(root: Path, subject: str, output: str = "build") -> Finding:
    (found,) = (found for found in doctor.examine(root, root / output) if found.subject == subject)
    return found


def test_a_missing_font_is_named_with_its_language_and_its_packages(root: Path) -> None:
    found = finding(root, "fonts for tlh")
    assert str(found) == "fonts for tlh      missing  the font Missing Serif"
    assert doctor.remedies([found, found]) == [
        "Debian, Ubuntu: sudo apt-get install fonts-missing",
        "Fedora: sudo dnf install missing-fonts",
        "macOS: the font Missing Serif from https://m.org",
    ]


def test_a_missing_python_package_is_named_and_an_installed_one_is_not(root: Path) -> None:
    found = finding(root, "Python packages")
    assert found.missing == "no-such-package-here"
    assert doctor.remedies([found]) == ["Python packages: make setup"]


def test_a_folder_that_is_not_there_yet_can_be_made_in_one_that_is_writable(root: Path) -> None:
    assert finding(root, "output folder", "deep/down/build").ok


def test_a_file_in_the_place_of_the_folder_is_a_fault(root: Path) -> None:
    (root / "build").write_text("", "utf-8")
    found = finding(root, "output folder")
    assert found.missing == f"may not write in {root / 'build'}"
    assert "--output=DIR" in doctor.remedies([found])[0]


def test_what_only_the_tests_use_never_makes_a_machine_unfit() -> None:
    assert Finding("for the tests", missing="Poppler", needed=False).ok
    assert not Finding("Pango", missing="Pango").ok


def test_the_command_lists_everything_and_fails_when_something_is_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor"], root) == SetupError.status == 3
    printed = capsys.readouterr().out
    assert "Python             ok" in printed
    assert "\nWhat is missing comes with:\nPython packages: make setup\n" in printed
    assert "sudo apt-get install fonts-missing" in printed


def test_what_builds_need_is_mended_before_what_tests_use() -> None:
    poppler = machine.PROGRAMS["pdftotext"]
    found = [
        Finding("for the tests", missing="Poppler", needs=(poppler,), needed=False),
        Finding("Pango", missing="Pango", needs=(machine.PANGO,)),
    ]
    first, *_, last = doctor.remedies(found)
    assert first.startswith("Debian, Ubuntu: sudo apt-get install libpango-1.0-0 ")
    assert last == "macOS: brew install poppler"


def test_nothing_missing_has_no_remedy() -> None:
    assert doctor.remedies([Finding("output folder", "build", remedy="mend it")]) == []
