"""The table `[checks.numbers]` → how a language writes numbers, dates and times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docgen.bundle import Bundle
from docgen.check.translation.patterns import ANYWHERE, WORD, Pattern, any_of, optional


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """How a language writes numbers, dates and times.

    `decimal` and `group` are the signs that can stand in a number. A match of `figures` has the
    digits and the scale word (`digits`, `scale`). `words` finds number words in a row,
    `word_values` has what matches each of them.
    """

    decimal: str
    group: str
    figures: Pattern
    scales: tuple[tuple[Pattern, int], ...]
    words: Pattern
    word_values: tuple[tuple[Pattern, Decimal], ...]
    months: Pattern
    month_names: Mapping[str, int]
    month_figures: Pattern
    times: Pattern
    ordinals: Pattern
    ordinal_values: Mapping[str, int]


def number_facts(bundle: Bundle, table: Mapping[str, Any], *, spaces: bool) -> NumberFacts:
    """Compile the `table` of a bundle whose language has `spaces` between its words or has none."""
    frame = WORD if spaces else ANYWHERE
    ordinals = {name.lower(): number for number, name in bundle.ordinals.items()}
    months = _months(bundle, table["months"])
    return NumberFacts(
        decimal=table["decimal"],
        group=table["group"],
        figures=_figures(table, frame),
        scales=tuple((re.compile(word), power) for word, power in table["scale"]),
        words=_row([word for word, _ in table["words"]], table["joint"], frame),
        word_values=tuple(
            (any_of([word], frame, re.IGNORECASE), Decimal(str(value)))
            for word, value in table["words"]
        ),
        months=any_of(map(re.escape, months), frame.replace("{}", "(?:{0})(?:/(?:{0}))?")),
        month_names={name.lower(): month for name, month in months.items()},
        month_figures=optional(table["month_figures"]),
        times=optional(table["times"]),
        ordinals=any_of(map(re.escape, ordinals), frame, re.IGNORECASE),
        ordinal_values=ordinals,
    )


def _figures(table: Mapping[str, Any], frame: str) -> Pattern:
    """Whole numbers may be grouped by threes with one sign; a scale word may follow."""
    group, decimal = re.escape(table["group"]), re.escape(table["decimal"])
    grouped = rf"\d{{1,3}}(?P<sign>[{group}])\d{{3}}(?:(?P=sign)\d{{3}})*(?!\d)"
    scale = any_of([word for word, _ in table["scale"]], frame).pattern
    return re.compile(
        rf"(?<!\d)(?P<digits>(?:{grouped}|\d+)(?:[{decimal}]\d+)?)(?:\s?(?P<scale>{scale}))?"
    )


def _row(words: list[str], joint: str, frame: str) -> Pattern:
    if not words:
        return any_of([])
    word = any_of(words).pattern
    return re.compile(frame.format(f"{word}(?:(?:{joint}){word})*"), re.IGNORECASE)


def _months(bundle: Bundle, own: list[tuple[str, int]]) -> dict[str, int]:
    """Names of months, as the Unicode locale data and the bundle have them, and capitalised."""
    from babel import Locale

    known = Locale.parse(str(bundle.facts["cldr"])).months
    listed = [known[form]["wide"].items() for form in ("format", "stand-alone")]
    names = {name: month for form in listed for month, name in form}
    names |= dict(own)
    return names | {name[0].upper() + name[1:]: month for name, month in names.items()}
