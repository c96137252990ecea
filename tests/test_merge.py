"""Merging translation files by the ids of their units, alone and in a git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import po
from docgen.merge import CONFLICT, Merged, merge
from docgen.po import Entry
from docgen.report import NOWHERE
from docgen.sync import sync
from docgen.units import Unit
from tests.libraries import ENTRIES

ROOT = Path(__file__).parents[1]
HEADER = Entry(msgstr="Language: zh\nX-Document: water\n")
A, B, C = "Wells are dug.", "Wells were dug.", "Deep wells were dug."

BASE = Entry(A, "正在挖井。", "p-dug", extracted=("Paragraph",))
NEXT = Entry("They give water.", "井出水。", "p-water", extracted=("Paragraph",))


def synced(entry: Entry, text: str, *, minor: bool = False) -> Entry:
    """What `sync` makes of an entry when its text has changed."""
    unit = Unit(entry.context or "", "Paragraph", text, NOWHERE)
    (made,), _ = sync([unit], [entry], {unit.id} if minor else frozenset())
    return made


def one(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Merged:
    """The merge of files that have this entry alone, if they have it."""
    return merge(*([entry] if entry else [] for entry in (base, ours, theirs)))


def swapped(base: Entry, ours: Entry, theirs: Entry) -> list[Merged]:
    """The merge from either side."""
    return [one(base, ours, theirs), one(base, theirs, ours)]


def translated(text: str, entry: Entry = BASE) -> Entry:
    """`entry` with another translation that its translator vouches for."""
    return replace(entry, msgstr=text, flags=(), previous=None)


# ---- a translation and a sync ---------------------------------------------------------------


def test_a_new_translation_is_kept_and_in_doubt_when_the_text_has_changed_meanwhile() -> None:
    for merged in swapped(BASE, translated("人们挖井。"), synced(BASE, B)):
        (entry,) = merged.entries
        assert (entry.msgid, entry.msgstr) == (B, "人们挖井。")
        assert (entry.fuzzy, entry.previous) == (True, A)
        assert merged.conflicts == ()


def test_a_first_translation_is_kept_and_in_doubt_too() -> None:
    empty = replace(BASE, msgstr="")
    for merged in swapped(empty, translated("挖井。"), synced(empty, B)):
        (entry,) = merged.entries
        assert (entry.msgid, entry.msgstr, entry.previous) == (B, "挖井。", A)


def test_a_revision_remembers_the_text_it_was_made_from_not_an_older_one() -> None:
    stale = synced(BASE, B)
    for merged in swapped(stale, translated("挖了井。", stale), synced(stale, C)):
        (entry,) = merged.entries
        assert (entry.msgid, entry.msgstr, entry.previous) == (C, "挖了井。", B)


def test_a_stale_translation_that_was_confirmed_is_in_doubt_after_a_further_change() -> None:
    stale = synced(BASE, B)
    for merged in swapped(stale, translated(BASE.msgstr, stale), synced(stale, C)):
        (entry,) = merged.entries
        assert (entry.msgid, entry.fuzzy, entry.previous) == (C, True, B)


def test_a_stale_translation_that_was_confirmed_stays_so_beside_a_remark() -> None:
    stale = synced(BASE, B)
    remarked = replace(stale, comments=("Ask.",))
    for merged in swapped(stale, translated(BASE.msgstr, stale), remarked):
        (entry,) = merged.entries
        assert (entry.fuzzy, entry.previous, entry.comments) == (False, None, ("Ask.",))


def test_a_doubt_of_the_translator_stays_beside_a_remark_of_another() -> None:
    doubted, remarked = replace(BASE, flags=("fuzzy",)), replace(BASE, comments=("Ask.",))
    for merged in swapped(BASE, doubted, remarked):
        assert merged.entries[0].fuzzy


def test_a_minor_change_of_the_text_leaves_an_unchanged_translation_in_force() -> None:
    remarked = replace(BASE, comments=("Ask.",))
    for merged in swapped(BASE, remarked, synced(BASE, B, minor=True)):
        (entry,) = merged.entries
        assert (entry.msgid, entry.fuzzy, entry.comments) == (B, False, ("Ask.",))


def test_a_translation_of_the_new_text_needs_no_other_look() -> None:
    empty = replace(BASE, msgstr="")
    there = translated("挖了井。", synced(empty, B))
    for merged in swapped(empty, translated("挖了井。", empty), there):
        (entry,) = merged.entries
        assert (entry.msgid, entry.msgstr, entry.fuzzy) == (B, "挖了井。", False)


# ---- two translators ------------------------------------------------------------------------


def test_two_translations_of_neighbours_are_both_taken() -> None:
    ours, theirs = translated("挖井。"), translated("水。", NEXT)
    merged = merge([HEADER, BASE, NEXT], [HEADER, ours, NEXT], [HEADER, BASE, theirs])
    assert merged == Merged((HEADER, ours, theirs))


def test_two_translations_of_one_unit_are_a_conflict_that_leaves_both_readable() -> None:
    merged = one(BASE, translated("甲。"), translated("乙。"))
    (entry,) = merged.entries
    assert merged.conflicts == ("p-dug",)
    assert (entry.msgstr, entry.fuzzy, entry.comments) == ("甲。", True, (f"{CONFLICT}乙。",))
    assert po.parse(po.dump(merged.entries), "zh.po")


def test_the_same_translation_on_both_sides_is_no_conflict() -> None:
    same = translated("甲。")
    assert one(BASE, same, replace(same, comments=("Ask.",))) == Merged(
        (replace(same, comments=("Ask.",)),)
    )


def test_a_translation_that_one_side_deleted_stays_only_if_the_other_worked_on_it() -> None:
    deleted = replace(BASE, msgstr="")
    for merged in swapped(BASE, deleted, translated("甲。")):
        assert (merged.entries[0].msgstr, merged.conflicts) == ("甲。", ())
    for merged in swapped(BASE, deleted, replace(BASE, comments=("Ask.",))):
        assert merged.entries[0].msgstr == ""


def test_both_may_begin_a_translation_of_a_new_unit() -> None:
    ours, theirs = translated("甲。"), replace(BASE, msgstr="")
    assert one(None, ours, theirs).entries[0].msgstr == "甲。"
    assert one(None, ours, translated("乙。")).conflicts == ("p-dug",)


def test_remarks_of_both_stay_and_one_that_was_deleted_goes() -> None:
    old = replace(BASE, comments=("Old.", "Both."))
    ours = replace(old, comments=("Both.", "Ours."))
    theirs = replace(old, comments=("Old.", "Both.", "Theirs."))
    assert one(old, ours, theirs).entries[0].comments == ("Both.", "Ours.", "Theirs.")


# ---- entries that come and go ---------------------------------------------------------------


def test_new_units_of_both_sides_stand_where_they_stood() -> None:
    mine, other = replace(NEXT, context="p-mine"), replace(NEXT, context="p-other")
    merged = merge([BASE, NEXT], [mine, BASE, NEXT], [BASE, other, NEXT])
    assert [entry.context for entry in merged.entries] == ["p-mine", "p-dug", "p-other", "p-water"]


def test_a_unit_that_one_side_removed_is_gone_unless_the_other_translated_it() -> None:
    assert one(BASE, None, BASE).entries == ()
    (entry,) = one(BASE, None, translated("甲。")).entries
    assert (entry.msgstr, entry.obsolete) == ("甲。", True)


def test_a_unit_that_became_obsolete_takes_a_new_translation_with_it() -> None:
    aside = replace(BASE, obsolete=True, extracted=())
    for merged in swapped(BASE, aside, translated("甲。")):
        (entry,) = merged.entries
        assert (entry.msgstr, entry.obsolete) == ("甲。", True)


def rows(*texts: str) -> list[Entry]:
    """A column of a table; each cell is translated by its text in brackets."""
    return [Entry(text, f"({text})", f"t.r{row}.c1") for row, text in enumerate(texts, 1)]


def moved(entries: Sequence[Entry], *texts: str) -> list[Entry]:
    """What `sync` makes of the column when it has these texts."""
    units = [Unit(f"t.r{row}.c1", "", text, NOWHERE) for row, text in enumerate(texts, 1)]
    return sync(units, entries)[0]


@pytest.mark.parametrize(
    "texts",
    [("Lima", "Oslo", "Paris", "Suva"), ("Paris", "Suva"), ("Suva", "Paris", "Lima")],
    ids=["a row inserted", "a row deleted", "rows exchanged"],
)
def test_a_new_translation_goes_along_with_the_rows_of_a_table(texts: tuple[str, ...]) -> None:
    base = rows("Lima", "Paris", "Suva")
    ours = [base[0], translated("巴黎", base[1]), base[2]]
    theirs = moved(base, *texts)
    for sides in ((ours, theirs), (theirs, ours)):
        merged = merge(base, *sides)
        found = {entry.msgid: entry for entry in merged.entries if not entry.obsolete}
        assert found["Paris"].msgstr == "巴黎"
        assert found["Suva"].msgstr == "(Suva)"
        assert not any(entry.fuzzy for entry in found.values())
        assert merged.conflicts == ()
        living = [entry for entry in merged.entries if not entry.obsolete]
        assert sorted((entry.context or "") for entry in living) == [
            f"t.r{row}.c1" for row in range(1, len(texts) + 1)
        ]


def test_a_new_translation_goes_along_with_a_renamed_id() -> None:
    renamed = replace(BASE, context="p-wells")
    for merged in swapped(BASE, translated("甲。"), renamed):
        (entry,) = merged.entries
        assert (entry.context, entry.msgstr, entry.fuzzy) == ("p-wells", "甲。", False)


def test_headers_are_merged_field_by_field() -> None:
    ours = replace(HEADER, msgstr=HEADER.msgstr + "Last-Translator: Wen\n")
    theirs = replace(HEADER, msgstr="Language: zh\nX-Document: water\nX-Pivot-Language: fr\n")
    (entry,) = one(HEADER, ours, theirs).entries
    assert entry.msgstr == (
        "Language: zh\nX-Document: water\nLast-Translator: Wen\nX-Pivot-Language: fr\n"
    )


texts = st.sampled_from([A, B, C])
words = st.sampled_from(["", "甲", "乙", "丙"])
made = st.builds(
    Entry,
    msgid=texts,
    msgstr=words,
    context=st.sampled_from("pqr"),
    flags=st.sampled_from([(), ("fuzzy",)]),
    previous=st.none() | texts,
    obsolete=st.booleans(),
)
files = st.lists(made, max_size=3, unique_by=lambda entry: entry.context)


@settings(max_examples=500)
@given(files, files, files)
def test_whatever_is_merged_no_new_translation_is_lost_and_the_file_can_be_read(
    base: list[Entry], ours: list[Entry], theirs: list[Entry]
) -> None:
    merged = merge(base, ours, theirs)
    text = po.dump(merged.entries)
    assert [replace(one, origin=NOWHERE) for one in po.parse(text, "zh.po")] == [*merged.entries]
    assert po.catalogue(merged.entries) is not None
    kept = {one.msgstr for one in merged.entries}
    kept |= {line.removeprefix(CONFLICT) for one in merged.entries for line in one.comments}
    before = {one.msgstr for one in base}
    assert {one.msgstr for one in (*ours, *theirs)} - before <= kept | {""}


@settings(max_examples=300)
@given(files, files)
def test_merging_with_what_has_not_changed_is_the_other_side(
    base: list[Entry], side: list[Entry]
) -> None:
    for merged in (merge(base, side, base), merge(base, base, side)):
        assert sorted(merged.entries, key=_place) == sorted(side, key=_place)
        assert merged.conflicts == ()


def _place(entry: Entry) -> tuple[bool, str]:
    return entry.obsolete, entry.context or ""


# ---- git ------------------------------------------------------------------------------------

NAME = "locales/zh/documents/water.po"


class Repository:
    """A repository with a translation, in which `make merge-driver` was run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / NAME
        self.file.parent.mkdir(parents=True)
        shutil.copy(ROOT / ".gitattributes", folder)
        shutil.copy(ROOT / "Makefile", folder)
        (folder / "docgen").mkdir()
        (folder / "docgen" / "bootstrap.py").write_text("", "utf-8")
        program = folder / ".venv" / "bin" / "docgen"
        program.parent.mkdir(parents=True)
        program.write_text(
            f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
            "from docgen.cli import main\nsys.exit(main())\n"
        )
        program.chmod(0o755)
        self.git("init", "-q", "-b", "main")
        subprocess.run(["make", "-C", folder, "merge-driver"], check=True, capture_output=True)

    def git(self, *words: str, status: int = 0) -> str:
        """What a command of git prints; it must end with `status`."""
        who = {
            f"GIT_{role}_{fact}": "a@b.c"
            for role in ("AUTHOR", "COMMITTER")
            for fact in ("NAME", "EMAIL")
        }
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env=os.environ | who | quiet,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def commit(self, entries: Sequence[Entry] | str, branch: str = "") -> None:
        """Commit a state of the translation, on a new `branch` if one is named."""
        if branch:
            self.git("checkout", "-q", "-b", branch, "main~0")
        text = entries if isinstance(entries, str) else po.dump(entries)
        self.file.write_text(text, "utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change")

    def merge(
        self, ours: Sequence[Entry] | str, theirs: Sequence[Entry] | str, status: int = 0
    ) -> str:
        """Let two branches change the file, and merge theirs into ours."""
        self.commit(theirs, "theirs")
        self.git("checkout", "-q", "main")
        self.commit(ours)
        return self.git("merge", "-q", "theirs", status=status)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if not (shutil.which("git") and shutil.which("make")):
        pytest.skip("git or make is not on this machine")
    made = Repository(tmp_path / "project")
    made.commit([HEADER, BASE, NEXT])
    return made


