"""Builds: what did not change is not done again, and what is kept is never believed blindly."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.cli import main
from docgen.made import FORMATS
from docgen.project import Project
from docgen.tasks import making
from docgen.tasks.inputs import Inputs
from docgen.tasks.prints import Prints
from docgen.tasks.task import Done, Job, Task
from tests.projects import REPORT, TRANSLATION, made, project, translate, write

EVERYTHING = ["build", "--format=html,docx", "--jobs=1"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "water")


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tasks that are really done, as they are done."""
    found: list[str] = []
    make = making._made

    def noting(project: object, tasks: list[making.Task], *rest: object) -> object:
        found.extend(f"{task.label} {task.format}" for task in tasks)
        return make(project, tasks, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "_made", noting)
    return found


def build(root: Path, *options: str) -> dict[str, bytes]:
    assert main([*EVERYTHING, *options], root) == 0
    return made(root / "build")


def test_what_did_not_change_is_not_done_again(root: Path, jobs: list[str]) -> None:
    first = build(root)
    assert jobs == ["water en html", "water en docx", "water zh html", "water zh docx"]
    jobs.clear()
    assert build(root) == first
    assert jobs == []


def test_a_changed_translation_is_built_in_its_language_alone(root: Path, jobs: list[str]) -> None:
    build(root)
    jobs.clear()
    translate(root, "water", TRANSLATION.replace("挖井", "打井"))
    after = build(root)
    assert jobs == ["water zh html", "water zh docx"]
    assert "打井" in after["water/zh/A_99_1-zh.html"].decode()


def test_another_format_is_the_only_one_to_be_made(root: Path, jobs: list[str]) -> None:
    assert main(["build", "--format=html", "--lang=en"], root) == 0
    jobs.clear()
    build(root, "--lang=en")
    assert jobs == ["water en docx"]


def test_what_went_back_to_an_earlier_state_is_taken_from_there(
    root: Path, jobs: list[str]
) -> None:
    first = build(root)
    write(root, "water", REPORT.replace("dug", "found"))
    assert build(root) != first
    write(root, "water", REPORT)
    jobs.clear()
    assert build(root) == first
    assert jobs == []


def test_what_is_kept_serves_a_project_in_another_place(
    root: Path, tmp_path: Path, jobs: list[str]
) -> None:
    first = build(root)
    other = shutil.copytree(root, tmp_path / "elsewhere")
    shutil.rmtree(other / "build" / "water")
    jobs.clear()
    assert build(other) == first
    assert jobs == []


def test_a_file_that_was_lost_or_changed_comes_back(root: Path, jobs: list[str]) -> None:
    first = build(root)
    folder = root / "build" / "water" / "en"
    (folder / "A_99_1-en.docx").unlink()
    (folder / "A_99_1-en.html").write_text("something else", "utf-8")
    jobs.clear()
    assert build(root) == first
    assert jobs == []


def test_a_file_that_is_right_is_left_alone(root: Path) -> None:
    build(root)
    path = root / "build" / "water" / "en" / "A_99_1-en.docx"
    before = path.stat().st_ino
    build(root)
    assert path.stat().st_ino == before


def test_what_is_damaged_is_made_again(root: Path, jobs: list[str]) -> None:
    first = build(root)
    for path in (root / "build" / ".cache").glob("??/*"):
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    jobs.clear()
    assert build(root) == first
    assert len(jobs) == 4


def test_a_list_whose_file_is_gone_is_not_believed(root: Path, jobs: list[str]) -> None:
    first = build(root)
    shutil.rmtree(root / "build" / "water")
    for path in (root / "build" / ".cache").glob("??/*"):
        if b"Wells were dug" in path.read_bytes():
            path.unlink()
    jobs.clear()
    assert build(root) == first
    assert jobs == ["water en html"]


def test_without_the_cache_all_is_made_and_nothing_kept(root: Path, jobs: list[str]) -> None:
    for _ in range(2):
        assert main(["build", "--format=html,pdf", "--lang=en", "--no-cache"], root) == 0
        assert not (root / "build" / ".cache").exists()
    assert jobs == ["water en html", "water en pdf"] * 2


