"""Long documents that two processes read and go on with: versions and problems as of one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import limits, pipeline
from docgen.model import Document, Note, Prose
from docgen.project import Project
from docgen.read import halves
from docgen.read.worded import Worded
from docgen.records import replace
from docgen.report import DocgenError, Rejected, Report
from docgen.walk import find
from tests.forks import counted, elsewhere, killed
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
def joined(monkeypatch: pytest.MonkeyPatch) -> list[Worded | None]:
    """What has become of both halves of each document that two processes have read."""
    seen: list[Worded | None] = []
    join = halves._joined

    def joining(*both: halves.Half) -> Worded | None:
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
    translate(root, "wells", catalogue(SOURCES, words))
    return root


def catalogue(sources: Mapping[str, str], words: Mapping[str, str]) -> str:
    """A PO file with the first page and these units; 水 is what has no other words."""
    units = {**dict.fromkeys(FRONT_PAGE, "Water"), **sources}
    entries = (
        f'msgctxt "{id}"\nmsgid "{source}"\nmsgstr "{words.get(id, "水")}"\n'
        for id, source in units.items()
    )
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return "\n".join([head, *entries])


@pytest.mark.parametrize("language", ["zh", "fr", "en", "qps-hans"])
def test_the_sample_is_the_same_made_by_two(
    forks: list[int],
    joined: list[Worded | None],
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
    joined: list[Worded | None],
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
    joined: list[Worded | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    root = wells(tmp_path, p_b="更多的井。")
    document, problems = both(root, "wells", "zh", monkeypatch)
    assert (document, len(forks), joined) == (None, 1, [None])
    assert sum("p-b lacks **…**" in problem for problem in problems) == 1


def test_a_note_that_nothing_leads_to_is_told_and_no_work_is_done_again(
    forks: list[int],
    joined: list[Worded | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    root = wells(tmp_path, f"{TEXT}\n[^a]: A note.\n")
    _, problems = both(root, "wells", "en", monkeypatch)
    assert [problem for problem in problems if "no mark leads to the note [^a]" in problem]
    assert [made.complete for made in joined if made] == [True]


def test_a_final_document_is_read_by_two_and_checked_as_a_whole(
    forks: list[int],
    joined: list[Worded | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document, _ = both(ROOT, SAMPLE, "zh", monkeypatch, final=True)
    assert document
    assert (len(forks), joined) == (1, [None])


def test_approvals_are_asked_of_a_pseudo_language_too(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = TEXT.replace("---\n", "---\nrequire_approval: true\n", 1)
    document, problems = both(wells(tmp_path, text), "wells", "qps-hans", monkeypatch, final=True)
    assert document is None
    assert sum("is not approved" in problem for problem in problems) == 6


@pytest.mark.parametrize(
    "name", ["locales/zh/documents/wells.po", "locales/zh/messages.po", "styles/un-hq.toml"]
)
def test_both_halves_are_of_one_state_of_a_file_that_is_changed_meanwhile(
    forks: list[int],
    joined: list[Worded | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
) -> None:
    root, half, here = wells(tmp_path), halves._half, os.getpid()

    def changing(*given: object) -> object:
        if os.getpid() != here:
            (root / name).write_text("broken [", "utf-8")
        return half(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(halves, "_half", changing)
    document, problems = _made(root, "wells", "zh")
    assert problems == []
    assert document
    assert [made.complete for made in joined if made] == [True]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("::: {lang=fr .as-received}\nUn puits[^a].\n:::", "[^a]: Une note."),
        ("Un puits[^a].\n\n[^a]: Une note.", "::: {lang=fr .as-received}\nEt encore[^a].\n:::"),
    ],
)
def test_a_note_in_another_language_in_one_half_and_marked_in_the_other_is_as_read_by_one(
    forks: list[int],
    joined: list[Worded | None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    first: str,
    second: str,
) -> None:
    text = TEXT.replace("# Two", f"{first}\n\n# Two") + f"\n{second}\n"
    document, problems = both(wells(tmp_path, text), "wells", "en", monkeypatch)
    assert (problems, joined) == ([], [None])
    assert [note.text.source for note in find(document, Note)] == ["Une note."]


def test_marks_and_references_of_both_halves_count_for_the_limit(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = TEXT.replace("# Two", "See [](#p-b).\n\n# Two") + "\nSee [](#p-a).\n"
    monkeypatch.setattr(limits, "MARKS", replace(limits.MARKS, most=1))
    document, problems = both(wells(tmp_path, text), "wells", "en", monkeypatch)
    assert (document, len(forks)) == (None, 1)
    assert ["more than 1 references" in problem for problem in problems] == [True]


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
    joined: list[Worded | None],
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
    elsewhere(halves, "_half", killed, monkeypatch)
    document, problems = both(wells(tmp_path), "wells", "zh", monkeypatch)
    assert document
    assert (len(forks), problems) == (1, [])


def test_one_that_is_ended_before_it_gives_its_source_leaves_the_work_too(
    forks: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Ending(halves._Second):
        def __call__(self, thing: object) -> object:
            if self.part:
                killed()
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


PIECES = {
    "# One {{#{id}}}": "One",
    "## Below {{#{id}}}": "Below",
    "{{#{id}}}\nWells[^a].": "Wells[^a].",
    "{{#{id}}}\nSee [](#u-0) and [^b].": "See [](#u-0) and [^b].",
    "::: {{lang=fr .as-received}}\nUn puits[^a].\n:::": "",
    "[^a]: Note.": "",
    "[^b]: Note.": "",
    "{{#u-1}}\nTwice.": "",
    "*open": "",
}
"""Blocks, each with the text in it that is translated."""

STATES = ("{text}", "{text}", "{text}", "", "*{text}*", "{text}[^a]", "{text}[^tn-a]")
"""What becomes of a text in the translation."""


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from([*PIECES]), st.sampled_from(STATES)), min_size=3),
    st.sampled_from(["zh", "zh", "qps-hans", "en", "fr"]),
    st.booleans(),
)
def test_whatever_text_and_translation_there_are_two_make_what_one_makes(
    tmp_path_factory: pytest.TempPathFactory,
    pieces: list[tuple[str, str]],
    language: str,
    final: bool,
) -> None:
    root = tmp_path_factory.getbasetemp() / "passes"
    if not root.exists():
        project(root)
    ids = {f"u-{number}": piece for number, (piece, _) in enumerate(pieces)}
    blocks = [piece.format(id=id) for id, piece in ids.items()]
    write(root, "wells", "\n\n".join([f"---\n{FRONT}---", *blocks, ""]))
    sources = {id: PIECES[piece] for id, piece in ids.items() if PIECES[piece]}
    states = dict(zip(ids, (state for _, state in pieces), strict=True))
    words = {id: states[id].format(text=text) for id, text in sources.items()}
    sources, words = ({**each, "fn-a": "Note.", "fn-b": "Note."} for each in (sources, words))
    translate(root, "wells", catalogue(sources, words))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(halves, "LONG", 0)
        patched.setattr(halves, "possible", lambda: True)
        both(root, "wells", language, patched, final=final)
