"""The units of a Word file → drafts: each paragraph and table by its style, number and wording."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from docgen import word
from docgen.bundle import Bundle
from docgen.importing import captions, roles, wording
from docgen.importing import frames as tables
from docgen.importing.counts import Counts
from docgen.importing.drafts import Annex, Block, Caption, Draft, Form, Heading, Item, Text
from docgen.importing.labels import Labels, Typed, is_bullet
from docgen.importing.lists import TAB, Lists
from docgen.importing.notices import Notices
from docgen.importing.sorter import Sorter
from docgen.importing.spans import (
    Span,
    Spans,
    cut,
    is_all,
    joined,
    raw,
    starless,
    trimmed,
    unlike,
    with_space,
)
from docgen.importing.units import Unit, words_of
from docgen.model import FacetForm
from docgen.word import Paragraph, Picture, Plot, Table

_LONGEST_HEADING = 400
_STARS = re.compile(r"\s*(?P<stars>\*{1,4})[\s\u00a0]+(?=\S)")
_ENTRY = re.compile(r"[\t .…]+(?:\d{1,4}|[ivxlc]{1,6})\s*$")
_TEXT_LEFT, _QUOTED = 1267, 400


@dataclass(slots=True)
class Sorting:
    """Sorts units into `draft`; `framed` where the text of a frame is sorted."""

    bundle: Bundle
    labels: Labels
    notices: Notices
    draft: Draft
    facets: tuple[FacetForm, ...] = ()
    framed: bool = False
    counts: Counts = field(default_factory=Counts)
    lists: Lists = field(default_factory=Lists)
    frames: dict[str, int] = field(default_factory=dict)
    stars: dict[tuple[int, str], Spans] = field(default_factory=dict)
    listing: bool = False

    def sort(self, units: Sequence[Unit]) -> None:
        """Sort all units, in their order."""
        index = 0
        while index < len(units):
            index += self._take(units, index)

    @property
    def blocks(self) -> list[Block]:
        """Where the next block goes: the last annex, or the report."""
        annexes = self.draft.annexes
        return annexes[-1].blocks if annexes else self.draft.blocks

    def inner(self, draft: Draft) -> Sorter:
        """A sorter of the text of a frame, into a draft of its own."""
        return replace(self, draft=draft, framed=True, lists=Lists())

    def table(self, units: Sequence[Unit], index: int, caption: Caption) -> int:
        """Take the table at `index` under its caption → how many units these are."""
        return tables.take(self, units, index, caption)

    def add(self, block: Block) -> None:
        """Put a block after those that are there."""
        self.blocks.append(block)

    # -- one unit --

    def _take(self, units: Sequence[Unit], index: int) -> int:
        """Sort the unit at `index` and what belongs to it → how many units these are."""
        unit = units[index]
        if self._is_contents(unit):
            return 1
        if count := captions.take(self, units, index):
            return count
        if isinstance(unit.block, Table):
            return tables.take(self, units, index)
        if count := self._annex(units, index):
            return count
        self._paragraph(unit, unit.block)
        return 1

    def _paragraph(self, unit: Unit, block: Paragraph) -> None:
        for piece in block.pieces:
            if isinstance(piece, Picture | Plot):
                captions.figure(self, piece, unit)
        if not unit.words or self._is_starred(unit, block):
            return
        level = 0 if self.framed else roles.heading(block)
        typed = self.typed(unit, block)
        if level and len(unit.text) <= _LONGEST_HEADING:
            self._heading(unit, level, typed)
        elif not (typed and self._numbered(unit, block, typed)):
            self.text(unit, self._form(block))

    def typed(self, unit: Unit, block: Paragraph) -> Typed | None:
        """The number of a paragraph: that of its list, or one that is typed."""
        if block.label:
            of = self.labels.read(block.label)
            return Typed("•" if block.bullet else block.label, unit.words, of, tabbed=True)
        return self.labels.typed(unit.words)

    # -- contents, asterisks --

    def _is_contents(self, unit: Unit) -> bool:
        """Take a list of contents, which is made anew."""
        block = unit.block
        if isinstance(block, Paragraph):
            title = wording.match(self.bundle, "Contents", unit.text) is not None
            if title and not self.framed:
                self.listing = True
                self.draft.facts.values["contents"] = True
                self.notices.drop(unit.place, unit.text)
                return True
            entry = roles.other(block) == "contents" or _is_entry(unit, block, self)
        else:
            entry = True
        if (self.listing and entry) or (
            isinstance(block, Paragraph) and roles.other(block) == "contents"
        ):
            self.draft.facts.values["contents"] = True
            self.notices.drop(unit.place, words_of([block]))
            return True
        self.listing = False
        return False

    def _is_starred(self, unit: Unit, block: Paragraph) -> bool:
        """Take the note of a line of the first page: framed, or small, after asterisks."""
        found = _STARS.match(raw(unit.words))
        small = block.layout.framed or roles.other(block) == "note"
        key = len(self.draft.annexes), found["stars"] if found else ""
        if not found or not small or key in self.stars:
            return False
        self.stars[key] = trimmed(cut(unit.words, found.end()))
        return True

    # -- annexes --

    def _annex(self, units: Sequence[Unit], index: int) -> int:
        """Begin an annex at its label, if a title follows it."""
        unit = units[index]
        label = unit.text.rstrip("* ")
        of = self.labels.read(label) if not self.framed and len(unit.text) < 40 else {}
        number = of.get("annex.single") or of.get("annex")
        if number != len(self.draft.annexes) + 1:
            return 0
        titles = self._titles(units[index + 1 : index + 5])
        if not titles:
            return 0
        annex = Annex(label, place=unit.place, stars=unit.text.removeprefix(label).strip())
        for one in titles:
            found = wording.match(self.bundle, "[Original: {languages}]", one.text)
            if found:
                annex.original = wording.languages(self.bundle, found["languages"])
            else:
                annex.title = with_space([annex.title, unlike(one.words, "bold")])
        annex.title, stars = starless(annex.title)
        annex.stars = annex.stars or stars
        self.draft.annexes.append(annex)
        self.counts = Counts()
        self.lists.close()
        return 1 + len(titles)

    def _titles(self, units: Sequence[Unit]) -> list[Unit]:
        """The lines of the head of an annex; of several paragraphs only such as stand together."""
        found: list[Unit] = []
        for unit in takewhile(self._is_title, units):
            last = found[-1] if found else None
            original = wording.match(self.bundle, "[Original: {languages}]", unit.text) is not None
            before = last is None or last.text.startswith(("[", "［"))
            together = last and unit.place == last.place + 1 and _style(unit) == _style(last)
            if not (original or before or together):
                break
            found.append(unit)
        return found

    def _is_title(self, unit: Unit) -> bool:
        """Whether a line under the label of an annex belongs to its head."""
        block = unit.block
        if not isinstance(block, Paragraph) or not unit.text or len(unit.text) > _LONGEST_HEADING:
            return False
        if wording.match(self.bundle, "[Original: {languages}]", unit.text):
            return True
        looks = roles.heading(block) or roles.other(block) == "heading"
        bold = is_all(unit.words, "bold")
        return bool(looks or bold) and not self.typed(unit, block)

    # -- headings --

    def _heading(self, unit: Unit, level: int, typed: Typed | None) -> None:
        self.lists.close()
        rank = _rank(level, typed)
        if typed and rank and rank <= self.counts.depth + 1:
            start = self.counts.section(rank, typed.of[f"section.{rank}"])
            words = _unmarked(trimmed(typed.rest))
            self.add(Heading(words, rank, typed.label, start, unit.place))
            return
        if typed:
            self.notices.tell(
                unit.place, f"the number “{typed.label}” of a heading is kept as typed text"
            )
        label = f"{typed.label} " if typed and unit.block.label else ""  # type: ignore[union-attr]
        words = joined((Span(label), *_unmarked(unit.words)))
        self.counts.unnumbered(level)
        self.add(Heading(words, level, place=unit.place))

    # -- numbers --

    def _numbered(self, unit: Unit, block: Paragraph, typed: Typed) -> bool:
        """Take a paragraph or an item whose number can be counted; false where it cannot."""
        left = _left(unit, block)
        rest = trimmed(typed.rest)
        if is_bullet(typed.label) or block.bullet:
            level = self.lists.dash(left)
            self.add(Item(rest, level, False, typed.label, 0, unit.place))
            return True
        if "paragraph" in typed.of and not self.framed and self._counts(typed, left):
            start = self.counts.paragraph(typed.of["paragraph"])
            self.lists.close()
            self.add(Text(rest, "numbered", typed.label, start, unit.place))
            return True
        found = self.lists.item(typed.of, left)
        if found:
            self.add(Item(rest, found[0], True, typed.label, found[1], unit.place))
            return True
        return self._as_typed(unit, block, typed)

    def _counts(self, typed: Typed, left: int) -> bool:
        """Whether a number is that of a paragraph and not of an item within one."""
        value = typed.of["paragraph"]
        if value == self.counts.paragraphs + 1:
            return True
        inner = left > _TEXT_LEFT + TAB // 2 and value <= self.counts.paragraphs
        return typed.tabbed and not inner

    def _as_typed(self, unit: Unit, block: Paragraph, typed: Typed) -> bool:
        """Keep a number that cannot be counted as text before its words."""
        if not (typed.tabbed or block.label):
            return False
        self.notices.tell(
            unit.place,
            f"the number “{typed.label}” cannot be counted here and is kept as typed text",
        )
        words = joined((Span(f"{typed.label} "), *trimmed(typed.rest)))
        form: Form = "unnumbered" if self.framed else self._form(block)
        self.add(Text(words, form, "", 0, unit.place))
        return True

    # -- other text --

    def text(self, unit: Unit, form: Form) -> None:
        """Add a paragraph without number."""
        self.lists.close()
        self.add(Text(unit.words, form, place=unit.place))

    def _form(self, block: Paragraph) -> Form:
        base = _TEXT_LEFT if block.layout.right >= _TEXT_LEFT - TAB // 2 else 0
        set_in = (block.layout.left - base, block.layout.right - base)
        if roles.other(block) == "quotation" or min(set_in) >= _QUOTED:
            return "quotation"
        last = self.blocks[-1] if self.blocks else None
        follows = isinstance(last, Item) or (isinstance(last, Text) and last.form != "unnumbered")
        return "continued" if follows and not self.framed else "unnumbered"


def _style(unit: Unit) -> str:
    return unit.block.style if isinstance(unit.block, Paragraph) else ""


def _is_entry(unit: Unit, block: Paragraph, sorter: Sorting) -> bool:
    """Whether a line of the contents ends in the number of a page, or says “Page”."""
    text = raw(unit.words)
    page = wording.match(sorter.bundle, "Page", unit.text) is not None
    instructions = (one.field for one in block.pieces if isinstance(one, word.Run))
    listed = any(one.startswith(("TOC", "PAGEREF")) for one in instructions)
    return page or listed or ("\t" in text and bool(_ENTRY.search(text)))


def _rank(level: int, typed: Typed | None) -> int:
    """The level whose numbers a heading has; 0 for none."""
    of: Mapping[str, int] = typed.of if typed else {}
    ranks = [int(key.removeprefix("section.")) for key in of if key.startswith("section.")]
    if level in ranks:
        return level
    return next((rank for rank in ranks if rank > level), 0) or (max(ranks) if ranks else 0)


def _unmarked(found: Spans) -> Spans:
    """The words of a heading, which are not bold or italic for being one."""
    looks = [look for look in ("bold", "italic") if is_all(found, look)]
    return unlike(found, "bold", *looks)


def _left(unit: Unit, block: Paragraph) -> int:
    """Where the number of a paragraph stands, about, in twips."""
    text = "".join(piece.text for piece in block.pieces if isinstance(piece, word.Run))
    tabs = len(text) - len(text.lstrip("\t"))
    return block.layout.left + min(block.layout.first, 0) + max(block.layout.first, 0) + TAB * tabs
