"""A glossary ↔ TBX, dialect TBX-Basic: version 3 (ISO 30042:2019), or 2 (2008) for other readers.

The preferred term of a language is marked so, others as admitted, and wording that is not to be
used as deprecated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.check.translation.glossary import REMARKS, Concept
from docgen.interchange.xml import LANG, Element, add, characters, local, parse, printed, root_of
from docgen.report import DocgenError, Origin

_CONCEPTS = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_NOTES = ("termNote",)
_STATUS = "administrativeStatus"
_PREFERRED, _ADMITTED, _DEPRECATED = (
    f"{kind}Term-admn-sts" for kind in ("preferred", "admitted", "deprecated")
)
_REFUSED = ("deprecated", "superseded", "forbidden", "prohibited")


# ---- writing --------------------------------------------------------------------------------


class _Form(NamedTuple):
    """What the elements of a version are called, and what its root says of it."""

    space: str | None
    root: str
    header: str
    concept: str
    section: str
    term: str
    style: str | None


_FORMS = {
    3: _Form(
        *("urn:iso:std:iso:30042:ed-2", "tbx", "tbxHeader"),
        *("conceptEntry", "langSec", "termSec", "dca"),
    ),
    2: _Form(None, "martif", "martifHeader", "termEntry", "langSet", "tig", None),
}


def dump(concepts: Sequence[Concept], version: int = 3) -> bytes:
    """The concepts of a glossary as TBX of a version, 3 or 2."""
    form = _FORMS[version]
    root = root_of(form.space, form.root)
    for name, value in (("type", "TBX-Basic"), ("style", form.style), (LANG, _main(concepts))):
        if value:
            root.set(name, value)
    source = add(add(add(root, form.header), "fileDesc"), "sourceDesc")
    add(source, "p", "Glossary of a docgen project")
    body = add(add(root, "text"), "body")
    for number, concept in enumerate(concepts, 1):
        _concept(add(body, form.concept, attributes={"id": f"c{number}"}), concept, form)
    return printed(root)


def _main(concepts: Sequence[Concept]) -> str:
    return next((tag for concept in concepts for tag in concept.terms if tag != REMARKS), "und")


def _concept(entry: Element, concept: Concept, form: _Form) -> None:
    if remarks := " | ".join(concept.terms.get(REMARKS, ())):
        add(entry, "note", remarks)
    for tag in dict.fromkeys([*concept.terms, *concept.forbidden]):
        terms, refused = concept.terms.get(tag, ()), concept.forbidden.get(tag, ())
        if tag != REMARKS and (terms or refused):
            section = add(entry, form.section, attributes={LANG: tag})
            for place, term in enumerate(terms):
                _term(add(section, form.term), term, _ADMITTED if place else _PREFERRED)
            for term in refused:
                _term(add(section, form.term), term, _DEPRECATED)


def _term(made: Element, term: str, status: str) -> None:
    add(made, "term", term)
    add(made, "termNote", status, {"type": _STATUS})


# ---- reading --------------------------------------------------------------------------------


def load(data: bytes, name: str) -> list[Concept]:
    """The concepts of a TBX file; DocgenError when it is none."""
    root = parse(data, name)
    found = [one for one in root.iter() if _is(one, _CONCEPTS)]
    if local(root) not in ("tbx", "martif"):
        raise DocgenError("this is no TBX file", "Its root is tbx or martif.", Origin(name))
    return [_read(entry) for entry in found]


def _read(entry: Element) -> Concept:
    terms: dict[str, list[str]] = {}
    refused: dict[str, list[str]] = {}
    for section in entry:
        if _is(section, _SECTIONS):
            tag = section.get(LANG) or section.get("lang") or ""
            for term, status in sorted(_terms(section), key=lambda one: one[1] != _PREFERRED):
                held = refused if status.startswith(_REFUSED) else terms
                held.setdefault(tag, []).append(term)
    remarks = [characters(one).strip() for one in entry if _is(one, ("note", "descrip"))]
    if remarks:
        terms[REMARKS] = remarks
    return Concept(terms, refused)


def _terms(section: Element) -> Iterator[tuple[str, str]]:
    """Each term of a language with its status, empty where nothing is said."""
    for one in section.iter():
        if _is(one, ("term",)) and (words := " ".join(characters(one).split())):
            parent = one.getparent()
            said = [] if parent is None else [note for note in parent.iter() if _is(note, _NOTES)]
            status = (characters(note).strip() for note in said if note.get("type") == _STATUS)
            yield words, next(status, "")


def _is(element: Element, names: Sequence[str]) -> bool:
    return isinstance(element.tag, str) and local(element) in names
