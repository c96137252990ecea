"""Saving one unit of a translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen import po
from docgen.catalogue import load_catalogue
from docgen.project import Project
from docgen.report import Report, UsageError
from docgen.translation import Overtaken, Revision, Syncing, fingerprint, revise, unchanged
from docgen.translation.loading import source_of
from docgen.units import units
from tests.libraries import CITY, LEND, LIMA
from tests.translation.project import NAME, edited, entry, made, reworded, synced, translated


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    translated(project, "zh", replace(LIMA, msgstr=""), replace(CITY, flags=("fuzzy",)))
    return project


def file(project: Project) -> Path:
    return project.catalogue(NAME, "zh")


def seen(project: Project, id: str) -> str:
    text = next(unit.text for unit in units(source_of(project, NAME, Report())) if unit.id == id)
    return fingerprint(text, load_catalogue(file(project)).entries.get(id))


def save(project: Project, id: str, text: str, *, fuzzy: bool = False) -> None:
    revise(project, NAME, "zh", Revision(id, seen(project, id), text, fuzzy))


def test_only_the_entry_of_the_unit_changes(project: Project) -> None:
    before = file(project).read_text("utf-8").splitlines()
    save(project, "fn-law", "第七号法。")
    after = file(project).read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == ['msgstr "第七号法。"']


def test_what_was_fuzzy_is_up_to_date(project: Project) -> None:
    id = CITY.context or ""
    save(project, id, "都市")
    assert (entry(file(project), id).msgstr, entry(file(project), id).fuzzy) == ("都市", False)


def test_it_stays_fuzzy_when_it_needs_another_look(project: Project) -> None:
    save(project, "fn-law", "第七号法。", fuzzy=True)
    assert entry(file(project), "fn-law").fuzzy


def test_nothing_is_not_fuzzy(project: Project) -> None:
    save(project, "fn-law", "  ", fuzzy=True)
    assert load_catalogue(file(project)).entries["fn-law"].msgstr == ""
    assert not entry(file(project), "fn-law").fuzzy


@pytest.mark.parametrize("sync_first", [False, True])
def test_after_a_change_of_the_source_it_is_a_translation_of_the_new_text(
    project: Project, sync_first: bool
) -> None:
    reworded(project, LEND.msgid, f"{LEND.msgid} Today.")
    if sync_first:
        synced(project, Syncing(["zh"]))
    save(project, "p-lend", f"{LEND.msgstr}今天。")
    found = entry(file(project), "p-lend")
    assert (found.msgid, found.previous, found.fuzzy) == (f"{LEND.msgid} Today.", None, False)
    assert synced(project, Syncing(["zh"])) == []


def test_a_new_text_gets_its_entry_where_it_belongs(project: Project) -> None:
    reworded(project, LEND.msgid, f"{LEND.msgid}\n\n{{#p-new}}\nIt is new.")
    save(project, "p-new", "新。")
    ids = [one.context for one in po.read(file(project))]
    assert ids[ids.index("p-new") - 1] == "p-lend"
    assert entry(file(project), "p-new").msgstr == "新。"


def test_a_language_that_is_not_begun_is_begun(project: Project) -> None:
    file(project).unlink()
    save(project, "fn-law", "第七号法。")
    assert entry(file(project), "fn-law").msgstr == "第七号法。"
    assert len(po.read(file(project))) == 10


def test_a_translation_that_another_has_changed_is_not_overwritten(project: Project) -> None:
    stale = seen(project, "fn-law")
    edited(file(project), "fn-law", "别人的译文。")
    before = file(project).read_bytes()
    with pytest.raises(Overtaken, match="fn-law was changed elsewhere"):
        revise(project, NAME, "zh", Revision("fn-law", stale, "我的译文。"))
    assert file(project).read_bytes() == before


def test_neither_is_one_whose_source_has_changed(project: Project) -> None:
    stale = seen(project, "p-lend")
    reworded(project, LEND.msgid, f"{LEND.msgid} Today.")
    with pytest.raises(Overtaken):
        revise(project, NAME, "zh", Revision("p-lend", stale, "今天。"))


def test_a_change_of_another_unit_is_in_nobodys_way(project: Project) -> None:
    held = seen(project, "fn-law")
    edited(file(project), "p-lend", LEND.msgstr.replace("。", "！"))
    revise(project, NAME, "zh", Revision("fn-law", held, "第七号法。"))
    assert entry(file(project), "p-lend").msgstr == LEND.msgstr.replace("。", "！")


def test_a_file_that_changes_while_it_is_written_is_left_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, dump = seen(project, "fn-law"), po.dump

    def meanwhile(entries: list[po.Entry]) -> str:
        made = dump(entries)
        file(project).write_text("# somebody else\n" + file(project).read_text("utf-8"), "utf-8")
        return made

    monkeypatch.setattr("docgen.translation.revising.po.dump", meanwhile)
    with pytest.raises(Overtaken):
        revise(project, NAME, "zh", Revision("fn-law", held, "我的译文。"))
    assert file(project).read_text("utf-8").startswith("# somebody else\n")


def test_a_translation_has_line_breaks_only_where_its_source_has(project: Project) -> None:
    save(project, "fn-law", " 第七号法。\r\n第八号法。\n")
    assert entry(file(project), "fn-law").msgstr == "第七号法。 第八号法。"


def test_a_unit_that_is_gone_is_told(project: Project) -> None:
    with pytest.raises(UsageError, match="no unit “p-gone”"):
        unchanged(project, NAME, "zh", "p-gone", "")
