"""What stands on the terminal: problems once, progress, a table of the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import console
from docgen.console import Console
from docgen.made import Made
from docgen.report import DocgenError, Origin, Rejected, Report


def report() -> Report:
    """An error with a hint, and a warning about a file as a whole."""
    found = Report()
    found.error(Origin("annex.md", 14), "note [^cost] has no definition", "Defined: rules, ipu.")
    found.warning(Origin("zh.po"), "no wording for “Summary”")
    return found


def test_problems_stand_with_place_severity_and_hint(capsys: pytest.CaptureFixture[str]) -> None:
    Console().show(report())
    assert capsys.readouterr().err == (
        "annex.md:14: error: note [^cost] has no definition\n"
        "    Defined: rules, ipu.\n"
        "zh.po: warning: no wording for “Summary”\n"
    )


def test_the_place_of_a_problem_is_given_from_the_present_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    found = Report()
    found.error(Origin(str(tmp_path / "content" / "report.md"), 3), "no")
    found.error(Origin(str(tmp_path.parent / "report.md"), 4), "no")
    Console().show(found)
    far, near = capsys.readouterr().err.splitlines()
    assert near == f"{Path('content/report.md')}:3: error: no"
    assert far == f"{tmp_path.parent / 'report.md'}:4: error: no"


def test_a_problem_found_in_two_languages_is_shown_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Console()
    terminal.show(report())
    terminal.show(report())
    assert capsys.readouterr().err.count("note [^cost]") == 1


def test_in_a_log_each_task_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Console()
    for task in ("water en", "water zh"):
        stage = terminal.progress(task)
        stage("reading")
        stage("writing pdf")
    assert capsys.readouterr().err == "water en\nwater zh\n"


def test_on_a_terminal_the_stages_replace_each_other_and_go_away(
    capsys: pytest.CaptureFixture[str],
) -> None:
    terminal = Console()
    terminal.live = True
    terminal.progress("water zh")("reading")
    terminal.progress("water zh")("writing pdf")
    terminal.result("done")
    printed = capsys.readouterr()
    clear = "\r\033[K"
    assert printed.err == f"{clear}water zh: reading{clear}water zh: writing pdf{clear}"
    assert printed.out == "done\n"


def test_the_files_stand_in_columns_with_pages_size_and_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "build" / "water" / "zh"
    made = [
        Made(folder / "A_99_968-zh.pdf", "pdf", 13, 1_234_567, 2.346),
        Made(folder / "A_99_968-zh.docx", "docx", None, 400, 0.04),
    ]
    assert console.files(made).splitlines() == [
        "build/water/zh/A_99_968-zh.pdf   13 pages  1,235 kB  2.3 s",
        "build/water/zh/A_99_968-zh.docx                1 kB  0.0 s",
    ]


def test_a_path_elsewhere_is_given_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    made = Made(tmp_path / "out.pdf", "pdf", 1, 2000, 0.2)
    assert console.files([made]) == f"{tmp_path / 'out.pdf'}  1 page  2 kB  0.2 s"


def test_problems_are_counted_in_words() -> None:
    found = report().diagnostics
    assert console.counted(found) == "1 error, 1 warning"
    assert console.counted(found + found) == "2 errors, 2 warnings"
    assert console.counted([]) == "no errors, no warnings"


def test_a_rejected_document_stands_for_all_its_problems() -> None:
    found = report()
    assert list(console.problems(Rejected(found))) == found.diagnostics
    assert [str(one) for one in console.problems(DocgenError("no"))] == ["error: no"]


def test_a_table_stands_in_columns_though_rows_end_early() -> None:
    rows = [("report.md", "new ids: 3"), ("water", "kept", "new"), ("  fr", "12", "4")]
    assert console.table(rows).splitlines() == [
        "report.md  new ids: 3",
        "water            kept  new",
        "  fr               12    4",
    ]
    assert console.table([]) == ""
