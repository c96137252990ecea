"""Notes: each is there once, is referred to once, and stands where a note may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.lint.parts import Parts, attribute, each, local

KINDS = (("footnote", "footnotes"), ("endnote", "endnotes"))


def _references(parts: Parts) -> Iterator[str]:
    for kind, name in KINDS:
        notes = Counter(
            attribute(one, "id")
            for one in each(parts.part(name), kind)
            if attribute(one, "type") in ("", "normal")
        )
        used = Counter(
            attribute(one, "id") for one in each(parts.part("document"), f"{kind}Reference")
        )
        yield from (f"{kind} {one} is there {n} times" for one, n in notes.items() if n > 1)
        yield from (f"{kind} {one} is never referred to" for one in notes if one not in used)
        yield from (f"{kind} {one} is missing" for one in used if one not in notes)
        yield from (f"{kind} {one} is referred to {n} times" for one, n in used.items() if n > 1)


def _places(parts: Parts) -> Iterator[str]:
    """No note is marked in a note, a header, a footer or a comment (17.11.14)."""
    for name, root in parts.stories().items():
        if name != "word/document.xml":
            for reference in each(root, *(f"{kind}Reference" for kind, _ in KINDS)):
                yield f"{name}: {local(reference)} {attribute(reference, 'id')} stands there"


def _separators(parts: Parts) -> Iterator[str]:
    """The separators that the settings name exist (17.11.9)."""
    for kind, name in KINDS:
        there = {attribute(one, "id") for one in each(parts.part(name), kind)}
        for one in each(parts.part("settings"), kind):
            if attribute(one, "id") not in there:
                yield f"the settings name {kind} {attribute(one, 'id')}, which is missing"


def _marks(parts: Parts) -> Iterator[str]:
    """A mark of one's own has its characters in the same run, after the reference."""
    for reference in each(parts.part("document"), "footnoteReference"):
        own = attribute(reference, "customMarkFollows") in ("1", "true", "on")
        if own and not any(local(one) == "t" for one in reference.itersiblings()):
            yield f"footnote {attribute(reference, 'id')} has a mark of its own without characters"


CHECKS = (_references, _places, _separators, _marks)
