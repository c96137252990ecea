"""Hints that name what was probably meant, and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable


def suggest(word: str, known: Iterable[str], label: str) -> str:
    """“Did you mean …?” when one of the `known` is near `word`, then all of them after `label`."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    question = f"Did you mean “{near[0]}”? " if near else ""
    return f"{question}{label}: {', '.join(names) or 'none'}."
