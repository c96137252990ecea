"""What happened within a paragraph → its runs with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from docgen.redline.atoms import Atom, atoms
from docgen.redline.carry import Carry
from docgen.redline.changes import Passage
from docgen.redline.fields import target
from docgen.redline.pen import GONE, Kind, Pen
from docgen.redline.xml import Element, canonical, child, inside, is_a, text, w


@dataclass(frozen=True, slots=True)
class Inline:
    """Sets the passages of paragraphs of one story.

    `pen` marks what a person changed, `counter` what the numbering changed by itself.
    """

    carry: Carry
    pen: Pen
    counter: Pen

    def passage(self, passage: Passage) -> Iterator[Element]:
        """The elements of a passage: as it stays, or first what goes, then what comes."""
        if passage.same:
            yield from self._same(passage)
        else:
            yield from self.marked(passage.old, "del")
            yield from self.marked(passage.new, "ins")

    # ---- what goes and what comes

    def marked(self, pieces: Sequence[Atom], kind: Kind, *, whole: bool = False) -> list[Element]:
        """Atoms of one state as inserted, deleted or moved.

        The bookmarks of what goes are left out unless the `whole` paragraph goes.
        """
        return list(self._marked(self.pen, pieces, kind, whole))

    def _marked(
        self, pen: Pen, pieces: Sequence[Atom], kind: Kind, whole: bool = False
    ) -> Iterator[Element]:
        gone = kind in GONE
        waiting: list[Element] = []
        for atom in _runs(pieces):
            lead = [] if gone and not whole else self._copies(atom.lead, gone)
            made = self._made(atom, gone)
            if lead or any(is_a(element, "hyperlink") for element in made):
                yield from _around(pen, kind, waiting)
                waiting = []
            yield from lead
            for element in made:
                if is_a(element, "hyperlink"):
                    yield _linked(pen, kind, element)
                else:
                    waiting.append(element)
        yield from _around(pen, kind, waiting)

    def _made(self, atom: Atom, gone: bool) -> list[Element]:
        if atom.run is not None:
            return [_run(atom)]
        return self.carry.atom(atom) if gone and atom.elements else _copied(atom.elements)

    def _copies(self, lead: Iterable[Element], gone: bool) -> list[Element]:
        return [self.carry.element(made) for made in lead] if gone else _copied(lead)

    # ---- what stays

    def _same(self, passage: Passage) -> Iterator[Element]:
        pairs = list(zip(passage.old, passage.new, strict=True))
        for _, group in groupby(pairs, _of_one_run):
            stretch = list(group)
            old, new = stretch[0]
            yield from _copied(new.lead)
            if new.run is None:
                yield from self._kept(old, new)
            else:
                joined = "".join(atom.text for _, atom in stretch)
                yield self._word(old, Atom(new.key, joined, new.run))

    def _word(self, old: Atom, new: Atom) -> Element:
        """Words that stay, perhaps in other looks."""
        made = _run(new)
        if _unshaded(old.run) != _unshaded(new.run):
            properties = child(made, "rPr")
            if properties is None:
                properties = w("rPr")
                made.insert(0, properties)
            assert old.run is not None
            self.pen.was("rPr", properties, child(old.run, "rPr"))
        return made

    def _kept(self, old: Atom, new: Atom) -> Iterator[Element]:
        if old.note is not None and new.note is not None:
            self.carry.notes.stay(old.note, new.note)
        if old.field and new.field:
            yield from self._field(old, new)
        elif any(is_a(element, "hyperlink") for element in new.elements):
            yield self._link(old, new)
        else:
            yield from _copied(new.elements)

    def _link(self, old: Atom, new: Atom) -> Element:
        """A link that stays; the results of fields in it may have been counted anew."""
        (before,), (after,) = old.elements, new.elements
        pieces = atoms(before, self.carry.known_old), atoms(after, self.carry.known_new)
        made = deepcopy(after)
        made[:] = list(self._same(Passage(True, *map(tuple, pieces))))
        return made

    def _field(self, old: Atom, new: Atom) -> Iterator[Element]:
        """A field that stays; a result that was counted anew is tracked as such."""
        assert old.field
        assert new.field
        if self._moved(old):
            yield from self._marked(self.counter, (old,), "del")
            yield from self._marked(self.counter, (new,), "ins")
        elif old.field.shown == new.field.shown:
            yield from _copied(new.elements)
        else:
            yield from _copied(new.field.opening)
            yield from _around(self.counter, "del", _copied(old.field.result))
            yield from _around(self.counter, "ins", _copied(new.field.result))
            yield from _copied([new.field.closing])

    def _moved(self, old: Atom) -> bool:
        """Whether a field leads to what went here and came elsewhere."""
        assert old.field
        names, aim = self.carry.names, target(old.field.instruction)
        return names.actual(aim) != names.logical(aim) if aim else False


def _of_one_run(pair: tuple[Atom, Atom]) -> object:
    """What words that are set in one run have in common."""
    old, new = pair
    return id(new) if new.run is None or new.lead else (id(new.run), old.looks)


def _unshaded(run: Element | None) -> str:
    """The looks of a run, without the shade that says it is still to be translated."""
    return "".join(canonical(part) for part in inside(run, "rPr") if not is_a(part, "shd"))


def _runs(pieces: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms, in which the words of one run are one."""
    for _, group in groupby(pieces, _place):
        first, *rest = group
        joined = "".join(atom.text for atom in (first, *rest))
        yield Atom(first.key, joined, first.run, first.elements, first.field, first.lead)


def _place(atom: Atom) -> int:
    return id(atom if atom.run is None else atom.run)


def _run(atom: Atom) -> Element:
    """The run of a word, with that word alone."""
    assert atom.run is not None
    properties = child(atom.run, "rPr")
    return w("r", None if properties is None else deepcopy(properties), text(atom.text))


def _linked(pen: Pen, kind: Kind, link: Element) -> Element:
    """A link whose words are marked."""
    link[:] = _around(pen, kind, list(link))
    return link


def _around(pen: Pen, kind: Kind, runs: Sequence[Element]) -> list[Element]:
    return [pen.around(kind, runs)] if runs else []


def _copied(elements: Iterable[Element]) -> list[Element]:
    return [deepcopy(element) for element in elements]
