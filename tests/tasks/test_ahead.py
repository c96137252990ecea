"""Pages set in a process beside the one that reads: the same files and words, nothing left over."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.projects import REPORT, made, project, write
from tests.tasks.test_crews import ended, from_terminal, interrupt, working

PDF = ["build", "--format=pdf", "--lang=en", "--no-cache"]
ALL = ["build", "--format=docx,pdf,html", "--lang=zh", "--no-cache"]

SCRIPT = """
import os, sys
from pathlib import Path
from docgen.cli import main
from docgen.commands import build
from docgen.tasks import ahead, reader

cores, forks, fork = {cores}, [], os.fork
build.cores = lambda: cores

def counted():
    forks.append(1)
    return fork()

os.fork = counted
{change}
status = main({words!r}, Path({root!r}))
print("forks:", len(forks))
sys.stdout.flush()
os._exit(status)
"""


def command(root: Path, words: Sequence[str], change: str = "", cores: int = 2) -> list[str]:
    """A build on a machine with so many cores, of which something is changed before."""
    script = SCRIPT.format(cores=cores, words=list(words), root=str(root), change=change)
    return [sys.executable, "-c", script]


def built(
    root: Path, words: Sequence[str], change: str = "", cores: int = 2
) -> tuple[int, int, str]:
    """The exit status of a build, how many processes it forked, and what it said."""
    done = subprocess.run(
        command(root, words, change, cores), capture_output=True, encoding="utf-8", check=False
    )
    forks = re.search(r"^forks: (\d+)$", done.stdout, re.MULTILINE)
    assert forks, done.stderr
    return done.returncode, int(forks[1]), done.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "water")


# ---- when --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "cores", "forks"),
    [
        (PDF, 2, 1),
        (ALL, 2, 1),
        (ALL, 8, 2),
        ([*ALL, "--jobs=1"], 8, 0),
        ([*PDF, "--jobs=8"], 2, 1),
        (["build", "--profile=office", "--lang=en", "--no-cache"], 2, 1),
        ([*PDF, "--jobs=1"], 8, 0),
        (PDF, 1, 0),
        ([*PDF, "--jobs=2"], 1, 0),
        (["build", "--format=docx,html", "--lang=en", "--no-cache"], 2, 1),
    ],
)
def test_processes_are_begun_for_pages_and_drawings_of_one_text_where_a_core_is_free(
    root: Path, words: list[str], cores: int, forks: int
) -> None:
    assert built(root, words, cores=cores)[:2] == (0, forks)


def test_none_is_begun_when_nothing_has_changed(root: Path) -> None:
    words = ["build", "--format=pdf", "--lang=en"]
    assert built(root, words)[:2] == (0, 1)
    assert built(root, words)[:2] == (0, 0)


def test_where_the_system_begins_no_more_processes_one_does_all(root: Path) -> None:
    refused = "def refused():\n    raise OSError('no more')\n\nos.fork = refused"
    assert built(root, PDF, refused)[0] == 0
    assert len(made(root / "build")) == 1


# ---- the same ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        [*ALL, "--attach-source"],
        ["build", "--profile=print", "--booklet", "--lang=zh", "--no-cache"],
    ],
)
def test_the_files_are_those_of_one_process(root: Path, words: list[str]) -> None:
    assert built(root, [*words, "--jobs=1"])[:2] == (0, 0)
    alone = made(root / "build")
    assert built(root, [*words, f"--output={root / 'other'}"])[:2] == (0, 1)
    assert made(root / "other") == alone
    assert len(alone) >= 3


LONG = "Wells were dug by the people of a small town. " * 300
WRONG = {
    "content": "And [^none].",
    "characters": "Wells of \U000130b8.",
    "notes": f"A well[^one] or two[^two].\n\n[^one]: {LONG}\n\n[^two]: {LONG}",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_told_in_the_same_words(root: Path, wrong: str) -> None:
    write(root, "water", f"{REPORT}\n{{#p-wrong}}\n{WRONG[wrong]}\n")
    words = ["build", "--format=pdf,html", "--lang=en", "--no-cache"]
    alone = built(root, [*words, "--jobs=1"])
    assert alone[:2] == (1, 0)
    assert "error: " in alone[2]
    assert built(root, words) == (1, 1, alone[2])


def test_the_seconds_of_both_processes_are_told(root: Path) -> None:
    done = subprocess.run(
        command(root, [*ALL, "--timings"]), capture_output=True, encoding="utf-8", check=True
    )
    told = dict(re.findall(r"^(\w[\w ]*?)  +(\d+\.\d\d) s", done.stdout, re.MULTILINE))
    assert set(told) >= {"imports", "reading", "writing pdf", "writing docx", "writing html"}
    assert float(told["writing pdf"]) > 0
    assert done.stdout.count("writing pdf") == 1


# ---- what goes wrong ---------------------------------------------------------------------------


def test_pages_whose_process_was_killed_are_set_by_another(root: Path) -> None:
    killed = "ahead._work = lambda receive, answer: os.kill(os.getpid(), 9)"
    status, forks, said = built(root, ALL, killed)
    assert (status, forks) == (0, 1), said
    assert len(made(root / "build")) == 3
    assert "Traceback" not in said


FAILING = """
def fail():
    raise {error}

ahead._work = lambda receive, answer: answer(fail)
"""


def test_a_fault_there_is_reported_with_the_lines_that_led_to_it(root: Path) -> None:
    fault = FAILING.format(error="ValueError('no ink')")
    status, _, said = built(root, PDF, fault)
    assert status == 70
    assert "docgen is at fault here: ValueError: no ink\n" in said
    trace = (root / "build" / "docgen-crash.txt").read_text("utf-8")
    assert "in fail\n" in trace
    assert "in result\n" in trace


def test_what_is_missing_on_the_machine_is_told_as_ever(root: Path) -> None:
    missing = FAILING.format(error="OSError('cannot load library pango')")
    status, _, said = built(root, PDF, missing)
    assert status == 3
    assert "error: cannot load library pango\n    `make doctor` says" in said


BUSY = "def busy(receive, answer):\n    while True:\n        pass\n\nahead._work = busy"


@pytest.fixture
def building(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A build that waits for its pages."""
    with from_terminal(command(root, ALL, BUSY)) as process:
        yield process


def test_an_interruption_ends_both_processes_and_says_one_line(
    building: subprocess.Popen[str], root: Path
) -> None:
    interrupt(building, 1)
    assert made(root / "build") == {}


def test_the_process_does_not_outlive_a_build_that_is_killed(
    building: subprocess.Popen[str],
) -> None:
    begun = working(building, 1)
    building.kill()
    assert ended(begun)
