"""Every case of `cases/`: what is read from a source, and what is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from docgen.read import read
from docgen.report import Report
from tests.read.case import FILES, FRONT, Case, cases
from tests.read.dump import dump, dump_front

_REPORT_LINE = re.compile(r"report\.md:(\d+)")
_ALL = [case for path in FILES for case in cases(path)]


@pytest.fixture
def result_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Case], str]:
    """What is read from a case and reported of it; lines count from the first of the case."""

    def result(case: Case) -> str:
        folder = tmp_path / str(case.line)
        for name, text in case.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        monkeypatch.chdir(folder)
        report, shift = Report(), 0 if case.whole else FRONT.count("\n")
        document = read(Path(), report)
        front = dump_front(document.front) if case.whole else ""
        found = "".join(f"{diagnostic}\n" for diagnostic in report)
        return front + dump(document, shift) + _REPORT_LINE.sub(partial(_moved, shift), found)

    return result


def _moved(shift: int, place: re.Match[str]) -> str:
    return f"report.md:{int(place[1]) - shift}"


@pytest.mark.parametrize("case", _ALL, ids=lambda case: f"{case.path.stem}:{case.line}")
def test_case_reads_as_its_file_says(
    case: Case, result_of: Callable[[Case], str], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--accept"):
        pytest.skip("its file is renewed as a whole")
    assert result_of(case) == case.expected, f"{case.path}:{case.line}: {case.title}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_of_cases_is_as_it_would_be_renewed(
    path: Path, result_of: Callable[[Case], str], golden: Callable[[Path, str], None]
) -> None:
    golden(path, "\n".join(case.renewed(result_of(case)) for case in cases(path)))
