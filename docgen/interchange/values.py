"""What travels between a translation and a file for translators: units with all that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from docgen.model import State
from docgen.report import NOWHERE, DocgenError, Origin

STATES: tuple[State, ...] = ("untranslated", "stale", "translated", "approved")
LARGEST = 50_000_000
"""A file of more bytes is no translation of a document."""
_STAMP = re.compile(r"([a-z])-([0-9a-f]{8})-([0-9a-f]{8})")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text with its translation, both with their markup; `id` is that of the unit.

    `previous` is the text that a stale translation was made from, `about` what the translator is
    told about the unit, `notes` are the lines that translators wrote. `stamp` says with which
    translation the unit left, empty where a file no longer says so; `origin` where it stands, and
    `fault` what makes it unreadable.
    """

    id: str
    source: str
    target: str = ""
    state: State = "untranslated"
    previous: str = ""
    about: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    stamp: str = ""
    origin: Origin = NOWHERE
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Units of the translation of `document` from the language `source` into `target`.

    The languages are BCP 47 codes. `rtl` says that the target is written from right to left.
    """

    document: str
    source: str
    target: str
    units: tuple[Unit, ...]
    rtl: bool = False


def stamp(state: State, target: str, notes: tuple[str, ...]) -> str:
    """What identifies a translation in this state, with these notes."""
    return f"{state[0]}-{_digest(target)}-{_digest(chr(10).join(notes))}"


def state_of(stamp: str) -> State | None:
    """The state in which a unit left, by its stamp."""
    known = _STAMP.fullmatch(stamp)
    return next((state for state in STATES if known and state[0] == known[1]), None)


def same_text(stamp: str, target: str) -> bool:
    """Whether a unit left with the translation `target`, whatever its state and notes."""
    known = _STAMP.fullmatch(stamp)
    return known is not None and known[2] == _digest(target)


def told(unit_state: State, stamp: str, target: str) -> State:
    """The state of a unit that comes back from a program without states, such as Word.

    Whoever changes a text and not the word for its state has translated it.
    """
    if not target.strip():
        return "untranslated"
    untouched = unit_state == state_of(stamp) or unit_state == "untranslated"
    if untouched and not same_text(stamp, target):
        return "translated"
    return unit_state


def lines(text: str | None) -> tuple[str, ...]:
    """The lines of a note."""
    return tuple((text or "").split("\n"))


class CodeError(Exception):
    """A code in a translation that stands for nothing; the message says which."""


def unfit(unit: Unit) -> str:
    """The first character of a unit that no XML file can hold, as its code; or nothing."""
    texts = (unit.source, unit.target, unit.previous, *unit.notes, *unit.about)
    found = next(filter(None, map(_UNFIT.search, texts)), None)
    return f"U+{ord(found[0]):04X}" if found else ""


def text_of(data: bytes, file: str) -> str:
    """A text file in UTF-8, or in the UTF-16 of spreadsheets; DocgenError when it is neither."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save it in the encoding UTF-8."
        raise DocgenError("the file is not in UTF-8", hint, Origin(file)) from error


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
