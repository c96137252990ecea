"""XLIFF 2 → units, the segments of each put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from docgen.interchange.values import STATES, CodeError, Exchange, Unit, lines
from docgen.interchange.xliff2.names import MDA, MTC, PREVIOUS, STALE, N
from docgen.interchange.xml import Element, local, origin, parse
from docgen.model import State

_APPROVED = ("reviewed", "final")


def load(data: bytes, name: str) -> list[Exchange]:
    """The units of each `file` in an XLIFF file; DocgenError when it cannot be understood."""
    root = parse(data, name)
    return [
        Exchange(
            file.get("original") or "",
            root.get("srcLang") or "",
            root.get("trgLang") or "",
            tuple(_read(unit, name) for unit in file.iter(f"{N}unit")),
        )
        for file in root.iter(f"{N}file")
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the codes of a unit stand for: by the ids of their data, and by their own."""

    data: Mapping[str, str]
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)


def _read(unit: Element, name: str) -> Unit:
    notes = list(unit.iterfind(f"{N}notes/{N}note"))
    read = Unit(
        unit.get("name") or unit.get("id") or "",
        "",
        previous=_previous(unit),
        about=tuple(note.text or "" for note in notes if note.get("category") == "docgen"),
        notes=tuple(
            line for note in notes if note.get("category") != "docgen" for line in lines(note.text)
        ),
        stamp=unit.findtext(f".//{MDA}meta[@type='stamp']") or "",
        origin=origin(unit, name),
    )
    try:
        return _joined(read, unit)
    except CodeError as error:
        return replace(read, fault=str(error))


def _joined(read: Unit, unit: Element) -> Unit:
    """`read` with the texts of its segments, which a program may have cut, as one."""
    known = _Known(_originals(unit))
    parts = list(unit.iterchildren(f"{N}segment", f"{N}ignorable"))
    source = "".join(_text(part.find(f"{N}source"), known) for part in parts)
    target = "".join(_target(part, known) for part in parts)
    started = any(part.find(f"{N}target") is not None for part in parts)
    states = {_state(part, known) for part in parts if local(part) == "segment"}
    worst = next((state for state in STATES if state in states), STATES[0])
    if not started or not target.strip():
        return replace(read, source=source, target=target if started else "")
    if len(states) > 1 and worst == "untranslated":
        worst = "stale"
    return replace(read, source=source, target=target, state=worst)


def _target(part: Element, known: _Known) -> str:
    """The translation of a segment; what stands between segments may have none of its own."""
    target = part.find(f"{N}target")
    if target is None and local(part) == "ignorable":
        target = part.find(f"{N}source")
    return _text(target, known)


def _state(segment: Element, known: _Known) -> State:
    state, target = segment.get("state") or "initial", segment.find(f"{N}target")
    words = _text(target, known)
    if not words.strip():
        return "untranslated"
    if state == "initial":
        same = words == _text(segment.find(f"{N}source"), known)
        return "untranslated" if same and segment.get("subState") != STALE else "stale"
    return "approved" if state in _APPROVED else "translated"


def _originals(parent: Element) -> Mapping[str, str]:
    held = parent.iterfind(f"{N}originalData/{N}data")
    return {data.get("id") or "": data.text or "" for data in held}


def _previous(unit: Element) -> str:
    for match in unit.iterfind(f"{MTC}matches/{MTC}match"):
        if match.get("subType") == PREVIOUS:
            return _text(match.find(f"{N}source"), _Known(_originals(match)))
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
        return _character(code.get("hex") or "")
    id = code.get("startRef") or code.get("id") or ""
    start, end = _markup(code, name, known, known.codes.get(id, ("", "")))
    if not (end if name == "ec" else start):
        raise CodeError(f"has a code “{name} {id}” that its source does not have")
    known.codes[id] = (start, end)
    return {"pc": f"{start}{_text(code, known)}{end}", "ec": end}.get(name, start)


def _character(number: str) -> str:
    try:
        return chr(int(number, 16))
    except ValueError as error:
        raise CodeError(f"has the number “{number}”, which is of no character") from error


def _markup(code: Element, name: str, known: _Known, before: tuple[str, str]) -> tuple[str, str]:
    def held(attribute: str, other: str) -> str:
        return known.data.get(code.get(attribute) or "", other)

    if name == "pc":
        return held("dataRefStart", before[0]), held("dataRefEnd", before[1])
    if name == "ec":
        return before[0], held("dataRef", before[1])
    return held("dataRef", before[0]), before[1]
