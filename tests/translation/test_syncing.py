"""Translation files kept up to date, or only looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.project import Project
from docgen.report import Report, UsageError
from docgen.translation import Syncing, check_minor, sync
from tests.libraries import BODY
from tests.translation.project import (
    NAME,
    edited,
    entry,
    made,
    reworded,
    synced,
    translated,
)

LAW = "Act 7."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return made(tmp_path)


def state_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ---- looking only ---------------------------------------------------------------------------


def test_a_look_at_what_is_up_to_date_finds_nothing_to_change(project: Project) -> None:
    translated(project)
    assert synced(project, Syncing(["zh"], check=True)) == []


def test_a_look_tells_what_would_change_and_writes_nothing(project: Project) -> None:
    file = translated(project)
    reworded(project, LAW, "Act 8.")
    before = state_of(project.root)
    assert synced(project, Syncing(["zh"], check=True)) == [file]
    assert state_of(project.root) == before


def test_a_look_tells_of_a_translation_that_is_not_begun(project: Project) -> None:
    assert synced(project, Syncing(["zh"], check=True)) == [project.catalogue(NAME, "zh")]
    assert not project.catalogue(NAME, "zh").exists()


def test_a_look_tells_of_missing_ids(tmp_path: Path) -> None:
    project = made(tmp_path, "No id here.\n\n" + BODY)
    translated(project)
    reworded(project, "Act 7.", "Act 7.\n\nAnd none here.")
    report = project.content / NAME / "report.md"
    before = state_of(project.root)
    assert synced(project, Syncing(["zh"], check=True)) == [report]
    assert state_of(project.root) == before


# ---- minor changes --------------------------------------------------------------------------


def test_a_minor_change_leaves_translations_in_force_in_every_language(project: Project) -> None:
    file = translated(project)
    reworded(project, LAW, "Act  No. 7.")
    synced(project, Syncing(["zh"], frozenset({"fn-law"})))
    assert (entry(file, "fn-law").msgid, entry(file, "fn-law").fuzzy) == ("Act No. 7.", False)


def test_a_minor_change_of_a_unit_that_is_not_there_is_wrong_usage(project: Project) -> None:
    with pytest.raises(UsageError, match="there is no unit “fn-lwa”") as caught:
        check_minor(project, [NAME], ["fn-lwa"], Report())
    assert caught.value.diagnostic.hint == "Did you mean fn-law?"
    check_minor(project, [NAME], ["fn-law"], Report())


# ---- a pivot --------------------------------------------------------------------------------


@pytest.fixture
def chinese(tmp_path: Path) -> Project:
    """A project in English with the translation into Chinese, and a third language."""
    project = made(tmp_path)
    third = project.locales / "xx"
    third.mkdir()
    for name in ("locale.toml", "messages.po", "ordinals.tsv"):
        (third / name).write_bytes((project.locales / "en" / name).read_bytes())
    translated(project)
    synced(project, Syncing(["xx"], pivot="zh"))
    return project


def third(project: Project) -> Path:
    return project.catalogue(NAME, "xx")


def notes(project: Project, id: str = "fn-law") -> list[str]:
    return list(entry(third(project), id).extracted[1:])


def test_the_pivot_stands_in_a_comment_above_the_source(chinese: Project) -> None:
    found = entry(third(chinese), "fn-law")
    assert (found.msgid, found.extracted) == (LAW, ("Note", "zh: 第7号法。"))
    assert "X-Pivot-Language: zh\n" in third(chinese).read_text("utf-8").replace('\\n"', "\n")


def test_a_file_remembers_its_pivot(chinese: Project) -> None:
    before = third(chinese).read_bytes()
    assert synced(chinese, Syncing(["xx"])) == []
    assert third(chinese).read_bytes() == before


def test_the_language_of_the_document_ends_the_work_from_a_pivot(chinese: Project) -> None:
    synced(chinese, Syncing(["xx"], pivot="en"))
    assert notes(chinese) == []
    assert "Pivot" not in third(chinese).read_text("utf-8")


def test_the_pivot_itself_is_made_from_the_source(chinese: Project) -> None:
    synced(chinese, Syncing(["zh"], pivot="zh"))
    assert "Pivot" not in chinese.catalogue(NAME, "zh").read_text("utf-8")


def test_a_correction_of_the_pivot_puts_what_was_made_from_it_in_doubt(chinese: Project) -> None:
    edited(third(chinese), "fn-law", "Loi 7")
    edited(chinese.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    synced(chinese, Syncing(["xx"]))
    assert entry(third(chinese), "fn-law").fuzzy
    assert notes(chinese) == ["zh: 第七号法。", "zh, before: 第7号法。"]
    assert synced(chinese, Syncing(["xx"])) == []


def test_the_doubt_goes_when_the_translator_has_looked(chinese: Project) -> None:
    edited(third(chinese), "fn-law", "Loi 7")
    edited(chinese.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    synced(chinese, Syncing(["xx"]))
    edited(third(chinese), "fn-law", "Loi sept")
    synced(chinese, Syncing(["xx"]))
    assert not entry(third(chinese), "fn-law").fuzzy
    assert notes(chinese) == ["zh: 第七号法。"]


def test_the_doubt_goes_when_the_pivot_returns(chinese: Project) -> None:
    edited(third(chinese), "fn-law", "Loi 7")
    for text in ("第七号法。", "七号法。", "第7号法。"):
        edited(chinese.catalogue(NAME, "zh"), "fn-law", text)
        synced(chinese, Syncing(["xx"]))
    assert not entry(third(chinese), "fn-law").fuzzy
    assert notes(chinese) == ["zh: 第7号法。"]


def test_a_pivot_that_is_itself_out_of_date_is_not_shown_but_remembered(chinese: Project) -> None:
    edited(third(chinese), "fn-law", "Loi 7")
    reworded(chinese, LAW, "Act 8.")
    synced(chinese, Syncing(["zh", "xx"]))
    assert notes(chinese) == ["zh, before: 第7号法。"]
    assert entry(third(chinese), "fn-law").previous == LAW
    edited(chinese.catalogue(NAME, "zh"), "fn-law", "第8号法。")
    synced(chinese, Syncing(["zh", "xx"]))
    assert notes(chinese) == ["zh: 第8号法。", "zh, before: 第7号法。"]
    assert entry(third(chinese), "fn-law").previous == LAW


def test_a_minor_correction_of_the_pivot_puts_nothing_in_doubt(chinese: Project) -> None:
    edited(third(chinese), "fn-law", "Loi 7")
    edited(chinese.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    synced(chinese, Syncing(["xx"], frozenset({"fn-law"})))
    assert not entry(third(chinese), "fn-law").fuzzy
    assert notes(chinese) == ["zh: 第七号法。"]


def test_a_text_without_translation_shows_the_pivot_as_it_is_now(chinese: Project) -> None:
    edited(chinese.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    synced(chinese, Syncing(["xx"]))
    assert notes(chinese) == ["zh: 第七号法。"]


def test_the_table_counts_what_is_in_doubt(chinese: Project) -> None:
    edited(third(chinese), "fn-law", "Loi 7")
    edited(chinese.catalogue(NAME, "zh"), "fn-law", "第七号法。")
    rows, _ = sync(chinese, NAME, Syncing(["xx"]), Report())
    assert [list(row)[:3] for row in rows] == [["libraries", "kept", "stale"], ["  xx", "8", "1"]]


def test_a_pivot_that_is_not_there_is_wrong_usage(chinese: Project) -> None:
    chinese.catalogue(NAME, "zh").unlink()
    with pytest.raises(UsageError, match="“libraries” has no translation into “zh”") as caught:
        sync(chinese, NAME, Syncing(["xx"]), Report())
    assert "--pivot=en" in caught.value.diagnostic.hint
