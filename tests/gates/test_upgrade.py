"""Another WeasyPrint, which pip fetches, makes drafts of lower quality and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.render.engine import VERSION
from tests.conforming import failures
from tests.gates.conftest import run
from tests.projects import REPORT, write

pytestmark = pytest.mark.gate

OTHER = "69.0"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with that WeasyPrint, from which Python takes it before its own."""
    folder = tmp_path_factory.mktemp("other")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    if run(*pip, f"--target={folder}", f"weasyprint=={OTHER}").returncode:
        pytest.skip(f"pip cannot fetch WeasyPrint {OTHER}")
    return folder


def built(folder: Path, elsewhere: Path, *options: str) -> subprocess.CompletedProcess[str]:
    write(folder, "wells", REPORT)
    content, output = folder / "content" / "wells", folder / "made"
    return subprocess.run(
        [sys.executable, "-m", "docgen", "build", content, f"--output={output}", *options],
        env=os.environ | {"PYTHONPATH": str(elsewhere)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_draft_says_what_it_is(elsewhere: Path, tmp_path: Path) -> None:
    done = built(tmp_path, elsewhere, "--format=pdf")
    assert done.returncode == 0
    assert done.stderr.count(f"WeasyPrint {OTHER} is here, not {VERSION}") == 1
    (made,) = tmp_path.glob("made/**/*.pdf")
    assert b"this PDF is of lower quality" in made.read_bytes()
    assert failures(made.read_bytes(), "PDF_A_3U") == []


@pytest.mark.parametrize("options", [["--format=pdf", "--mode=final"], ["--profile=print"]])
def test_nothing_final_is_made(elsewhere: Path, tmp_path: Path, options: list[str]) -> None:
    done = built(tmp_path, elsewhere, *options)
    assert done.returncode == 3
    assert "is of lower quality" in done.stderr
    assert not list(tmp_path.glob("made/**/*.*"))
