"""Headings: what assistive technology and the navigation pane of Word go by."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.lint.parts import Parts, W, attribute, each, value

TEXT = 9
"""The outline level of text that is no heading (17.3.1.20)."""


def _levels(parts: Parts) -> Iterator[str]:
    """No heading is more than one level below the one before it."""
    last = -1
    for level in _outline(parts):
        if level > last + 1:
            yield f"a heading of level {level + 1} follows one of level {last + 1}"
        last = level


def _outline(parts: Parts) -> Iterator[int]:
    styles = {
        attribute(one, "styleId"): value(one, "pPr/outlineLvl")
        for one in each(parts.part("styles"), "style")
    }
    for paragraph in each(parts.part("document"), "p"):
        own = value(paragraph, "pPr/outlineLvl")
        level = own or styles.get(value(paragraph, "pPr/pStyle") or "") or ""
        if level.isdecimal() and int(level) < TEXT:
            yield int(level)


def _title(parts: Parts) -> Iterator[str]:
    """The file says what it is called and in which language it is written."""
    core = parts.roots.get("docProps/core.xml", ())
    words = {one.tag.rpartition("}")[2]: (one.text or "").strip() for one in core}
    for name in ("title", "language"):
        if not words.get(name):
            yield f"the properties of the document have no {name}"
    defaults = parts.part("styles").find(f"{W}docDefaults")
    if defaults is None or not any(attribute(one) for one in each(defaults, "lang")):
        yield "the styles name no language"


CHECKS = (_levels, _title)
