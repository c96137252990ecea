"""The codes of an old translation → those of its source: notes, references, bold, italics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen.aligning.signs import Sign
from docgen.localize import compare
from docgen.model import Document
from docgen.overlay import Overlay
from docgen.read.inline import parse_inline
from docgen.report import NOWHERE, Report
from docgen.typeset import NO_BREAK_SPACE, bind
from docgen.walk import walk

NOTE, REFERENCE = re.compile(r"\[\^([^\]]*)\]"), re.compile(r"\[\]\(#([^()\s]*)\)")
_CODES = re.compile(r"(\[\^[^\]]*\]|\[\]\(#[^()\s]*\)|\]\([^()\s]*\)|\*+|<[^<>\s]+>)")
_NOTE_UNIT = "fn-"
_STARS = re.compile(r"(?<!\\)\*+")
_BOLD = re.compile(r"\*\*(?:(?!\*\*).)*\*\*")


@dataclass(frozen=True, slots=True)
class Codes:
    """What the codes of the old text are called in the source, and how the source is cited.

    `notes` and `ids` are names there by names in the old text; `cited` is what a reference to an
    id prints in the language of the translation, `bonds` are the spaces that it never breaks at.
    """

    notes: Mapping[str, str]
    ids: Mapping[str, str]
    cited: Mapping[str, str]
    bonds: re.Pattern[str]

    @classmethod
    def of(
        cls,
        found: Iterable[tuple[Sign, Sign]],
        cited: Mapping[str, str],
        bonds: re.Pattern[str],
    ) -> Codes:
        """The names that pairs of texts say."""
        names = {there.unit.id: here.unit.id for here, there in found}
        notes = {_note(old): _note(new) for old, new in names.items() if old.startswith(_NOTE_UNIT)}
        ids = {old.partition(".")[0]: new.partition(".")[0] for old, new in names.items()}
        return cls(notes, ids, cited, bonds)

    def carried(self, source: str, old: str) -> tuple[str, tuple[str, ...]]:
        """The `old` text with the codes of `source`, and what is amiss with them still."""
        text = _renamed(old, NOTE, self.notes, NOTE.findall(source), "[^{}]")
        text = _renamed(text, REFERENCE, self.ids, REFERENCE.findall(source), "[](#{})")
        for target in _lacking(source, text):
            text = self._referred(text, target)
        text = _spaced(_emphasised(source, text), self.bonds)
        return text, tuple(_faults(source, text))

    def _referred(self, text: str, target: str) -> str:
        """`text` with a reference for the number that it has typed, where that stands once."""
        cited = self.cited.get(target, "")
        places = list(re.finditer(_typed(cited), text)) if cited else []
        if len(places) != 1:
            return text
        start, end = places[0].span()
        return f"{text[:start]}[](#{target}){text[end:]}"


def _typed(cited: str) -> str:
    """The number as it stands by itself: what is in a code, or a longer number, is none."""
    return rf"(?<![A-Za-z0-9.,/\[#^(-]){re.escape(cited)}(?![A-Za-z0-9,/-]|\.\d)"


def _note(id: str) -> str:
    return id.removeprefix(_NOTE_UNIT)


def citations(printed: Document) -> dict[str, str]:
    """What references print, by the id they lead to, in a finished document."""
    numbered = (
        (node.id, node.number)
        for node in walk(printed)
        if getattr(node, "id", "") and getattr(node, "number", None)
    )
    return {id: "".join(step.text for step in number.citation) for id, number in numbered}


def _renamed(
    text: str, code: re.Pattern[str], names: Mapping[str, str], wanted: list[str], form: str
) -> str:
    """Codes by the names of the source; what has none goes by its order, where as many are left."""
    found = code.findall(text)
    known = {old: names[old] for old in found if names.get(old) in wanted}
    strange = [old for old in dict.fromkeys(found) if old not in known]
    left = [name for name in dict.fromkeys(wanted) if name not in known.values()]
    if len(strange) == len(left):
        known |= dict(zip(strange, left, strict=True))
    return code.sub(lambda one: form.format(known[one[1]]) if one[1] in known else "", text)


def _lacking(source: str, text: str) -> Iterator[str]:
    there = REFERENCE.findall(text)
    return (target for target in REFERENCE.findall(source) if target not in there)


def _emphasised(source: str, text: str) -> str:
    """Bold and italics as far as the source has them: all of a text, or none."""
    if not _STARS.search(source):
        return _STARS.sub("", text)
    whole = _BOLD.fullmatch(source) and not _STARS.search(text)
    return f"**{text}**" if whole else text


def _spaced(text: str, bonds: re.Pattern[str]) -> str:
    """`text` with plain spaces for those that typesetting binds in any case."""
    return "".join(_plain_spaces(piece, bonds) for piece in _CODES.split(text))


def _plain_spaces(piece: str, bonds: re.Pattern[str]) -> str:
    plain = piece.replace(NO_BREAK_SPACE, " ")
    bound = zip(piece, bind(plain, bonds), strict=True)
    return "".join(" " if own == made == NO_BREAK_SPACE else own for own, made in bound)


def _faults(source: str, text: str) -> Iterator[str]:
    """What a translation with other codes than its source is told of, without its beginning."""
    report = Report()
    here = parse_inline(source, NOWHERE, Report(), id="text")
    compare(here, parse_inline(text, NOWHERE, report, id="text"), Overlay(), report)
    for found in report:
        yield found.message.removeprefix("the translation of text ")
