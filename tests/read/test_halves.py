"""Long documents that two processes read: the same document and the same problems as of one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model import Document
from docgen.read import halves
from docgen.read.halves import Text, divided
from docgen.read.project import read_on
from docgen.read.sources import Source
from docgen.report import Origin, Report
from tests.forks import counted, elsewhere, killed
from tests.projects import FRONT, ROOT

SAMPLE = ROOT / "content" / "local-partnerships"
BOX = "::: box {#box-rules}\nRules\n\n# Within\n\nA rule.\n:::"
PIECES = (
    "# One",
    "# Two {#s-two}",
    "## Below",
    "{#p-a}\nWells were dug.",
    "{#p-b}\nMore wells[^a], see [](#p-a).",
    "[^a]: A note.",
    "1. First\n2. Second",
    "> Quoted.",
    BOX,
    ":::: box\nOpen",
    "```\n# code\n```",
    "a) typed",
    "*open",
)


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun; all documents count as long, and a core as free."""
    monkeypatch.setattr(halves, "LONG", 0)
    monkeypatch.setattr(halves, "possible", lambda: True)
    return counted(monkeypatch)


def written(folder: Path, *blocks: str, annexes: tuple[str, ...] = ()) -> Path:
    """A document with these blocks, and annexes of one paragraph each."""
    listed = "".join(f"  - {name}.md\n" for name in annexes)
    front = f"{FRONT}annexes:\n{listed}" if annexes else FRONT
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text("\n\n".join([f"---\n{front}---", *blocks, ""]), "utf-8")
    for name in annexes:
        text = f"---\ntitle: {name}\nid: {name}\n---\n\n{{#p-{name}}}\nIt is so.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


def both(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Document, list[str]]:
    """What two processes read and report, after a look that one says the same."""
    found = _read(folder)
    with monkeypatch.context() as alone:
        alone.setattr(halves, "possible", lambda: False)
        assert _read(folder) == found
    return found


def _read(folder: Path) -> tuple[Document, list[str]]:
    """What is read where nobody goes on with the halves."""
    report = Report()
    return read_on(folder, report, lambda front: lambda half: None).source, list(map(str, report))


def test_the_sample_is_the_same_read_by_two(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    document, problems = both(SAMPLE, monkeypatch)
    assert len(forks) == 1
    assert problems == []
    assert [note.key for note in document.notes][-1] == "o-panel-cost"


def test_annexes_are_divided_where_the_report_is_short(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = written(tmp_path, "# One", annexes=("map", "list", "rules"))
    document, _ = both(folder, monkeypatch)
    assert len(forks) == 1
    assert [annex.id for annex in document.annexes] == ["map", "list", "rules"]


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ("{#p-a}\nTwice.", "“p-a” is the id of two blocks"),
        ("[^a]: Again.", "the note [^a] is defined twice"),
        ("a *word", "“*” is not closed and is printed"),
        ("See [](#p-none).", "leads to no block of this document"),
        ("::: box\nOpen", "has no end"),
    ],
)
def test_what_is_wrong_is_reported_as_of_the_whole(
    forks: list[int],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    second: str,
    problem: str,
) -> None:
    first = ("# One", "{#p-a}\nWells[^a].", "[^a]: A note.", "# Two")
    _, problems = both(written(tmp_path, *first, second), monkeypatch)
    assert len(forks) == 1
    assert any(problem in found for found in problems)


def test_notes_and_references_lead_from_one_half_to_the_other(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = ("# One", "{#p-a}\nMany wells have been dug, see [](#p-b)[^b].")
    second = ("# Two", "{#p-b}\nWells.", "[^b]: A note.")
    document, problems = both(written(tmp_path, *first, *second), monkeypatch)
    assert (len(forks), problems, len(document.blocks)) == (1, [], 2)


def test_a_process_that_is_ended_leaves_the_reading_to_this_one(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(halves, "_half", killed, monkeypatch)
    assert _read(SAMPLE)[1] == []
    assert len(forks) == 1


def test_a_short_document_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", pytest.fail)
    monkeypatch.setattr(halves, "possible", lambda: True)
    assert _read(SAMPLE)[1] == []


def halved(body: str) -> tuple[str, ...]:
    """The bodies of both halves; empty where a text is not divided."""
    found = divided(Text(Source("report.md", "", body), ()), Path())
    return tuple(half.report.body for half in found or ())


def test_lines_of_the_second_half_keep_their_numbers(forks: list[int]) -> None:
    assert halved("One.\n\nTwo.\n\n# Three\n") == ("One.\n\nTwo.\n\n", "\n\n\n\n# Three\n")


@pytest.mark.parametrize(
    "body", [f"One.\n\n{BOX}\n", "One, and more of it.\n\n## Two\n", "One.\nand\n# Two\n"]
)
def test_a_text_is_not_divided_in_a_container_or_below_a_section(
    forks: list[int], body: str
) -> None:
    assert halved(body) == ()


def test_an_annex_named_twice_is_left_to_one_process(forks: list[int]) -> None:
    twice = [(number, "a.md", Origin("report.md", number)) for number in (1, 2)]
    assert divided(Text(Source("report.md", "", ""), twice), Path()) is None


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=9))
def test_whatever_blocks_there_are_two_find_what_one_finds(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[str]
) -> None:
    folder = written(tmp_path_factory.getbasetemp() / "halves", *blocks)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(halves, "LONG", 0)
        patched.setattr(halves, "possible", lambda: True)
        found = _read(folder)
        patched.setattr(halves, "possible", lambda: False)
        assert _read(folder) == found
