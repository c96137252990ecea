"""Whether a markup says what has become of a text, with the marks and links that it had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docgen.fingerprint import LIVE
from docgen.model import (
    Amount,
    CrossRef,
    Emphasis,
    Inline,
    Link,
    NoteRef,
    Prose,
    Step,
    Strong,
    Text,
)
from docgen.read.inline import parse_inline
from docgen.readback.lines import plain
from docgen.readback.signs import Sign
from docgen.records import dataclass
from docgen.report import NOWHERE, Report
from docgen.walk import find


@dataclass(frozen=True, slots=True)
class Style:
    """Whether a letter is bold, and whether it is emphasized."""

    strong: bool = False
    emphasis: bool = False


def says(unit: Prose, markup: str, new: Sequence[Sign], base: Style) -> bool:
    """Whether `markup` prints what `new` says, with the marks and links that `unit` has.

    `base` is what the style of the paragraph makes of all letters.
    """
    report = Report()
    prose = parse_inline(markup, NOWHERE, report)
    if report.errors or prose.source != markup or _marks(prose) != _marks(_written(unit)):
        return False
    wanted = [(plain(s.text), Style(s.look.strong, s.look.emphasis)) for s in new]
    said = list(_printed(prose.inlines, _steps(unit), base))
    return len(said) == len(wanted) and all(map(_alike, said, wanted))


def base_of(unit: Prose, old: Sequence[Sign]) -> Style:
    """What letters look like without any markup."""
    said = list(_printed(unit.inlines, _steps(unit), Style()))
    pairs = [pair for pair in zip(said, old, strict=False) if pair[0][0].strip(f" {LIVE}")]
    return Style(
        any(sign.look.strong and not style.strong for (_, style), sign in pairs),
        any(sign.look.emphasis and not style.emphasis for (_, style), sign in pairs),
    )


def _steps(unit: Prose) -> dict[str, tuple[Step, ...]]:
    return {one.target: one.steps for one in find(unit.inlines, CrossRef)}


def _written(unit: Prose) -> Prose:
    return parse_inline(unit.source, NOWHERE, Report())


def _marks(prose: Prose) -> list[str]:
    """The notes, references and addresses, in their order; a bare address is its own words."""
    found = []
    for node in find(prose, object):
        match node:
            case NoteRef(key=key):
                found.append(f"[^{key}]")
            case CrossRef(target=target):
                found.append(f"#{target}")
            case Link(address=address, children=(Text(text=text),)) if text == address:
                continue
            case Link(address=address):
                found.append(address)
    return found


def _printed(
    inlines: Iterable[Inline], steps: dict[str, tuple[Step, ...]], style: Style
) -> Iterator[tuple[str, Style]]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Amount(text=text):
                yield from ((plain(one), style) for one in text)
            case Strong(children=children):
                yield from _printed(children, steps, Style(True, style.emphasis))
            case Emphasis(children=children):
                yield from _printed(children, steps, Style(style.strong, True))
            case Link(children=children):
                yield from _printed(children, steps, style)
            case NoteRef():
                yield LIVE, style
            case CrossRef(target=target):
                words = "".join(LIVE if one.target else one.text for one in steps[target])
                yield from ((one, style) for one in words)


def _alike(said: tuple[str, Style], wanted: tuple[str, Style]) -> bool:
    """The same character, looking the same; how spaces and live signs look is not seen."""
    return said[0] == wanted[0] and (said[1] == wanted[1] or not said[0].strip(f" {LIVE}"))
