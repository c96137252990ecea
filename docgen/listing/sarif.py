"""Problems → SARIF 2.1.0, the OASIS format in which code hosting services show findings.

Names of sections are those of the standard, "Static Analysis Results Interchange Format Version
2.1.0": run (3.14), reportingDescriptor (3.49), result (3.27), suppression (3.35).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docgen import __version__
from docgen.check.translation.registry import RULES
from docgen.listing.problem import OTHER, Problem
from docgen.report import Severity

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""What stands for the folder of the project."""

_TITLES = {OTHER: "Content that can be built"} | {key: rule.title for key, rule in RULES.items()}
_LEVELS = {key: rule.severity.value for key, rule in RULES.items()}
_KEYS = list(_TITLES)


def write(problems: Sequence[Problem]) -> str:
    """The problems as one run of docgen; what was accepted is a suppressed result."""
    run = {
        "tool": {"driver": {"name": "docgen", "version": __version__, "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": key,
            "shortDescription": {"text": f"{title}."},
            "defaultConfiguration": {"level": _LEVELS.get(key, Severity.ERROR.value)},
        }
        for key, title in _TITLES.items()
    ]


def _result(problem: Problem) -> dict[str, Any]:
    found = problem.found
    result = {
        "ruleId": problem.key,
        "ruleIndex": _KEYS.index(problem.key),
        "level": _level(problem),
        "message": {"text": " ".join(filter(None, (f"{found.message}.", found.hint)))},
        "locations": _locations(problem),
        "partialFingerprints": {"docgen/v1": _fingerprint(problem)},
        "properties": {"document": problem.document, "language": problem.language},
    }
    if found.severity is Severity.ACCEPTED:
        result["suppressions"] = [{"kind": "external", "justification": found.reason}]
    return result


def _level(problem: Problem) -> str:
    """What was accepted keeps the level of its check."""
    if problem.found.severity is Severity.ACCEPTED:
        return _LEVELS.get(problem.key, Severity.ERROR.value)
    return problem.found.severity.value


def _locations(problem: Problem) -> list[dict[str, Any]]:
    location: dict[str, Any] = {}
    if problem.file:
        location["physicalLocation"] = _place(problem)
    if unit := problem.found.unit:
        location["logicalLocations"] = [{"fullyQualifiedName": unit, "kind": "unit"}]
    return [location] if location else []


def _place(problem: Problem) -> dict[str, Any]:
    inside = not Path(problem.file).is_absolute()
    artifact = (
        {"uri": quote(problem.file), "uriBaseId": ROOT}
        if inside
        else {"uri": Path(problem.file).as_uri()}
    )
    line = problem.found.origin.line
    return {"artifactLocation": artifact} | ({"region": {"startLine": line}} if line else {})


def _fingerprint(problem: Problem) -> str:
    """The same for the same problem wherever its line has moved to."""
    said = (problem.document, problem.language, problem.key, problem.found.unit)
    return sha256("\0".join((*said, problem.found.message)).encode()).hexdigest()[:32]
