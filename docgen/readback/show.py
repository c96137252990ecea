"""Findings → text for a terminal: what was [-deleted-] and {+inserted+} in each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.console import plural
from docgen.fingerprint import LIVE
from docgen.readback.back import Outcome, Remark
from docgen.readback.compare import Difference, Verb, name
from docgen.readback.judge import Finding
from docgen.readback.lines import Line, Span, plain
from docgen.readback.words import changes, similarity

_AROUND = 45
"""So many characters are shown around a change."""

_LONGEST = 160
_REWRITTEN = 0.3
"""A text is shown as a new one when less than this part of it has stayed."""

_RED, _GREEN, _BOLD, _END = "\033[31m", "\033[32m", "\033[1m", "\033[0m"


@dataclass(frozen=True, slots=True)
class Shown:
    """How findings are shown: in colours or not, and whether they were to be taken over."""

    colours: bool = False
    written: bool = False

    def lines(self, outcome: Outcome) -> Iterator[str]:
        """The whole outcome, finding by finding, then what stands beside the text."""
        for finding in outcome.findings:
            yield from self._finding(finding)
        yield from self._remarks("Tracked changes, read as accepted", outcome.tracked)
        yield from self._remarks("Comments", outcome.comments)
        yield summary(outcome)

    def _finding(self, finding: Finding) -> Iterator[str]:
        difference = finding.difference
        yield self._coloured(f"{_title(difference, finding.newer)}{_origin(difference)}", _BOLD)
        turned = _turned(difference) if finding.newer else difference
        for text in self._texts(turned):
            yield f"    {text}"
        for remark in difference.remarks:
            yield f"    ({remark})"
        if self.written and (finding.open or finding.taken):
            yield f"    → {_fate(finding)}"
        yield ""

    def _texts(self, difference: Difference) -> Iterator[str]:
        old, new = difference.old, difference.new
        match difference.verb:
            case "inserted":
                yield self._inserted(_short(new[0].shown))
            case "deleted":
                yield self._deleted(_short(old[0].shown))
            case "split" | "merged":
                yield from (self._deleted(_short(line.shown)) for line in old)
                yield from (self._inserted(_short(line.shown)) for line in new)
            case "renumbered":
                return
            case _ if old[0].text != new[0].text:
                yield self.marked(old[0], new[0])

    def marked(self, old: Line, new: Line) -> str:
        """The new text with its changes marked, and what is the same cut short."""
        before, after = _printed(old), _printed(new)
        if similarity(old.text, new.text) < _REWRITTEN:
            return self._deleted(_short("".join(before))) + self._inserted(_short("".join(after)))
        pieces, at = [], 0
        found = changes(old.text, new.text)
        for index, change in enumerate(found):
            pieces.append(_between(after[at : change.begin], first=index == 0))
            gone = "".join(before[change.start : change.end])
            come = "".join(after[change.begin : change.finish])
            pieces += [self._deleted(gone) if gone else "", self._inserted(come) if come else ""]
            at = change.finish
        rest = "".join(after[at:])
        return "".join(pieces) + (f"{rest[:_AROUND]}…" if len(rest) > _AROUND else rest)

    def _deleted(self, text: str) -> str:
        return self._coloured(f"[-{text}-]", _RED)

    def _inserted(self, text: str) -> str:
        return self._coloured(f"{{+{text}+}}", _GREEN)

    def _coloured(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_END}" if self.colours else text

    def _remarks(self, title: str, remarks: Sequence[Remark]) -> Iterator[str]:
        if remarks:
            yield self._coloured(title, _BOLD)
            for one in remarks:
                author = f" by {one.author}" if one.author else ""
                yield f"    {one.place}: {one.kind}{author}: “{_short(one.text)}”"
            yield ""


def _turned(difference: Difference) -> Difference:
    """A difference as one of the content against the file."""
    verbs: dict[Verb, Verb] = {"inserted": "deleted", "deleted": "inserted"}
    verb = verbs.get(difference.verb, difference.verb)
    return replace(difference, verb=verb, old=difference.new, new=difference.old)


def _fate(finding: Finding) -> str:
    if not finding.taken:
        told = finding.reason in finding.difference.remarks
        return "not taken" if told else f"not taken: {finding.reason}"
    return "its words are taken over, and nothing else" if finding.open else "taken over"


def _title(difference: Difference, newer: bool) -> str:
    place = difference.place
    return f"{place[:1].upper()}{place[1:]}: {'not in the file yet' if newer else difference.verb}"


def _origin(difference: Difference) -> str:
    units = [line.unit for line in difference.old if line.unit]
    return f"  [{name(units[0])}]" if units and units[0].origin.file else ""


def _printed(line: Line) -> list[str]:
    """What is printed for each character of the text of a line."""
    parts = line.parts or (line,)
    found: list[str] = []
    for count, part in enumerate(parts):
        found += [" | "] if count else []
        for span in part.spans:
            found += _characters(span)
    return found


def _characters(span: Span) -> Iterable[str]:
    if span.text != LIVE:
        return list(plain(span.text))
    return [span.shown if span.shown.startswith("⟨") else f"‹{span.shown}›"]


def _between(characters: Sequence[str], *, first: bool) -> str:
    """What stands before a change, cut short in the middle."""
    text = "".join(characters)
    if first:
        return text if len(text) <= _AROUND else f"…{text[-_AROUND:]}"
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def summary(outcome: Outcome) -> str:
    """How much was found, in one line."""
    findings = outcome.findings
    taken = sum(finding.taken for finding in findings)
    counted = sum(finding.counts for finding in findings)
    left = sum(finding.open for finding in findings)
    newer = sum(finding.newer for finding in findings)
    counts = [
        plural(counted, "difference"),
        f"{taken} taken over, {left} left" if taken else "",
        f"{newer} newer in the content" if newer else "",
        plural(len(outcome.tracked), "tracked change") if outcome.tracked else "",
        plural(len(outcome.comments), "comment") if outcome.comments else "",
    ]
    return f"{outcome.document} {outcome.language}: {', '.join(one for one in counts if one)}"
