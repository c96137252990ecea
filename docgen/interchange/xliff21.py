"""Units ↔ XLIFF 2.1 (OASIS, 13 February 2018): the core, with previous texts as matches.

Codes are `pc` and `ph` whose markup stands in `originalData`. The stamp of a unit is metadata.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from docgen.interchange.codes import Piece, closing, numbered_as, pieces
from docgen.interchange.values import STATES, CodeError, Exchange, Unit, lines
from docgen.interchange.xml import (
    SPACE,
    Element,
    add,
    local,
    origin,
    parse,
    printed,
    root_of,
    write,
)
from docgen.model import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_N, _MTC, _MDA = (f"{{{space}}}" for space in (NAMESPACE, _MATCHES, _METADATA))
_PREVIOUS, _STALE = "docgen:previous", "docgen:stale"
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
_APPROVED = ("reviewed", "final")


# ---- writing --------------------------------------------------------------------------------


def dump(exchange: Exchange) -> bytes:
    """The units as an XLIFF file."""
    root = root_of(NAMESPACE, "xliff", mtc=_MATCHES, mda=_METADATA)
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
        group = add(add(made, f"{_MDA}metadata"), "metaGroup", attributes={"category": "docgen"})
        add(group, "meta", unit.stamp, {"type": "stamp"})
    if unit.about or unit.notes:
        _notes(add(made, "notes"), unit)
    _segment(made, unit)


def _segment(made: Element, unit: Unit) -> None:
    data: dict[str, str] = {}
    held = add(made, "originalData")
    state = {"id": "s1", "state": _STATES[unit.state]}
    if unit.state == "stale":
        state["subState"] = _STALE
    segment = add(made, "segment", attributes=state)
    _texts(segment, unit.source, unit.target, data)
    if data:
        _data(held, data)
    else:
        made.remove(held)


def _match(made: Element, unit: Unit) -> None:
    data: dict[str, str] = {}
    kind = {"ref": "#s1", "type": "tm", "subType": _PREVIOUS, "origin": "docgen"}
    match = add(add(made, f"{_MTC}matches"), "match", attributes=kind)
    held = add(match, f"{_N}originalData")
    _texts(match, unit.previous, unit.target, data, target=True)
    if data:
        _data(held, data)
    else:
        match.remove(held)


def _texts(
    parent: Element, source: str, words: str, data: dict[str, str], *, target: bool = False
) -> None:
    _fill(add(parent, f"{_N}source"), pieces(source), data)
    if words or target:
        _fill(add(parent, f"{_N}target"), numbered_as(source, words), data)


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


# ---- reading --------------------------------------------------------------------------------


def load(data: bytes, name: str) -> list[Exchange]:
    """The units of each `file` in an XLIFF file; DocgenError when it cannot be understood."""
    root = parse(data, name)
    return [
        Exchange(
            file.get("original") or "",
            root.get("srcLang") or "",
            root.get("trgLang") or "",
            tuple(_read(unit, name) for unit in file.iter(f"{_N}unit")),
        )
        for file in root.iter(f"{_N}file")
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the codes of a unit stand for: by the ids of their data, and by their own."""

    data: Mapping[str, str]
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)


def _read(unit: Element, name: str) -> Unit:
    notes = list(unit.iterfind(f"{_N}notes/{_N}note"))
    read = Unit(
        unit.get("name") or unit.get("id") or "",
        "",
        previous=_previous(unit),
        about=tuple(note.text or "" for note in notes if note.get("category") == "docgen"),
        notes=tuple(
            line for note in notes if note.get("category") != "docgen" for line in lines(note.text)
        ),
        stamp=unit.findtext(f".//{_MDA}meta[@type='stamp']") or "",
        origin=origin(unit, name),
    )
    try:
        return _joined(read, unit)
    except CodeError as error:
        return replace(read, fault=str(error))


def _joined(read: Unit, unit: Element) -> Unit:
    """`read` with the texts of its segments, which a program may have cut, as one."""
    known = _Known(_originals(unit))
    parts = list(unit.iterchildren(f"{_N}segment", f"{_N}ignorable"))
    source = "".join(_text(part.find(f"{_N}source"), known) for part in parts)
    target = "".join(_target(part, known) for part in parts)
    started = any(part.find(f"{_N}target") is not None for part in parts)
    states = {_state(part, known) for part in parts if local(part) == "segment"}
    worst = next((state for state in STATES if state in states), STATES[0])
    if not started or not target.strip():
        return replace(read, source=source, target=target if started else "")
    if len(states) > 1 and worst == "untranslated":
        worst = "stale"
    return replace(read, source=source, target=target, state=worst)


def _target(part: Element, known: _Known) -> str:
    """The translation of a segment; what stands between segments may have none of its own."""
    target = part.find(f"{_N}target")
    if target is None and local(part) == "ignorable":
        target = part.find(f"{_N}source")
    return _text(target, known)


def _state(segment: Element, known: _Known) -> State:
    state, target = segment.get("state") or "initial", segment.find(f"{_N}target")
    words = _text(target, known)
    if not words.strip():
        return "untranslated"
    if state == "initial":
        same = words == _text(segment.find(f"{_N}source"), known)
        return "untranslated" if same and segment.get("subState") != _STALE else "stale"
    return "approved" if state in _APPROVED else "translated"


def _originals(parent: Element) -> Mapping[str, str]:
    held = parent.iterfind(f"{_N}originalData/{_N}data")
    return {data.get("id") or "": data.text or "" for data in held}


def _previous(unit: Element) -> str:
    for match in unit.iterfind(f"{_MTC}matches/{_MTC}match"):
        if match.get("subType") == _PREVIOUS:
            return _text(match.find(f"{_N}source"), _Known(_originals(match)))
    return ""


def _text(element: Element | None, known: _Known) -> str:
    if element is None:
        return ""
    return (element.text or "") + "".join(
        _inline(child, known) + (child.tail or "") for child in element
    )


def _inline(code: Element, known: _Known) -> str:
    """What a code says; one that lost its data is known by its id, from the source before it."""
    name = local(code)
    if name in ("mrk", "sm", "em"):
        return _text(code, known)
    if name == "cp":
        return chr(int(code.get("hex") or "fffd", 16))
    id = code.get("startRef") or code.get("id") or ""
    start, end = _markup(code, name, known, known.codes.get(id, ("", "")))
    if not (end if name == "ec" else start):
        raise CodeError(f"has a code “{name} {id}” that its source does not have")
    known.codes[id] = (start, end)
    return {"pc": f"{start}{_text(code, known)}{end}", "ec": end}.get(name, start)


def _markup(code: Element, name: str, known: _Known, before: tuple[str, str]) -> tuple[str, str]:
    def held(attribute: str, other: str) -> str:
        return known.data.get(code.get(attribute) or "", other)

    if name == "pc":
        return held("dataRefStart", before[0]), held("dataRefEnd", before[1])
    if name == "ec":
        return before[0], held("dataRef", before[1])
    return held("dataRef", before[0]), before[1]
