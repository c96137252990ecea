"""What is known while a file is read: its parts and styles, and what has been counted and found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.word.lists import Lists
from docgen.word.names import Element
from docgen.word.package import Package, Target
from docgen.word.styles import Styles
from docgen.word.values import Change, Comment, Fault, NoteKind


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False


@dataclass(slots=True)
class State:
    """The count and the finds of one reading; stories add to them in the order of the file."""

    package: Package
    styles: Styles
    lists: Lists
    comments: Mapping[str, Element] = field(default_factory=dict)
    place: int = 0
    notes: dict[NoteKind, int] = field(default_factory=lambda: {"footnote": 0, "endnote": 0})
    changes: list[Change] = field(default_factory=list)
    remarks: list[Comment] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, message: str) -> None:
        """Note what could not be read near the present paragraph."""
        found = Fault(self.place, message)
        if found not in self.faults:
            self.faults.append(found)

    def changed(self, kind: str, text: str, author: str) -> None:
        """Note what a tracked change took away; words that follow others of its kind join them."""
        last = self.changes[-1] if self.changes else None
        if last and (last.kind, last.author, last.place) == (kind, author, self.place):
            self.changes[-1] = Change(kind, last.text + text, author, self.place)
        elif text or kind not in ("deleted", "moved"):
            self.changes.append(Change(kind, text, author, self.place))


@dataclass(slots=True)
class Story:
    """One flow of text: the part it stands in, the fields that are open, and the state of all."""

    part: str
    state: State
    fields: list[Field] = field(default_factory=list)

    def target(self, id: str | None) -> Target | None:
        """Where the relation `id` of this part leads."""
        return self.state.package.relations(self.part).get(id or "")

    @property
    def hidden(self) -> bool:
        """Whether the present place is the instruction of a field."""
        return any(not one.shown for one in self.fields)

    @property
    def instruction(self) -> str:
        """The instruction of the innermost field whose result this is; empty outside of fields."""
        return next((one.instruction.strip() for one in reversed(self.fields) if one.shown), "")
