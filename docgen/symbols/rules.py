"""What the organs allow: a symbol that is well formed → refused, or not."""

from __future__ import annotations

import re

from docgen.symbols.forms import ADOPTED, COUNCIL_SINCE, DATE, PRINCIPAL, RANGE, SESSIONS, YEARS
from docgen.symbols.values import Single, SymbolError


def _demand(*demands: tuple[object, str]) -> None:
    for met, reason in demands:
        if not met:
            raise SymbolError(reason)


def check(single: Single) -> None:
    """Refuse what is well formed and still no symbol; a year stands in `session` for now."""
    adopted = single.kind in ADOPTED
    dated = any(map(DATE.fullmatch, single.brackets))
    through_years = (adopted or single.kind == "PV") and not single.session
    _demand(
        (single.number[:1].isdigit(), "no number of a document stands at the end"),
        (not RANGE.search(single.text), "a range of numbers is no symbol"),
        (
            adopted or not single.section,
            f"only the number of a resolution or decision has a letter such as {single.section}",
        ),
        (
            through_years or not dated,
            "only a resolution or meeting record without a session before its number has a year "
            "or session in brackets",
        ),
    )
    if single.series in PRINCIPAL:
        _demand((not re.search(r"\b0\d", single.text), "a number begins with 0"))
    if single.series in _PLENARY_RULES and not single.body:
        _check_plenary(single, bool(single.session or dated))


def _check_plenary(single: Single, dated: bool) -> None:
    """Refuse what the Assembly and the two Councils do not have in symbols of their own."""
    start = f"{single.series}/{single.kind}/"
    adopted = single.kind in ADOPTED
    _PLENARY_RULES[single.series](single)
    _demand(
        (
            single.series == "S" or not any(map(str.isdigit, single.brackets)),
            "only the Security Council has the year in brackets; before 1976 the others have the "
            "session, as in A/RES/1514 (XV)",
        ),
        ("/" not in single.number, f"“{single.number}” is more than one number"),
        (
            not adopted or single.text.startswith(start),
            f"a resolution or decision begins with {start}",
        ),
        (not adopted or dated, "the session or year of the resolution or decision is missing"),
    )


def _check_assembly(single: Single) -> None:
    session = single.session
    if not session.isdigit() or int(session) in SESSIONS:
        return
    if int(session) not in YEARS:
        raise SymbolError(
            f"no symbol of the General Assembly has session {session}",
            "sessions stand in symbols from the thirty-first (1976) on: A/31/1; before it a "
            "running number, as in A/8447, or a session in brackets, as in A/RES/1514 (XV)",
        )
    sessions = f"{int(session) - 1946} and {int(session) - 1945}"
    raise SymbolError(
        "symbols of the General Assembly have its session, not the year",
        f"the sessions of {session} are {sessions}",
    )


def _check_council(single: Single) -> None:
    since = COUNCIL_SINCE[single.series]
    year = single.session or str(since)
    in_brackets = single.series == "S" and single.kind == "RES"
    _demand(
        (
            not in_brackets or ("".join(single.brackets).isdigit() and not single.session),
            "a resolution of the Security Council has its year in brackets, "
            "as in S/RES/2282 (2016)",
        ),
        (
            year.isdigit() and since <= int(year) <= max(YEARS),
            f"“{year}” stands in place of the year, which symbols of this Council have "
            f"from {since} on, as in {single.series}/{since}/1",
        ),
    )


_PLENARY_RULES = {"A": _check_assembly, "E": _check_council, "S": _check_council}
