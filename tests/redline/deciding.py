"""All tracked changes of a Word file accepted or rejected, as the standard says what they mean.

Written for the tests from ECMA-376 part 1, 17.13.5, without anything of the engine.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any

from lxml import etree

Element = Any
_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_NAME}}}"
_COME = (f"{W}ins", f"{W}moveTo")
_GONE = (f"{W}del", f"{W}moveFrom")
_RANGES = tuple(
    f"{W}{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")
)
_PLAIN = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_CHANGES = tuple(f"{W}{kind}PrChange" for kind in ("p", "r", "sect", "tbl", "tr", "tc"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parts(data: bytes) -> dict[str, Element]:
    """The parts of a file that hold text, by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [
            name
            for name in archive.namelist()
            if name.startswith(("word/document", "word/footnotes", "word/header", "word/footer"))
            and name.endswith(".xml")
        ]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def with_parts(data: bytes, changed: dict[str, Element]) -> bytes:
    """The file with other parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(stream, "w") as made,
    ):
        for name in archive.namelist():
            part = changed.get(name)
            made.writestr(name, archive.read(name) if part is None else etree.tostring(part))
    return stream.getvalue()


def decided(data: bytes, *, accept: bool) -> dict[str, Element]:
    """The parts with all changes accepted, or all of them rejected.

    Notes that no mark has are taken out and the others counted anew.
    """
    found = {name: _decided(root, accept) for name, root in parts(data).items()}
    marks = list(found["word/document.xml"].iter(f"{W}footnoteReference"))
    identities = {mark.get(f"{W}id") for mark in marks}
    notes = [one for one in found["word/footnotes.xml"] if one.get(f"{W}type") is None]
    for note in notes:
        if note.get(f"{W}id") not in identities:
            note.getparent().remove(note)
    kept = [note for note in notes if note.get(f"{W}id") in identities]
    for identity, pair in enumerate(zip(marks, kept, strict=True), 1):
        assert pair[0].get(f"{W}id") == pair[1].get(f"{W}id")
        for element in pair:
            element.set(f"{W}id", str(identity))
    return found


def _decided(root: Element, accept: bool) -> Element:
    root = deepcopy(root)
    stay, go = (_COME, _GONE) if accept else (_GONE, _COME)
    for row in [row for row in root.iter(f"{W}tr") if _has(row.find(f"{W}trPr"), go)]:
        row.getparent().remove(row)
    for table in [one for one in root.iter(f"{W}tbl") if one.find(f"{W}tr") is None]:
        table.getparent().remove(table)
    for paragraph in [one for one in root.iter(f"{W}p") if _has(_mark(one), go)]:
        assert not _left(paragraph, go), "a paragraph that goes holds words that stay"
        paragraph.getparent().remove(paragraph)
    _decide_properties(root, accept)
    _decide_runs(root, stay, go)
    for held in [*root.iter(f"{W}hyperlink"), *root.iter(f"{W}sdt")]:
        if held.find(f".//{W}r") is None:
            held.getparent().remove(held)
    return root


def _mark(paragraph: Element) -> Element | None:
    return paragraph.find(f"{W}pPr/{W}rPr")


def _has(properties: Element | None, kinds: tuple[str, ...]) -> bool:
    return properties is not None and any(child.tag in kinds for child in properties)


def _left(paragraph: Element, go: tuple[str, ...]) -> list[Element]:
    """Runs of a paragraph that do not go with it."""
    runs = paragraph.iter(f"{W}r")
    return [run for run in runs if not any(above.tag in go for above in run.iterancestors())]


def _decide_runs(root: Element, stay: tuple[str, ...], go: tuple[str, ...]) -> None:
    for gone in [*root.iter(*go, *_RANGES)]:
        gone.getparent().remove(gone)
    for kept in [*root.iter(*stay)]:
        parent = kept.getparent()
        at = parent.index(kept)
        parent[at : at + 1] = list(kept)
    for element in root.iter(*_PLAIN):
        element.tag = _PLAIN[element.tag]
    for properties in [*root.iter(f"{W}rPr", f"{W}trPr")]:
        if not len(properties):
            properties.getparent().remove(properties)


def _decide_properties(root: Element, accept: bool) -> None:
    for change in [*root.iter(*_CHANGES)]:
        properties = change.getparent()
        properties.remove(change)
        if not accept:
            stays = [
                child
                for child in properties
                if child.tag in (f"{W}headerReference", f"{W}footerReference", f"{W}sectPr")
            ]
            properties[:] = [*change[0], *stays]


# ---- comparing ---------------------------------------------------------------------------------


def plain(root: Element) -> str:
    """A part as text in which neighbouring runs of the same looks are one run.

    Properties of rows that say what is so anyway are left out.
    """
    root = deepcopy(root)
    for default in [one for one in root.iter(f"{W}cantSplit") if one.get(f"{W}val") == "off"]:
        properties = default.getparent()
        properties.getparent().remove(properties)
    for parent in root.iter(f"{W}p", f"{W}hyperlink"):
        _join(parent)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n", exclusive=True).decode().replace("><", ">\n<")


def _join(parent: Element) -> None:
    for one, other in pairwise(list(parent)):
        if _is_text(one) and _is_text(other) and _looks(one) == _looks(other):
            text = other.find(f"{W}t")
            text.text = (one.find(f"{W}t").text or "") + (text.text or "")
            parent.remove(one)
            if text.text != text.text.strip():
                text.set(_SPACE, "preserve")
            else:
                text.attrib.pop(_SPACE, None)


def _is_text(run: Element) -> bool:
    return run.tag == f"{W}r" and [c.tag for c in run if c.tag != f"{W}rPr"] == [f"{W}t"]


def _looks(run: Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)


def lines(root: Element) -> Iterator[str]:
    """The words of every paragraph that has any, with tabs, note marks and field results."""
    for paragraph in root.iter(f"{W}p"):
        text = "".join(_letters(paragraph))
        if text:
            yield text


def _letters(paragraph: Element) -> Iterator[str]:
    for found in paragraph.iter(f"{W}t", f"{W}tab", f"{W}footnoteReference"):
        if found.getparent().tag != f"{W}tabs":
            yield {f"{W}t": found.text or "", f"{W}tab": "\t"}.get(found.tag, "⟨note⟩")
