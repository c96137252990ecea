"""Long documents that two processes read and go on with: versions and problems as of one."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from docgen import pipeline
from docgen.model import Document, Note, Prose
from docgen.project import Project
from docgen.read import halves
from docgen.read.made import Made
from docgen.report import DocgenError, Rejected, Report
from docgen.walk import find
from tests.forks import counted
from tests.projects import FRONT, ROOT, project, translate, write

SAMPLE = "local-partnerships"
LONG = " ".join(["Wells were dug."] * 9)
TEXT = f"""\
---
{FRONT}---

# One {{#s-one}}

{{#p-a}}
{LONG}

# Two {{#s-two}}

{{#p-b}}
More **wells**.
"""
TRANSLATION = {"s-one": "一", "p-a": "井。", "s-two": "二", "p-b": "更多的**井**。"}
SOURCES = {"s-one": "One", "p-a": LONG, "s-two": "Two", "p-b": "More **wells**."}
FRONT_PAGE = ("meta:title", "meta:agenda_title")


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are begun; all documents count as long, and a core as free."""
    monkeypatch.setattr(halves, "LONG", 0)
    monkeypatch.setattr(halves, "possible", lambda: True)
    return counted(monkeypatch)


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> list[Made | None]:
    """What has become of both halves of each document that two processes have read."""
    seen: list[Made | None] = []
    join = halves._joined

    def joining(*both: halves.Half) -> Made | None:
        seen.append(join(*both))
        return seen[-1]

    monkeypatch.setattr(halves, "_joined", joining)
    return seen


def both(
    root: Path, name: str, language: str, monkeypatch: pytest.MonkeyPatch, *, final: bool = False
) -> tuple[Document | None, list[str]]:
    """What two processes make and report, after a look that one says the same."""
    found = _made(root, name, language, final)
    with monkeypatch.context() as alone:
        alone.setattr(halves, "possible", lambda: False)
        assert _made(root, name, language, final) == found
    return found


def _made(
    root: Path, name: str, language: str, final: bool = False
) -> tuple[Document | None, list[str]]:
    """The document, if there is nothing against it, and all that is said of it."""
    report = Report()
    try:
        made, _ = pipeline.prepare(Project(root), name, language, final=final, report=report)
    except Rejected as rejected:
        return None, list(map(str, rejected.report))
    except DocgenError as error:
        return None, [*map(str, report), str(error)]
    return made, list(map(str, report))


def wells(root: Path, text: str = TEXT, **translations: str) -> Path:
    """A project with a report in two parts, and these translations instead of the good ones."""
    project(root)
    write(root, "wells", text)
    words = {**TRANSLATION, **{id.replace("_", "-"): said for id, said in translations.items()}}
    units = {**SOURCES, **dict.fromkeys(FRONT_PAGE, "Water")}
    entries = (
        f'msgctxt "{id}"\nmsgid "{source}"\nmsgstr "{words.get(id, "水")}"\n'
        for id, source in units.items()
    )
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    translate(root, "wells", "\n".join([head, *entries]))
    return root


@pytest.mark.parametrize("language", ["zh", "fr", "en", "qps-hans"])
def test_the_sample_is_the_same_made_by_two(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    document, problems = both(ROOT, SAMPLE, language, monkeypatch)
    assert (len(forks), problems) == (1, [])
    assert joined[0]
    assert joined[0].complete
    assert document
    assert document.masthead


def test_two_processes_have_nothing_to_read_again_where_all_is_well(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = wells(tmp_path)
    monkeypatch.setattr(pipeline, "localize", pytest.fail)
    monkeypatch.setattr(pipeline.outstanding, "tell", pytest.fail)
    document, problems = _made(root, "wells", "zh")
    assert (len(forks), problems) == (1, [])
    assert document
    words = [prose.source for prose in find(document.blocks, Prose)]
    assert words == list(TRANSLATION.values())


@pytest.mark.parametrize("half", ["p-a", "p-b"])
def test_what_is_open_in_one_half_is_told_and_listed_as_of_the_whole(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    half: str,
) -> None:
    root = wells(tmp_path, **{half.replace("-", "_"): ""})
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert [f"{half} " in problem for problem in problems] == [True]
    assert joined[0]
    assert not joined[0].complete
    assert document
    assert [prose.source for prose in find(document.outstanding, Prose)].count(half) == 1


def test_what_is_wrong_in_a_half_is_reported_as_of_the_whole(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    root = wells(tmp_path, p_b="更多的井。")
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert (document, len(forks), joined) == (None, 1, [None])
    assert sum("p-b lacks **…**" in problem for problem in problems) == 1


def test_a_note_that_nothing_leads_to_is_told_and_no_work_is_done_again(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    root = wells(tmp_path, f"{TEXT}\n[^a]: A note.\n")
    _, problems = both(root, "wells", "en", monkeypatch)
    assert [problem for problem in problems if "no mark leads to the note [^a]" in problem]
    assert [made.complete for made in joined if made] == [True]


def test_a_final_document_is_read_by_two_and_checked_as_a_whole(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document, _ = both(ROOT, SAMPLE, "zh", monkeypatch, final=True)
    assert document
    assert (len(forks), joined) == (1, [None])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("::: {lang=fr .as-received}\nUn puits[^a].\n:::", "[^a]: Une note."),
        ("Un puits[^a].\n\n[^a]: Une note.", "::: {lang=fr .as-received}\nEt encore[^a].\n:::"),
    ],
)
def test_a_note_in_another_language_in_one_half_and_marked_in_the_other_is_as_read_by_one(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    first: str,
    second: str,
) -> None:
    text = TEXT.replace("# Two", f"{first}\n\n# Two") + f"\n{second}\n"
    document, problems = both(wells(tmp_path, text), "wells", "en", monkeypatch)
    assert (problems, joined) == ([], [None])
    assert [note.text.source for note in find(document, Note)] == ["Une note."]


def test_what_cannot_be_understood_is_told_after_what_is_wrong_with_the_source(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = wells(tmp_path, f"{TEXT}\na *word\n")
    translate(root, "wells", "msgid broken\n")
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert document is None
    assert ["is not closed" in each for each in problems] == [True, False]
    assert ["cannot be read" in each for each in problems] == [False, True]


def test_notes_of_a_translator_are_left_to_one_process(
    forks: list[int],
    joined: list[Made | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    root = wells(tmp_path, p_b="更多的**井**[^tn-a]。")
    overlay = root / "locales" / "zh" / "documents" / "wells.overlay.toml"
    overlay.write_text('[notes.tn-a]\ntext = "译者注。"\n', "utf-8")
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert (problems, joined) == ([], [None])
    assert "译者注。" in {prose.source for prose in find(document, Prose)}


def test_a_process_that_is_ended_leaves_the_work_to_this_one(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    half, here = halves._half, os.getpid()

    def ending(*given: object) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return half(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(halves, "_half", ending)
    document, problems = both(wells(tmp_path), "wells", "zh", monkeypatch)
    assert document
    assert (len(forks), problems) == (1, [])


def test_one_that_is_ended_before_it_gives_its_source_leaves_the_work_too(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Ending(halves._Second):
        def __call__(self, thing: object) -> object:
            if self.part:
                os.kill(os.getpid(), signal.SIGKILL)
            return super().__call__(thing)

    monkeypatch.setattr(halves, "_Second", Ending)
    root = wells(tmp_path, p_a="")
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert document
    assert [problem for problem in problems if "p-a " in problem] == problems


def test_a_system_that_begins_no_process_leaves_the_work_to_this_one(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refusing() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refusing)
    document, problems = both(wells(tmp_path), "wells", "zh", monkeypatch)
    assert document
    assert problems == []


def test_a_short_document_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", pytest.fail)
    monkeypatch.setattr(halves, "possible", lambda: True)
    assert _made(ROOT, SAMPLE, "zh")[0]
