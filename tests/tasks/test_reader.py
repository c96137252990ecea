"""A text read in a process beside the one that loads all else: the same files, the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.report import Report
from docgen.tasks import reader
from tests.projects import REPORT, made, project, write
from tests.tasks.test_ahead import built

WORDS = ["build", "--format=html", "--lang=zh", "--no-cache"]
LONG = "reader.LONG = 0"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "water")


@pytest.mark.parametrize(
    ("words", "cores", "forks"),
    [
        (WORDS, 2, 1),
        (["build", "--format=html", "--lang=zh"], 2, 1),
        (["build", "--format=docx", "--lang=zh", "--no-cache"], 2, 1),
        ([*WORDS, "--jobs=1"], 2, 0),
        ([*WORDS, "--jobs", "1"], 2, 0),
        (WORDS, 1, 0),
    ],
)
def test_a_process_is_begun_for_one_text_where_a_core_is_free(
    root: Path, words: list[str], cores: int, forks: int
) -> None:
    assert built(root, words, cores=cores)[:2] == (0, forks)


def test_none_is_begun_when_nothing_has_changed(root: Path) -> None:
    words = ["build", "--format=html", "--lang=zh"]
    assert [built(root, words)[1] for _ in range(2)] == [1, 0]


def test_a_long_text_is_read_here(root: Path) -> None:
    assert built(root, WORDS, LONG)[:2] == (0, 0)


def test_the_files_are_those_of_one_process(root: Path) -> None:
    words = ["build", "--format=docx,html", "--lang=zh", "--no-cache"]
    assert built(root, [*words, "--jobs=1"])[:2] == (0, 0)
    assert built(root, [*words, f"--output={root / 'other'}"])[:2] == (0, 1)
    assert made(root / "other") == made(root / "build")
    assert len(made(root / "build")) == 2


WRONG = {
    "a text": f"{REPORT}\n{{#p-wrong}}\nAnd [^none].\n",
    "its language": REPORT.replace("source: en", "source: xx"),
    "its facts": REPORT.replace("symbol:", "symbols:"),
    "its facts and its depth": f"{REPORT.replace('session', 'sessions')}\n{'>' * 40} Deep.\n",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_with_it_is_told_in_the_same_words(root: Path, wrong: str) -> None:
    write(root, "water", WRONG[wrong])
    alone = built(root, [*WORDS, "--jobs=1"])
    assert alone[:2] == (1, 0)
    assert built(root, WORDS) == (1, 1, alone[2])


def test_what_is_wrong_with_the_translation_is_told_after_it(root: Path) -> None:
    write(root, "water", WRONG["a text"])
    path = root / "locales" / "zh" / "documents" / "water.po"
    path.write_text('msgid "cut off\n', "utf-8")
    alone = built(root, [*WORDS, "--jobs=1"])
    assert alone[0] == 1
    assert "[^none]" in alone[2]
    assert built(root, WORDS) == (1, 1, alone[2])


def test_a_text_that_is_not_there_is_told_as_ever(root: Path) -> None:
    (root / "content" / "water" / "report.md").unlink()
    alone = built(root, [*WORDS, "water", "--jobs=1"])
    assert alone[0] != 0
    assert built(root, [*WORDS, "water"])[0] == alone[0]
    assert built(root, [*WORDS, "water"])[2] == alone[2]


def test_an_emblem_that_is_not_there_is_told_as_ever(root: Path) -> None:
    (root / "styles" / "local.toml").write_text('[masthead]\nemblem = "none.svg"\n', "utf-8")
    words = ["build", "--format=docx", "--lang=zh", "--no-cache"]
    alone = built(root, [*words, "--jobs=1"])
    assert alone[:2] == (1, 0)
    assert "none.svg" in alone[2]
    assert built(root, words) == (1, 1, alone[2])


@pytest.mark.parametrize(
    "change",
    [
        "os.fork = lambda: (_ for _ in ()).throw(BlockingIOError('no more'))",
        "reader.possible = lambda: False",
        "here = os.getpid(); real = reader._read\n"
        "reader._read = lambda folder: real(folder) if os.getpid() == here else os.kill("
        "os.getpid(), 9)",
    ],
    ids=["no more processes", "threads", "killed"],
)
def test_where_no_process_reads_it_this_one_does(root: Path, change: str) -> None:
    assert built(root, [*WORDS, "--jobs=1"])[0] == 0
    status, _, said = built(root, [*WORDS, f"--output={root / 'other'}"], change)
    assert status == 0, said
    assert made(root / "other") == made(root / "build")


def test_a_text_is_handed_over_with_what_is_wrong_with_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "water", WRONG["a text"])
    folder, report = root / "content" / "water", Report()
    document, found = reader._read(folder)
    with reader.ExitStack() as stack:
        text = reader._begun(stack, folder)
        assert text
        assert text(report) == document
    assert list(report) == found != []
