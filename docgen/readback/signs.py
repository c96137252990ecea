"""Spans → one sign for each character, with its look: what single changes are judged by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.readback.lines import Look, Span


@dataclass(frozen=True, slots=True)
class Sign:
    """A character as it looks; a live one has what it leads to."""

    text: str
    look: Look
    target: str = ""


def signs(spans: Iterable[Span]) -> list[Sign]:
    """The characters of `spans`."""
    return [Sign(text, span.look, span.target) for span in spans for text in span.text]
