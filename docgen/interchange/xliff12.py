"""Units ↔ XLIFF 1.2, valid against the strict schema of the standard (OASIS, 1 February 2008).

Codes are `bpt`, `ept` and `ph` that hold the markup they stand for. The stamp of a unit is in the
attribute `extradata`; what a stale translation was made from is an `alt-trans`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from docgen import __version__
from docgen.interchange.codes import Piece, numbered_as, pieces
from docgen.interchange.values import CodeError, Exchange, Unit, lines
from docgen.interchange.xml import (
    SPACE,
    Element,
    add,
    characters,
    local,
    origin,
    parse,
    printed,
    root_of,
    write,
)
from docgen.model import State
from docgen.report import DocgenError

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_N = f"{{{NAMESPACE}}}"
_PREVIOUS = "previous-version"
_TYPES = {
    "bold": "bold",
    "italic": "italic",
    "link": "link",
    "note": "x-note",
    "reference": "x-reference",
    "address": "x-address",
}
_TAGS = {"alone": "ph", "open": "bpt", "close": "ept"}
_STATES: Mapping[State, str] = {
    "stale": "needs-translation",
    "translated": "translated",
    "approved": "signed-off",
}
_APPROVED = ("signed-off", "final")

Codes: TypeAlias = Mapping[str, tuple[str, str]]


# ---- writing --------------------------------------------------------------------------------


def dump(exchange: Exchange) -> bytes:
    """The units as an XLIFF file."""
    root = root_of(NAMESPACE, "xliff")
    root.set("version", "1.2")
    file = add(
        root,
        "file",
        attributes={
            "original": exchange.document,
            "source-language": exchange.source,
            "target-language": exchange.target,
            "datatype": "x-docgen",
            "tool-id": "docgen",
        },
    )
    tool = {"tool-id": "docgen", "tool-name": "docgen", "tool-version": __version__}
    add(add(file, "header"), "tool", attributes=tool)
    body = add(file, "body")
    for unit in exchange.units:
        _unit(body, unit)
    return printed(root)


def _unit(body: Element, unit: Unit) -> None:
    made = add(
        body,
        "trans-unit",
        attributes={
            "id": unit.id,
            "resname": unit.id,
            "approved": "yes" if unit.state == "approved" else None,
            "extradata": unit.stamp or None,
            SPACE: "preserve",
        },
    )
    _fill(add(made, "source"), pieces(unit.source))
    if unit.target:
        state = {"state": _STATES.get(unit.state)}
        _fill(add(made, "target", attributes=state), numbered_as(unit.source, unit.target))
    if unit.previous:
        before = add(made, "alt-trans", attributes={"alttranstype": _PREVIOUS, "origin": "docgen"})
        _fill(add(before, "source"), pieces(unit.previous))
        _fill(add(before, "target"), numbered_as(unit.previous, unit.target))
    for line in unit.about:
        add(made, "note", line, {"from": "docgen", "annotates": "source"})
    if unit.notes:
        add(made, "note", "\n".join(unit.notes), {"from": "translator", "annotates": "target"})


def _fill(element: Element, found: list[Piece]) -> None:
    for piece in found:
        if piece.role == "text":
            write(element, piece.text)
        else:
            kind = None if piece.role == "close" else _TYPES[piece.kind]
            code = {"id": str(piece.number), "ctype": kind}
            add(element, _TAGS[piece.role], piece.text, code)


# ---- reading --------------------------------------------------------------------------------


def load(data: bytes, name: str) -> list[Exchange]:
    """The units of each `file` in an XLIFF file; DocgenError when it cannot be understood."""
    root = parse(data, name)
    return [
        Exchange(
            file.get("original") or "",
            file.get("source-language") or "",
            file.get("target-language") or "",
            tuple(_read(unit, name) for unit in file.iter(f"{_N}trans-unit")),
        )
        for file in root.iter(f"{_N}file")
    ]


def _read(unit: Element, name: str) -> Unit:
    place = origin(unit, name)
    source = unit.find(f"{_N}source")
    if source is None:
        raise DocgenError("a trans-unit without a source", "Export it again.", place)
    notes = unit.findall(f"{_N}note")
    read = Unit(
        unit.get("resname") or unit.get("id") or "",
        characters(source),
        previous=_previous(unit),
        about=tuple(note.text or "" for note in notes if note.get("from") == "docgen"),
        notes=tuple(
            line for note in notes if note.get("from") != "docgen" for line in lines(note.text)
        ),
        stamp=unit.get("extradata") or "",
        origin=place,
    )
    return _with_target(read, unit, _codes(source))


def _with_target(read: Unit, unit: Element, codes: Codes) -> Unit:
    target = unit.find(f"{_N}target")
    if target is None:
        return read
    try:
        text = _text(target, codes)
    except CodeError as error:
        return replace(read, fault=str(error))
    approved = unit.get("approved") == "yes"
    return replace(read, target=text, state=_state(target.get("state"), approved, read, text))


def _previous(unit: Element) -> str:
    for one in unit.findall(f"{_N}alt-trans"):
        former = one.find(f"{_N}source")
        if one.get("alttranstype") == _PREVIOUS and former is not None:
            return characters(former)
    return ""


def _state(given: str | None, approved: bool, read: Unit, text: str) -> State:
    state = given or ""
    if not text.strip() or (state == "new" and read.source == text):
        return "untranslated"
    if state == "new" or state.startswith("needs-"):
        return "stale"
    return "approved" if approved or state in _APPROVED else "translated"


def _codes(source: Element) -> Codes:
    """The markup of each code of a source, both ends of a pair, by its id."""
    found: dict[str, tuple[str, str]] = {}
    for code in source.iter(f"{_N}ph", f"{_N}bpt", f"{_N}ept"):
        start, end = found.get(code.get("id") or "", ("", ""))
        text = code.text or ""
        found[code.get("id") or ""] = (start, text) if local(code) == "ept" else (text, end)
    return found


def _text(element: Element, codes: Codes) -> str:
    return (element.text or "") + "".join(
        _inline(child, codes) + (child.tail or "") for child in element
    )


def _inline(code: Element, codes: Codes) -> str:
    """What a code or a segment says; an empty code, `x` and `g` are known by their ids."""
    start, end = codes.get(code.get("id") or "", ("", ""))
    match local(code):
        case "mrk":
            return _text(code, codes)
        case "g" if start and end:
            return start + _text(code, codes) + end
        case "ept" if code.text or end:
            return code.text or end
        case "ph" | "bpt" | "x" if code.text or start:
            return code.text or start
        case name:
            raise CodeError(f"has a code “{name} {code.get('id')}” that its source does not have")
