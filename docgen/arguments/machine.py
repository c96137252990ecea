"""The grammar of `docgen doctor`."""

from __future__ import annotations

from docgen.arguments.grammar import Group, add_output
from docgen.commands.machine import doctor as run


def add(group: Group) -> None:
    """Add the command and its options."""
    doctor = group.add("doctor", run, "say what this machine lacks", "docgen doctor")
    add_output(doctor)
