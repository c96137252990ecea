"""A Dask cluster on this machine: the same bytes, though a worker is lost in the midst of work."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.cli import main
from docgen.made import EPOCH
from docgen.project import Project
from docgen.tasks import making
from docgen.tasks.inputs import Inputs
from docgen.tasks.pack import pack, unpack
from docgen.tasks.prints import Prints
from docgen.tasks.task import Job, Task
from tests.projects import made, project
from tests.tasks.test_crews import command

TASK = Task("water", "zh", "html")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "air", "earth", "fire", "water")


# ---- jobs for another machine ------------------------------------------------------------------


def packed(root: Path, **others: str) -> Job:
    """A job for another machine."""
    inputs = Inputs(Project(root), Prints())
    return Job(Project(root), [TASK], [inputs.key(TASK)], packed=pack(inputs.files(TASK)), **others)


def test_the_files_of_a_task_make_a_project_of_their_own(root: Path, tmp_path: Path) -> None:
    files = Inputs(Project(root), Prints()).files(TASK)
    unpack(pack(files), tmp_path / "there")
    read = {name: Path(files[name]).read_bytes() for name in sorted(files)}
    assert made(tmp_path / "there") == read
    assert {name for name in files if name.startswith("content/")} == {"content/water/report.md"}
    assert pack(files) == pack(files)


def test_a_packed_job_gives_the_same_bytes_without_the_project(root: Path) -> None:
    job = packed(root)
    (here,) = making.make(Job(Project(root), [TASK])).outcomes
    root.rename(root.with_name("gone"))
    (there,) = making.make(job).outcomes
    assert there.status == 0
    assert [file.data for file in there.files] == [file.data for file in here.files]
    assert there.problems == here.problems


def test_a_packed_job_has_the_date_of_those_who_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, "2400000000")
    job = packed(root, moment="2400000000")
    monkeypatch.delenv(EPOCH)
    (outcome,) = making.make(job).outcomes
    assert outcome.status == 0
    assert EPOCH not in making.os.environ


def test_a_worker_that_would_make_another_file_refuses(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = packed(root)
    monkeypatch.setattr("docgen.tasks.engine._packages", lambda: iter(["lxml 1.0"]))
    (outcome,) = making.make(job).outcomes
    (problem,) = outcome.problems
    assert (outcome.status, outcome.files) == (3, ())
    assert "would make another file than this machine" in problem.message


def test_an_address_without_a_cluster_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("docgen.tasks.crews.PATIENCE", 1)
    assert main(["build", "--format=html", "--cluster=tcp://127.0.0.1:9"], root) == 3
    said = capsys.readouterr().err
    assert "error: no cluster answers at tcp://127.0.0.1:9" in said
    assert "Traceback" not in said


# ---- a real cluster ----------------------------------------------------------------------------


def dask(folder: Path, name: str, *words: str) -> subprocess.Popen[bytes]:
    """A process of Dask on loopback; what it says is in a file of its own."""
    with (folder / f"{name}.log").open("wb") as log:
        given = [sys.executable, "-m", "dask", *words, "--host=127.0.0.1"]
        return subprocess.Popen(given, cwd=folder, stdout=log, stderr=log)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    folder = tmp_path / "dask"
    folder.mkdir()
    scheduler = dask(folder, "scheduler", "scheduler", "--port=0", "--no-dashboard")
    running = [scheduler]
    try:
        address = listening(folder / "scheduler.log")
        options = ("worker", address, "--nthreads=1", "--no-nanny", "--no-dashboard")
        running += [dask(folder, f"worker{number}", *options) for number in (1, 2)]
        for number in (1, 2):
            waited(folder / f"worker{number}.log", "Starting established connection")
        yield address, running[1:]
    finally:
        for process in running:
            process.kill()
            process.wait()


def listening(log: Path) -> str:
    line = waited(log, "Scheduler at:")
    return line[line.index("tcp://") :].strip()


def waited(log: Path, words: str) -> str:
    """The line with `words` in `log`, once it is there."""
    for _ in range(3000):
        for line in log.read_text("utf-8").splitlines():
            if words in line:
                return line
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


@pytest.mark.slow
def test_every_document_is_made_though_a_worker_is_killed(
    root: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, (victim, survivor) = cluster
    words = ["build", "--format=pdf,docx,html", "--no-cache"]
    given = command(root, *words, f"--cluster={address}", f"--output={root / 'far'}")
    process = subprocess.Popen(given, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stderr
    assert "(1 of 24 files" in until(process, " of ")
    victim.send_signal(signal.SIGKILL)
    said = process.communicate()[1]
    assert process.returncode == 0, said
    assert survivor.poll() is None
    assert main([*words, "--jobs=1"], root) == 0
    far = made(root / "far")
    assert len(far) == 24
    assert far == made(root / "build")


def until(process: subprocess.Popen[str], words: str) -> str:
    assert process.stderr
    for line in process.stderr:
        if words in line:
            return line
    raise AssertionError("the build ended")
