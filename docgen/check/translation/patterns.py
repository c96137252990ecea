"""Regular expressions made of several, for facts that a bundle gives as lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

Pattern = re.Pattern[str]

NEVER = re.compile(r"(?!)")
"""Finds nothing."""

WORD = r"(?<!\w)(?:{})(?!\w)"
"""A frame for what stands between word boundaries."""

ANYWHERE = "(?:{})"


def any_of(patterns: Iterable[str], frame: str = ANYWHERE, flags: int = 0) -> Pattern:
    """What finds one of `patterns`, the longer ones first; nothing when there are none."""
    longest = sorted(patterns, key=len, reverse=True)
    return re.compile(frame.format("|".join(longest)), flags) if longest else NEVER


def optional(pattern: str) -> Pattern:
    """`pattern`, which finds nothing when it is empty."""
    return re.compile(pattern) if pattern else NEVER
