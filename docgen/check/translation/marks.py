"""Faults of one text by itself: typography, brackets, doubled words and signs, stray blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.translation.values import NOTE, Fault, Passage, excerpt

_SIGNS = re.compile(r"([,;:!?，；：！？。、؛،؟])\s?\1|[。，；：、]\s?[.,;:]|[,;:.]\s?[。，；：、]")
_STOPS = re.compile(r"(?<![.(])\.\.(?![.)])")
_BLANKS = re.compile(r"[^\S\n]{2,}")


def typography(passage: Passage) -> Iterator[Fault]:
    """What the bundle says no text of the language has."""
    text = passage.text.replace(NOTE, "")
    for pattern, words in passage.facts.typography:
        if found := pattern.search(text):
            yield Fault(f"has a slip of typography, {words}: {excerpt(text, *found.span())}")


def brackets(passage: Passage) -> Iterator[Fault]:
    """Brackets and quotation marks that are not closed, or not open; a) alone is a mark."""
    opened: list[str] = []
    pairs = passage.facts.pairs
    for sign in passage.facts.enumerators.sub("", passage.text):
        if sign in pairs:
            opened.append(pairs[sign])
        elif opened and sign == opened[-1]:
            opened.pop()
        elif sign in pairs.values():
            yield Fault(f"closes “{sign}”, which is not open")
            return
    if opened:
        yield Fault(f"does not close a bracket or quotation: “{opened[-1]}” is missing")


def doubled_words(passage: Passage) -> Iterator[Fault]:
    """A word or phrase twice in succession."""
    for pattern in passage.facts.doubled:
        if found := pattern.search(passage.text):
            yield Fault(f"has words twice: {excerpt(passage.text, *found.span())}")


def doubled_signs(passage: Passage) -> Iterator[Fault]:
    """Two marks of punctuation where one would do."""
    text = passage.text.replace(NOTE, "")
    for pattern in (_SIGNS, _STOPS):
        if found := pattern.search(text):
            yield Fault(f"has two marks of punctuation: {excerpt(text, *found.span())}")


def stray_blanks(passage: Passage) -> Iterator[Fault]:
    """Two blanks in succession, or one at an end."""
    if found := _BLANKS.search(passage.text):
        yield Fault(f"has two blanks in succession: {excerpt(passage.text, *found.span())}")
    if passage.text != passage.text.strip():
        yield Fault("begins or ends with a blank")
