"""Tables, figures and charts → their containers, with what stands above and below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.importing import pictures
from docgen.importing.cells import Lettered, lines
from docgen.importing.drafts import Caption, Figure, Table
from docgen.importing.markup import begun
from docgen.importing.spans import Span, Spans, plain
from docgen.importing.texts import Texts
from docgen.word import Picture, Plot


@dataclass(slots=True)
class Framing(Texts):
    """Writes frames; `after` are paragraphs that have to follow the present one."""

    pictures: int = 0
    after: list[str] = field(default_factory=list)

    def table(self, block: Table) -> str:
        """A table container."""
        letters = self._letters(block.caption.notes)
        block.rows = [[self.known(text) for text in row] for row in block.rows]
        rows, data = lines(block, self.numbers, letters, self.referring.refer)
        if data:
            name = f"data/{block.id}.csv"
            self.files[name] = data.encode()
            rows = [f"data: {name}", *rows]
        classes = ("" if block.caption.label else " .unnumbered") + (
            " .landscape" if block.landscape else ""
        )
        above = self._above(block.caption, letters)
        below = self._below(block.caption, letters, block.place)
        head = f"::: table {{#{block.id}{classes}}}"
        return "\n".join([head, *above, *([""] if above else []), *rows, *below, ":::\n"])

    def figure(self, block: Figure) -> str:
        """A figure or chart container."""
        letters = self._letters(block.caption.notes)
        drawn, lines_of = self._drawn(block)
        above = self._above(block.caption, letters)
        below = self._below(block.caption, letters, block.place)
        classes = "" if block.caption.label else " .unnumbered"
        name, space, value = drawn.partition(" ")
        head = f"::: {name} {{#{block.id}{classes}{space}{value}}}"
        return "\n".join([head, *above, *([""] if above else []), *lines_of, *below, ":::\n"])

    def _drawn(self, block: Figure) -> tuple[str, list[str]]:
        """The kind of container, and its own lines."""
        if isinstance(block.image, Plot):
            return self._chart(block, block.image)
        return "figure", [self._picture(block, block.image)]

    def _picture(self, block: Figure, picture: Picture) -> str:
        """The line of a picture; where it cannot be shown, a drawing that names it stands in."""
        self.pictures += 1
        name = f"figures/{pictures.file_name(picture, self.pictures)}"
        found = pictures.usable(picture)
        if found is None:
            original = f"{name}.{picture.name.rpartition('.')[2].lower()}"
            self.files[original] = picture.data
            name += "-missing"
            found = pictures.placeholder(original), ".svg"
            hint = f"Save it as PNG or SVG and name it instead of {name}.svg."
            self.notices.tell(block.place, f"the picture {original} cannot be shown", hint)
        data, ending = found
        self.files[name + ending] = data
        return f"![{self._alt(block, picture.alt)}]({name}{ending})"

    def _alt(self, block: Figure, alt: str) -> str:
        """Plain words for those who cannot see; those of the title where the file has none."""
        words = alt or plain(block.caption.title)
        if not alt:
            hint = "Say what it shows, between the brackets of ![…] or after Alt:."
            self.notices.tell(block.place, "a picture has no words for those who cannot see", hint)
        plainly = "".join(one for one in words if one not in "[]()*\\<>`_{}^~&!|")
        return " ".join(plainly.split()) or block.caption.label or "…"

    def _chart(self, block: Figure, plot: Plot) -> tuple[str, list[str]]:
        kind = pictures.chart_kind(plot)
        if not kind:
            self.notices.tell(block.place, "a chart of this kind is kept as a table of its numbers")
            rows = [[(Span(text),) for text in row] for row in pictures.rows(plot)]
            aligns = ["start", *["end"] * len(plot.series)]
            table = Table(Caption(), [list(row) for row in rows], 1, aligns)
            return "table", lines(table, self.numbers, Lettered({}), lambda text: text)[0]
        name = f"data/{block.id}.csv"
        self.files[name] = pictures.data(plot).encode()
        return f"chart kind={kind}", [f"data: {name}", "", f"Alt: {self._alt(block, plot.alt)}"]

    # -- what stands above and below --

    def _letters(self, notes: Sequence[tuple[str, Spans]]) -> Lettered:
        taken = len(self.defined)
        made = {letter: f"t-{_word(taken + count)}" for count, (letter, _) in enumerate(notes)}
        self.defined.update(made.values())
        return Lettered(made)

    def _above(self, caption: Caption, letters: Lettered) -> list[str]:
        title = self.words(letters.marked(caption.title))
        headnote = self.words(letters.marked(caption.headnote))
        if title.startswith(("|", "![", "(", "（", "[^")):
            title = f"\\{title}"
        return [one for one in (title, headnote) if one]

    def _below(self, caption: Caption, letters: Lettered, place: int) -> list[str]:
        sources = [f"Source: {self.words(letters.marked(one))}" for one in caption.sources]
        remarks = [f"Note: {self.words(letters.marked(one))}" for one in caption.remarks]
        self._lettered(caption.notes, letters, place)
        return ["", *sources, *remarks] if sources or remarks else []

    def _lettered(self, notes: Sequence[tuple[str, Spans]], letters: Lettered, place: int) -> None:
        """The definitions of lettered notes go to the end of the file.

        One without a mark becomes a paragraph after its frame.
        """
        for letter, words in notes:
            if letter in letters.used:
                self.notes[letters.keys[letter]] = self.words(words) or "–"
            else:
                self.notices.tell(
                    place, f"the note “{letter}” has no mark and is kept as a paragraph"
                )
        for letter in dict.fromkeys(letters.unknown if notes else ()):
            self.notices.tell(place, f"the raised “{letter}” has no note and is kept as text")
        self.after += [
            f"{{.unnumbered}}\n{begun(f'{letter} {self.words(words)}')}\n"
            for letter, words in notes
            if letter not in letters.used
        ]


def _word(number: int) -> str:
    """A key of letters for a number."""
    text = ""
    while number >= 0:
        number, rest = divmod(number, 20)
        text = "bcdfghjkmnpqrstvwxyz"[rest] + text
        number -= 1
    return text
