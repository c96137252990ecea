"""The lines of a first page → front matter, by their wording, their styles and the properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen import symbols, word
from docgen.bundle import Bundle
from docgen.importing import roles, wording
from docgen.importing.drafts import Facts
from docgen.importing.notices import Notices
from docgen.importing.spans import Span, Spans, joined, plain, spans, starless, trimmed, unlike
from docgen.masthead import AGENDAS, BYLINES, DISTRIBUTIONS, ORGANS
from docgen.word import Paragraph, WordFile

_JOB = re.compile(
    r"(?P<job>(?:GE\.)?\d\d-\d{5})(?:\s*\([A-Z]\)(?:\s+(?P<days>\d{6}(?:\s+\d{6})?))?)?"
)
_PAGE = re.compile(r"\d*\s*/?\s*\d*")
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BARCODE = re.compile(r"\*[\dA-Z]+\*")
_ASTERISKS = re.compile(r"\s*(\*+)$")
_VARIABLES = ("FooterJN", "jobn", "JobNo", "Job number")
_SYMBOLS = ("Symbol1", "sss1", "Symbol", "Symbol2", "sss2", "identifier")


@dataclass(slots=True)
class FirstPage:
    """Recognises the lines of a first page in one language."""

    bundle: Bundle
    notices: Notices
    facts: Facts = field(default_factory=Facts)

    @property
    def issuing(self) -> Bundle:
        """The language of the distribution block."""
        return self.bundle.masthead or self.bundle

    # -- heads, feet, properties --

    def take_file(self, file: WordFile) -> None:
        """What heads, feet, variables and properties say; the rest of the heads is told."""
        for section in file.sections:
            for name, blocks in section.stories.items():
                for paragraph in word.paragraphs(blocks):
                    self._running(paragraph, name)
        for name in _SYMBOLS:
            self._symbol(file.variables.get(name) or file.properties.get(name) or "")
        for name in _VARIABLES:
            self._job(file.variables.get(name) or file.properties.get(name) or "")
        self._job(file.variables.get("jobnDT", ""))

    def _running(self, paragraph: Paragraph, name: str) -> None:
        for text in _parts(paragraph):
            known = self.line(text) or _PAGE.fullmatch(text) or _BARCODE.fullmatch(text)
            symbol = text in self.facts.values.get("symbol", ())  # type: ignore[operator]
            if not known and not symbol and paragraph.layout.framed is False:
                kind = name.partition("/")[0]
                self.notices.tell(0, f"the {kind} of the pages also says “{text}”", _HINT)

    # -- lines --

    def line(self, text: str) -> bool:
        """Take a line of the masthead or of the title block; false where it is none of them."""
        text = " ".join(_DIRECTIONS.sub("", text).split())
        return any(
            take(text)
            for take in (
                self._generated,
                self._symbol,
                self._organ,
                self._distribution,
                self._date,
                self._original,
                self._job,
                self._session,
                self._agenda,
            )
        )

    def _set(self, key: str, value: object) -> bool:
        self.facts.values.setdefault(key, value)
        return True

    def _generated(self, text: str) -> bool:
        """Words that every first page has: nations, language of the version, recycling."""
        phrases = ("United Nations", "Please recycle")
        fixed = any(wording.match(self.bundle, one, text) is not None for one in phrases)
        names = [str(name) for name in self.issuing.facts["languages"].values()]
        return fixed or text.casefold() in (name.casefold() for name in names)

    def _symbol(self, text: str) -> bool:
        bare = re.sub(r"\s+(?=[/.])|(?<=[A-Z]) (?=/)", "", text).strip()
        try:
            found = str(symbols.parse(bare))
        except symbols.SymbolError:
            return False
        written = self.facts.values.setdefault("symbol", [])
        assert isinstance(written, list)
        if found.rstrip("*") not in (one.rstrip("*") for one in written):
            written.append(found)
        return True

    def _organ(self, text: str) -> bool:
        key = wording.first(self.bundle, ORGANS, text)
        return bool(key) and self._set("organ", key)

    def _distribution(self, text: str) -> bool:
        key = wording.first(self.issuing, DISTRIBUTIONS, text)
        return bool(key) and self._set("distribution", key)

    def _date(self, text: str) -> bool:
        day = wording.day(self.issuing, text) or wording.day(self.bundle, text)
        return day is not None and self._set("date", day)

    def _original(self, text: str) -> bool:
        found = wording.match(self.issuing, "Original: {languages}", text)
        codes = wording.languages(self.issuing, found["languages"]) if found else ()
        return bool(codes) and self._set("original", list(codes))

    def _job(self, text: str) -> bool:
        if re.fullmatch(r"\d{7}[A-Z]?", text):
            return self._set("job_number", f"{text[:2]}-{text[2:7]}")
        found = _JOB.fullmatch(text)
        if not found:
            return False
        days = [_six(one) for one in (found["days"] or "").split()]
        if days and all(days):
            self._set("submitted", days[0])
            if len(days) > 1:
                self._set("issued", days[1])
        return self._set("job_number", found["job"])

    def _session(self, text: str) -> bool:
        found = wording.match(self.bundle, "{ordinal} session", text)
        number = wording.ordinal(self.bundle, found["ordinal"]) if found else None
        return number is not None and self._set("session", number)

    def _agenda(self, text: str) -> bool:
        found_stars = _ASTERISKS.search(text)
        bare, stars = (text[: found_stars.start()], found_stars[1]) if found_stars else (text, "")
        for key, phrases in AGENDAS.items():
            for phrase in phrases:
                found = wording.match(self.bundle, phrase, bare)
                if found and any(map(str.isdigit, found["items"])):
                    if key:
                        self._set("agenda_list", key)
                    self._mark("agenda_item", stars or (found.get("mark") or "").strip())
                    return self._set("agenda_item", wording.listed(self.bundle, found["items"]))
        return False

    # -- paragraphs of the title block --

    def paragraph(self, paragraph: Paragraph) -> bool:
        """Take a paragraph before the text; false where the text begins with it."""
        found = unlike(trimmed(spans(paragraph)), "bold")
        text = plain(found)
        role = roles.front(paragraph)
        if role not in ("title", "line", "agenda title") and all(map(self.line, _parts(paragraph))):
            return True
        if role == "session":
            return self._set("session", text)
        if role == "agenda":
            return self._set("agenda_item", [text])
        if role == "agenda title":
            self.facts.agenda_titles.append(found)
        elif role == "title":
            self.facts.title.append(self._without_stars(found, "title"))
        elif role == "line":
            self.facts.lines.append(self._without_stars(found, "byline"))
        return role != ""

    def _without_stars(self, found: Spans, key: str) -> Spans:
        """A line without the asterisks at its end, which are the mark of a note."""
        bare, stars = starless(found)
        if stars:
            self._mark(key, stars)
        return bare

    def _mark(self, key: str, stars: str) -> None:
        if stars:
            self.facts.marks[stars] = key

    def knows(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is worded as lines of a first page; nothing is taken."""
        other = FirstPage(self.bundle, self.notices)
        parts = list(_parts(paragraph))
        return bool(parts) and all(map(other.line, parts))

    def finish(self, file: WordFile, stars: Mapping[str, Spans]) -> None:
        """What the lines together say: the by-line, the house style, a title from elsewhere."""
        self._author()
        styles = [one.style_name for one in word.paragraphs(file.blocks)]
        if sum(one.endswith("_G") for one in styles) > len(styles) / 4:
            self._set("style", "geneva")
        if not self.facts.title:
            title = file.variables.get("Title1") or file.properties.get("title") or ""
            self.facts.title = [(Span(title),)] if title else []
        self.facts.values.setdefault("type", "report")
        for one, key in self.facts.marks.items():
            if one in stars:
                self.facts.stars[key] = stars[one]
            else:
                self._restore(one, key)

    def _restore(self, stars: str, key: str) -> None:
        """Asterisks without a note are words again."""
        self.notices.tell(0, f"the mark “{stars}” of the first page has no note")
        lines = {"title": self.facts.title, "byline": self.facts.lines}.get(key)
        if lines:
            lines[-1] = joined((*lines[-1], Span(stars)))

    def _author(self) -> None:
        """Which line under the title is the by-line, and what type of document it tells."""
        for index, line in enumerate(self.facts.lines):
            for kind, phrases in BYLINES.items():
                if key := wording.first(self.bundle, phrases, plain(line)):
                    self._set("type", kind)
                    self._set("author", key)
                    marks = tuple(span for span in line if span.note)
                    self.facts.values["byline marks"] = marks
                    del self.facts.lines[index]
                    return


_HINT = "Heads and feet are made anew; write it into the text if it is needed."


def _parts(paragraph: Paragraph) -> Iterable[str]:
    text = _DIRECTIONS.sub("", word.words(paragraph))
    return [one for one in (" ".join(part.split()) for part in re.split(r"[\t\n]", text)) if one]


def _six(text: str) -> date | None:
    """The day that six figures are: day, month, year."""
    try:
        return date(2000 + int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        return None
