"""Problems × overlay × numbers → what was accepted set apart, and each with its printed number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from docgen.overlay import Overlay
from docgen.report import Diagnostic, Severity


def settled(
    problems: Iterable[Diagnostic], overlay: Overlay, numbers: Mapping[str, str]
) -> list[Diagnostic]:
    """What the overlay accepts stays in the list, with its reason.

    `numbers` are by unit; those of texts without id are by place.
    """
    return [_settled(problem, overlay, numbers) for problem in problems]


def _settled(problem: Diagnostic, overlay: Overlay, numbers: Mapping[str, str]) -> Diagnostic:
    if not problem.key:
        return problem
    number = numbers.get(problem.unit or str(problem.origin), "")
    problem = replace(problem, number=number)
    reason = overlay.accepted(problem.unit, problem.key)
    if reason is None:
        return problem
    return replace(problem, severity=Severity.ACCEPTED, reason=reason)
