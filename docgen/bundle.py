"""`locales/<tag>/` → Bundle: everything that differs between languages, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from docgen import po, toml
from docgen.machine import FACTS as FACTS
from docgen.po import Entry
from docgen.pseudo import Pseudo, pseudo
from docgen.records import dataclass
from docgen.report import DocgenError, Origin, Report, UsageError

MESSAGES = "messages.po"
TEMPLATE = "messages.pot"
ORDINALS = "ordinals.tsv"
EXTENDS = "extends"
PSEUDO = "pseudo"
TOLD = 5
"""So many wordings that are open are told one by one; of more it is told how many they are."""

_DATE = {"y": "year", "M": "month", "d": "day"}
_SLOT = re.compile(r"\{([^{}]*)\}")
_DATE_PART = re.compile(r"'(?P<words>[^']*)'|[A-Za-z]+")


@dataclass(frozen=True)
class Bundle:
    """The facts of one language; `masthead` is the bundle that words the distribution block.

    `disguise` is there in a pseudo-language, which is made from the source and its base alone.
    """

    tag: str
    folder: Path
    facts: Mapping[str, Any]
    words: Mapping[str, str]
    masthead: Bundle | None = None
    disguise: Pseudo | None = None

    @property
    def lang(self) -> str:
        """The BCP 47 code that outputs carry."""
        return str(self.facts["lang"])

    @property
    def labels(self) -> Mapping[str, str]:
        """Label patterns by sequence."""
        return dict(self.facts["labels"])

    @property
    def citations(self) -> Mapping[str, str]:
        """Citation patterns by sequence."""
        return dict(self.facts["citations"])

    @cached_property
    def ordinals(self) -> Mapping[int, str]:
        """Spelled-out ordinal numbers in the form that the name of a session needs."""
        lines = _file(self.folder, ORDINALS).read_text("utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
        said = self.disguise.words_of if self.disguise else str
        return {int(number): said(word) for number, word in pairs}

    def say(self, phrase: str, **values: str) -> str:
        """The fixed wording for the English `phrase`, its `{names}` filled from `values`.

        A phrase without wording is printed in English; `load` has reported it.
        """
        return _SLOT.sub(
            lambda slot: values.get(slot[1], slot[0]), self.words.get(phrase) or phrase
        )

    def date(self, day: date) -> str:
        """A date in full, as the language writes it ("8 July 2025").

        The pattern is one of CLDR, of which a date in full needs `y`, `M`, `MMMM`, `d` and words
        in single quotes. Formatted here, because Babel needs longer to load than a page to print.
        """

        def part(found: re.Match[str]) -> str:
            words, name = found["words"], found[0]
            if words is not None:
                return str(words)
            if name == "MMMM":
                return self._month(day.month)
            return self._day(day.day) if name == "d" else str(getattr(day, _DATE[name]))

        return _DATE_PART.sub(part, self.facts["dates"]["pattern"])

    def _day(self, number: int) -> str:
        """The number of a day, or what the facts print for it ("1er")."""
        return str(self.facts["dates"].get("days", {}).get(str(number), number))

    def _month(self, number: int) -> str:
        """The name of a month: that of the facts, else the one that CLDR has."""
        if months := self.facts["dates"].get("months"):
            return str(months[number - 1])
        from babel import Locale

        return str(Locale.parse(self.facts["cldr"]).months["format"]["wide"][number])

    def listed(self, things: list[str]) -> str:
        """Several things in one phrase ("136 and 148")."""
        if len(things) == 1:
            return things[0]
        from babel.lists import format_list

        return format_list(things, locale=self.facts["cldr"])

    def language_name(self, code: str) -> str:
        """The name of the language `code` in this language."""
        if name := self.facts["languages"].get(code):
            return str(name)
        from babel import Locale

        name = Locale.parse(self.facts["cldr"]).languages.get(code)
        if name is None:
            raise DocgenError(f"“{code}” is not the code of a language", "Such as en, fr or zh.")
        return str(name)


def tags(root: Path) -> list[str]:
    """The tags of the languages under `root`, the project's `locales/` folder."""
    return [tag for tag in _folders(root) if PSEUDO not in _parsed(root / tag / FACTS)]


def pseudo_tags(root: Path) -> list[str]:
    """The tags of the pseudo-languages under `root`, in which documents need no translation."""
    return [tag for tag in _folders(root) if PSEUDO in _parsed(root / tag / FACTS)]


def _folders(root: Path) -> list[str]:
    return sorted(path.parent.name for path in root.glob(f"*/{FACTS}"))


