"""Document × translation → problems: a warning for each open text, in a final document an error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from docgen.catalogue import DONE, Catalogue
from docgen.model import Document, Prose, State
from docgen.outstanding.places import Place, key, places
from docgen.po import FUZZY
from docgen.records import dataclass
from docgen.report import Origin, Report
from docgen.units import translatable, units
from docgen.walk import find

LISTED = 20
"""So many open units a draft names one by one; of more it gives the number."""

_SYNC = "docgen i18n sync"
_REVISE = f"Revise the translation, then delete the word {FUZZY}."
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Open:
    """A text that is not as far as it should be: `name` and `kind` tell what it is."""

    key: str
    name: str
    kind: str
    text: str
    state: State
    origin: Origin


def tell(
    source: Document, version: Document, catalogue: Catalogue, report: Report, *, final: bool
) -> bool:
    """Report what is open in the finished `version` of `source`, a document as read.

    Each text is named with its file and line, its printed number and the heading above it. The
    answer is whether any may be open.
    """
    if version.language == source.front.source:
        return False
    wanted: Collection[State] = {"approved"} if final and source.front.require_approval else DONE
    if _finished(source, catalogue, wanted):
        return False
    found = [*_without_ids(source), *_units(source, catalogue)]
    left = [one for one in found if one.state not in wanted]
    if len(left) > LISTED and not final:
        _summarise(Counter(one.state for one in found), catalogue, version.language, report)
        return True
    printed, say = places(version) if left else {}, report.error if final else report.warning
    for one in left:
        fault, hint = _fault(one, catalogue)
        where = _where(one, printed)
        say(one.origin, f"{one.name}{where} {fault}: “{_start(one.text)}”", hint)
    return True


def _finished(source: Document, catalogue: Catalogue, wanted: Collection[State]) -> bool:
    """Whether all texts are as far as they should be, without finding out what each of them is."""
    return not any(
        translatable(prose)
        for prose in find(source, Prose)
        if not prose.id or catalogue.state(prose.id, prose.source) not in wanted
    )


def _units(source: Document, catalogue: Catalogue) -> Iterator[_Open]:
    for unit in units(source):
        state = catalogue.state(unit.id, unit.text)
        yield _Open(unit.id, unit.id, unit.kind, unit.text, state, catalogue.origin(unit.id))


def _without_ids(source: Document) -> Iterator[_Open]:
    for prose in find(source, Prose):
        if not prose.id and translatable(prose):
            yield _Open(
                key(prose), "this text", "number", prose.source, "untranslated", prose.origin
            )


def _where(one: _Open, printed: Mapping[str, Place]) -> str:
    """The number and the heading of a text in brackets, after a space."""
    place = printed.get(one.key, Place())
    kind = one.kind[:1].lower() + one.kind[1:]
    words = " ".join(filter(None, (kind, place.printed)))
    above = f"under “{place.heading}”" if place.heading else ""
    said = ", ".join(filter(None, (words, above)))
    return f" ({said})" if said else ""


def _summarise(states: Counter[State], catalogue: Catalogue, language: str, report: Report) -> None:
    names: dict[State, str] = {"untranslated": "not translated", "stale": "out of date"}
    counts = [f"{words}: {states[name]}" for name, words in names.items() if states[name]]
    begin = f"Run `{_SYNC}`, then translate this file."
    more = f"`docgen check --lang={language} --mode=final` names them; so does the last page."
    report.warning(
        Origin(catalogue.file),
        f"of {states.total()} texts, {', '.join(counts)}; they are printed with a mark",
        more if catalogue.entries else begin,
    )


def _fault(one: _Open, catalogue: Catalogue) -> tuple[str, str]:
    """What is wrong with the translation of a text, and what mends it."""
    entry = catalogue.entries.get(one.key)
    if one.key != one.name:
        return "has no id, so that nothing translates it", "Run `docgen ids --write`, then sync."
    if entry is None:
        return "is not translated", f"Run `{_SYNC}`, then translate it in this file."
    if not entry.translated:
        return "is not translated", "Write the translation after its msgstr."
    if one.state == "translated":
        return _unapproved(one.key, catalogue)
    if entry.msgid == one.text:
        return f"has a translation marked {FUZZY}", _REVISE
    return "has changed since it was translated", f"Run `{_SYNC}`. {_REVISE}"


def _unapproved(id: str, catalogue: Catalogue) -> tuple[str, str]:
    hint = f"Read it, then run `docgen i18n approve` for {id}."
    if old := catalogue.ledger.void(id):
        return f"has changed since {old.by} approved it on {old.on}", hint
    return "is not approved", hint


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
