"""The grammar of United Nations document symbols: text → Symbol → print, link, file name.

Slashes separate the parts of a symbol, hyphens the symbols of a document that has several:
A/80/6 (Sect. 24)/Corr.1, A/68/984-S/2014/642. Source of the rules: the Organization's research
guide on document symbols, and issued documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


# The letters before the first slash. Only these begin a symbol; a new body is one more word here.
_PRINCIPAL = _words("A E S ST T")
_SERIES = _PRINCIPAL | _words("""
    CAT CCPR CED CEDAW CERD CMW CRC CRPD HRI
    DP EC HSP TD UNCTAD UNEP UNITAR UNW WFC
    ECE ESCAP ESCWA LC TRANS
    ACC AT CEB HR HRC ICSC ID JIU PBC
    CAC CBD CTOC FCCC ICCD IPBES
    APLC BWC CCM CCW CD NPT TPNW
    CLCS ISBA SPLOS
""")
# Bodies of UNIDO have their session within the first part: IDB.48/2.
_SESSIONAL = _words("GC IDB PBC")

# The nature of a document: resolution, limited, summary record; and what changes a document.
_KINDS = _words("AGENDA CRP DEC G INF L NGO PET PRST PV R RES SR WP")
_ADOPTED = _words("DEC RES")
_MODIFIERS = _words("Add Amend Corr Part Rev Summary")
# Words that have a full stop and a number after them.
_NUMBERED = _words("AC Add Amend CN CRP Corr L PV Rev SR Sub WP")
# Words with small letters; the first set is often written in capitals by mistake.
_CASED = {word.upper(): word for word in _words("Add Amend Corr Rev Sub Summary")}
_MIXED = _words("Agenda Dec ExCom OzL Part Pro Res Vol").union(_CASED.values())

# The General Assembly has had the session in its symbols since the thirty-first (1976), the two
# Councils the year; before that a document had one running number.
_SESSIONS = range(31, 151)
_YEARS = range(1946, 2096)
_COUNCIL_SINCE = {"E": 1978, "S": 1994}

_ADDRESS = "https://docs.un.org/{language}/{symbol}"


class SymbolError(ValueError):
    """A text is no symbol: `reason` says why, `hint` what to write instead ("" if not known)."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Single:
    """One symbol: its text as printed but for asterisks, and what can be told from it.

    A/RES/72/262 C has series A, kind RES, session 72, number 262 and section C. What a symbol does
    not show is empty. `reissues` counts the asterisks of a reissue for technical reasons.
    """

    text: str
    series: str
    body: tuple[str, ...] = ()
    session: str = ""
    year: int | None = None
    kind: str = ""
    number: str = ""
    section: str = ""
    brackets: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    reissues: int = 0

    def __str__(self) -> str:
        return self.text + "*" * self.reissues


@dataclass(frozen=True, slots=True)
class Symbol:
    """The symbol of a document; a document of several organs has several, printed as one."""

    singles: tuple[Single, ...]

    def __str__(self) -> str:
        return "-".join(map(str, self.singles))


@dataclass(frozen=True, slots=True)
class Found:
    """A symbol that stands at text[start:end] of a running text."""

    start: int
    end: int
    symbol: Symbol


def parse(text: str) -> Symbol:
    """Read one symbol, single or joint; `str` of the result is the text again.

    No-break spaces and hyphens of typeset text are read as plain ones. Raises SymbolError.
    """
    try:
        return _read(text)
    except SymbolError as error:
        raise SymbolError(error.reason, error.hint or _did_you_mean(text)) from None


def find(text: str) -> Iterator[Found]:
    """Yield the symbols in running text of any language, in order; none within a web address.

    Only known series count, and a number alone only if it has four figures and is no year:
    A/4 and E/2030 mostly mean something else.
    """
    for match in _MENTION.finditer(text.translate(_PLAIN)):
        if symbol := _recognised(match["symbol"] or ""):
            yield Found(match.start(), match.start() + len(str(symbol)), symbol)


def plain_form(symbol: Symbol) -> str:
    """Print without asterisks, which are no part of the identity: for running heads."""
    return "-".join(single.text for single in symbol.singles)


def link_form(symbol: Symbol) -> str:
    """Print without spaces and asterisks, brackets and slashes as they are: for addresses."""
    return plain_form(symbol).replace(" ", "")


def address(symbol: Symbol, language: str) -> str:
    """The web address of the document in the language with this code, for links and QR codes."""
    return _ADDRESS.format(language=language, symbol=link_form(symbol))


def organ_initial(single: Single) -> tuple[str, str]:
    """Split for the masthead: the series letters, which it prints large, and the rest."""
    return single.series, str(single).removeprefix(single.series)


