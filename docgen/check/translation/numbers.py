"""Numbers, dates and times whose value only one of two texts has."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.translation.quantities import Quantities, quantities
from docgen.check.translation.values import Fault, Passage

_HINT = "Compare the figures and their scale words with the source."


def numbers_differ(source: Passage, target: Passage) -> Iterator[Fault]:
    """Figures are compared by value: 2.4 billion is 24亿; words and numerals may stand for them."""
    here = quantities(source)
    there = quantities(target)
    lost, added = _unanswered(here, there), _unanswered(there, here)
    parts = [f"does not say {', '.join(lost)}"] if lost else []
    parts += [f"says {', '.join(added)}, which its source does not"] if added else []
    if parts:
        yield Fault(" and ".join(parts), _HINT)


def _unanswered(asked: Quantities, other: Quantities) -> list[str]:
    """What is written in one text, once each, and has no value in the other."""
    answers = other.values
    missing = [each.written for each in asked.required if not each.values & answers]
    return list(dict.fromkeys(missing))
