"""Figures: from runs to tables, from tables to the page about performance."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import aims, pdf, report, results
from bench.runs import Cost, Work, alternate, run

COSTS = {
    "docgen": Cost((1.0, 1.2, 0.9), 110),
    "docgen, edited": Cost((0.8, 0.8, 0.7), 100),
    "Typst": Cost((0.4, 0.5, 0.4), 120),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    return tmp_path


def test_the_time_of_docgen_stands_in_proportion_to_that_of_every_other_program() -> None:
    rows = results.compared("x1", COSTS, {"docgen": 14})
    assert rows[0] == ("x1", "docgen", "14", "1.000", "0.900–1.200", "110", "", "")
    assert rows[2] == ("x1", "Typst", "", "0.400", "0.400–0.500", "120", "2.50", "2.00")


def test_a_table_is_read_as_it_was_written() -> None:
    results.write("pdf-xx", results.HEADING, results.compared("x1", COSTS, {}))
    assert [row["program"] for row in results.read("pdf-xx")] == list(COSTS)
    assert results.read("nothing") == []


def test_runs_alternate_and_the_first_round_does_not_count(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def work(name: str) -> Work:
        with_name = f"open({str(log)!r}, 'a').write({name!r})"
        return Work([sys.executable, "-c", with_name], before=lambda: None)

    costs = alternate({"a": work("a"), "b": work("b")}, 2)
    assert log.read_text() == "ababab"
    assert [len(cost.seconds) for cost in costs.values()] == [2, 2]


def test_a_command_that_fails_ends_the_benchmark_with_its_words() -> None:
    with pytest.raises(SystemExit, match="no such luck"):
        run([sys.executable, "-c", "raise SystemExit('no such luck')"])


def test_the_memory_of_the_benchmark_does_not_count_as_that_of_a_command() -> None:
    held = bytearray(200_000_000)
    assert run([sys.executable, "-c", "pass"])[1] < 100 < len(held) / 1_000_000


def test_tables_come_between_their_markers_and_nothing_else_changes() -> None:
    results.write("pdf-zh", results.HEADING, results.compared("x1", COSTS, {}))
    page = "Before.\n\n<!-- figures: pdf-zh -->\nold\n<!-- end -->\n\nAfter.\n"
    made = report.filled(page)
    assert made.startswith("Before.\n\n<!-- figures: pdf-zh -->\n\n| text | program | seconds |")
    assert "| ×1 | Typst | 0.400 | 0.400–0.500 | 120 | 2.50 | 2.00 |\n" in made
    assert made.endswith("\n<!-- end -->\n\nAfter.\n")
    assert "old" not in made
    assert report.filled(made) == made


def test_a_table_that_is_not_there_is_said_to_be_missing() -> None:
    page = "<!-- figures: many -->\n<!-- end -->\n"
    assert report.NOTHING in report.filled(page)


def test_what_misses_its_aim_is_bold() -> None:
    results.write("pdf-zh", results.HEADING, results.compared("x1", COSTS, {}))
    (aim,) = aims.aims()
    assert (aim.asked, aim.told(aim.new), aim.told(aim.kept)) == ("≤ 3.50", "2.50", "2.00")
    assert aim.told(3.6) == "**3.60**"
    least = aims.Aim("two processes", 1.8, 1.9, least=True)
    assert (least.asked, least.told(1.9), least.told(1.7)) == ("≥ 1.80", "1.90", "**1.70**")


def test_a_program_that_is_missing_is_left_out_with_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Sequence[str]] = []

    def measured(*arguments: object) -> list[results.Row]:
        asked.append(arguments[-1])  # type: ignore[arg-type]
        return []

    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(pdf, "measured", measured)
    monkeypatch.setattr(results, "plot", lambda path: None)
    pdf.main(["--lang", "en"])
    assert asked == [["Typst", "stock WeasyPrint"]]
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("left out: LibreOffice, for lack of LibreOffice Writer")
    assert said[1].startswith("left out: pandoc + xelatex, for lack of XeLaTeX with ctex")


def test_every_table_of_the_pages_has_a_benchmark_that_writes_it() -> None:
    page = "".join(page.read_text("utf-8") for page in report.PAGES)
    names = [name for _, name, _ in report.PLACE.findall(page)]
    written = {"aims", "machine", "many", "memory", "parts", "setting", "watch", "words"}
    written |= {f"{kind}-{language}" for kind in ("pdf", "docx") for language in ("zh", "en")}
    assert set(names) == written
    assert len(re.findall("<!-- figures", page)) == len(names)
