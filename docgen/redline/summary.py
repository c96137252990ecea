"""What was changed where, as a list for people: kind, number of the paragraph, its first words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.redline.pen import Kind
from docgen.redline.xml import Element, letters, name

Done = Literal["changed", "inserted", "deleted", "moved"]
_DONE: Mapping[Kind, Done] = {"ins": "inserted", "del": "deleted", "moveTo": "moved"}
_PLACES = {name("sdt"): "contents", name("tbl"): "table"}
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph, row or table that a person changed.

    `label` is its number, or the first in it; `place` where it is, if special. A deleted one has
    the number and the words of the older state.
    """

    done: Done
    label: str
    place: str
    text: str


@dataclass(slots=True)
class Log:
    """Collects the changes of one story; `old` and `new` are the numbers of paragraphs."""

    old: Mapping[Element, str]
    new: Mapping[Element, str]
    place: str = ""
    found: list[Change] = field(default_factory=list)

    def changed(self, old: Element, new: Element) -> None:
        """Note a paragraph or a row whose words changed."""
        self._add("changed", new if letters([new]).strip() else old)

    def one_sided(self, block: Element, kind: Kind) -> None:
        """Note a paragraph, row or table that came, went, or was moved to here."""
        if kind in _DONE:
            self._add(_DONE[kind], block)

    def _add(self, done: Done, block: Element) -> None:
        lines = list(block.iter(name("p")))
        text = " ".join(" ".join(letters([line]) for line in lines).split())
        if text:
            labels = self.old if done == "deleted" else self.new
            label = next(filter(None, (labels.get(line) for line in lines)), "")
            cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
            self.found.append(Change(done, label, self._place(block), cut))

    def _place(self, block: Element) -> str:
        if self.place:
            return self.place
        above = {block.tag, *(ancestor.tag for ancestor in block.iterancestors())}
        return next((said for tag, said in _PLACES.items() if tag in above), "")
