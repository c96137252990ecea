"""What goes wrong while docgen works: files are whole old or whole new, and nothing gets lost."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen import po
from docgen.cli import main
from docgen.files import write_whole
from tests.attacks.attack import CHINESE, REPORT, Attack, project, report
from tests.faults.running import duration, ended, files, kill, started

ROOT = Path(__file__).parents[2]
BUILD = ("build", "water", "--lang=en", "--format=docx,html")
SYNC = ("i18n", "sync", "water", "--lang=zh")
FEW, MANY = 10, 500


def paragraphs(word: str) -> str:
    return "".join(f"{{#p-{n}}}\nThe {word} number {n} was dug.\n\n" for n in range(150))


OLD, NEW = (report(paragraphs(word))[REPORT] for word in ("well", "canal"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a report and its translation."""
    made = project(tmp_path / "project", Attack("", "", {REPORT: OLD}))
    assert main(SYNC, made) == 0
    entries = po.read(made / CHINESE)
    words = {entry.context: f"译文 {entry.context}" for entry in entries if entry.context}
    text = po.dump(entries).replace('msgstr ""', 'msgstr "译文"')
    (made / CHINESE).write_text(text.replace('msgstr "译文"\n"Language', 'msgstr ""\n"Language'))
    assert len(words) > 150
    return made


@pytest.fixture
def whole(root: Path) -> dict[str, list[bytes]]:
    """The outputs of the old and of the new text; the old ones are there."""
    both: dict[str, list[bytes]] = {}
    for text in (NEW, OLD):
        (root / REPORT).write_text(text, "utf-8")
        assert main(BUILD, root) == 0
        for name, data in files(root / "build").items():
            both.setdefault(name, []).append(data)
    assert all(len(set(versions)) == 2 for versions in both.values())
    return both


def is_aside(name: str) -> bool:
    return Path(name).name.startswith(".")


# ---- killed ------------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_build_that_is_killed_leaves_each_file_whole(
    root: Path, whole: dict[str, list[bytes]], times: int
) -> None:
    chance = random.Random(times)
    longest = duration(root, BUILD)
    for count in range(times):
        (root / REPORT).write_text((NEW, OLD)[count % 2], "utf-8")
        kill(root, BUILD, longest, chance)
        for name, data in files(root / "build").items():
            assert is_aside(name) or data in whole[name]
    assert main(BUILD, root) == 0
    assert files(root / "build").keys() == whole.keys()


@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_sync_that_is_killed_loses_no_translation(root: Path, times: int) -> None:
    chance = random.Random(times)
    longest = duration(root, SYNC)
    translated = {entry.context for entry in po.read(root / CHINESE) if entry.translated}
    assert len(translated) > 150
    for count in range(times):
        (root / REPORT).write_text((NEW, OLD)[count % 2], "utf-8")
        kill(root, SYNC, longest, chance)
        found = {entry.context for entry in po.read(root / CHINESE) if entry.translated}
        assert translated <= found
    (root / REPORT).write_text(report(paragraphs("spring"))[REPORT], "utf-8")
    assert main(SYNC, root) == 0  # what is left aside goes with the next file that is written
    assert not any(map(is_aside, files(root / "locales/zh/documents")))


def test_a_build_that_is_interrupted_says_so_and_leaves_nothing_half_made(
    root: Path, whole: dict[str, list[bytes]]
) -> None:
    longest = duration(root, BUILD)
    process = started(root, BUILD)
    time.sleep(longest / 2)
    os.kill(process, signal.SIGINT)
    assert ended(process) in (0, 130)
    assert all(data in whole[name] for name, data in files(root / "build").items())


# ---- no room, no permission --------------------------------------------------------------------


