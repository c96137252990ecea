"""Changes of units put into files: in the right place, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.model import Prose
from docgen.read import read
from docgen.readback.markup import Edit
from docgen.readback.place import put, put_field
from docgen.readback.provenance import record
from docgen.readback.taking import Taking, take_into_source
from docgen.readback.trace import Refused
from docgen.render import docx
from docgen.report import Report
from docgen.walk import find
from tests.readback import office, sample
from tests.readback.editing import Edited
from tests.readback.sample import CHINESE, ENGLISH, Round

WRAPPED = "> Forty wells\r\n> were dug\r\n> in 2044.\r\n"


def test_a_wrapped_and_quoted_text_keeps_its_lines() -> None:
    edit = Edit(6, 11, "pits")
    made = put(WRAPPED, 0, "Forty wells were dug in 2044.", [edit], -1)
    assert made == WRAPPED.replace("wells", "pits")


def test_han_characters_are_found_over_a_line_break() -> None:
    assert (
        put("共挖井\n四十口。", 0, "共挖井四十口。", [Edit(5, 6, "口井")], -1)
        == "共挖井\n四十口井。"
    )


def test_equal_cells_are_told_apart_by_their_column() -> None:
    row = "| South | 800 | 800 |\n"
    assert put(row, 0, "800", [Edit(0, 3, "850")], 2) == "| South | 800 | 850 |\n"


def test_a_bold_cell_stays_bold() -> None:
    assert put("| **Total** | **2** |", 0, "2", [Edit(0, 1, "3")], 1) == "| **Total** | **3** |"


def test_a_text_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="not found"):
        put("Something else.", 0, "Forty wells.", [Edit(0, 5, "Fifty")], -1)


def test_a_field_of_a_data_file_is_quoted_where_it_has_a_comma() -> None:
    assert put_field("North,12\n", 0, "North", "North, far", 0) == '"North, far",12\n'
    assert put_field('"a ""b""",12\n', 0, 'a "b"', "c", 0) == '"c",12\n'
    with pytest.raises(Refused):
        put_field("North,12\n", 0, "South", "East", 0)


def test_what_would_change_another_text_is_not_written(tmp_path: Path) -> None:
    folder = sample.made(tmp_path).folder(sample.NAME)
    units = {unit.id: unit for unit in find(read(folder, Report()), Prose)}
    heading = Taking(units["p-left"], (Edit(0, 0, "x\n\n# New\n\n"),))
    good = Taking(units["p-thanks"], (Edit(4, 12, "towns"),))
    failed = take_into_source(folder, [heading, good])
    assert set(failed) == {0}
    assert (folder / "report.md").read_text("utf-8") == sample.REPORT.replace(
        "The villages gave", "The towns gave"
    )


# ---- content that was changed while the file was away -----------------------------------------


def back_with(tmp_path: Path, old: str, new: str) -> Round:
    return sample.sent(tmp_path, ENGLISH, lambda edited: edited.replace(old, new))


def test_what_was_changed_in_the_content_alone_is_no_difference_of_the_file(
    tmp_path: Path,
) -> None:
    back = sample.sent(tmp_path, ENGLISH)
    back.revise("Three places", "Four places")
    back.revise("# Costs", "{#p-new}\nA new one.\n\n# Costs")
    outcome = back.outcome(write=True)
    assert outcome.clean
    assert [f.newer for f in outcome.findings if f.counts or f.newer]
    assert "Four places" in back.source
    assert "was added to the content since" in back.told()


def test_what_was_changed_on_both_sides_is_refused(tmp_path: Path) -> None:
    back = back_with(tmp_path, "gave food", "gave bread")
    back.revise("all crews", "both crews")
    (finding,) = back.outcome(write=True).findings
    assert finding.reason == "it was changed in the content too since the file was made"
    assert "gave food" in back.source


def test_one_change_does_not_hinder_that_of_another_text(tmp_path: Path) -> None:
    back = back_with(tmp_path, "gave food", "gave bread")
    back.revise("Three places", "Four places")
    assert back.outcome(write=True).clean
    assert "gave bread" in back.source
    assert "Four places" in back.source


def test_a_text_that_was_taken_out_meanwhile_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    back = sample.sent(tmp_path, ENGLISH)
    start = sample.REPORT.index("{#p-thanks}")
    back.revise(sample.REPORT[start : sample.REPORT.index("# Costs")], "")
    assert back.outcome().clean
    assert "was taken out of the content since" in back.told()


# ---- what the file says about itself, and what word processors keep ----------------------------


def test_the_file_says_what_it_was_made_from() -> None:
    found = record(sample.original(CHINESE))
    assert found
    assert (found.document, found.language) == (sample.NAME, CHINESE)
    assert set(sample.TRANSLATIONS) <= set(found.units)


def test_the_record_of_the_same_document_is_always_the_same(tmp_path: Path) -> None:
    from docgen import pipeline

    project = sample.made(tmp_path)
    prepared = pipeline.prepare(project, sample.NAME, ENGLISH, final=True, report=Report())
    assert docx.write(*prepared) == sample.original(ENGLISH)


@office.needs_office
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_libreoffice_changes_nothing_by_saving(tmp_path: Path, language: str) -> None:
    back = sample.sent(tmp_path, language)
    saved = replace(back, file=office.work(back.file))
    assert saved.outcome().findings == []
    assert record(saved.file.read_bytes()) == record(back.file.read_bytes())


@office.needs_office
def test_what_is_typed_in_libreoffice_is_told_and_taken_over(tmp_path: Path) -> None:
    back = sample.sent(tmp_path, ENGLISH)
    typed = office.work(back.file, "gave food", "gave bread", after="Three places")
    outcome = replace(back, file=typed).outcome(write=True)
    fates = [(f.difference.verb, f.taken) for f in outcome.findings if f.counts]
    assert fates == [("inserted", False), ("changed", True)]
    assert "gave bread" in back.source


@office.needs_office
def test_what_was_changed_before_libreoffice_saved_it_is_told_after(tmp_path: Path) -> None:
    def edit(edited: Edited) -> None:
        edited.replace("further", "final")
        edited.unfield("3", "Water was found")

    back = sample.sent(tmp_path, ENGLISH, edit)
    outcome = replace(back, file=office.work(back.file)).outcome()
    remarks = [remark for f in outcome.findings for remark in f.difference.remarks]
    assert len(outcome.findings) == 2
    assert remarks == ["the live number 3 is typed now"]
