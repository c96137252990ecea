"""`locales/<tag>/` → Bundle: everything that differs between languages, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen import limits, po
from docgen.files import read_within
from docgen.report import DocgenError, Origin, Report, UsageError

MESSAGES = "messages.po"
TEMPLATE = "messages.pot"
ORDINALS = "ordinals.tsv"
FACTS = "locale.toml"
_DATE = {"y": "year", "M": "month", "d": "day"}
_SLOT = re.compile(r"\{([^{}]*)\}")
_DATE_PART = re.compile(r"'(?P<words>[^']*)'|[A-Za-z]+")


@dataclass(frozen=True)
class Bundle:
    """The facts of one language; `masthead` is the bundle that words the distribution block."""

    tag: str
    folder: Path
    facts: Mapping[str, Any]
    words: Mapping[str, str]
    masthead: Bundle | None = None

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
        lines = (self.folder / ORDINALS).read_text("utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
        return {int(number): word for number, word in pairs}

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
            return self._month(day.month) if name == "MMMM" else str(getattr(day, _DATE[name]))

        return _DATE_PART.sub(part, self.facts["dates"]["pattern"])

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
    """The tags of all languages under `root`, the project's `locales/` folder."""
    return sorted(path.parent.name for path in root.glob(f"*/{FACTS}"))


def load(root: Path, tag: str, report: Report) -> Bundle:
    """Read the bundle `tag` under `root`; missing wording is reported as a warning.

    Raises UsageError for an unknown tag, DocgenError for a file that cannot be understood.
    """
    if tag not in tags(root):
        known = ", ".join(tags(root)) or "none"
        raise UsageError(f"there is no language “{tag}”", f"Languages here: {known}.")
    bundle = _read(root, tag, report)
    other = bundle.facts["masthead"]
    masthead = bundle if other == tag else _read(root, other, report)
    return Bundle(tag, bundle.folder, bundle.facts, bundle.words, masthead)


def _read(root: Path, tag: str, report: Report) -> Bundle:
    folder = root / tag
    return Bundle(tag, folder, _facts(folder / FACTS), _words(root, folder, report))


def _facts(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(read_within(path, limits.FILE).decode())
    except RecursionError:
        message = limits.VALUES.message("the file")
        raise DocgenError(message, limits.VALUES.reason, Origin(str(path))) from None
    except tomllib.TOMLDecodeError as error:
        raise DocgenError(f"not valid TOML: {error}", origin=Origin(str(path))) from error


def _words(root: Path, folder: Path, report: Report) -> dict[str, str]:
    path = folder / MESSAGES
    entries = po.read(path)
    _check_slots(entries, report)
    words = {entry.msgid: entry.msgstr for entry in entries if entry.msgid}
    for entry in po.read(root / TEMPLATE):
        if entry.msgid and not words.get(entry.msgid):
            report.warning(
                Origin(str(path)),
                f"no wording for “{entry.msgid}”",
                "Until it is there the English is printed; a final document is refused.",
            )
    return words


def _check_slots(entries: list[po.Entry], report: Report) -> None:
    """Report braces that a phrase does not have: nothing would be put in their place."""
    for entry in entries:
        known = _SLOT.findall(entry.msgid)
        for slot in _SLOT.findall(entry.msgstr):
            if slot not in known and not entry.header:
                hint = f"Write {', '.join(f'{{{name}}}' for name in known) or 'no braces'}."
                report.error(entry.origin, f"“{{{slot}}}” stands for nothing here", hint)
