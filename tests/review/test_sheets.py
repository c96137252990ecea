"""The sheet of a project's translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen import po
from docgen.project import Project
from docgen.report import Rejected, UsageError
from docgen.review import Row, Sheet, sheet
from docgen.review.changes import only
from docgen.translation import Syncing
from tests.libraries import CITY, LEND, LIMA
from tests.translation.project import NAME, edited, made, reworded, synced, translated


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = made(tmp_path)
    translated(project, "zh", replace(LIMA, msgstr=""), replace(CITY, flags=("fuzzy",)))
    return project


def looked_at(project: Project) -> Sheet:
    return sheet(project, NAME, "zh")


def row(project: Project, id: str) -> Row:
    return next(row for row in looked_at(project).rows if row.id == id)


def test_each_unit_has_a_row_with_its_state_in_the_order_of_reading(project: Project) -> None:
    rows = looked_at(project).rows
    assert [(one.id, one.state) for one in rows][-2:] == [
        ("t-loans.r1.c1", "untranslated"),
        ("fn-law", "translated"),
    ]
    assert looked_at(project).counts == {
        "approved": 0,
        "translated": 7,
        "stale": 1,
        "untranslated": 1,
    }


def test_a_row_has_the_printed_number(project: Project) -> None:
    assert row(project, "p-lend").number == "1"


@pytest.mark.parametrize("sync_first", [False, True])
def test_a_change_of_the_source_is_told_before_and_after_a_sync(
    project: Project, sync_first: bool
) -> None:
    old = LEND.msgid.split()[0]
    reworded(project, LEND.msgid, LEND.msgid.replace(old, "Perhaps", 1))
    if sync_first:
        synced(project, Syncing(["zh"]))
    found = row(project, "p-lend")
    assert (found.state, found.changed) == ("stale", True)
    assert only(found.source, "deleted") == old
    assert only(found.source, "inserted") == "Perhaps"


def test_a_fuzzy_translation_of_the_same_text_shows_no_change(project: Project) -> None:
    assert not row(project, CITY.context or "").changed


def test_a_wrong_code_is_told_beside_its_unit_and_stops_nothing(project: Project) -> None:
    edited(project.catalogue(NAME, "zh"), "p-lend", LEND.msgstr.replace("[^law]", ""))
    (found,) = row(project, "p-lend").findings
    assert (found.severity, found.check) == ("error", "codes")
    assert looked_at(project).found == 1


def test_a_reference_to_nowhere_in_a_translation_stops_nothing_either(project: Project) -> None:
    edited(project.catalogue(NAME, "zh"), "p-lend", LEND.msgstr + "[](#p-nowhere)")
    assert row(project, "p-lend").findings


def test_a_finding_does_not_name_the_unit_again(project: Project) -> None:
    edited(project.catalogue(NAME, "zh"), "fn-law", "第八号法，，2031年。")
    messages = [one.message for one in row(project, "fn-law").findings]
    assert messages
    assert all("fn-law" not in message for message in messages)


def test_what_changes_in_a_row_changes_its_print(project: Project) -> None:
    before = row(project, "fn-law").seen
    assert row(project, "fn-law").seen == before
    edited(project.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    assert row(project, "fn-law").seen != before


def test_remarks_of_translators_are_there(project: Project) -> None:
    file = project.catalogue(NAME, "zh")
    entries = [
        replace(one, comments=("ask Ana",)) if one.context == "fn-law" else one
        for one in po.read(file)
    ]
    file.write_text(po.dump(entries), "utf-8")
    assert row(project, "fn-law").remarks == ("ask Ana",)


def test_a_text_without_an_id_is_told(project: Project) -> None:
    text = (project.content / NAME / "report.md").read_text("utf-8")
    (project.content / NAME / "report.md").write_text(f"{text}\n\nA new paragraph.\n", "utf-8")
    assert "has no id" in "".join(one.message for one in looked_at(project).problems)


def test_errors_of_the_source_are_all_told(project: Project) -> None:
    reworded(project, LEND.msgid, f"{LEND.msgid} [](#p-nowhere) [^nothing]")
    with pytest.raises(Rejected) as caught:
        looked_at(project)
    assert len(caught.value.report.errors) == 2


def test_the_language_of_the_source_has_no_review(project: Project) -> None:
    with pytest.raises(UsageError, match="is written in"):
        sheet(project, NAME, "en")
