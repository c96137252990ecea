"""Two finished files of one format → in what they differ: parts, pages, the first other words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

_SHOWN = 60


def differences(given: bytes, made: bytes, kind: str) -> list[str]:
    """One line for each part or page of `given` that is not as in `made`, a file as it should be.

    A file that cannot be read as its name promises is one difference.
    """
    if given == made:
        return []
    try:
        found = list(_KINDS.get(kind, _texts)(given, made))
    except Exception as error:
        return [f"it cannot be read as {kind}: {error}"]
    return found or ["the same content, put into the file in another way"]


# ---- DOCX --------------------------------------------------------------------------------------


def _packages(given: bytes, made: bytes) -> Iterator[str]:
    """The parts of two packages, and the first words that differ in each."""
    ours, theirs = _parts(made), _parts(given)
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            yield f"part {name}: missing"
        elif name not in ours:
            yield f"part {name}: too much"
        elif ours[name] != theirs[name]:
            yield f"part {name}{_first(_lines(theirs[name]), _lines(ours[name]))}"


def _parts(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _lines(part: bytes) -> list[str]:
    """The text of a part of XML, a paragraph a line; nothing of what is no XML."""
    from lxml import etree

    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return []
    paragraphs = root.iter("{*}p")
    return ["".join(map(str, paragraph.itertext("{*}t"))) for paragraph in paragraphs]


# ---- PDF ---------------------------------------------------------------------------------------


def _pages(given: bytes, made: bytes) -> Iterator[str]:
    """The pages of two files, then what belongs to no page."""
    import pikepdf

    with pikepdf.open(io.BytesIO(given)) as theirs, pikepdf.open(io.BytesIO(made)) as ours:
        if len(theirs.pages) != len(ours.pages):
            yield f"{len(theirs.pages)} pages instead of {len(ours.pages)}"
        pages = zip(theirs.pages, ours.pages, strict=False)
        for number, (their, our) in enumerate(pages, 1):
            if _drawn(their) != _drawn(our):
                yield f"page {number}: drawn otherwise"
            elif _around(their) != _around(our):
                yield f"page {number}: other links, boxes or pictures"
        yield from _about(theirs, ours)


def _drawn(page: Any) -> bytes:
    """What a page draws."""
    streams = page.obj.get("/Contents", [])
    parts = streams if isinstance(streams, _array()) else [streams]
    return b"\n".join(part.read_bytes() for part in parts)


def _array() -> type[Any]:
    import pikepdf

    return pikepdf.Array


def _around(page: Any) -> str:
    """What is said of a page beside its drawing; fonts and parents are objects of the file."""
    return repr(
        [
            (key, bytes(value.unparse(resolved=True)))
            for key, value in sorted(page.obj.items())
            if key not in ("/Contents", "/Parent", "/Annots", "/Resources", "/StructParents")
        ]
    )


def _about(theirs: Any, ours: Any) -> Iterator[str]:
    """Properties and files that are attached."""
    for key in sorted({*theirs.docinfo.keys(), *ours.docinfo.keys()}):
        if str(theirs.docinfo.get(key, "")) != str(ours.docinfo.get(key, "")):
            said = str(theirs.docinfo.get(key, "nothing"))
            yield f"property {key.lstrip('/')}: {said}, not {ours.docinfo.get(key, 'there')}"
    for name in sorted({*theirs.attachments, *ours.attachments}):
        if _held(theirs, name) != _held(ours, name):
            yield f"attached file {name}: missing, too much or other"


def _held(pdf: Any, name: str) -> bytes | None:
    return pdf.attachments[name].get_file().read_bytes() if name in pdf.attachments else None


# ---- text --------------------------------------------------------------------------------------


def _texts(given: bytes, made: bytes) -> Iterator[str]:
    """The first line that differs."""
    theirs, ours = given.decode().splitlines(), made.decode().splitlines()
    pairs = enumerate(zip_longest(theirs, ours, fillvalue=""), 1)
    number, (their, our) = next(pair for pair in pairs if pair[1][0] != pair[1][1])
    yield f"line {number}{_said(their, our)}"


def _first(theirs: list[str], ours: list[str]) -> str:
    """The first paragraph that differs; empty when the words are the same."""
    pairs = enumerate(zip_longest(theirs, ours, fillvalue=""), 1)
    for number, (their, our) in pairs:
        if their != our:
            return f", paragraph {number}{_said(their, our)}"
    return ": the same words, set otherwise"


def _said(their: str, our: str) -> str:
    """The words from shortly before the place where they part."""
    pairs = enumerate(zip(their, our, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(their), len(our)))
    start = max(0, same - _SHOWN // 3)
    cut = (text[start : start + _SHOWN] or "nothing" for text in (their, our))
    return ": “{}” instead of “{}”".format(*cut)


_KINDS: Mapping[str, Callable[[bytes, bytes], Iterator[str]]] = {
    "docx": _packages,
    "pdf": _pages,
}
