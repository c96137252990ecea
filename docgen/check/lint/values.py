"""The values of attributes: switches, lengths, colours, ids (ECMA-376 part 1, 17.18 and 22.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.lint.parts import Element, Parts, W, attribute, local

_SWITCHES = """
    b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden rtl cs specVanish keepNext keepLines pageBreakBefore widowControl
    suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
    autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents suppressOverlap cantSplit
    tblHeader noWrap hideMark bidiVisual titlePg formProt noEndnote rtlGutter qFormat semiHidden
    unhideWhenUsed evenAndOddHeaders updateFields trackRevisions
"""
TOGGLES = frozenset(_SWITCHES.split())
"""Switches; Word is given them empty or with 0 or 1, which every version of it takes."""

CHOICES = {
    "jc": "start center end both distribute left right thaiDistribute mediumKashida highKashida "
    "lowKashida numTab",
    "lvlJc": "left center right",
    "vAlign": "top center both bottom",
    "vMerge": "restart continue",
    "vertAlign": "baseline superscript subscript",
    "multiLevelType": "singleLevel multilevel hybridMultilevel",
    "suff": "tab space nothing",
    "type": "nextPage nextColumn continuous evenPage oddPage",
}
"""What `w:val` of an element may say; empty stands for what is left out."""

LENGTHS = {
    "gridCol": "w",
    "tcW": "w",
    "tblW": "w",
    "tblInd": "w",
    "ind": "left right start end firstLine hanging",
    "spacing": "before after line val",
    "pgSz": "w h",
    "pgMar": "top right bottom left header footer gutter",
    "tab": "pos",
    "sz": "val",
    "szCs": "val",
    "gridSpan": "val",
    "numId": "val",
    "ilvl": "val",
}
"""Whole numbers, mostly twips."""

UNSIGNED = {"spacing": "before after", "pgSz": "w h", "gridCol": "w", "pgMar": "left right header"}
"""Lengths that cannot be less than nothing (ECMA-376-1, 17.18.105 and 22.9.2.14)."""

NEED_ID = ("ins", "del", "moveFrom", "moveTo", "bookmarkStart", "bookmarkEnd", "footnoteReference")
"""What Word refuses without an id."""

_WHOLE = re.compile(r"-?\d+")
_COLOUR = re.compile(r"auto|[0-9A-Fa-f]{6}")
_SAVE_ID = re.compile(r"[0-9A-Fa-f]{8}")
LARGEST_NOTE = 32767


def _values(parts: Parts) -> Iterator[str]:
    for name, root in parts.roots.items():
        for element in root.iter(f"{W}*"):
            for fault in _faults(element):
                yield f"{name}: {local(element)}: {fault}"


def _faults(element: Element) -> Iterator[str]:
    name, given = local(element), attribute(element)
    if name in TOGGLES and given not in ("", "0", "1"):
        yield f"“{given}” is no value of a switch"
    if given and name in CHOICES and given not in CHOICES[name].split():
        yield f"“{given}” is no value of it"
    for key in LENGTHS.get(name, "").split():
        if (length := attribute(element, key)) and not _WHOLE.fullmatch(length):
            yield f"{key} is “{length}”, not a whole number"
    for key in UNSIGNED.get(name, "").split():
        if attribute(element, key).startswith("-"):
            yield f"{key} is less than nothing"
    if name in NEED_ID and not attribute(element, "id"):
        yield "there is no id"
    yield from _patterns(element, name, given)


def _patterns(element: Element, name: str, given: str) -> Iterator[str]:
    colours = [attribute(element, "color"), attribute(element, "fill")]
    for colour in [*colours, given if name == "color" else ""]:
        if colour and not _COLOUR.fullmatch(colour):
            yield f"“{colour}” is no colour"
    for key, identity in element.attrib.items():
        if key.startswith(f"{W}rsid") and not _SAVE_ID.fullmatch(identity):
            yield f"“{identity}” is no save id"


def _note_ids(parts: Parts) -> Iterator[str]:
    for element in parts.everywhere("footnote", "endnote"):
        identity = attribute(element, "id")
        if not _WHOLE.fullmatch(identity) or int(identity) > LARGEST_NOTE:
            yield f"{local(element)}: the id “{identity}” is no whole number up to {LARGEST_NOTE}"


CHECKS = (_values, _note_ids)
