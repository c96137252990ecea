"""The set-up: what is done, what is left alone, and what is said when it cannot be done."""

from __future__ import annotations

import ast
import fcntl
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen import bootstrap
from docgen.bootstrap import SetupFailed

ROOT = Path(__file__).parents[1]
LOCK = """\
# ---- builds
segno==1.6.6 --hash=sha256:00
# ---- tests
pytest==9.2.0 --hash=sha256:11
# ---- gates
openxml-audit==0.8.0 --hash=sha256:22
# ---- fuzz
atheris==3.0.0 --hash=sha256:33
"""
LOCALE = '[fonts.text]\npdf = ["Missing Serif"]\n'
FONTS = (
    '["Missing Serif"]\ndebian = "fonts-missing"\nfedora = "missing-fonts"\nbrew = "font-missing"\n'
)


@pytest.fixture
def root(tmp_path: Path, forgotten_fonts: None) -> Path:
    """A project without an environment, in a language whose font is on no machine."""
    folder = tmp_path / "project"
    (folder / "locales" / "tlh").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[project]\n", "utf-8")
    (folder / "requirements.lock").write_text(LOCK, "utf-8")
    (folder / "locales" / "tlh" / "locale.toml").write_text(LOCALE, "utf-8")
    (folder / "locales" / "fonts.toml").write_text(FONTS, "utf-8")
    return folder


def finish(root: Path, purpose: str = "builds") -> None:
    """Say of the environment of `root` what a set-up says at its end."""
    (root / ".venv").mkdir(exist_ok=True)
    state = bootstrap.wanted(root) | {"purpose": purpose}
    (root / ".venv" / "set-up").write_text(json.dumps(state), "utf-8")


def programs(folder: Path, **scripts: str) -> str:
    """A PATH with nothing but a shell's basics and `scripts` as programs."""
    folder.mkdir()
    for name in ("env", "sh", "cp"):
        (folder / name).symlink_to(shutil.which(name) or "")
    for name, script in scripts.items():
        path = folder / name.replace("_", "-")
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)
    return str(folder)


# ---- when there is something to do -------------------------------------------------------------


def test_a_finished_environment_is_ready_and_none_is_not(root: Path) -> None:
    assert not bootstrap.is_ready(root, "builds")
    finish(root)
    assert bootstrap.is_ready(root, "builds")


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock"])
def test_a_change_of_the_packages_asked_for_makes_it_out_of_date(root: Path, name: str) -> None:
    finish(root)
    (root / name).write_text("changed", "utf-8")
    assert not bootstrap.is_ready(root, "builds")


def test_an_environment_in_another_place_is_not_ready(root: Path, tmp_path: Path) -> None:
    finish(root)
    copy = shutil.copytree(root, tmp_path / "copy")
    assert not bootstrap.is_ready(copy, "builds")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}"])
def test_an_environment_that_is_half_made_is_not_ready(root: Path, text: str) -> None:
    finish(root)
    (root / ".venv" / "set-up").write_text(text, "utf-8")
    assert not bootstrap.is_ready(root, "builds")


def test_one_for_builds_is_not_ready_for_tests_but_the_reverse_holds(root: Path) -> None:
    finish(root)
    assert not bootstrap.is_ready(root, "tests")
    finish(root, "tests")
    assert bootstrap.is_ready(root, "tests")
    assert bootstrap.is_ready(root, "builds")


