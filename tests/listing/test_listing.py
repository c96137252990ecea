"""Lists of problems for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Schema

from docgen.check.translation import RULES
from docgen.listing import FORMS, Problem
from docgen.report import Diagnostic, Origin, Severity

ROOT = Path("/project")
PLACE = Origin("/project/locales/zh/documents/two words.po", 12)
WRONG = Diagnostic(
    Severity.WARNING,
    PLACE,
    "p-a says 12",
    "Compare it.",
    key="numbers",
    unit="p-a",
    number="paragraph 3",
)
ACCEPTED = Diagnostic(
    Severity.ACCEPTED, PLACE, "p-b lacks 79/1", key="resolutions", unit="p-b", reason="As meant."
)
BROKEN = Diagnostic(Severity.ERROR, Origin("/elsewhere/report.md"), "no title")
NOWHERE = Diagnostic(Severity.ERROR, Origin(""), "nothing is there")


def listed(form: str, *found: Diagnostic) -> Any:
    problems = [Problem("report", "zh", each, ROOT) for each in found]
    return json.loads(FORMS[form](problems))


def results(*found: Diagnostic) -> Any:
    return listed("sarif", *found)["runs"][0]["results"]


def test_json_has_everything_that_is_known_of_a_problem() -> None:
    assert listed("json", WRONG)["problems"] == [
        {
            "document": "report",
            "language": "zh",
            "severity": "warning",
            "check": "numbers",
            "file": "locales/zh/documents/two words.po",
            "line": 12,
            "unit": "p-a",
            "number": "paragraph 3",
            "message": "p-a says 12",
            "hint": "Compare it.",
            "reason": "",
        }
    ]


def test_json_counts_by_severity() -> None:
    counts = listed("json", WRONG, ACCEPTED, BROKEN)["counts"]
    assert counts == {"error": 1, "warning": 1, "accepted": 1}


def test_what_no_check_has_found_is_listed_as_content() -> None:
    assert listed("json", BROKEN)["problems"][0]["check"] == "content"


@pytest.mark.parametrize("found", [(), (WRONG,), (WRONG, ACCEPTED, BROKEN, NOWHERE)])
def test_sarif_is_valid_by_the_schema_of_its_standard(found: tuple[Diagnostic, ...]) -> None:
    log = listed("sarif", *found)
    assert Schema.model_validate(log)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)


def test_sarif_describes_every_check_with_its_level() -> None:
    rules = listed("sarif")["runs"][0]["tool"]["driver"]["rules"]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert levels == {"content": "error"} | {key: rule.severity for key, rule in RULES.items()}
    (result,) = results(WRONG)
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "numbers"


def test_a_file_of_the_project_is_named_from_its_root_and_another_by_its_address() -> None:
    wrong, broken, nowhere = results(WRONG, BROKEN, NOWHERE)
    assert wrong["locations"][0]["physicalLocation"] == {
        "artifactLocation": {
            "uri": "locales/zh/documents/two%20words.po",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": 12},
    }
    place = {"artifactLocation": {"uri": "file:///elsewhere/report.md"}}
    assert broken["locations"][0]["physicalLocation"] == place
    assert nowhere["locations"] == []


def test_what_was_accepted_is_a_suppressed_result_of_the_level_of_its_check() -> None:
    (result,) = results(ACCEPTED)
    assert result["level"] == "error"
    assert result["suppressions"] == [{"kind": "external", "justification": "As meant."}]


def test_a_problem_is_known_again_when_its_line_has_moved() -> None:
    from dataclasses import replace

    moved = replace(WRONG, origin=replace(PLACE, line=99))
    first, second = (result["partialFingerprints"] for result in results(WRONG, moved))
    assert first == second
