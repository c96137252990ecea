"""The translation that others are made from: its text beside each source text, and its changes.

Who cannot read the source works from a translation of it. The message stays the source text, and
the text of the pivot stands above it in a comment, `#. en: …`. When that changes although the
source does not, the translation that was made from it is in doubt, and `#. en, before: …` keeps
what it was made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from docgen.po import FUZZY, Entry


@dataclass(frozen=True, slots=True)
class Pivot:
    """The language `tag`, and its translations by id as far as they are up to date."""

    tag: str
    texts: Mapping[str, str] = field(default_factory=dict)

    def noted(self, entry: Entry, before: Entry | None, *, minor: bool) -> Entry:
        """`entry`, which goes on from `before`, with the pivot in its comments."""
        now = self.texts.get(entry.context or "")
        seen = self._seen(before) if entry.translated and not minor else None
        if seen is None or now == seen:
            return self._with_lines(self._believed(entry, before), now, None)
        noted = self._with_lines(entry, now, seen)
        if now is None or entry.fuzzy:
            return noted
        return replace(noted, flags=(FUZZY, *entry.flags))

    def _with_lines(self, entry: Entry, now: str | None, seen: str | None) -> Entry:
        texts = {self._now: now, self._before: seen}
        lines = tuple(f"{name}{_line(text)}" for name, text in texts.items() if text is not None)
        return replace(entry, extracted=(*entry.extracted, *lines))

    def _believed(self, entry: Entry, before: Entry | None) -> Entry:
        """`entry` without the doubt that came from the pivot alone."""
        if before is None or entry.previous is not None or not self._found(before, self._before):
            return entry
        return replace(entry, flags=tuple(flag for flag in entry.flags if flag != FUZZY))

    def _seen(self, entry: Entry | None) -> str | None:
        """The text that the translation in `entry` was made from; None if that is not known."""
        if entry is None:
            return None
        now, before = self._found(entry, self._now), self._found(entry, self._before)
        return before if entry.fuzzy or now is None else now

    @property
    def _now(self) -> str:
        return f"{self.tag}: "

    @property
    def _before(self) -> str:
        return f"{self.tag}, before: "

    def _found(self, entry: Entry, name: str) -> str | None:
        lines = (line.removeprefix(name) for line in entry.extracted if line.startswith(name))
        return next(lines, None)


def _line(text: str) -> str:
    """A comment has one line."""
    return " ".join(text.split())
