"""The ledger of approvals beside a PO file: who approved which translation of which text, and when.

It holds no texts but their digests, so that an approval is void as soon as either text is another,
without anybody doing anything. Flags of PO files cannot hold it: gettext drops those it does not
know.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path

from docgen import limits
from docgen.files import read_within
from docgen.records import dataclass, replace
from docgen.report import DocgenError, Origin

_HEAD = "# unit\tsource\ttranslation\tby\ton"
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Approval:
    """That `by` approved a translation: `source` and `translation` are digests of both texts."""

    unit: str
    source: str
    translation: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Ledger:
    """All approvals of one translation; a merge can leave two for one unit."""

    approvals: tuple[Approval, ...] = ()
    _by_unit: dict[str, list[Approval]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, unit: str, source: str, translation: str) -> Approval | None:
        """The approval of just these two texts, if there is one."""
        both = digest(source), digest(translation)
        return next((one for one in self._of(unit) if (one.source, one.translation) == both), None)

    def void(self, unit: str) -> Approval | None:
        """The last approval of `unit`, whatever it was for."""
        return max(self._of(unit), key=lambda one: one.on, default=None)

    def _of(self, unit: str) -> Sequence[Approval]:
        """The approvals of a unit, which are looked up for every unit of a document."""
        if not self._by_unit:
            for one in self.approvals:
                self._by_unit.setdefault(one.unit, []).append(one)
        return self._by_unit.get(unit, ())

    def extended(self, new: Iterable[Approval]) -> Ledger:
        """With the `new` approvals in the place of older ones of the same units."""
        new = tuple(new)
        units = {one.unit for one in new}
        return Ledger((*(one for one in self.approvals if one.unit not in units), *new))

    def followed(self, texts: Mapping[str, tuple[str, str]]) -> Ledger:
        """With approvals moved along with the texts that have another id now.

        `texts` are the source text and the translation of each unit that is up to date. An approval
        that no longer holds for its unit goes to one that has just these texts and no approval.
        """
        digests = {unit: (digest(source), digest(words)) for unit, (source, words) in texts.items()}
        free = defaultdict(list)
        for one in self.approvals:
            if digests.get(one.unit) != (one.source, one.translation):
                free[one.source, one.translation].append(one)
        moved = {
            free[both].pop(0): unit
            for unit, both in digests.items()
            if free[both] and not self.find(unit, *texts[unit])
        }
        return Ledger(tuple(replace(one, unit=moved.get(one, one.unit)) for one in self.approvals))


def approval(unit: str, source: str, translation: str, by: str, on: date) -> Approval:
    """The approval of a `translation` of the text `source`."""
    return Approval(unit, digest(source), digest(translation), " ".join(by.split()), on)


def digest(text: str) -> str:
    """The first 16 digits of the SHA-256 of `text` in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def load(file: Path) -> Ledger:
    """Read a ledger; a file that is not there approves nothing.

    Raises DocgenError with the line that cannot be understood.
    """
    if not file.exists():
        return Ledger()
    try:
        lines = read_within(file, limits.FILE).decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        hint = "Save it in the encoding UTF-8."
        raise DocgenError("the file is not in UTF-8", hint, Origin(str(file))) from error
    named = ((Origin(str(file), number), line.rstrip("\r")) for number, line in enumerate(lines, 1))
    return Ledger(tuple(_read(*one) for one in named if one[1].strip() and one[1][0] != "#"))


def _read(origin: Origin, line: str) -> Approval:
    try:
        unit, source, translation, by, on = line.split("\t")
        return Approval(unit, source, translation, by, date.fromisoformat(on))
    except ValueError as error:
        hint = "Delete the line, and approve that unit again with `docgen i18n approve`."
        raise DocgenError("this line is no approval", hint, origin) from error


def dump(ledger: Ledger) -> str:
    """A ledger as text, a line for each approval in the order of the ids."""
    lines = sorted(
        "\t".join((one.unit, one.source, one.translation, one.by, one.on.isoformat()))
        for one in set(ledger.approvals)
    )
    return "".join(f"{line}\n" for line in (_HEAD, *lines))
