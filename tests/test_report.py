"""Problems as values."""

import pytest

from docgen.report import (
    Diagnostic,
    DocgenError,
    Origin,
    Rejected,
    Report,
    SetupError,
    Severity,
    UsageError,
)


def test_a_diagnostic_reads_as_file_line_severity_message_and_hint() -> None:
    found = Diagnostic(Severity.ERROR, Origin("annex.md", 14), "no such note", "Define it.")
    assert str(found) == "annex.md:14: error: no such note\n    Define it."


def test_a_place_without_line_is_the_file_as_a_whole() -> None:
    assert str(Diagnostic(Severity.WARNING, Origin("a.md"), "empty")) == "a.md: warning: empty"


def test_the_same_problem_is_reported_once() -> None:
    report = Report()
    report.error(Origin("a.md", 1), "wrong")
    report.error(Origin("a.md", 1), "wrong")
    assert len(list(report)) == 1


def test_warnings_do_not_stop_a_build() -> None:
    report = Report()
    report.warning(Origin("a.md"), "odd")
    report.stop_on_errors()
    assert report.errors == []


def test_errors_stop_a_build_with_all_of_them_in_the_report() -> None:
    report = Report()
    report.error(Origin("a.md", 1), "wrong")
    report.error(Origin("a.md", 2), "wrong")
    with pytest.raises(Rejected, match="2 errors") as raised:
        report.stop_on_errors()
    assert raised.value.report is report


def test_each_kind_of_failure_has_its_exit_status() -> None:
    kinds = (DocgenError, Rejected, UsageError, SetupError)
    assert [kind.status for kind in kinds] == [1, 1, 2, 3]
