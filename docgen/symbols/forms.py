"""The words that symbols are made of, and the forms that these take."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def either(words: frozenset[str]) -> str:
    """The pattern that matches any of `words`."""
    return "|".join(sorted(words))


# The letters before the first slash. Only these begin a symbol; a new body is one more word here.
PRINCIPAL = _words("A E S ST T")
SERIES = PRINCIPAL | _words("""
    CAT CCPR CED CEDAW CERD CMW CRC CRPD HRI
    DP EC HSP TD UNCTAD UNEP UNITAR UNW WFC
    ECE ESCAP ESCWA LC TRANS
    ACC AT CEB HR HRC ICSC ID JIU PBC
    CAC CBD CTOC FCCC ICCD IPBES
    APLC BWC CCM CCW CD NPT TPNW
    CLCS ISBA SPLOS
""")
# Bodies of UNIDO have their session within the first part: IDB.48/2.
SESSIONAL = _words("GC IDB PBC")

# The nature of a document: resolution, limited, summary record; and what changes a document.
KINDS = _words("AGENDA CRP DEC G INF L NGO PET PRST PV R RES SR WP")
ADOPTED = _words("DEC RES")
MODIFIERS = _words("Add Amend Corr Part Rev Summary")
# Words that have a full stop and a number after them.
NUMBERED = _words("AC Add Amend CN CRP Corr L PV Rev SR Sub WP")
# Words with small letters; the first set is often written in capitals by mistake.
CASED = {word.upper(): word for word in _words("Add Amend Corr Rev Sub Summary")}
MIXED = _words("Agenda Dec ExCom OzL Part Pro Res Vol").union(CASED.values())

# The General Assembly has had the session in its symbols since the thirty-first (1976), the two
# Councils the year; before that a document had one running number.
SESSIONS = range(31, 151)
YEARS = range(1946, 2096)
COUNCIL_SINCE = {"E": 1978, "S": 1994}

SERIES_FORM = rf"(?:{either(SERIES)}|(?:{either(SESSIONAL)})\.\d+)"
COUNT_FORM = r"(?:\d+(?:-\d+)?|E?S-\d+)"  # 968; reports 11-12; special sessions S-27, ES-11
ROMAN_FORM = r"[IVXLC]+"
DATE_FORM = rf"(?:(?:19|20)\d\d|(?:E?S-)?{ROMAN_FORM})"  # (2016), (XV), (S-VII)
ORDER_FORM = rf"(?:\d+[A-Z]?|{ROMAN_FORM}|one|two|three|four)"
BRACKET_FORM = rf"""(?:
    (?:Income[ ]?sect\.|Sects?\.|Prog\.|Parts?|Vols?\.|Chap\.|Annex|Resumption)
    [ ]?{ORDER_FORM} (?:[ ]?(?:and|to|-)[ ]?{ORDER_FORM})?    # (Sect. 24), (Parts I and II)
  | Introduction | Plan[ ]?outline | Summary | SUPP
  | {DATE_FORM}
  | \d{{1,2}} | [A-Z]+\.\d+/\d+                 # ICCD/COP(11), LC/G.2681(SES.35/13)
)"""
WORD_FORM = rf"[A-Z][A-Za-z]*(?:-(?!{SERIES_FORM}/)[A-Z]+)*(?:\.[A-Za-z]+)*(?:\.\d+)?"

COUNT = re.compile(COUNT_FORM)
DATE = re.compile(DATE_FORM)
BRACKET = re.compile(BRACKET_FORM, re.VERBOSE)
PIECE = re.compile(rf"\d+|[A-Z]+(?:-[A-Z]+)*|{either(MIXED)}")
JOINT = re.compile(rf"-(?={SERIES_FORM}/)")
SLASH = re.compile(r"/(?![^()]*\))")  # not the slash within a bracket
RANGE = re.compile(r"(?:\d|^[A-Z]+)/\d+-\d")
PART = re.compile(
    r"""
    (?P<core> \d+(?=[ ]?[A-Z]\b) | [^ ()]+ )    # 968, L.78, Sub.2, S-27
    (?: [ ]?(?P<section>[A-Z]) )?               # 262 C, 2200 A (XXI)
    (?: [ ]?\((?P<bracket>[^()]+)\) )?
    (?: [ ]?(?P<section_after>[A-Z]) )?         # 973 (X) A
    """,
    re.VERBOSE,
)


def plain(text: str) -> str:
    """`text` with plain characters for typeset ones that stand for them; places stay the same."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-")
