"""The Makefile: variables on the command line → the command line of docgen."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SUBMAKE = "show:\n\t@echo LANG=$(LANG) origin=$(origin LANG)\n"

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not on this machine")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that is set up, whose docgen prints its arguments, its locale, a make's locale."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "docgen").mkdir()
    (tmp_path / "docgen" / "bootstrap.py").write_text("", "utf-8")
    (tmp_path / "sub.mk").write_text(SUBMAKE, "utf-8")
    docgen = tmp_path / ".venv" / "bin" / "docgen"
    docgen.parent.mkdir(parents=True)
    docgen.write_text('#!/bin/sh\necho "docgen $*"\necho "LANG=$LANG"\nmake -f sub.mk show\n')
    docgen.chmod(0o755)
    return tmp_path


def make(checkout: Path, *arguments: str, **environment: str) -> list[str]:
    """Run make with `environment` added to a bare one → the lines printed."""
    bare = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = ["make", "-C", str(checkout), "--no-print-directory", *arguments]
    done = subprocess.run(command, env=bare | environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def docgen(checkout: Path, *arguments: str, **environment: str) -> str:
    return " ".join(make(checkout, *arguments, **environment)[0].split())


def test_without_a_language_all_are_built(checkout: Path) -> None:
    assert docgen(checkout, "report") == "docgen build"


@pytest.mark.parametrize("value", ["zh", "en_GB.UTF-8", "C"])
def test_a_lang_of_the_environment_never_selects_a_language(checkout: Path, value: str) -> None:
    assert docgen(checkout, "report", LANG=value) == "docgen build"


def test_not_even_when_make_is_told_to_prefer_the_environment(checkout: Path) -> None:
    assert docgen(checkout, "-e", "report", LANG="zh") == "docgen build"


def test_a_lang_on_the_command_line_selects_the_language(checkout: Path) -> None:
    assert docgen(checkout, "report", "LANG=zh", LANG="en_GB.UTF-8") == "docgen build --lang=zh"


def test_several_languages_stand_between_commas(checkout: Path) -> None:
    assert docgen(checkout, "report", "LANG=zh,en") == "docgen build --lang=zh --lang=en"


@pytest.mark.parametrize("given", [[], ["LANG=zh"]])
def test_children_see_a_locale_that_exists(checkout: Path, given: list[str]) -> None:
    assert make(checkout, "report", *given, LANG="zh")[1] == "LANG=C.UTF-8"


def test_a_make_below_this_one_does_not_see_the_language_as_its_locale(checkout: Path) -> None:
    assert make(checkout, "report", "LANG=zh")[2] == "LANG=C.UTF-8 origin=environment"


def test_documents_formats_and_mode_are_handed_on(checkout: Path) -> None:
    given = ["DOC=water cities", "FORMAT=pdf,html", "MODE=final"]
    wanted = "docgen build water cities --format=pdf --format=html --mode=final"
    assert docgen(checkout, "report", *given) == wanted


def test_variables_of_the_environment_change_nothing(checkout: Path) -> None:
    environment = {"DOC": "water", "FORMAT": "html", "MODE": "final"}
    assert docgen(checkout, "report", **environment) == "docgen build"


@pytest.mark.parametrize(
    ("target", "command"),
    [("check", "check"), ("sync", "i18n sync"), ("status", "i18n status")],
)
def test_other_targets_take_documents_and_languages_too(
    checkout: Path, target: str, command: str
) -> None:
    assert docgen(checkout, target, "DOC=water", "LANG=zh") == f"docgen {command} water --lang=zh"


def test_print_is_for_the_press_unless_a_profile_is_given(checkout: Path) -> None:
    assert docgen(checkout, "print", "LANG=zh") == "docgen build --lang=zh --profile=print"
    given = ["PROFILE=office", "BOOKLET=yes"]
    assert docgen(checkout, "print", *given) == "docgen build --profile=office --booklet"


def test_the_preview_takes_documents_and_a_port(checkout: Path) -> None:
    wanted = "docgen preview water --port=9000"
    assert docgen(checkout, "preview", "DOC=water", "PORT=9000") == wanted
    assert docgen(checkout, "preview", PORT="9000") == "docgen preview"


def test_a_check_is_strict_when_that_is_asked_for(checkout: Path) -> None:
    assert docgen(checkout, "check", "STRICT=yes") == "docgen check --strict"
    assert docgen(checkout, "check", STRICT="yes") == "docgen check"


def test_help_is_the_default_and_lists_every_target(checkout: Path) -> None:
    phony = re.findall(r"^\.PHONY: ((?:.*\\\n)*.*)$", MAKEFILE, re.MULTILINE)[0]
    targets = phony.replace("\\\n", " ").split()
    listed = {line.split()[0] for line in make(checkout)[1:]}
    assert listed == {target for target in targets if not target.startswith("setup-")}


def test_the_command_of_continuous_integration_is_that_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").splitlines()[-2:] == ["make test", "exec make gates"]
    assert "make test" in (ROOT / "README.md").read_text("utf-8")


def test_a_diff_hands_on_the_older_revision_and_the_author(checkout: Path) -> None:
    given = ["DOC=water", "OLD=HEAD~3", "LANG=zh", "AUTHOR=Drafting Unit"]
    wanted = "docgen diff water --since=HEAD~3 --author=Drafting Unit --lang=zh"
    assert docgen(checkout, "diff", *given) == wanted
