"""Bookmarks, the fields and links that lead to them, and fields as such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docgen.check.lint.parts import Element, Parts, attribute, each

LONGEST_NAME = 40
_NAME = re.compile(r"[^\W\d]\w*")
_REFERENCE = re.compile(r"\s*(REF|PAGEREF|NOTEREF)\s+(\S+)")
_DEPTH = {"begin": 1, "end": -1}
_KNOWN = """
    REF PAGEREF NOTEREF PAGE NUMPAGES SECTIONPAGES TOC TC SEQ STYLEREF DOCPROPERTY TITLE
"""
_FIELDS = frozenset(_KNOWN.split())
"""The fields of a report; others can fetch files or run programs (DDE, INCLUDETEXT, LINK)."""


def _names(parts: Parts) -> set[str]:
    return {attribute(one, "name") for one in parts.everywhere("bookmarkStart")}


def _bookmarks(parts: Parts) -> Iterator[str]:
    starts = list(parts.everywhere("bookmarkStart"))
    for key, word in (("name", "bookmarks are called"), ("id", "bookmarks have the id")):
        for found, times in Counter(attribute(one, key) for one in starts).items():
            if times > 1:
                yield f"{times} {word} {found}"
    for name in (attribute(one, "name") for one in starts):
        if len(name) > LONGEST_NAME:
            yield f"the bookmark {name} has more than {LONGEST_NAME} characters"
        if not _NAME.fullmatch(name):
            yield f"“{name}” is no name of a bookmark"


def _pairs(parts: Parts) -> Iterator[str]:
    """Each bookmark begins, then ends, once and in the same part."""
    for name, root in parts.stories().items():
        open_ids: set[str] = set()
        for one in each(root, "bookmarkStart", "bookmarkEnd"):
            identity = attribute(one, "id")
            if one.tag.endswith("Start"):
                open_ids.add(identity)
            elif identity in open_ids:
                open_ids.remove(identity)
            else:
                yield f"{name}: the bookmark {identity} ends without having begun"
        yield from (f"{name}: the bookmark {one} does not end" for one in sorted(open_ids))


def _balance(parts: Parts) -> Iterator[str]:
    """Each field begins, separates and ends in one story; a note is a story by itself."""
    for name, root in parts.stories().items():
        stories = [root] if not name.endswith("notes.xml") else list(root)
        for story in stories:
            if fault := _unbalanced(story):
                yield f"{name}: {fault}"


def _unbalanced(story: Element) -> str:
    depth = 0
    for one in each(story, "fldChar"):
        depth += _DEPTH.get(attribute(one, "fldCharType"), 0)
        if depth < 0:
            return "a field ends without having begun"
        if not depth and attribute(one, "fldCharType") == "separate":
            return "a field has a result without having begun"
    return "a field does not end" if depth else ""


def _targets(parts: Parts) -> Iterator[str]:
    names = _names(parts)
    for one in parts.everywhere("instrText"):
        found = _REFERENCE.match(one.text or "")
        if found and found[2] not in names:
            yield f"the field {found[1]} leads to {found[2]}, which is no bookmark"
    for one in parts.everywhere("hyperlink"):
        anchor = attribute(one, "anchor")
        if anchor and anchor not in names:
            yield f"a link leads to {anchor}, which is no bookmark"


def _instructions(parts: Parts) -> Iterator[str]:
    """Every field is one of those that a report has; text cannot become another."""
    for one in parts.everywhere("instrText"):
        name = (one.text or "").strip().partition(" ")[0]
        if _is_first(one) and name.upper() not in _FIELDS:
            yield f"the field {name} is none that a report has"


def _is_first(instruction: Element) -> bool:
    """Whether the field begins just before this instruction."""
    before = instruction.getparent().getprevious()
    return before is not None and any(
        attribute(one, "fldCharType") == "begin" for one in each(before, "fldChar")
    )


CHECKS = (_bookmarks, _pairs, _balance, _targets, _instructions)
