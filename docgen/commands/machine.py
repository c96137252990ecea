"""`docgen doctor`: what this machine lacks."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from docgen.commands import OUTPUT
from docgen.console import Console
from docgen.report import SetupError


def doctor(options: Namespace, root: Path, console: Console) -> int:
    """Print what docgen needs of this machine, what is missing, and how to get it."""
    from docgen.doctor import examine, remedies

    findings = examine(root, options.output or root / OUTPUT)
    for found in findings:
        console.result(str(found))
    if lines := remedies(findings):
        console.result("\n".join(["", "What is missing comes with:", *lines]))
    return 0 if all(found.ok for found in findings) else SetupError.status