def test_problems_are_told_again_though_nothing_is_made(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    build(root)
    first = capsys.readouterr().err
    assert "locales/zh/documents/water.po" in first
    assert ": warning: " in first
    build(root)
    second = capsys.readouterr().err
    assert second.splitlines() == [
        line for line in first.splitlines() if line not in ("water en", "water zh")
    ]


def test_problems_have_the_places_of_the_project_that_takes_them(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: list[str]
) -> None:
    build(root)
    other = shutil.copytree(root, tmp_path / "elsewhere")
    capsys.readouterr()
    jobs.clear()
    build(other)
    assert jobs == []
    places = re.findall(r"^(\S+): warning", capsys.readouterr().err, re.MULTILINE)
    assert places
    assert all(place.startswith(str(other)) for place in places)


def test_content_with_errors_is_read_again(root: Path, jobs: list[str]) -> None:
    write(root, "water", f"{REPORT}\nAnd [^none].\n")
    for _ in range(2):
        assert main([*EVERYTHING, "--lang=en"], root) == 1
    assert jobs == ["water en html", "water en docx"] * 2
    assert made(root / "build") == {}


def test_a_fault_of_docgen_in_one_task_does_not_stop_the_others(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = making._made

    def fail(project: object, tasks: list[making.Task], *rest: object) -> object:
        if tasks[0].language == "en":
            raise ValueError("seven is not a vegetable")
        return make(project, tasks, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "_made", fail)
    assert main(EVERYTHING, root) == 70
    assert set(made(root / "build")) == {
        *(f"water/zh/A_99_1-zh.{kind}" for kind in ("docx", "html")),
        "docgen-crash.txt",
    }


def test_a_fault_of_docgen_leaves_in_place_what_was_kept_of_its_text(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build", "--format=docx", "--lang=en", "--jobs=1"], root) == 0
    before = made(root / "build")
    shutil.rmtree(root / "build" / "water")

    def broken(*given: object) -> object:
        raise RuntimeError("a fault")

    monkeypatch.setattr(making, "_made", broken)
    assert main([*EVERYTHING, "--lang=en"], root) == 70
    assert before["water/en/A_99_1-en.docx"] == made(root / "build")["water/en/A_99_1-en.docx"]


def test_what_was_changed_while_it_was_built_is_built_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = making._made

    def meanwhile(project: object, tasks: list[making.Task], *rest: object) -> object:
        done = make(project, tasks, *rest)  # type: ignore[arg-type]
        write(root, "water", REPORT.replace("dug", "drilled"))
        return done

    with monkeypatch.context() as patch:
        patch.setattr(making, "_made", meanwhile)
        before = build(root, "--lang=en")
    write(root, "water", REPORT)
    kept = b"".join(path.read_bytes() for path in (root / "build" / ".cache").glob("??/*"))
    assert b"Wells were dug" in before["water/en/A_99_1-en.html"]
    assert b"A_99_1-en.html" not in kept


def test_what_was_kept_is_not_mixed_with_what_was_changed_meanwhile(
    root: Path, monkeypatch: pytest.MonkeyPatch, jobs: list[str]
) -> None:
    make, states = making._made, [REPORT.replace("dug", "drilled")]

    def earlier(project: object, tasks: list[making.Task], *rest: object) -> object:
        if states:
            write(root, "water", states.pop())
        return make(project, tasks, *rest)  # type: ignore[arg-type]

    build(root, "--lang=en")
    (kept,) = (root / "build" / ".cache").glob("??/" + key_of(root, "html"))
    kept.unlink()
    jobs.clear()
    with monkeypatch.context() as patch:
        patch.setattr(making, "_made", earlier)
        torn = build(root, "--lang=en")
    assert jobs == ["water en html", "water en html", "water en docx"]
    shutil.rmtree(root / "build")
    assert build(root, "--lang=en") == torn
    assert b"Wells were drilled" in torn["water/en/A_99_1-en.html"]


def key_of(root: Path, name: str) -> str:
    return Inputs(Project(root), Prints()).key(Task("water", "en", name))


def test_a_file_that_cannot_be_put_in_its_place_is_told_and_stops_no_other(
    root: Path, capsys: pytest.CaptureFixture[str], jobs: list[str]
) -> None:
    (root / "build" / "water").mkdir(parents=True)
    (root / "build" / "water" / "en").write_text("no folder", "utf-8")
    for _ in range(2):
        assert main(EVERYTHING, root) == 1
        assert "error: the file cannot be written: " in capsys.readouterr().err
    assert set(made(root / "build")) >= {"water/zh/A_99_1-zh.docx", "water/zh/A_99_1-zh.html"}
    assert len(jobs) == 4


def test_a_print_file_and_its_facts_are_kept_too(root: Path) -> None:
    words = ["build", "--lang=en", "--profile=office"]
    assert main(words, root) == 0
    first = made(root / "build")
    assert sorted(Path(name).suffix for name in first) == [".json", ".pdf", ".pdf", ".txt"]
    shutil.rmtree(root / "build" / "water")
    assert main(words, root) == 0
    assert made(root / "build") == first


# ---- nothing changed ---------------------------------------------------------------------------

LOADED = """
import atexit, sys
before = set(sys.modules)
from pathlib import Path
from docgen.cli import main
def tell():
    found = {name.partition(".")[0] for name in set(sys.modules) - before}
    print("loaded:", *sorted(found - set(sys.stdlib_module_names)))
    heavy = {"asyncio", "multiprocessing", "email", "logging", "zipfile", "xml"}
    print("of Python:", *sorted(heavy & set(sys.modules)))
atexit.register(tell)
sys.exit(main(sys.argv[2:], Path(sys.argv[1])))
"""


def test_where_nothing_changed_nothing_but_docgen_is_loaded(root: Path) -> None:
    formats = ",".join(FORMATS)
    command = [sys.executable, "-c", LOADED, str(root), "build", f"--format={formats}"]
    first, second = (
        subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        for _ in range(2)
    )
    assert len(re.findall(r"  unchanged$", second, re.MULTILINE)) == 2 * len(FORMATS)
    assert "unchanged" not in first
    assert second.splitlines()[-2:] == ["loaded: docgen", "of Python:"]


SPARED = """
import sys
from docgen.__main__ import late, main
from pathlib import Path
status = main(sys.argv[2:], Path(sys.argv[1]))
spared = "bz2 concurrent difflib gettext html inspect ipaddress json locale logging lzma"
spared += " tokenize traceback zipfile"
found = {name: sys.modules.get(name) for name in spared.split()}
late = (late.Postponed, type(None))
print("loaded:", *(name for name in found if not isinstance(found[name], late)))
sys.exit(status)
"""


def test_a_word_file_is_made_without_what_python_has_for_other_things(root: Path) -> None:
    command = [sys.executable, "-c", SPARED, str(root), "build", "--format=docx", "--no-cache"]
    for words in (["--lang=zh"], ["--lang=en", "--jobs=1"]):
        done = subprocess.run(
            [*command, *words, "water"], capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout.splitlines()[-1] == "loaded:"


# ---- for programs ------------------------------------------------------------------------------


def test_a_program_gets_files_and_problems(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for unchanged in (False, True):
        build(root, "--lang=zh", "--json")
        listed = json.loads(capsys.readouterr().out)
        html, docx = listed["files"]
        assert Path(html["path"]) == root / "build" / "water" / "zh" / "A_99_1-zh.html"
        assert (html["document"], html["language"], html["format"]) == ("water", "zh", "html")
        assert html["bytes"] == Path(html["path"]).stat().st_size
        assert [html["unchanged"], docx["unchanged"]] == [unchanged] * 2
        assert {each["file"] for each in listed["problems"]} == {"locales/zh/documents/water.po"}
        assert listed["counts"]["error"] == 0


def test_a_program_gets_problems_where_there_is_no_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "water", f"{REPORT}\nAnd [^none].\n")
    assert main([*EVERYTHING, "--lang=en", "--json"], root) == 1
    listed = json.loads(capsys.readouterr().out)
    assert listed["files"] == []
    assert [(each["file"], each["line"]) for each in listed["problems"]] == [
        ("content/water/report.md", 21)
    ]


def test_the_time_is_told_by_stage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(root, "--timings")
    rows = dict(re.findall(r"^(\w[\w ]+?) +(\d+\.\d\d s) +\d+%$", capsys.readouterr().out, re.M))
    assert set(rows) >= {
        *("imports", "reading", "localizing", "resolving", "writing html", "writing docx"),
        *("looking for changes", "putting in place"),
    }


# ---- what is kept ------------------------------------------------------------------------------


def test_the_cache_says_how_large_it_is_and_goes(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    first = build(root)
    capsys.readouterr()
    assert main(["cache", "info"], root) == 0
    assert re.fullmatch(r"build/\.cache: \d+ things, \d+\.\d MB\n", capsys.readouterr().out)
    assert main(["cache", "clean", "--unused=30"], root) == 0
    assert capsys.readouterr().out == "no things removed\n"
    assert main(["cache", "clean"], root) == 0
    assert main(["cache", "info"], root) == 0
    assert capsys.readouterr().out.endswith("build/.cache: no things, 0.0 MB\n")
    assert made(root / "build") == first


def test_a_job_says_what_became_of_each_of_its_tasks(root: Path) -> None:
    tasks = [making.Task("water", "en", name) for name in ("html", "docx")]
    done = making.make(Job(Project(root), tasks))
    assert isinstance(done, Done)
    assert [file.name for outcome in done.outcomes for file in outcome.files] == [
        "water/en/A_99_1-en.html",
        "water/en/A_99_1-en.docx",
    ]


def test_who_keeps_nothing_looks_for_no_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Inputs, "key", lambda inputs, task: asked.append(task) or "")
    build(root, "--no-cache")
    assert asked == []
