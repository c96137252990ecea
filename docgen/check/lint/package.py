"""The package around the parts: members, content types, relationships (ECMA-376 part 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.lint.parts import Parts, R

TYPES = "[Content_Types].xml"
_KINDS = {
    "word/document.xml": "document.main",
    "word/styles.xml": "styles",
    "word/settings.xml": "settings",
    "word/numbering.xml": "numbering",
    "word/footnotes.xml": "footnotes",
    "word/endnotes.xml": "endnotes",
    "word/comments.xml": "comments",
    "word/fontTable.xml": "fontTable",
}
_KINDS_BY_START = {"word/header": "header", "word/footer": "footer"}
_FORBIDDEN = ("vbaProject", "activeX", "oleObject", "attachedTemplate", "frame", "subDocument")


def _members(parts: Parts) -> Iterator[str]:
    for name, times in Counter(name.lower() for name in parts.members).items():
        if times > 1:
            yield f"the package has {times} members called {name}"
    for name in (TYPES, "_rels/.rels", "word/document.xml", "word/styles.xml"):
        if name not in parts.members:
            yield f"the package has no {name}"


def _content_types(parts: Parts) -> Iterator[str]:
    if TYPES not in parts.roots:
        return
    root = parts.roots[TYPES]
    by_end = {one.get("Extension", "").lower(): one.get("ContentType") for one in root}
    by_name = {one.get("PartName"): one.get("ContentType") for one in root}
    for name in parts.members:
        kind = by_name.get(f"/{name}") or by_end.get(name.rpartition(".")[2].lower())
        if name != TYPES and not kind:
            yield f"{name} has no content type"
        elif (wanted := _kind(name)) and f".{wanted}+xml" not in str(kind):
            yield f"{name} has the content type {kind}"
    for name in by_name:
        if name and name.lstrip("/") not in parts.members:
            yield f"there is a content type for {name}, which is missing"


def _kind(name: str) -> str:
    """The last word of the content type that the part `name` must have; empty if any will do."""
    starts = (kind for start, kind in _KINDS_BY_START.items() if name.startswith(start))
    return _KINDS.get(name) or next(starts, "")


def _relationships(parts: Parts) -> Iterator[str]:
    for part in ("", *parts.members):
        related = parts.relationships(part)
        for identity, times in Counter(one.id for one in related).items():
            if times > 1:
                yield f"{part} has {times} relationships with the id {identity}"
        for one in related:
            if not one.external and one.target not in parts.members:
                yield f"{part or 'the package'} refers to {one.target}, which is missing"
            if one.kind.endswith(_FORBIDDEN):
                yield f"{part} refers to {one.target} as {one.kind.rpartition('/')[2]}"


def _references(parts: Parts) -> Iterator[str]:
    """Every `r:` attribute in a part names a relationship of that same part."""
    for name, root in parts.roots.items():
        known = {one.id for one in parts.relationships(name)}
        for element in root.iter():
            for key, identity in element.attrib.items():
                if str(key).startswith(R) and identity not in known:
                    yield f"{name}: the relationship {identity} does not exist"


def _orphans(parts: Parts) -> Iterator[str]:
    """Every part is reached from the package by relationships."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        part = waiting.pop()
        found = {one.target for one in parts.relationships(part) if not one.external}
        waiting += found - reached
        reached |= found
    for name in parts.members:
        if name != TYPES and not name.endswith(".rels") and name not in reached:
            yield f"nothing refers to {name}"


CHECKS = (_members, _content_types, _relationships, _references, _orphans)