def file_stem(symbol: Symbol) -> str:
    """A name for files, of letters, figures, `.`, `-` and `_`: A_80_6_Sect.24_Corr.1."""
    return re.sub(r"[/()]+", "_", link_form(symbol)).strip("_")


# ---- forms ----------------------------------------------------------------------------------

# Typeset characters that stand for plain ones; places in the text stay the same.
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})

_SERIES_FORM = rf"(?:{_either(_SERIES)}|(?:{_either(_SESSIONAL)})\.\d+)"
_COUNT_FORM = r"(?:\d+(?:-\d+)?|E?S-\d+)"  # 968; reports 11-12; special sessions S-27, ES-11
_ROMAN_FORM = r"[IVXLC]+"
_DATE_FORM = rf"(?:(?:19|20)\d\d|(?:E?S-)?{_ROMAN_FORM})"  # (2016), (XV), (S-VII)
_ORDER_FORM = rf"(?:\d+[A-Z]?|{_ROMAN_FORM}|one|two|three|four)"
_BRACKET_FORM = rf"""(?:
    (?:Income[ ]?sect\.|Sects?\.|Prog\.|Parts?|Vols?\.|Chap\.|Annex|Resumption)
    [ ]?{_ORDER_FORM} (?:[ ]?(?:and|to|-)[ ]?{_ORDER_FORM})?    # (Sect. 24), (Parts I and II)
  | Introduction | Plan[ ]?outline | Summary | SUPP
  | {_DATE_FORM}
  | \d{{1,2}} | [A-Z]+\.\d+/\d+                 # ICCD/COP(11), LC/G.2681(SES.35/13)
)"""
_WORD_FORM = rf"[A-Z][A-Za-z]*(?:-(?!{_SERIES_FORM}/)[A-Z]+)*(?:\.[A-Za-z]+)*(?:\.\d+)?"

_COUNT = re.compile(_COUNT_FORM)
_DATE = re.compile(_DATE_FORM)
_BRACKET = re.compile(_BRACKET_FORM, re.VERBOSE)
_PIECE = re.compile(rf"\d+|[A-Z]+(?:-[A-Z]+)*|{_either(_MIXED)}")
_JOINT = re.compile(rf"-(?={_SERIES_FORM}/)")
_SLASH = re.compile(r"/(?![^()]*\))")  # not the slash within a bracket
_RANGE = re.compile(r"(?:\d|^[A-Z]+)/\d+-\d")
_PART = re.compile(
    r"""
    (?P<core> \d+(?=[ ]?[A-Z]\b) | [^ ()]+ )    # 968, L.78, Sub.2, S-27
    (?: [ ]?(?P<section>[A-Z]) )?               # 262 C, 2200 A (XXI)
    (?: [ ]?\((?P<bracket>[^()]+)\) )?
    (?: [ ]?(?P<section_after>[A-Z]) )?         # 973 (X) A
    """,
    re.VERBOSE,
)


# ---- reading --------------------------------------------------------------------------------

_Faults = tuple[tuple[re.Pattern[str], str], ...]


def _faults(*table: tuple[str, str]) -> _Faults:
    return tuple((re.compile(pattern), reason) for pattern, reason in table)


# What a symbol never looks like, and why; the match stands in place of {}.
_FAULTS = _faults(
    (r"^$", "nothing is written"),
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
    (rf"^(?:{_either(_NUMBERED)})\.?$", "“{}” has no number, such as the 1 in Add.1"),
)


def _read(text: str) -> Symbol:
    """Read a symbol; raise SymbolError without looking for what was meant."""
    plain = text.translate(_PLAIN).strip()
    _refuse(plain, _FAULTS)
    return Symbol(tuple(map(_single, _JOINT.split(plain))))


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
    first, *rest = _SLASH.split(text)
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
    _check(single)
    return _dated(single)


def _series(first: str) -> tuple[str, str]:
    """The series, and the session that some bodies have in the first part."""
    letters, dot, session = first.partition(".")
    if (letters in _SESSIONAL and session.isdigit()) if dot else letters in _SERIES:
        return letters, session
    if letters.upper() in _SERIES:
        raise SymbolError(f"the letters of the organ, “{letters}”, are not in capitals")
    raise SymbolError(f"“{first}” is not a known series of symbols, such as A, S, E or ST")


def _part(written: str) -> _Part:
    match = _PART.fullmatch(written)
    if not match:
        raise SymbolError(f"“{written}”: a space stands only before a bracket or a single letter")
    core, bracket = match["core"], match["bracket"] or ""
    if not _COUNT.fullmatch(core):
        _check_word(core)
    if bracket:
        _check_bracket(bracket, core)
    return _Part(core, match["section"] or match["section_after"] or "", bracket)


