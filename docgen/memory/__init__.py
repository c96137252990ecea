"""Texts that were translated before → what a new text can go on from, with how near it is."""

from __future__ import annotations

from docgen.memory.adapting import adapted
from docgen.memory.matching import Match, Memory, Segment

__all__ = ["Match", "Memory", "Segment", "adapted"]