def test_git_merges_a_translation_with_a_sync_of_the_same_unit(repository: Repository) -> None:
    ours = [HEADER, translated("人们挖井。"), NEXT]
    repository.merge(ours, [HEADER, synced(BASE, B), NEXT])
    entry = po.catalogue(po.read(repository.file))["p-dug"]
    assert (entry.msgid, entry.msgstr, entry.fuzzy, entry.previous) == (B, "人们挖井。", True, A)
    assert repository.git("status", "--porcelain") == ""


def test_git_stops_at_two_translations_of_one_unit_with_a_file_that_can_be_read(
    repository: Repository,
) -> None:
    ours, theirs = [HEADER, translated("甲。"), NEXT], [HEADER, translated("乙。"), NEXT]
    said = repository.merge(ours, theirs, status=1)
    assert f"{NAME}:9: error: p-dug was translated in two ways" in said
    assert f"UU {NAME}" in repository.git("status", "--porcelain")
    entry = po.catalogue(po.read(repository.file))["p-dug"]
    assert (entry.msgstr, entry.fuzzy, entry.comments) == ("甲。", True, (f"{CONFLICT}乙。",))


def test_git_merges_a_file_that_is_no_po_line_by_line_and_says_so(repository: Repository) -> None:
    ours = po.dump([HEADER, translated("甲。"), NEXT]) + "msgid broken\n"
    said = repository.merge(ours, [HEADER, translated("乙。"), NEXT], status=1)
    assert "merged line by line, because this line cannot be read" in said
    assert "<<<<<<< ours" in repository.file.read_text("utf-8")