def _check_word(word: str) -> None:
    _refuse(word, _PART_FAULTS)
    for piece in word.split("."):
        cased = _CASED.get(piece.upper(), piece)
        if piece != cased:
            raise SymbolError(f"“{piece}” is written “{cased}”")
        if not _PIECE.fullmatch(piece):
            raise SymbolError(
                f"“{word}” is not made of capitals and numbers, as parts of symbols are"
            )


def _check_bracket(bracket: str, core: str) -> None:
    session_of_word = len(bracket) < 3 and bracket.isdigit()
    if not _BRACKET.fullmatch(bracket) or (session_of_word and _COUNT.fullmatch(core)):
        raise SymbolError(f"“({bracket})” is no known bracket, such as (Sect. 24) or (Part II)")


def _cut_modifiers(cores: Sequence[str]) -> tuple[Sequence[str], tuple[str, ...]]:
    """The parts before the modifiers, such as Add.1 and Corr.1, and the modifiers."""
    modifying = [core.partition(".")[0] in _MODIFIERS for core in cores]
    end = modifying.index(True) if True in modifying else len(cores)
    if not all(modifying[end:]):
        raise SymbolError(f"“{cores[end]}” does not stand at the end")
    return cores[:end], tuple(cores[end:])


def _numbering(head: Sequence[str]) -> tuple[str, str, str]:
    """The kind of document, its number, and what stands before that for the session or year."""
    last = head[-1] if head else ""
    counts = [core for core in head if _COUNT.fullmatch(core)]
    word, _, number = last.rpartition(".")
    if word.upper() in _KINDS:
        return word.upper(), number, "".join(counts[:1])
    kind = next((core.upper() for core in head if core.upper() in _KINDS), "")
    number = "/".join(counts[1:] or counts) if last in counts else ""
    return kind, number, "".join(counts[:-1][:1])


def _body(head: Sequence[str], kind: str, number: str) -> tuple[str, ...]:
    """The words for organs below the first: HRC, C.3, Sub.2."""
    taken = (kind, f"{kind}.{number}")
    return tuple(core for core in head if not _COUNT.fullmatch(core) and core.upper() not in taken)


def _dated(single: Single) -> Single:
    """Tell the year from the session, for which a bracket may stand: (2016), (XV)."""
    slots = (single.session, *single.brackets)
    slot = next((slot for slot in slots if _COUNT.fullmatch(slot) or _DATE.fullmatch(slot)), "")
    if slot.isdigit() and int(slot) in _YEARS:
        return replace(single, session="", year=int(slot))
    return replace(single, session=slot)


# ---- what the organs allow ------------------------------------------------------------------


def _demand(*demands: tuple[object, str]) -> None:
    for met, reason in demands:
        if not met:
            raise SymbolError(reason)


