"""The table `[checks]` of a bundle → what the checks know of a language, compiled once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.bundle import FACTS, Bundle
from docgen.check.translation.number_facts import NumberFacts, number_facts
from docgen.check.translation.patterns import Pattern, any_of, optional
from docgen.report import DocgenError, Origin

REFERENCE = "\ufffb"
"""What stands in a text for a generated number."""


@dataclass(frozen=True, slots=True, eq=False)
class TermFacts:
    """How the terms of a language are found when they are inflected.

    A word of at least `least` letters loses its ending `cut` and may have another, `after`;
    `before` may be written together with its beginning, and what is `ignored` does not count.
    """

    spaces: bool
    cut: Pattern
    least: int
    before: str
    after: str
    ignored: Pattern
    capitals: bool


@dataclass(frozen=True, slots=True)
class DirectionFacts:
    """What finds one direction beside references, and beside numbers typed of a kind of part."""

    reference: Pattern
    typed: Sequence[tuple[str, Pattern]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks know of one language; see `docs/checks.md` for each key of the table."""

    tag: str
    script: str
    length: float
    ends: Mapping[str, str]
    pairs: Mapping[str, str]
    enumerators: Pattern
    typography: Sequence[tuple[Pattern, str]]
    doubled: Sequence[Pattern]
    invisible: frozenset[str]
    directions: Mapping[str, DirectionFacts]
    numbers: NumberFacts
    terms: TermFacts


def compiled(bundle: Bundle) -> Facts:
    """The facts of a bundle.

    Raises DocgenError for a key that is missing, and for a pattern that is no regular expression.
    """
    place = Origin(str(bundle.folder / FACTS))
    try:
        return _compiled(bundle, bundle.facts["checks"])
    except KeyError as error:
        hint = "docs/checks.md says what each key means."
        message = f"the checks of translations need the key “{error.args[0]}”"
        raise DocgenError(message, hint, place) from error
    except re.error as error:
        hint = f"It stands in the table [checks]: {error.pattern!r}"
        raise DocgenError(f"not a regular expression: {error}", hint, place) from error


def _compiled(bundle: Bundle, table: Mapping[str, Any]) -> Facts:
    return Facts(
        tag=bundle.tag,
        script=script(str(bundle.facts["name"])),
        length=table["length"],
        ends={sign: signs[0] for signs in table["ends"] for sign in signs},
        pairs={pair[0]: pair[1] for pair in table["pairs"]},
        enumerators=_enumerators(bundle.labels),
        typography=[(re.compile(fault), words) for fault, words in table["typography"]],
        doubled=[re.compile(pattern) for pattern in table["doubled"]],
        invisible=frozenset(table["invisible"]),
        directions={said: _direction(table["directions"], said) for said in ("above", "below")},
        numbers=number_facts(bundle, table["numbers"], spaces=table["spaces"]),
        terms=_terms(table["terms"], spaces=table["spaces"]),
    )


def script(text: str) -> str:
    """The script of the first letter, by its Unicode name: LATIN, CYRILLIC, ARABIC, CJK."""
    return unicodedata.name(text[0], "").partition(" ")[0]


_COUNTED = {"{a}": "[a-z]{1,2}", "{i}": "[ivxl]+", "{1}": r"\d+"}


def _enumerators(labels: Mapping[str, str]) -> Pattern:
    """What finds marks of list items that have one bracket alone, such as a)."""
    marks = [
        "".join(_COUNTED.get(piece, re.escape(piece)) for piece in re.split(r"(\{.\})", label))
        for key, label in labels.items()
        if key.startswith("item.") and label.count("(") != label.count(")")
    ]
    return any_of(marks, r"(?<!\w)(?:{})")


def _direction(table: Mapping[str, Any], said: str) -> DirectionFacts:
    """`@` in a pattern stands for the words of the direction.

    `¶` stands for one reference, or for several with `chain` between them.
    """
    chain = f"(?:{REFERENCE}(?:(?:{table['chain']}){REFERENCE})*)"
    words = f"(?:{table[said]})"
    return DirectionFacts(
        re.compile(table["reference"].replace("@", words).replace("¶", chain)),
        [(kind, re.compile(pattern.replace("@", words))) for kind, pattern in table["typed"]],
    )


def _terms(table: Mapping[str, Any], *, spaces: bool) -> TermFacts:
    return TermFacts(
        spaces=spaces,
        cut=optional(table["cut"]),
        least=table["least"],
        before=table["before"],
        after=table["after"],
        ignored=optional(table["ignored"]),
        capitals=table["capitals"],
    )
