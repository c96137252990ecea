"""Units → XLIFF 2.1."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.interchange.codes import Piece, closing, numbered_as, pieces
from docgen.interchange.values import Exchange, Unit
from docgen.interchange.xliff2.names import (
    MATCHES,
    MDA,
    METADATA,
    MTC,
    NAMESPACE,
    PREVIOUS,
    STALE,
    N,
)
from docgen.interchange.xml import SPACE, Element, add, printed, root_of, write
from docgen.model import State

_TYPES = {
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "link": ("link", None),
    "note": ("other", "docgen:note"),
    "reference": ("other", "docgen:reference"),
    "address": ("link", "docgen:address"),
}
_STATES: Mapping[State, str] = {
    "untranslated": "initial",
    "stale": "initial",
    "translated": "translated",
    "approved": "reviewed",
}


def dump(exchange: Exchange) -> bytes:
    """The units as an XLIFF file."""
    root = root_of(NAMESPACE, "xliff", mtc=MATCHES, mda=METADATA)
    for name, value in (
        ("version", "2.1"),
        ("srcLang", exchange.source),
        ("trgLang", exchange.target),
    ):
        root.set(name, value)
    file = add(root, "file", attributes={"id": "f1", "original": exchange.document})
    for unit in exchange.units:
        _unit(file, unit)
    return printed(root)


def _unit(file: Element, unit: Unit) -> None:
    made = add(file, "unit", attributes={"id": unit.id, "name": unit.id, SPACE: "preserve"})
    if unit.previous:
        _match(made, unit)
    if unit.stamp:
        group = add(add(made, f"{MDA}metadata"), "metaGroup", attributes={"category": "docgen"})
        add(group, "meta", unit.stamp, {"type": "stamp"})
    if unit.about or unit.notes:
        _notes(add(made, "notes"), unit)
    _segment(made, unit)


def _segment(made: Element, unit: Unit) -> None:
    data: dict[str, str] = {}
    held = add(made, "originalData")
    state = {"id": "s1", "state": _STATES[unit.state]}
    if unit.state == "stale":
        state["subState"] = STALE
    segment = add(made, "segment", attributes=state)
    _texts(segment, unit.source, unit.target, data)
    if data:
        _data(held, data)
    else:
        made.remove(held)


def _match(made: Element, unit: Unit) -> None:
    data: dict[str, str] = {}
    kind = {"ref": "#s1", "type": "tm", "subType": PREVIOUS, "origin": "docgen"}
    match = add(add(made, f"{MTC}matches"), "match", attributes=kind)
    held = add(match, f"{N}originalData")
    _texts(match, unit.previous, unit.target, data, target=True)
    if data:
        _data(held, data)
    else:
        match.remove(held)


def _texts(
    parent: Element, source: str, words: str, data: dict[str, str], *, target: bool = False
) -> None:
    _fill(add(parent, f"{N}source"), pieces(source), data)
    if words or target:
        _fill(add(parent, f"{N}target"), numbered_as(source, words), data)


def _data(held: Element, data: Mapping[str, str]) -> None:
    for markup, id in data.items():
        add(held, "data", markup, {"id": id})


def _notes(parent: Element, unit: Unit) -> None:
    for line in unit.about:
        add(parent, "note", line, {"category": "docgen", "appliesTo": "source"})
    if unit.notes:
        kind = {"category": "translator", "appliesTo": "target"}
        add(parent, "note", "\n".join(unit.notes), kind)


def _fill(element: Element, found: list[Piece], data: dict[str, str]) -> None:
    def held(markup: str) -> str:
        return data.setdefault(markup, f"d{len(data) + 1}")

    ends, open_ = closing(found), [element]
    for piece in found:
        if piece.role == "text":
            write(open_[-1], piece.text)
        elif piece.role == "close":
            open_.pop()
        else:
            kind, detail = _TYPES[piece.kind]
            code = {"id": str(piece.number), "type": kind, "subType": detail}
            if piece.role == "open":
                code |= {"dataRefStart": held(piece.text), "dataRefEnd": held(ends[piece.number])}
                open_.append(add(open_[-1], "pc", attributes=code))
            else:
                code |= {"dataRef": held(piece.text), "disp": piece.text}
                add(open_[-1], "ph", attributes=code)
