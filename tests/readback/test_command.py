"""`docgen check FILE.docx`: what it prints, how it ends, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.cli import main
from tests.readback import sample
from tests.readback.editing import Edited
from tests.readback.sample import CHINESE, ENGLISH, Round


def changed(edited: Edited) -> None:
    edited.replace("gave food", "gave bread")


def without_record(edited: Edited) -> None:
    changed(edited)
    edited.parts = {name: part for name, part in edited.parts.items() if "customXml" not in name}


def run(back: Round, *words: str) -> int:
    return main(["check", str(back.file), *words], back.project.root)


def test_a_file_that_nobody_changed_is_no_reason_to_do_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sample.sent(tmp_path, CHINESE)) == 0
    assert capsys.readouterr().out == "wells zh: no differences\n"


def test_a_change_is_shown_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = sample.sent(tmp_path, ENGLISH, changed)
    assert run(back) == 1
    assert "[-food-]{+bread+}" in capsys.readouterr().out
    assert back.source == sample.REPORT


def test_when_all_is_taken_over_nothing_is_left_to_do(tmp_path: Path) -> None:
    back = sample.sent(tmp_path, ENGLISH, changed)
    assert run(back, "--write") == 0
    assert back.source == sample.REPORT.replace("gave food", "gave bread")
    assert run(back) == 0


def test_what_cannot_be_taken_over_stays_to_be_done(tmp_path: Path) -> None:
    back = sample.sent(tmp_path, ENGLISH, lambda edited: edited.delete("Three places"))
    assert run(back, "--write") == 1
    assert back.source == sample.REPORT


def test_a_comment_has_to_be_looked_at(tmp_path: Path) -> None:
    back = sample.sent(tmp_path, ENGLISH, lambda edited: edited.remark("Three places", "Which?"))
    assert run(back) == 1


def test_a_file_that_lost_what_it_was_made_from_has_to_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = sample.sent(tmp_path, ENGLISH, without_record)
    assert run(back) == 2
    assert "--document=NAME --lang=LANGUAGE" in capsys.readouterr().err
    assert run(back, "--document=wells", "--lang=en", "--write") == 0
    assert "cannot be told from what was changed in the file" in capsys.readouterr().err
    assert "gave bread" in back.source


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", "none.docx"], "none.docx cannot be read"),
        (["check", "a.docx", "b.docx"], "one Word file is checked at a time"),
        (["check", "a.docx", "--lang=en,zh"], "a Word file is in one language"),
        (["check", "--write"], "--write and --document belong to a Word file"),
        (["check", "wells", "--document=wells"], "--write and --document belong to a Word file"),
    ],
)
def test_a_wrong_call_is_told(
    words: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, sample.made(tmp_path).root) == 2
    assert message in capsys.readouterr().err


def test_a_file_of_another_kind_is_told_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = sample.sent(tmp_path, ENGLISH)
    back.file.write_bytes(b"no archive at all")
    assert run(back) == 1
    assert "back-en.docx: error: this is no Word file" in capsys.readouterr().err


def test_a_document_that_is_not_here_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = sample.sent(tmp_path, ENGLISH)
    (back.project.content / sample.NAME).rename(back.project.content / "pumps")
    assert run(back) == 2
    assert "there is no document “wells”" in capsys.readouterr().err


def test_content_with_errors_is_told_before_anything_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = sample.sent(tmp_path, ENGLISH, changed)
    back.revise("Three places", "[^none] Three places")
    assert run(back, "--write") == 1
    assert "has no definition" in capsys.readouterr().err
