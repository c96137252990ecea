"""A finished DOCX → what Word would repair, refuse or lose in it, each fault in one line.

What no schema tells, and the part of the schemas (ECMA-376, part 1, transitional as Word writes
it) that a writer can fail by its own doing. No writer is imported, so that no mistake is shared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.check.lint import (
    anchors,
    drawings,
    grammar,
    headings,
    lists,
    notes,
    package,
    sections,
    tables,
    values,
)
from docgen.check.lint.parts import Parts, Unreadable

Check = Callable[[Parts], Iterator[str]]

MODULES = (
    package,
    grammar,
    values,
    sections,
    headings,
    notes,
    anchors,
    lists,
    tables,
    drawings,
)


def findings(data: bytes) -> list[str]:
    """All faults of a DOCX, each once, in the order of the checks; none for a good file."""
    try:
        parts = Parts.of(data)
    except Unreadable as error:
        return [str(error)]
    return list(dict.fromkeys(found for one in MODULES for found in _found(one.CHECKS, parts)))


def _found(checks: tuple[Check, ...], parts: Parts) -> Iterator[str]:
    for check in checks:
        yield from check(parts)
