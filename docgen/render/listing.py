"""Annexes as the contents list has them: below a head, each with its number alone."""

from __future__ import annotations

from docgen.model import Annex, Document
from docgen.numerals import label


def head(document: Document) -> str:
    """The words above the annexes: “Annexes”, or the label of an only annex; empty without any."""
    if len(document.annexes) > 1 and document.wording:
        return document.wording.annexes
    return "".join(annex.number.label for annex in document.annexes if annex.number)


def number(annex: Annex, document: Document) -> str:
    """The number before the title of `annex`; an only annex has none."""
    if len(document.annexes) == 1 or annex.number is None:
        return ""
    return label(dict(document.patterns)["annex.listed"], annex.number.value)
