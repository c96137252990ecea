"""Several processes: the same files and the same words, and nothing left when they are stopped."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path

import pytest

from docgen.cli import main
from docgen.project import Project
from docgen.report import SetupError
from docgen.tasks import crews
from docgen.tasks.crews import Workers, processes
from docgen.tasks.task import Done, Job, Task
from tests.projects import REPORT, made, project, write

HTML = ["build", "--format=html", "--no-cache"]
PATIENCE = 3000
"""How often a test looks again before it gives up: some minutes, which only a failure takes."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "air", "fire", "water")


def test_the_files_and_the_words_are_those_of_one_process(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "fire", f"{REPORT}\nAnd [^none].\n")
    assert main([*HTML, "--jobs=1"], root) == 1
    alone, said = made(root / "build"), problems(capsys)
    assert main([*HTML, "--jobs=2", f"--output={root / 'other'}"], root) == 1
    assert made(root / "other") == alone
    assert problems(capsys) == said
    assert len(alone) == 4


def problems(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return re.findall(r"^.*(?:error|warning): .*$", capsys.readouterr().err, re.MULTILINE)


def test_in_a_log_each_file_is_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*HTML, "--jobs=2", "--lang=en"], root) == 0
    said = capsys.readouterr().err.splitlines()
    counted = [re.fullmatch(r"(\w+) en html \((\d) of 3 files, .* s left\)", line) for line in said]
    assert [found[2] for found in counted if found] == ["1", "2", "3"]
    assert {found[1] for found in counted if found} == {"air", "fire", "water"}


@pytest.mark.parametrize("given", ["0", "-1", "many"])
def test_a_number_of_processes_is_a_number(
    given: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", f"--jobs={given}"], root)
    assert ended.value.code == 2
    assert "is no number of processes" in capsys.readouterr().err


def command(root: Path, *words: str) -> list[str]:
    script = "import sys; from pathlib import Path; from docgen.cli import main\n"
    return [sys.executable, "-c", f"{script}sys.exit(main({list(words)!r}, Path({str(root)!r})))"]


def children(process: int) -> list[int]:
    """The processes that `process` has begun, and theirs."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, encoding="utf-8", check=True
    )
    parents = {int(pid): int(parent) for pid, parent in map(str.split, listed.stdout.splitlines())}
    below = [pid for pid, parent in parents.items() if parent == process]
    return below + [each for pid in below for each in children(pid)]


def working(process: subprocess.Popen[str], number: int) -> list[int]:
    """The processes of a build once there are so many."""
    for _ in range(PATIENCE):
        found = children(process.pid)
        if len(found) >= number:
            return found
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError("no processes")


def ended(processes: list[int]) -> bool:
    """Whether all of `processes` are gone, waiting a while for it."""
    for _ in range(PATIENCE):
        if not any(map(alive, processes)):
            return True
        time.sleep(0.05)
    return False


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@contextmanager
def from_terminal(command: list[str], **variables: str) -> Iterator[subprocess.Popen[str]]:
    """A command in a group of its own as if from a terminal, with these variables besides."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    yield process
    process.kill()
    process.communicate()


def interrupt(building: subprocess.Popen[str], number: int) -> None:
    """Interrupt a build that so many processes work for: it says one line, and all of them end."""
    begun = working(building, number)
    os.killpg(building.pid, signal.SIGINT)
    said = building.communicate()[1].splitlines()
    assert said[-1] == "stopped; nothing half-made is left behind"
    assert "Traceback" not in "".join(said)
    assert building.returncode == 130
    assert ended(begun)


def temporary(root: Path) -> Path:
    """Where the build of a test puts its temporary files."""
    return root.with_name("temporary")


@pytest.fixture
def building(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A build by two processes."""
    words = ["build", "--format=pdf", "--jobs=2", "--no-cache"]
    temporary(root).mkdir()
    with from_terminal(command(root, *words), TMPDIR=str(temporary(root))) as process:
        yield process


def test_an_interruption_stops_all_processes_and_says_one_line(
    building: subprocess.Popen[str], root: Path
) -> None:
    interrupt(building, 3)
    assert not list((root / "build").rglob(".*"))
    assert list(temporary(root).iterdir()) == []


def test_processes_do_not_outlive_a_build_that_is_killed(building: subprocess.Popen[str]) -> None:
    begun = working(building, 3)
    building.kill()
    assert ended(begun)


def test_what_a_process_that_broke_down_had_to_do_is_done_by_another(
    building: subprocess.Popen[str], root: Path
) -> None:
    *_, last = working(building, 3)
    os.kill(last, signal.SIGKILL)
    said = building.communicate()[1]
    assert building.returncode == 0, said
    assert len(made(root / "build")) == 6
    assert list(temporary(root).iterdir()) == []


def test_where_it_breaks_down_again_the_person_is_told_of_what(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crews, "make", die)
    assert main([*HTML, "--jobs=2", "--lang=en"], root) == SetupError.status
    said = capsys.readouterr().err
    assert "error: the process at work on air en was ended by the system\n" in said


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_cluster_that_lost_a_job_is_no_fault_of_docgen() -> None:
    future: Future[Done] = Future()
    future.cancel()
    future.set_running_or_notify_cancel()
    crew = Workers(Finished(future), 1, away=True)
    ((number, lost),) = crew.run({7: Job(Project(Path()), ())}, lambda job: job)
    assert (number, type(lost)) == (7, SetupError)
    assert "the cluster lost a task: the scheduler is gone" in str(lost)


class Finished(Executor):
    """Gives a future that is there already."""

    def __init__(self, future: Future[Done]) -> None:
        self.future = future

    def submit(self, *_: object, **__: object) -> Future[Done]:
        return self.future


def test_processes_end_with_their_work(root: Path) -> None:
    job = Job(Project(root), [Task("water", "en", "html")])
    with processes(1) as crew:
        assert crew.begin(job).result().outcomes[0].status == 0
        begun = [pid for pid in children(os.getpid()) if "spawn_main" in words(pid)]
    assert begun
    assert ended(begun)


def words(process: int) -> str:
    """The command line of a process, empty when it is gone."""
    path = Path(f"/proc/{process}/cmdline")
    return path.read_text("utf-8") if path.exists() else ""
