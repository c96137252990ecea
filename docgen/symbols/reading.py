"""Text → Symbol; what a text has that no symbol has is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.records import replace
from docgen.symbols.forms import (
    BRACKET,
    CASED,
    COUNT,
    DATE,
    JOINT,
    KINDS,
    MODIFIERS,
    NUMBERED,
    PART,
    PIECE,
    SERIES,
    SESSIONAL,
    SLASH,
    YEARS,
    either,
    plain,
)
from docgen.symbols.rules import check
from docgen.symbols.values import Single, Symbol, SymbolError

_Faults = tuple[tuple[re.Pattern[str], str], ...]


def _faults(*table: tuple[str, str]) -> _Faults:
    return tuple((re.compile(pattern), reason) for pattern, reason in table)


# What a symbol never looks like, and why; the match stands in place of {}.
_FAULTS = _faults(
    (r"^$", "nothing is written"),
    (r"(?s)^.{200}", "no symbol is as long as this"),
    (r"://|^www\.|\.(?:org|int)/", "this is a web address, not a symbol"),
    (r"\\", "“/”, not “{}”, separates the parts of a symbol"),
    (r"[^A-Za-z0-9/.()* -]", "the character “{}” does not occur in symbols"),
    (r"\d{7,}", "the number {} is too long"),
    (r"^\d", "the letters of the organ, such as A/ or S/, are missing at the beginning"),
    (r"^[^/]*$", "no “/” separates the organ from the number"),
    (r"//", "nothing stands between two slashes"),
    (r"^/|/$", "nothing stands on one side of a slash"),
    (r" /|/ ", "a space stands beside a slash"),
    (r" \*", "a space stands before the asterisk of a reissue"),
    (r"\*(?![*-]|$)", "the asterisk of a reissue stands only at the end"),
    (r"\( *\)", "the brackets are empty"),
    (r"^(?!(?:[^()]*\([^()]*\))*[^()]*$)", "a bracket is not opened or not closed"),
    (r"\d\.$", "a symbol does not end with a full stop"),
    (r"\d/[AES]/\d+/\d", "a hyphen, not a slash, joins the two symbols of a document"),
)
_PART_FAULTS = _faults(
    (r"^E?S\d+$", "“{}”: a special session has a hyphen, as in S-27 and ES-11"),
    (r"^[A-Za-z]+\d+", "“{}”: a full stop stands between letters and number, as in L.5"),
    (r"^(?:DEC|PRST|RES)\.\d+", "“{}”: a slash stands before the number, as in RES/79/1"),
    (rf"^(?:{either(NUMBERED)})\.?$", "“{}” has no number, such as the 1 in Add.1"),
)


def read_symbol(text: str) -> Symbol:
    """Read a symbol; raise SymbolError without looking for what was meant."""
    written = plain(text).strip()
    _refuse(written, _FAULTS)
    return Symbol(tuple(map(_single, JOINT.split(written))))


def _refuse(text: str, faults: _Faults) -> None:
    for pattern, reason in faults:
        if fault := pattern.search(text):
            raise SymbolError(reason.format(fault[0]))


class _Part(NamedTuple):
    """What stands between two slashes: in `2200 A (XXI)` core 2200, section A, bracket XXI."""

    core: str
    section: str
    bracket: str


def _single(written: str) -> Single:
    text = written.rstrip("*")
    first, *rest = SLASH.split(text)
    series, session = _series(first)
    parts = [_part(part) for part in rest]
    head, modifiers = _cut_modifiers([part.core for part in parts])
    kind, number, slot = _numbering(head)
    single = Single(
        text=text,
        series=series,
        body=_body(head, kind, number),
        session=session or slot,
        kind=kind,
        number=number,
        section="".join(part.section for part in parts),
        brackets=tuple(part.bracket for part in parts if part.bracket),
        modifiers=modifiers,
        reissues=len(written) - len(text),
    )
    check(single)
    return _dated(single)


def _series(first: str) -> tuple[str, str]:
    """The series, and the session that some bodies have in the first part."""
    letters, dot, session = first.partition(".")
    if (letters in SESSIONAL and session.isdigit()) if dot else letters in SERIES:
        return letters, session
    if letters.upper() in SERIES:
        raise SymbolError(f"the letters of the organ, “{letters}”, are not in capitals")
    raise SymbolError(f"“{first}” is not a known series of symbols, such as A, S, E or ST")


def _part(written: str) -> _Part:
    match = PART.fullmatch(written)
    if not match:
        raise SymbolError(f"“{written}”: a space stands only before a bracket or a single letter")
    core, bracket = match["core"], match["bracket"] or ""
    if not COUNT.fullmatch(core):
        _check_word(core)
    if bracket:
        _check_bracket(bracket, core)
    return _Part(core, match["section"] or match["section_after"] or "", bracket)


def _check_word(word: str) -> None:
    _refuse(word, _PART_FAULTS)
    for piece in word.split("."):
        cased = CASED.get(piece.upper(), piece)
        if piece != cased:
            raise SymbolError(f"“{piece}” is written “{cased}”")
        if not PIECE.fullmatch(piece):
            raise SymbolError(
                f"“{word}” is not made of capitals and numbers, as parts of symbols are"
            )


def _check_bracket(bracket: str, core: str) -> None:
    session_of_word = len(bracket) < 3 and bracket.isdigit()
    if not BRACKET.fullmatch(bracket) or (session_of_word and COUNT.fullmatch(core)):
        raise SymbolError(f"“({bracket})” is no known bracket, such as (Sect. 24) or (Part II)")


def _cut_modifiers(cores: Sequence[str]) -> tuple[Sequence[str], tuple[str, ...]]:
    """The parts before the modifiers, such as Add.1 and Corr.1, and the modifiers."""
    modifying = [core.partition(".")[0] in MODIFIERS for core in cores]
    end = modifying.index(True) if True in modifying else len(cores)
    if not all(modifying[end:]):
        raise SymbolError(f"“{cores[end]}” does not stand at the end")
    return cores[:end], tuple(cores[end:])


def _numbering(head: Sequence[str]) -> tuple[str, str, str]:
    """The kind of document, its number, and what stands before that for the session or year."""
    last = head[-1] if head else ""
    counts = [core for core in head if COUNT.fullmatch(core)]
    word, _, number = last.rpartition(".")
    if word.upper() in KINDS:
        return word.upper(), number, "".join(counts[:1])
    kind = next((core.upper() for core in head if core.upper() in KINDS), "")
    number = "/".join(counts[1:] or counts) if last in counts else ""
    return kind, number, "".join(counts[:-1][:1])


def _body(head: Sequence[str], kind: str, number: str) -> tuple[str, ...]:
    """The words for organs below the first: HRC, C.3, Sub.2."""
    taken = (kind, f"{kind}.{number}")
    return tuple(core for core in head if not COUNT.fullmatch(core) and core.upper() not in taken)


def _dated(single: Single) -> Single:
    """Tell the year from the session, for which a bracket may stand: (2016), (XV)."""
    slots = (single.session, *single.brackets)
    slot = next((slot for slot in slots if COUNT.fullmatch(slot) or DATE.fullmatch(slot)), "")
    if slot.isdigit() and int(slot) in YEARS:
        return replace(single, session="", year=int(slot))
    return replace(single, session=slot)