def load(root: Path, tag: str, report: Report) -> Bundle:
    """Read the bundle `tag` under `root`; missing wording is reported as a warning.

    Raises UsageError for an unknown tag, DocgenError for a file that cannot be understood.
    """
    if tag not in _folders(root):
        known = ", ".join(tags(root)) or "none"
        raise UsageError(f"there is no language “{tag}”", f"Languages here: {known}.")
    bundle = _read(root, tag, report)
    other = bundle.facts["masthead"]
    masthead = bundle if other == tag else _read(root, other, report)
    return replace(bundle, masthead=masthead)


def _read(root: Path, tag: str, report: Report) -> Bundle:
    facts = _facts(root / tag)
    disguise = _disguise(root / tag, facts)
    words = _words(root, root / tag, report) if disguise is None else _disguised(root, disguise)
    return Bundle(tag, root / tag, facts, words, disguise=disguise)


def _facts(folder: Path) -> Mapping[str, Any]:
    """The facts of a language, laid on those of the language that it `extends`."""
    own = dict(_parsed(folder / FACTS))
    base = own.pop(EXTENDS, None)
    return merged(_facts(_base(folder, base)), own) if base else own


def _base(folder: Path, tag: str) -> Path:
    """The folder of the language `tag`, which the one in `folder` extends."""
    base = folder.with_name(tag)
    if not (base / FACTS).exists() or EXTENDS in _parsed(base / FACTS):
        fault = f"“{tag}” is no language that another can extend"
        hint = f"{EXTENDS} names a folder beside this one whose facts are complete."
        raise DocgenError(fault, hint, Origin(str(folder / FACTS)))
    return base


def merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`over` laid on `under`, table by table."""
    result = dict(under)
    for key, value in over.items():
        old = result.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        result[key] = merged(old, value) if both else value  # type: ignore[arg-type]
    return result


def _file(folder: Path, name: str) -> Path:
    """A file of the language in `folder`, or of the one that it extends."""
    if (folder / name).exists():
        return folder / name
    base = _parsed(folder / FACTS).get(EXTENDS)
    return folder.with_name(base) / name if base else folder / name


def _parsed(path: Path) -> Mapping[str, Any]:
    return _toml(path, path.stat().st_mtime_ns)


@cache
def _toml(path: Path, changed: int) -> Mapping[str, Any]:
    """What a file says that was last `changed` at that time."""
    return toml.read(path)


def _disguise(folder: Path, facts: Mapping[str, Any]) -> Pseudo | None:
    if PSEUDO not in facts:
        return None
    try:
        return pseudo(facts[PSEUDO], spaces=bool(facts["checks"]["spaces"]))
    except (TypeError, ValueError) as error:
        origin = Origin(str(folder / FACTS))
        raise DocgenError(f"[{PSEUDO}] cannot be understood: {error}", origin=origin) from error


def _disguised(root: Path, disguise: Pseudo) -> dict[str, str]:
    """Every wording of the template in a pseudo-language."""
    phrases = (entry.msgid for entry in po.read(root / TEMPLATE) if entry.msgid)
    return {phrase: disguise.text(phrase) for phrase in phrases}


def _words(root: Path, folder: Path, report: Report) -> dict[str, str]:
    """The wording in a file; what is missing or marked fuzzy is told, one by one or at once."""
    path = _file(folder, MESSAGES)
    read = po.read(path)
    _check_slots(read, report)
    entries = {entry.msgid: entry for entry in read if entry.msgid}
    phrases = [entry.msgid for entry in po.read(root / TEMPLATE) if entry.msgid]
    open_ones = [phrase for phrase in phrases if not _is_worded(entries.get(phrase))]
    hint = "Until it is there the English is printed; a final document is refused."
    if len(open_ones) > TOLD:
        first = f"“{open_ones[0]}” is the first"
        fault = f"{len(open_ones)} wordings are missing or to be revised; {first}"
        report.warning(Origin(str(path)), fault, "A final document is refused.")
    for phrase in open_ones if len(open_ones) <= TOLD else ():
        report.warning(Origin(str(path)), f"{_fault(entries.get(phrase))} “{phrase}”", hint)
    return {phrase: entry.msgstr for phrase, entry in entries.items()}


def _is_worded(entry: Entry | None) -> bool:
    return entry is not None and entry.translated and not entry.fuzzy


def _fault(entry: Entry | None) -> str:
    missing = entry is None or not entry.translated
    return "no wording for" if missing else "still fuzzy is the wording for"


def _check_slots(entries: list[po.Entry], report: Report) -> None:
    """Report braces that a phrase does not have: nothing would be put in their place."""
    for entry in entries:
        known = _SLOT.findall(entry.msgid)
        for slot in _SLOT.findall(entry.msgstr):
            if slot not in known and not entry.header:
                hint = f"Write {', '.join(f'{{{name}}}' for name in known) or 'no braces'}."
                report.error(entry.origin, f"“{{{slot}}}” stands for nothing here", hint)
