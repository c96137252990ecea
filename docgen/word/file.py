"""The bytes of a Word file → WordFile, with every story of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.report import DocgenError
from docgen.word.blocks import SectionEnd, blocks, parts
from docgen.word.lists import Lists
from docgen.word.names import Element, R, W, child, kind, value, whole
from docgen.word.package import Package, main_part, open_package
from docgen.word.state import State, Story
from docgen.word.styles import Styles
from docgen.word.values import Block, Fault, Section, WordFile

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ORDINARY = (None, "normal")


def read(data: bytes) -> WordFile:
    """Read a Word file (.docx, .docm).

    Raises DocgenError when it is none or when nothing of it can be read; what is damaged in it is
    among its `faults`.
    """
    package = open_package(data)
    try:
        return _read(package, main_part(package))
    except RecursionError:
        message = "this file has tables or boxes within one another, too deep to be a document"
        raise DocgenError(message, "Open it in a word processor and save it anew.") from None


def _read(package: Package, main: str) -> WordFile:
    state = _state(package, main)
    found, sections = _body(main, state)
    read = WordFile(
        found,
        sections,
        _notes("footnote", main, state),
        _notes("endnote", main, state),
        _properties(package),
        _variables(package.xml(package.related(main, "settings"))),
        tuple(state.remarks),
        tuple(state.changes),
        (*(Fault(0, message) for message in package.faults), *state.faults),
    )
    if not found and package.faults:
        raise DocgenError(f"the text of this file cannot be read: {package.faults[0]}")
    return read


def _state(package: Package, main: str) -> State:
    styles = Styles.of(package.xml(package.related(main, "styles")))
    lists = Lists.of(package.xml(package.related(main, "numbering")), styles)
    remarks = package.xml(package.related(main, "comments"))
    found = {one.get(f"{W}id") or "": one for one in remarks.iter(f"{W}comment")}
    return State(package, styles, lists, found)


def _body(main: str, state: State) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    body = child(state.package.xml(main), "body")
    found: list[Block] = []
    ends: list[tuple[int, Element]] = []
    for part in parts(() if body is None else body, Story(main, state)):
        if isinstance(part, SectionEnd):
            ends.append((len(found), part.properties))
        else:
            found.append(part)
    return tuple(found), tuple(_section(end, one, main, state) for end, one in ends)


def _section(end: int, properties: Element, main: str, state: State) -> Section:
    size = child(properties, "pgSz")
    width, height = (whole(None if size is None else size.get(f"{W}{name}")) for name in ("w", "h"))
    return Section(
        end,
        width,
        height,
        width > height,
        whole(value(properties, "cols", "num"), 1),
        value(properties, "type") or "nextPage",
        _stories(properties, main, state),
    )


def _stories(properties: Element, main: str, state: State) -> Mapping[str, tuple[Block, ...]]:
    """Heads and feet by “header/first” and the like."""
    found = {}
    for one in properties:
        name = kind(one).removesuffix("Reference")
        target = state.package.relations(main).get(one.get(f"{R}id") or "")
        if name in ("header", "footer") and target:
            story = Story(target.name, state)
            read = blocks(state.package.xml(target.name), story)
            found[f"{name}/{one.get(f'{W}type') or 'default'}"] = read
    return found


def _notes(note: str, main: str, state: State) -> Mapping[str, tuple[Block, ...]]:
    """The notes of a kind by id, the rules that separate them left out."""
    part = state.package.related(main, f"{note}s")
    return {
        one.get(f"{W}id") or "": blocks(one, Story(part, state))
        for one in state.package.xml(part).iter(f"{W}{note}")
        if one.get(f"{W}type") in _ORDINARY
    }


def _properties(package: Package) -> Mapping[str, str]:
    """Document properties by name: those of every file, such as `title`, and a file's own."""
    found: dict[str, str] = {}
    for one in package.xml("docProps/core.xml"):
        found[str(one.tag).rpartition("}")[2]] = (one.text or "").strip()
    for one in package.xml("docProps/custom.xml"):
        found[one.get("name") or ""] = _plain("".join(one.itertext()))
    return found


def _variables(settings: Element) -> Mapping[str, str]:
    variables = settings.iter(f"{W}docVar")
    return {one.get(f"{W}name") or "": _plain(one.get(f"{W}val") or "") for one in variables}


def _plain(text: str) -> str:
    """A value without the escapes of control characters."""
    return " ".join(_ESCAPED.sub(lambda one: chr(int(one[1], 16)), text).split())
