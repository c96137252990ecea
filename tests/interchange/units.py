"""Units in all states, with codes, notes and signs that files have to escape, for tests."""

from __future__ import annotations

from dataclasses import replace

from docgen.interchange.values import Exchange, Unit, stamp
from docgen.report import NOWHERE


def stamped(unit: Unit) -> Unit:
    """The unit as it leaves."""
    return replace(unit, stamp=stamp(unit.state, unit.target, unit.notes))


UNITS = tuple(
    map(
        stamped,
        (
            Unit("meta:title", "Libraries", "", "untranslated", about=("Front page: title",)),
            Unit(
                "p-lend",
                "Libraries lend **books**[^law] and, under [](#p-tools), *tools*.",
                "图书馆出借**书籍**[^law]，并依照第[](#p-tools)段出借*工具*。",
                "stale",
                "Libraries lend **books**.",
                ("Paragraph, in “Lending”",),
                ("译者：待核 <b> & 说明", "第二行"),
            ),
            Unit(
                "p-tools",
                "See [the *list*](https://un.org/list) or <https://un.org/a>.",
                "见[*清单*](https://un.org/list)或<https://un.org/a>。",
                "translated",
            ),
            Unit(
                "t-loans.r1.c1",
                "5 * 3 \\*lit\\* 2\u00a0000",
                "五 * 三 \\*字\\* 2\u00a0000",
                "approved",
            ),
        ),
    )
)
EXCHANGE = Exchange("libraries", "en-GB", "zh-Hans", UNITS)


def bare(found: list[Exchange]) -> Exchange:
    """The only exchange of a file, without the places in it."""
    (exchange,) = found
    return replace(exchange, units=tuple(replace(unit, origin=NOWHERE) for unit in exchange.units))
