"""Differences × what the file was made from → whose they are, and which can be taken over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.fingerprint import LIVE, even, fingerprint, wording
from docgen.model import Amount, Prose
from docgen.read.cells import value
from docgen.readback.compare import Difference, name
from docgen.readback.lines import Line, without_lead
from docgen.readback.markup import Edit, edits
from docgen.readback.provenance import Record
from docgen.readback.remarks import live_remarks, look_remarks, number_remarks
from docgen.readback.signs import signs
from docgen.readback.taking import Taking
from docgen.readback.trace import Refused, trace

NEWER = "newer"
"""The verb of what was changed in the content, and not in the file, since the file was made."""

_AUTOMATIC = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "©": "(c)",
    "®": "(r)",
    "™": "(tm)",
    "…": "...",
    "—": "--",
    " – ": " - ",
}
"""What word processors put by themselves for what is typed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference: the change to take over, or the reason why there is none.

    `newer` says that the content was changed, and not the file; `taken`, that its words now stand
    in the content.
    """

    difference: Difference
    taking: Taking | None = None
    reason: str = ""
    newer: bool = False
    taken: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a change of the file that leads to others, and follows from none."""
        return not self.newer and self.difference.verb != "renumbered"

    @property
    def open(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.counts and not (self.taken and not self.difference.remarks)


@dataclass(frozen=True, slots=True)
class Judge:
    """What is known of the content: its language, its translation, how it prints numbers.

    `translated` is the file of the translation; empty when the file is in the language of the
    source. `settle` takes back what typesetting does to a text.
    """

    record: Record | None
    translated: str
    numbers: Mapping[str, str]
    settle: Callable[[str], str] = field(repr=False)

    def findings(self, differences: Sequence[Difference]) -> list[Finding]:
        """One finding for every difference."""
        found = [self._finding(one) for one in differences]
        if any(one.open for one in found):
            return found
        return [replace(one, newer=True) for one in found]

    def _finding(self, difference: Difference) -> Finding:
        remarks = (*difference.remarks, *self._meanwhile(difference), *_automatic(difference))
        told = replace(difference, remarks=remarks)
        if self._is_newer(difference):
            return Finding(told, newer=True)
        try:
            return Finding(told, self._taking(difference))
        except Refused as refused:
            return Finding(told, reason=str(refused))

    # ---- whose it is ----

    def _made(self, unit: Prose) -> tuple[str, str]:
        """The prints of a unit when the file was made, and now; the same when nothing is known."""
        now = fingerprint(wording(unit.inlines))
        return (self.record.made(unit) if self.record else now), now

    def _is_newer(self, difference: Difference) -> bool:
        """Whether the file has what the content had when it was made."""
        if self.record is None:
            return False
        unit, new = _unit(difference), difference.new
        if difference.verb == "inserted":
            return self.record.has(new[0].text) and not new[0].parts
        if unit is None:
            return False
        made, now = self._made(unit)
        if difference.verb == "deleted":
            return not made
        return made != now and made == fingerprint(even(_said(difference)))

    def _meanwhile(self, difference: Difference) -> Iterator[str]:
        """What became of the text in the content since the file was made."""
        unit = _unit(difference)
        if self._is_newer(difference):
            told = {
                "inserted": "was taken out of the content since the file was made",
                "deleted": "was added to the content since the file was made",
            }
            yield told.get(difference.verb, "was changed in the content since the file was made")
        elif unit and len(set(self._made(unit))) > 1:
            yield "was changed in the content too since the file was made"

    # ---- whether it can be taken over ----

    def _taking(self, difference: Difference) -> Taking:
        unit = _unit(difference)
        _refuse_other(difference, unit)
        assert unit is not None, "refused otherwise"
        old, new = difference.old[0], difference.new[0]
        self._refuse_place(unit)
        for remark in _structure(old, new):
            raise Refused(remark)
        if len(set(self._made(unit))) > 1:
            raise Refused("it was changed in the content too since the file was made")
        return Taking(unit, tuple(self._edits(unit, old, new)), old.column)

    def _refuse_place(self, unit: Prose) -> None:
        """A text is taken only to where words of its language stand."""
        if unit.state == "untranslated":
            raise Refused("it is not translated yet: translate it in the PO file")
        if self.translated and unit.origin.file != self.translated:
            raise Refused(f"it is the same in all languages: change it in {name(unit)}")
        if not unit.origin.file:
            raise Refused("docgen makes this text")

    def _edits(self, unit: Prose, old: Line, new: Line) -> list[Edit]:
        after = signs(without_lead(new.spans, old.lead))
        if unit.inlines and isinstance(unit.inlines[0], Amount):
            return [self._amount(unit, "".join(sign.text for sign in after))]
        before = signs(without_lead(old.spans, old.lead))
        found = edits(unit, before, after, self.settle)
        return [_within_bars(edit) for edit in found] if old.column >= 0 else found

    def _amount(self, unit: Prose, text: str) -> Edit:
        """A number as it is typed in the content; what is no number is taken as it is."""
        words = text.replace(LIVE, "").strip()
        first = trace(unit)[0]
        return Edit(first.start, first.end, self._plain(words) or words)

    def _plain(self, words: str) -> str | None:
        """The plain decimal number that is printed as `words`."""
        pattern = re.escape(self.numbers["negative"]).replace(r"\{\}", "(.*)")
        negative = re.fullmatch(pattern, words)
        inner = negative[1] if negative else words
        group = self.numbers["group"]
        inner = inner.replace(group, "").replace(" ", "").replace("\u00a0", "")
        number = value(inner.replace(self.numbers["decimal"], "."))
        return f"-{number}" if number and negative else number


def _within_bars(edit: Edit) -> Edit:
    """An edit of a cell, whose bars would divide it."""
    return edit._replace(text=re.sub(r"(?<!\\)\|", r"\|", edit.text))


def _structure(old: Line, new: Line) -> Iterator[str]:
    """What is more than other words."""
    yield from number_remarks(old, new)
    yield from live_remarks(old, new)
    yield from look_remarks(old, new)


def _unit(difference: Difference) -> Prose | None:
    return difference.old[0].unit if len(difference.old) == 1 else None


def _said(difference: Difference) -> str:
    """What the file says in the place of a unit."""
    spans = without_lead(difference.new[0].spans, difference.old[0].lead)
    return "".join(span.text for span in spans)


_REASONS = {
    "inserted": "a new text is written into the source by hand",
    "deleted": "a text is taken out of the source by hand",
    "split": "a text is divided in the source by hand",
    "merged": "texts are joined in the source by hand",
    "renumbered": "numbers count themselves",
}


def _refuse_other(difference: Difference, unit: Prose | None) -> None:
    """Only words are taken over."""
    if difference.verb in _REASONS:
        raise Refused(_REASONS[difference.verb])
    if difference.old[0].text == difference.new[0].text:
        raise Refused(
            "a text is moved in the source by hand"
            if difference.verb == "moved"
            else "only words are taken over"
        )
    if any(_automatic(difference)):
        raise Refused("only words are taken over")
    if difference.old[0].parts:
        raise Refused("rows are changed in the source by hand")
    if unit is None:
        raise Refused("docgen makes this text: it comes from the front matter or the fixed wording")


def _automatic(difference: Difference) -> Iterator[str]:
    if len(difference.old) != 1 or len(difference.new) != 1:
        return
    old, new = difference.old[0].text, difference.new[0].text
    if old != new and _folded(old) == _folded(new):
        yield "differs only in signs that word processors put by themselves"


def _folded(text: str) -> str:
    for made, typed in _AUTOMATIC.items():
        text = text.replace(made, typed)
    return text