def small_files() -> None:
    """From here on no file may become larger than a few thousand bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))


@pytest.mark.parametrize("words", [BUILD, SYNC], ids=" ".join)
def test_a_disk_that_takes_no_more_leaves_the_old_files(root: Path, words: tuple[str, ...]) -> None:
    assert main(BUILD, root) == 0
    before = files(root / "build") | files(root / "locales")
    (root / REPORT).write_text(NEW, "utf-8")
    assert ended(started(root, words, small_files)) == 1
    assert files(root / "build") | files(root / "locales") == before
    said = (root / "said.txt").read_text("utf-8")
    assert "error: the file cannot be written: File too large" in said
    assert "Look whether there is room on the disk" in said


def alone(*words: str) -> list[str]:
    """A command that may mount disks of its own; the test is skipped where nobody may."""
    command = ["unshare", "--map-root-user", "--mount", *words]
    if not shutil.which("unshare") or subprocess.run([*command[:3], "true"]).returncode:
        pytest.skip("this machine lets nobody mount a disk of their own (unshare --mount)")
    return command


@pytest.mark.parametrize(
    ("options", "message"),
    [("size=20k", "No space left on device"), ("ro", "Read-only file system")],
)
def test_a_full_and_a_read_only_disk_are_told(root: Path, options: str, message: str) -> None:
    disk = root / "disk"
    disk.mkdir()
    script = f'mount -t tmpfs -o {options} docgen {disk} || exit 77; exec "$@"'
    program = (
        "import sys; from pathlib import Path; from docgen.cli import main; "
        "sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", program, str(root), *BUILD, f"--output={disk}"]
    words = alone("sh", "-c", script, "sh", *command)
    done = subprocess.run(words, capture_output=True, encoding="utf-8", cwd=ROOT)
    if done.returncode == 77:
        pytest.skip("this machine lets nobody mount a disk of their own (mount -t tmpfs)")
    assert done.returncode == 1, done.stderr
    assert f"error: the file cannot be written: {message}" in done.stderr
    assert "Look whether there is room on the disk and whether you may write" in done.stderr


# ---- several at once ---------------------------------------------------------------------------


def test_builds_of_one_document_at_once_leave_each_file_whole(
    root: Path, whole: dict[str, list[bytes]]
) -> None:
    running = [started(root, BUILD) for _ in range(4)]
    assert [ended(process) for process in running] == [0] * 4
    assert {name: [data] for name, data in files(root / "build").items()} == {
        name: versions[1:] for name, versions in whole.items()
    }


def test_syncs_at_once_lose_no_translation(root: Path) -> None:
    translated = {entry.context for entry in po.read(root / CHINESE) if entry.translated}
    (root / REPORT).write_text(NEW, "utf-8")
    running = [started(root, SYNC) for _ in range(4)]
    assert {ended(process) for process in running} <= {0, 1}
    assert main(SYNC, root) == 0
    found = {entry.context for entry in po.read(root / CHINESE) if entry.translated}
    assert translated <= found
    assert not any(map(is_aside, files(root / "locales/zh/documents")))


def test_what_a_translator_saves_during_a_sync_is_not_written_over(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def slowly(path: Path, data: bytes, *, instead: bytes | None = None) -> None:
        path.write_text(path.read_text("utf-8").replace("译文", "修订"), "utf-8")
        write_whole(path, data, instead=instead)

    monkeypatch.setattr("docgen.translation.syncing.write_whole", slowly)
    (root / REPORT).write_text(NEW, "utf-8")
    assert main(SYNC, root) == 1
    assert "the file has changed meanwhile, and was left as it is" in capsys.readouterr().err
    assert (root / CHINESE).read_text("utf-8").count("修订") > 150


def test_a_source_that_changes_during_a_build_gives_files_of_one_of_its_states(
    root: Path, whole: dict[str, list[bytes]]
) -> None:
    process = started(root, BUILD)
    for count in range(40):
        write_whole(root / REPORT, (OLD, NEW)[count % 2])
        time.sleep(0.005)
    assert ended(process) == 0
    made = files(root / "build")
    states = [{name: versions[n] for name, versions in whole.items()} for n in (0, 1)]
    assert made in states


def test_a_source_that_vanishes_before_a_build_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / REPORT).unlink()
    assert main(BUILD, root) == 2
    assert "there is no document “water”" in capsys.readouterr().err


# ---- the clock ---------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [0.0, 4_000_000_000.0], ids=["1970", "2096"])
def test_the_clock_changes_nothing(
    root: Path, whole: dict[str, list[bytes]], monkeypatch: pytest.MonkeyPatch, moment: float
) -> None:
    monkeypatch.setattr(time, "time", lambda: moment)
    monkeypatch.setattr(time, "time_ns", lambda: int(moment * 1e9))
    for path in (*(root / "content").rglob("*"), *(root / "build").rglob("*")):
        os.utime(path, (moment, moment))
    (root / REPORT).write_text(NEW, "utf-8")
    os.utime(root / REPORT, (0, 0))
    assert main(BUILD, root) == 0
    assert files(root / "build") == {name: versions[0] for name, versions in whole.items()}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert main(BUILD, root) == 0
