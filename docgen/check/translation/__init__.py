"""Source × translation → what a reviser would stumble over, each by a stable key.

Every fact of a language comes from the table `[checks]` of its bundle.
"""

from __future__ import annotations

from docgen.check.translation.directions import Places, places
from docgen.check.translation.documents import check
from docgen.check.translation.examining import Languages, examine, examine_source
from docgen.check.translation.facts import Facts, compiled
from docgen.check.translation.registry import RULES, Rule

__all__ = [
    "RULES",
    "Facts",
    "Languages",
    "Places",
    "Rule",
    "check",
    "compiled",
    "examine",
    "examine_source",
    "places",
]
