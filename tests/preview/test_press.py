"""PDFs made by a process beside the server."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.preview.desk import printed
from docgen.project import Project
from tests.projects import REPORT, made, project, write

SCRIPT = """
import json, os, sys
from pathlib import Path
from threading import Thread
from docgen.preview.press import press
from docgen.project import Project
from docgen.report import DocgenError

told = []

def ask(make, language):
    try:
        told.append(str(make(Project(Path(sys.argv[1])), "water", language)))
    except DocgenError as error:
        told.append(str(error))

with press() as make:
    thread = Thread(target=lambda: [ask(make, language) for language in ("en", "zh", "en")])
    thread.start()
    thread.join()
print(json.dumps([told, "weasyprint" in sys.modules]))
"""


def told(root: Path, change: str = "") -> tuple[list[str], bool]:
    """What a server is given of three PDFs, and whether it has loaded the page engine itself."""
    command = [sys.executable, "-c", change + SCRIPT, str(root)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    given, loaded = json.loads(done.stdout)
    return given, loaded


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "water")


def test_the_files_are_those_that_the_server_would_make_itself(root: Path) -> None:
    given, loaded = told(root)
    names = [f"water/{language}/A_99_1-{language}.pdf" for language in ("en", "zh", "en")]
    assert given == [str(root / "build" / name) for name in names]
    assert not loaded
    there = made(root / "build")
    for language in ("en", "zh"):
        printed(Project(root), "water", language)
    assert made(root / "build") == there
    assert len(there) == 2


def test_a_document_with_errors_is_refused_and_the_next_is_made(root: Path) -> None:
    write(root, "water", REPORT.replace("Wells were dug.", "See [](#p-none)."))
    given, _ = told(root)
    assert len(given) == 3
    assert all("error" in each for each in given)
    write(root, "water", REPORT)
    assert told(root)[0][0].endswith("A_99_1-en.pdf")


KILLED = """
import os
from importlib import import_module

def kill_others(module, server, printed):
    def made(*wanted):
        return printed(*wanted) if os.getpid() == server else os.kill(os.getpid(), 9)
    module.printed = made

module = import_module("docgen.preview.press")
kill_others(module, os.getpid(), module.printed)
"""


def test_where_the_process_is_gone_the_server_makes_them_itself(root: Path) -> None:
    given, loaded = told(root, KILLED)
    assert [Path(name).name for name in given] == [
        "A_99_1-en.pdf",
        "A_99_1-zh.pdf",
        "A_99_1-en.pdf",
    ]
    assert loaded
