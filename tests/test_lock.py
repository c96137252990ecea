"""requirements.lock: what it names, and how it is written."""

from __future__ import annotations

import re
from pathlib import Path

from docgen import lock
from docgen.bootstrap import PURPOSES, SECTION

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "requirements.lock").read_text("utf-8")
PACKAGE = re.compile(r"(?P<name>[a-z0-9-]+)==\S+(?: \\\n    --hash=sha256:[0-9a-f]{64})+")


def names(purpose: str) -> set[str]:
    """The packages that stand in the section of a purpose."""
    section = TEXT.split(f"{SECTION}{purpose}\n")[1].partition(SECTION)[0]
    return {found["name"] for found in PACKAGE.finditer(section)}


def test_there_is_a_section_for_each_purpose_with_what_the_project_asks_for() -> None:
    assert {"weasyprint", "lxml", "flit-core"} <= names("builds")
    assert {"pytest", "ruff", "python-docx"} <= names("tests")
    assert "openxml-audit" in names("gates")
    assert names("fuzz") == {"atheris"}
    assert len(PURPOSES) == TEXT.count(SECTION)


def test_no_package_is_named_twice_and_none_that_every_environment_has() -> None:
    everything = [name for purpose in PURPOSES for name in sorted(names(purpose))]
    assert len(everything) == len(set(everything))
    assert not set(everything) & set(lock.OWN)


def test_nothing_but_packages_with_hashes_stands_in_it() -> None:
    rest = [line for line in PACKAGE.sub("", TEXT).splitlines() if line]
    assert all(line.startswith("#") for line in rest)


def test_each_package_is_a_paragraph_with_the_hashes_of_its_files_in_order() -> None:
    written = lock.text({"builds": {"segno": "1.6.6"}}, lambda name, version: {"b", "a"})
    assert written.splitlines()[1:] == [
        "",
        "# ---- builds",
        "segno==1.6.6 \\",
        "    --hash=sha256:a \\",
        "    --hash=sha256:b",
    ]


def test_a_name_has_one_spelling() -> None:
    assert lock.normal("Mdit_Py.Plugins") == "mdit-py-plugins"