def test_git_keeps_the_approvals_of_both_sides(repository: Repository) -> None:
    ledger = repository.file.with_suffix(".approved.tsv")
    for branch, line in (
        ("theirs", "p-b\tx\ty\tAna\t2045-03-01\n"),
        ("", "p-a\tx\ty\tWen\t2045-03-01\n"),
    ):
        if branch:
            repository.git("checkout", "-q", "-b", branch)
        else:
            repository.git("checkout", "-q", "main")
        ledger.write_text(line, "utf-8")
        repository.git("add", "-A")
        repository.git("commit", "-q", "-m", "approve")
    repository.git("merge", "-q", "theirs")
    assert sorted(ledger.read_text("utf-8").split()) == sorted(
        ["p-a", "x", "y", "Wen", "2045-03-01", "p-b", "x", "y", "Ana", "2045-03-01"]
    )


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_gettext_accepts_a_file_with_a_conflict(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    head = Entry(msgstr="Language: zh\nContent-Type: text/plain; charset=UTF-8\n")
    base = [head, *ENTRIES]
    sides = [
        [head, *(replace(one, msgstr=f"{one.msgstr}{sign}") for one in ENTRIES)] for sign in "甲乙"
    ]
    merged = merge(base, *sides)
    assert len(merged.conflicts) == len(ENTRIES)
    file.write_text(po.dump(merged.entries), "utf-8")
    command = ["msgfmt", "--check", "--output-file", str(tmp_path / "zh.mo"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
