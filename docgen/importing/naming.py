"""Drafts → each with an id of random letters, the same for the same file."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from docgen.ids import letters
from docgen.importing.drafts import Draft, Figure, Frame, Heading, Option, Table, inside
from docgen.word import WordFile

_PREFIXES = {Heading: "s", Table: "table", Figure: "figure", Frame: "box", Option: "option"}


def name(draft: Draft, seed: bytes) -> None:
    """Give every block and annex its id; `seed` makes them what they are."""
    found = letters(set(), Random(seed))
    for blocks in draft.parts():
        for block in inside(blocks):
            block.id = f"{_PREFIXES.get(type(block), 'p')}-{next(found)}"
    for annex in draft.annexes:
        annex.id = f"annex-{next(found)}"


def note_keys(file: WordFile, seed: bytes) -> Mapping[str, str]:
    """A key of random letters for every note, by names such as `footnote 2`."""
    found = letters(set(), Random(seed[::-1]))
    names = [f"footnote {id}" for id in file.footnotes] + [f"endnote {id}" for id in file.endnotes]
    return {one: f"n-{next(found)}" for one in names}
