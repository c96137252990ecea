"""Headings, and the heads of annexes: the lines that begin a part of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from docgen.importing import roles, wording
from docgen.importing.counts import Counts
from docgen.importing.drafts import Annex, Heading
from docgen.importing.labels import Typed
from docgen.importing.sorter import Sorter
from docgen.importing.spans import (
    Span,
    Spans,
    is_all,
    joined,
    starless,
    trimmed,
    unlike,
    with_space,
)
from docgen.importing.units import Unit
from docgen.word import Paragraph

_LONGEST = 400
_LONGEST_LABEL = 40
_MOST_TITLES = 4


def heading(sorter: Sorter, unit: Unit, block: Paragraph, typed: Typed | None) -> bool:
    """Take a heading, with its number where it can be counted; false for all other paragraphs."""
    level = 0 if sorter.framed else roles.heading(block)
    if not level or len(unit.text) > _LONGEST:
        return False
    sorter.lists.close()
    rank = _rank(level, typed)
    if typed and rank and rank <= sorter.counts.depth + 1:
        start = sorter.counts.section(rank, typed.of[f"section.{rank}"])
        words = _unmarked(trimmed(typed.rest))
        sorter.add(Heading(words, rank, typed.label, start, unit.place))
        return True
    if typed:
        told = f"the number “{typed.label}” of a heading is kept as typed text"
        sorter.notices.tell(unit.place, told)
    label = f"{typed.label} " if typed and block.label else ""
    sorter.counts.unnumbered(level)
    sorter.add(Heading(joined((Span(label), *_unmarked(unit.words))), level, place=unit.place))
    return True


def _rank(level: int, typed: Typed | None) -> int:
    """The level whose numbers a heading has; 0 for none."""
    of: Mapping[str, int] = typed.of if typed else {}
    ranks = [int(key.removeprefix("section.")) for key in of if key.startswith("section.")]
    if level in ranks:
        return level
    return next((rank for rank in ranks if rank > level), 0) or (max(ranks) if ranks else 0)


def _unmarked(found: Spans) -> Spans:
    """The words of a heading, which are not bold or italic for being one."""
    looks = [look for look in ("bold", "italic") if is_all(found, look)]
    return unlike(found, "bold", *looks)


def annex(sorter: Sorter, units: Sequence[Unit], index: int) -> int:
    """Begin an annex at its label, if it is the next one and a title follows → units taken."""
    unit = units[index]
    label = unit.text.rstrip("* ")
    annexes = sorter.draft.annexes
    if sorter.framed or _number(sorter, unit, label) != len(annexes) + 1:
        return 0
    titles = _titles(sorter, units[index + 1 : index + 1 + _MOST_TITLES])
    if not titles:
        return 0
    annexes.append(_begun(sorter, unit, label, titles))
    sorter.counts = Counts()
    sorter.lists.close()
    return 1 + len(titles)


def _number(sorter: Sorter, unit: Unit, label: str) -> int:
    """Which annex a line is the label of; 0 for none."""
    of = sorter.labels.read(label) if len(unit.text) < _LONGEST_LABEL else {}
    return of.get("annex.single") or of.get("annex") or 0


def _begun(sorter: Sorter, unit: Unit, label: str, titles: Sequence[Unit]) -> Annex:
    begun = Annex(label, place=unit.place, stars=unit.text.removeprefix(label).strip())
    for one in titles:
        if found := _original(sorter, one):
            begun.original = wording.languages(sorter.bundle, found["languages"])
        else:
            begun.title = with_space([begun.title, unlike(one.words, "bold")])
    begun.title, stars = starless(begun.title)
    begun.stars = begun.stars or stars
    return begun


def _original(sorter: Sorter, unit: Unit) -> Mapping[str, str] | None:
    """The languages of the line that says in which an annex was submitted."""
    return wording.match(sorter.bundle, "[Original: {languages}]", unit.text)


def _titles(sorter: Sorter, units: Sequence[Unit]) -> list[Unit]:
    """The lines of the head of an annex; of several paragraphs only such as stand together."""
    found: list[Unit] = []
    for unit in takewhile(lambda one: _is_title(sorter, one), units):
        last = found[-1] if found else None
        before = last is None or last.text.startswith(("[", "［"))
        together = last and unit.place == last.place + 1 and _style(unit) == _style(last)
        if not (before or together or _original(sorter, unit)):
            break
        found.append(unit)
    return found


def _is_title(sorter: Sorter, unit: Unit) -> bool:
    """Whether a line under the label of an annex belongs to its head."""
    block = unit.block
    if not isinstance(block, Paragraph) or not unit.text or len(unit.text) > _LONGEST:
        return False
    if _original(sorter, unit):
        return True
    looks = roles.heading(block) or roles.other(block) == "heading"
    bold = is_all(unit.words, "bold")
    return bool(looks or bold) and not sorter.typed(unit, block)


def _style(unit: Unit) -> str:
    return unit.block.style if isinstance(unit.block, Paragraph) else ""