def _check(single: Single) -> None:
    """Refuse what is well formed and still no symbol; a year stands in `session` for now."""
    adopted = single.kind in _ADOPTED
    dated = any(map(_DATE.fullmatch, single.brackets))
    through_years = (adopted or single.kind == "PV") and not single.session
    _demand(
        (single.number[:1].isdigit(), "no number of a document stands at the end"),
        (not _RANGE.search(single.text), "a range of numbers is no symbol"),
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
    if single.series in _PRINCIPAL:
        _demand((not re.search(r"\b0\d", single.text), "a number begins with 0"))
    if single.series in _PLENARY_RULES and not single.body:
        _check_plenary(single, bool(single.session or dated))


def _check_plenary(single: Single, dated: bool) -> None:
    """Refuse what the Assembly and the two Councils do not have in symbols of their own."""
    start = f"{single.series}/{single.kind}/"
    adopted = single.kind in _ADOPTED
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
    if not session.isdigit() or int(session) in _SESSIONS:
        return
    if int(session) not in _YEARS:
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
    since = _COUNCIL_SINCE[single.series]
    year = single.session or str(since)
    in_brackets = single.series == "S" and single.kind == "RES"
    _demand(
        (
            not in_brackets or ("".join(single.brackets).isdigit() and not single.session),
            "a resolution of the Security Council has its year in brackets, "
            "as in S/RES/2282 (2016)",
        ),
        (
            year.isdigit() and since <= int(year) <= max(_YEARS),
            f"“{year}” stands in place of the year, which symbols of this Council have "
            f"from {since} on, as in {single.series}/{since}/1",
        ),
    )


_PLENARY_RULES = {"A": _check_assembly, "E": _check_council, "S": _check_council}


# ---- finding --------------------------------------------------------------------------------

_LETTER_FORM = r"[ ]?[A-Z](?![A-Za-z0-9/-]|\.[A-Za-z0-9])"
_SINGLE_FORM = rf"""
    {_SERIES_FORM}
    (?:
        / (?:{_COUNT_FORM}|{_WORD_FORM})
        (?:{_LETTER_FORM})?
        (?:[ ]?\({_BRACKET_FORM}\) (?:{_LETTER_FORM})?)?
    )+
    \**
"""
_MENTION = re.compile(
    rf"""
    (?:https?://|www\.)[!-~]+                   # a web address is passed over whole
  | (?<![A-Za-z0-9\u00c0-\u04ff/.@?&=%\#_~+-])  # Han characters may touch a symbol, letters not
    (?P<symbol> (?>{_SINGLE_FORM} (?:-{_SINGLE_FORM})*) )
    (?![A-Za-z0-9/])
    """,
    re.VERBOSE,
)
# What follows a symbol in a sentence and could be a part of it: A/75/982 (2021), A/79/968 I.
_TAIL = re.compile(r"(?: ?\([^()]*\)| [A-Z])+$")
_BARE = re.compile(r"[A-Z]+/(?:\d{1,3}|19[4-9]\d|20\d\d)\**")


def _recognised(written: str) -> Symbol | None:
    """The symbol that `written` begins with, if there is one that cannot mean something else."""
    for text in (written, _TAIL.sub("", written)):
        if not _BARE.fullmatch(text):
            with suppress(SymbolError):
                return _read(text)
    return None


# ---- what was meant -------------------------------------------------------------------------

_NUMBERED_WORDS = {word.upper(): word for word in _NUMBERED}
_NAMED_BRACKETS = "income sect|sects?|prog|parts?|vols?|chap|annex|resumption|introduction"


def _mend_numbered(slip: re.Match[str]) -> str:
    return f"/{_NUMBERED_WORDS[slip[1].upper()]}."


def _mend_separators(slip: re.Match[str]) -> str:
    return re.sub(r"[-_. ]+", "/", slip[0])


# Frequent slips and what belongs in their place, mended one after the other.
_MENDS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"[\u2010-\u2015\u2212]", "-"),
    (r"[\\\u2044\u2215]", "/"),
    (r"^.*\.(?:org|int)/(?:[a-z]{2}/)?", ""),  # a web address with the code of a language
    (r"\s*/[\s/]*", "/"),
    (r"^(?:U\.?N\.?)?[/ ]*(?:docs?\.|documents?)?[/ ]+", ""),
    (r"[\s/.,;:?!]+$|(?<=[\d)*])[^\x00-\x7f]+$|\s+(?=\*)", ""),
    (r"^([^(]+)\)$", r"\1"),
    (r"^[^/]+$", _mend_separators),
    (rf"(?:[/ ]+|(?<=\d))({_either(_NUMBERED)})[./ ]*(?=\d)", _mend_numbered),
    (r"(?<=/)(RES|DEC|PRST)\.(?=\d)", r"\1/"),
    (r"(?<=/)(E?S)(?=\d)", r"\1-"),
    (rf"^({_either(_SESSIONAL)})/(?=\d+/)", r"\1."),
    (r"(?<=/)0+(?=\d)", ""),
    (r"(?<=S/RES/)(\d+)[/ ]+(\d{4})$", r"\1 (\2)"),
    (r"(?<=\d)\s*(?:[,;&/]|and)\s*(?=[AES]/\d+/)", "-"),
    (r"\(([^()/]*)(?=/|$)", r"(\1)"),
    (rf" ((?:{_NAMED_BRACKETS})\b[^()/]*)", r" (\1)"),
    (rf"\(({_NAMED_BRACKETS})\b", lambda slip: "(" + slip[1].capitalize()),
)


def _did_you_mean(text: str) -> str:
    meant = [attempt for attempt in _attempts(text) if _is_symbol(attempt)]
    return f"did you mean {' or '.join(dict.fromkeys(meant))}?" if meant else ""


def _attempts(text: str) -> Iterator[str]:
    """What may have been meant by a text that is no symbol, without a promise that it is one."""
    mended = _mend(unicodedata.normalize("NFKC", text))
    capitals = _mend(mended.upper())
    first, _, rest = capitals.partition("/")
    yield mended
    yield capitals
    if first.isdigit():
        yield from (f"A/{mended}", f"A/RES/{mended}")
    yield from (f"{near}/{rest}" for near in get_close_matches(first, sorted(_SERIES), n=1))


def _mend(text: str) -> str:
    for slip, mended in _MENDS:
        text = re.sub(slip, mended, text, flags=re.IGNORECASE)
    return text


def _is_symbol(text: str) -> bool:
    try:
        return bool(_read(text))
    except SymbolError:
        return False
