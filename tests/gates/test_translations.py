"""The translation files before GNU msgfmt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gates.conftest import program, run

pytestmark = pytest.mark.gate
ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "locales").rglob("*.po"))


def check(path: Path, folder: Path) -> str:
    """What msgfmt says of a file; empty for a good one."""
    msgfmt = program("msgfmt", "GNU gettext")
    said = run(msgfmt, "--check", "--output-file", str(folder / "made.mo"), str(path))
    return "" if said.returncode == 0 else said.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_msgfmt_takes_the_file(path: Path, tmp_path: Path) -> None:
    assert check(path, tmp_path) == ""


def test_msgfmt_refuses_a_file_without_an_end(tmp_path: Path) -> None:
    bad = tmp_path / "bad.po"
    bad.write_text('msgid "one\n', "utf-8")
    assert "bad.po:1" in check(bad, tmp_path)
