"""Paragraphs that go in one place and come in another with the same words → moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from docgen.redline.plan import Come, Gone, Step, plain
from docgen.redline.words import weight
from docgen.redline.xml import Element, is_a, said

LEAST = 15
"""Shorter paragraphs are the same by chance."""


def moves(steps: Sequence[Step]) -> dict[Element, str]:
    """The name of its move for every paragraph that was moved, in both its places."""
    gone = _by_words(step.old for step in steps if isinstance(step, Gone))
    come = _by_words(step.new for step in steps if isinstance(step, Come))
    pairs = [
        pair
        for words, before in gone.items()
        for pair in zip(before, come.get(words, ()), strict=False)
    ]
    return {block: f"move{index}" for index, pair in enumerate(pairs, 1) for block in pair}


def _by_words(blocks: Iterable[Element]) -> dict[tuple[str, str], list[Element]]:
    found: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for block in blocks:
        if is_a(block, "p") and weight(text := plain(block)) >= LEAST:
            found[said(block, "pPr", "pStyle"), text].append(block)
    return found
