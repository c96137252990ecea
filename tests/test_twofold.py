"""Long documents that two processes make: the same versions and problems as of one."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from docgen import pipeline, twofold
from docgen.model import Document, Prose
from docgen.project import Project
from docgen.read import read
from docgen.report import Rejected, Report
from docgen.twofold import divided
from docgen.walk import find
from tests.forks import counted
from tests.projects import FRONT, ROOT, project, translate, write

SAMPLE = "local-partnerships"
TEXT = f"""\
---
{FRONT}---

# One {{#s-one}}

{{#p-a}}
Wells.

# Two {{#s-two}}

{{#p-b}}
More **wells**.
"""
TRANSLATION = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "p-b"
msgid "More **wells**."
msgstr "{}"
"""


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun; all documents count as long, and a core as free."""
    monkeypatch.setattr(twofold, "LONG", 0)
    monkeypatch.setattr(twofold, "possible", lambda: True)
    return counted(monkeypatch)


def both(
    root: Path, name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[Document | None, list[str]]:
    """What two processes make and report, after a look that one says the same."""
    found = _made(root, name, language)
    with monkeypatch.context() as alone:
        alone.setattr(twofold, "possible", lambda: False)
        assert _made(root, name, language) == found
    return found


def _made(root: Path, name: str, language: str) -> tuple[Document | None, list[str]]:
    """The draft of a document, if there is nothing against it, and all that is said of it."""
    report = Report()
    try:
        made, _ = pipeline.prepare(Project(root), name, language, final=False, report=report)
    except Rejected as rejected:
        return None, list(map(str, rejected.report))
    return made, list(map(str, report))


def halved(folder: Path) -> tuple[Document, Document]:
    """Both halves of a document as read."""
    halves = divided(read(folder, Report()))
    assert halves
    return halves


@pytest.mark.parametrize("language", ["zh", "fr", "en", "qps-hans"])
def test_the_sample_is_the_same_made_by_two(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    document, _ = both(ROOT, SAMPLE, language, monkeypatch)
    assert len(forks) == 1
    assert document
    assert document.masthead


def test_what_is_wrong_in_a_half_is_reported_as_of_the_whole(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = project(tmp_path)
    write(root, "wells", TEXT)
    translate(root, "wells", TRANSLATION.format("更多的井。"))
    _, problems = both(root, "wells", "zh", monkeypatch)
    assert len(forks) == 1
    assert sum("p-b lacks **…**" in problem for problem in problems) == 1


def test_notes_of_a_translator_are_left_to_one_process(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = project(tmp_path)
    write(root, "wells", TEXT)
    translate(root, "wells", TRANSLATION.format("更多的**井**[^tn-a]。"))
    overlay = root / "locales" / "zh" / "documents" / "wells.overlay.toml"
    overlay.write_text('[notes.tn-a]\ntext = "译者注。"\n', "utf-8")
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert forks == []
    assert not [problem for problem in problems if "tn-a" in problem]
    assert "译者注。" in {prose.source for prose in find(document, Prose)}


def test_a_process_that_is_ended_leaves_the_work_to_this_one(
    forks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried, here = twofold._tried, os.getpid()

    def ending(*given: object) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return tried(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(twofold, "_tried", ending)
    both(ROOT, SAMPLE, "zh", monkeypatch)
    assert len(forks) == 1


def test_a_short_document_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", pytest.fail)
    monkeypatch.setattr(twofold, "possible", lambda: True)
    assert _made(ROOT, SAMPLE, "zh")[0]


def test_halves_have_all_texts_of_the_document_once(forks: list[int]) -> None:
    document = read(ROOT / "content" / SAMPLE, Report())
    first, second = halved(ROOT / "content" / SAMPLE)
    texts = [[prose.id for prose in find(one.blocks, Prose)] for one in (document, first, second)]
    assert all(texts)
    assert texts[0] == texts[1] + texts[2]
    assert document.annexes == first.annexes + second.annexes
    assert (document.summary, document.notes) == (first.summary, first.notes)
    assert (second.summary, second.notes) == ((), ())


def test_annexes_are_divided_where_the_text_is_short(forks: list[int], tmp_path: Path) -> None:
    names = [f"a-{number}" for number in range(3)]
    listed = "".join(f"  - {name}.md\n" for name in names)
    tmp_path.joinpath("report.md").write_text(
        f"---\n{FRONT}annexes:\n{listed}---\n\n{{#p-a}}\nWells.\n", "utf-8"
    )
    for name in names:
        text = f"---\ntitle: {name}\nid: {name}\n---\n\n{{#p-{name}}}\nIt is so.\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    first, second = halved(tmp_path)
    assert (len(first.blocks), len(second.blocks)) == (1, 0)
    assert [annex.id for annex in first.annexes + second.annexes] == names
    assert second.annexes
