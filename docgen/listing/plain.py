"""Problems → JSON: one object for each, and how many there are of each severity."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from docgen.listing.problem import Problem
from docgen.report import Severity

VERSION = 1
"""Rises when a key changes its meaning or goes away."""


def write(problems: Sequence[Problem]) -> str:
    """The list as JSON text; keys that say nothing about a problem are empty."""
    return json.dumps(listed(problems), ensure_ascii=False, indent=2)


def listed(problems: Sequence[Problem]) -> dict[str, Any]:
    """The list as values that JSON has."""
    counts = Counter(problem.found.severity for problem in problems)
    return {
        "version": VERSION,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "problems": [_entry(problem) for problem in problems],
    }


def _entry(problem: Problem) -> dict[str, str | int]:
    found = problem.found
    return {
        "document": problem.document,
        "language": problem.language,
        "severity": found.severity.value,
        "check": problem.key,
        "file": problem.file,
        "line": found.origin.line,
        "unit": found.unit,
        "number": found.number,
        "message": found.message,
        "hint": found.hint,
        "reason": found.reason,
    }
