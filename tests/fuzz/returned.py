"""Files of translators for the small report of the attacks, whole and with other targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.interchange import tmx, xliff2, xliff12
from docgen.interchange.values import Exchange, Unit, stamp

HELD = "held-here"
"""What is replaced in a target."""

_SOURCE = "Wells **were** [dug](https://un.org/a)[^n], see [](#s-wells)."
_TARGET = "**水**[井](https://un.org/a)[^n]，见[](#s-wells)。"
_UNITS = (
    Unit("p-dug", "Wells were dug.", "掘井。", "translated", "Wells.", ("A text",), ("x",)),
    Unit("s-wells", "Wells", "", "untranslated"),
    Unit("p-none", _SOURCE, _TARGET, "approved"),
)


def _stamped(unit: Unit) -> Unit:
    """The unit as it left, with another translation than it comes back with."""
    return replace(unit, stamp=stamp("translated", "水", ()))


EXCHANGE = Exchange("water", "en-GB", "zh-Hans", tuple(map(_stamped, _UNITS)))
FILES = (xliff12.dump(EXCHANGE), xliff2.dump(EXCHANGE))
MEMORY = tmx.dump(EXCHANGE)


def within(data: bytes) -> Iterator[bytes]:
    """An XLIFF file of each version, with `data` in the target of its first unit."""
    units = (replace(EXCHANGE.units[0], target=HELD), *EXCHANGE.units[1:])
    for dump in (xliff12.dump, xliff2.dump):
        yield dump(replace(EXCHANGE, units=units)).replace(HELD.encode(), data)