def test_when_all_is_ready_nothing_is_run_and_nothing_is_loaded(root: Path) -> None:
    finish(root)
    script = (
        "import sys; from pathlib import Path; from docgen import bootstrap\n"
        f'bootstrap.prepare(Path({str(root)!r}), "builds")\n'
        "print({'docgen.machine', 'tomllib', 'ctypes'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, env={"PATH": ""}, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"set()\n", b"")


def test_a_second_set_up_waits_for_the_first_and_finds_its_work_done(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = os.open(root, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    said = bootstrap.say

    def say(text: str) -> None:
        said(text)
        finish(root)
        os.close(lock)

    monkeypatch.setattr(bootstrap, "say", say)
    bootstrap.prepare(root, "builds")
    assert capsys.readouterr().err == "set-up: waiting for another set-up of this folder\n"


# ---- the environment itself --------------------------------------------------------------------


def test_an_environment_is_made_then_kept_while_it_is_healthy_and_made_anew_after_a_failure(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    trace, broken = root / ".venv" / "trace", root / ".venv" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.symlink_to("/nowhere")
    bootstrap.make_environment(root)
    trace.touch()
    finish(root)
    bootstrap.make_environment(root)
    assert trace.exists()
    with pytest.raises(SetupFailed, match="the Python packages could not be installed"):
        bootstrap.install_packages(root, "builds")
    assert not bootstrap.is_ready(root, "builds")
    bootstrap.make_environment(root)
    assert not trace.exists()


def test_an_environment_that_was_made_elsewhere_is_made_anew(root: Path, tmp_path: Path) -> None:
    finish(root)
    copy = shutil.copytree(root, tmp_path / "copy")
    bootstrap.make_environment(copy)
    assert (copy / ".venv" / "bin" / "python").exists()
    assert not bootstrap.is_ready(copy, "builds")


@pytest.mark.parametrize(("able", "taken"), [("exit 0", True), ("exit 1", False)])
def test_it_stands_on_the_python_of_the_system_where_that_can_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, able: str, taken: bool
) -> None:
    name = f"python{bootstrap.VERSION}"
    monkeypatch.setattr(bootstrap, "SYSTEM", Path(programs(tmp_path / "bin", **{name: able})))
    assert (bootstrap._base_python() == str(tmp_path / "bin" / name)) == taken


def test_it_stands_on_the_python_at_hand_where_the_system_has_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "SYSTEM", tmp_path)
    assert Path(bootstrap._base_python()).is_relative_to(sys.base_prefix)


# ---- the system's packages ---------------------------------------------------------------------


def test_without_the_right_to_install_one_message_names_every_platform(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", programs(tmp_path / "bin"))
    with pytest.raises(SetupFailed) as failed:
        bootstrap.supply(root, "builds")
    first, *lines = str(failed.value).splitlines()
    assert first.startswith("missing on this machine: ")
    assert first.endswith("the font Missing Serif")
    assert [line.split(":")[0].strip() for line in lines] == ["Debian, Ubuntu", "Fedora", "macOS"]
    assert [line.split()[-1] for line in lines] == [
        "fonts-missing",
        "missing-fonts",
        "font-missing",
    ]


APT = """\
echo "$*" >> {log}
if [ "$4" = install ]; then cp {bin}/fonts-missing {bin}/fc-list; fi"""


def test_with_that_right_the_lists_are_fetched_once_and_the_packages_installed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, log = tmp_path / "bin", tmp_path / "log"
    apt = APT.format(log=log, bin=folder)
    font = "printf '/f.ttf\\t0\\tMissing Serif\\tSerif\\t80\\t0\\tFalse'"
    path = programs(folder, apt_get=apt, sudo='shift; exec "$@"', true="", fonts_missing=font)
    monkeypatch.setenv("PATH", path)
    bootstrap.supply(root, "builds")
    update, install = log.read_text("utf-8").splitlines()
    waiting = "-o DPkg::Lock::Timeout=600"
    assert update == f"{waiting} -qq update"
    assert install.startswith(f"{waiting} -qq install -y --no-install-recommends ")
    assert install.endswith("fonts-missing")


def test_what_apt_cannot_supply_is_named_after_what_apt_said(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    apt = 'echo "E: Unable to locate package fonts-missing"; exit 100'
    path = programs(tmp_path / "bin", apt_get=apt, sudo='shift; exec "$@"', true="")
    monkeypatch.setenv("PATH", path)
    with pytest.raises(SetupFailed, match="the font Missing Serif"):
        bootstrap.supply(root, "builds")
    assert "E: Unable to locate package fonts-missing" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("purpose", "names"),
    [
        ("builds", ["segno"]),
        ("tests", ["segno", "pytest"]),
        ("gates", ["segno", "pytest", "openxml-audit"]),
        ("fuzz", ["segno", "pytest", "openxml-audit", "atheris"]),
    ],
)
def test_a_purpose_needs_its_packages_and_those_of_the_purposes_before(
    root: Path, purpose: str, names: list[str]
) -> None:
    wanted = bootstrap._locked(root, purpose).split("\n")
    assert [line.partition("==")[0] for line in wanted if line] == names


# ---- programs to measure against ---------------------------------------------------------------

LATEX = """\
echo "$*" >> {log}
if [ "$4" = install ]; then
    for name in soffice xelatex kpsewhich; do cp {bin}/latex {bin}/$name; done
fi"""


def test_programs_to_measure_against_are_installed_where_that_may_be(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, log = tmp_path / "bin", tmp_path / "log"
    apt = LATEX.format(log=log, bin=folder)
    path = programs(folder, apt_get=apt, sudo='shift; exec "$@"', true="", latex="")
    monkeypatch.setenv("PATH", path)
    bootstrap.supply_peers(root)
    install = log.read_text("utf-8").splitlines()[-1]
    assert "libreoffice-writer" in install
    assert "texlive-xetex texlive-lang-chinese" in install
    log.unlink()
    bootstrap.supply_peers(root)
    assert not log.exists()


def test_they_are_named_where_it_may_not(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", programs(tmp_path / "bin"))
    with pytest.raises(SetupFailed, match="LibreOffice Writer, XeLaTeX with ctex"):
        bootstrap.supply_peers(root)


# ---- the command -------------------------------------------------------------------------------


def test_wrong_usage_is_told_with_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["--test"]) == 2
    assert "usage: python3 -m docgen.bootstrap" in capsys.readouterr().err


def test_an_older_python_can_read_the_set_up_and_is_told_what_it_needs() -> None:
    for name in ("__init__.py", "bootstrap.py"):
        ast.parse((ROOT / "docgen" / name).read_text("utf-8"), feature_version=(3, 8))
    assert "Python 3.11 or newer is needed" in bootstrap.too_old()
