"""The document: frozen values without behaviour, in which the order of fields is reading order.

A document is read once in its source language. `localize` replaces its `Prose`, `masthead` adds the
generated words of the first page, `resolve` fills every `number`, note and reference. After that a
document holds all its words, and writers only print.
"""

from __future__ import annotations

import datetime
from typing import Literal

from docgen.records import dataclass
from docgen.report import NOWHERE, Origin

State = Literal["source", "approved", "translated", "stale", "untranslated"]
Align = Literal["start", "end", "center"]
Form = Literal["numbered", "continued", "unnumbered"]
Place = Literal["start", "end", "full"]
ChartKind = Literal["bar", "line"]
RowKind = Literal["data", "group", "total"]

# ---- numbers --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a citation: text that is either the number of `target` or a literal between."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """The place of a node in its sequence, as printed (`label`) and as referred to (`citation`).

    `sequence` is a key of the labels in a locale ("paragraph", "section.2", "item.1", "note", …).
    `run` counts the restarts of the sequence: within one run values rise by one.
    """

    sequence: str
    value: int
    label: str
    citation: tuple[Step, ...] = ()
    run: int = 1


# ---- inline text ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to print as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text emphasised in the manner of the language: italic, or a Kai face in Chinese."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a table: `value` as written in the source, `text` as the language prints it."""

    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a note. After `resolve` it has its number, and perhaps the note itself.

    `note` is filled on the first mark of a note that belongs at the foot of the page. Marks of
    lettered notes, and further marks of the same note, carry the number alone.
    """

    key: str
    number: Number | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Several note marks at one place; `separator` is printed between them, raised as they are."""

    marks: tuple[NoteRef, ...]
    separator: str


@dataclass(frozen=True, slots=True)
class CrossRef:
    """A reference to the number of `target`; `steps` are its words after `resolve`."""

    target: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `address`: a web address, or `symbol:…` until `cite` has made it one."""

    address: str
    children: tuple[Inline, ...]


Inline = Text | Strong | Emphasis | Amount | NoteRef | Marks | CrossRef | Link


@dataclass(frozen=True, slots=True)
class Prose:
    """One unit of translation: its markup as written, and as parsed.

    `language` is the tag of the language the words are in; empty means the document's own.
    """

    id: str
    source: str
    inlines: tuple[Inline, ...]
    origin: Origin = NOWHERE
    language: str = ""
    state: State = "source"


@dataclass(frozen=True, slots=True)
class Note:
    """The body of a note; `key` joins it to its marks."""

    key: str
    text: Prose
    number: Number | None = None


# ---- blocks ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `continued` one belongs to the numbered paragraph before it.

    With a `start` the numbers go on from there, as in a document that continues another.
    """

    text: Prose
    id: str = ""
    form: Form = "numbered"
    number: Number | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its first paragraph, then whatever else belongs to it."""

    text: Prose
    blocks: tuple[Block, ...] = ()
    id: str = ""
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """Subparagraphs (ordered) or a dash list; `level` counts from 1, nested lists included.

    Items are counted from `start`.
    """

    items: tuple[Item, ...]
    ordered: bool
    level: int = 1
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation, unnumbered."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A ruled text box with its own lettered notes."""

    title: Prose | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    id: str = ""
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: the alignment of its cells and its share of the width (shares sum to 1)."""

    align: Align
    share: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell over `span` columns and `rows` rows; an empty one has prose without inlines."""

    text: Prose
    span: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a `total` row is bold between rules, a `group` row is a bold heading of rows."""

    cells: tuple[Cell, ...]
    kind: RowKind = "data"


@dataclass(frozen=True, slots=True)
class Table:
    """A statistical table with what stands above and below it; a `landscape` one turns the page.

    One that is not `numbered` has no label, and perhaps neither title nor head.
    """

    title: Prose
    headnote: Prose | None
    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    sources: tuple[Prose, ...] = ()
    remarks: tuple[Prose, ...] = ()
    notes: tuple[Note, ...] = ()
    id: str = ""
    number: Number | None = None
    landscape: bool = False
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by its bytes, so that writers open no files; `media_type` as `image/svg+xml`."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart with its name; an amount without value is a gap."""

    name: Prose
    values: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to be drawn: the values of every series by label, and the numbers of its axis."""

    kind: ChartKind
    labels: tuple[Prose, ...]
    series: tuple[Series, ...]
    scale: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; `alt` describes it for those who cannot see it.

    One that is not `numbered` has no label, and perhaps no title.
    """

    title: Prose
    image: Image | Chart
    alt: Prose
    sources: tuple[Prose, ...] = ()
    remarks: tuple[Prose, ...] = ()
    notes: tuple[Note, ...] = ()
    id: str = ""
    number: Number | None = None
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class FacetForm:
    """How one facet of an option is printed: its place in the frame, its heading if any.

    The heading is a phrase of the fixed wording (a style's own facets) or prose (an annex's).
    """

    key: str
    place: Place
    heading: str | Prose = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One aspect of an option; `furnish` fills `heading` (the printed words) and `place`."""

    key: str
    blocks: tuple[Block, ...]
    heading: Prose | Line | None = None
    place: Place = "full"


@dataclass(frozen=True, slots=True)
class Option:
    """One lettered option: title, description at full width, facets in the order of printing."""

    title: Prose
    description: tuple[Block, ...]
    facets: tuple[Facet, ...]
    id: str = ""
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class OptionTable:
    """Consecutive options with the lettered notes that stand under the last of them."""

    options: tuple[Option, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in another language, reproduced as received and not translated."""

    blocks: tuple[Block, ...]
    language: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 1 to 4 and all that stands under it, deeper sections included.

    An unnumbered one can look like a heading of the level `look`, which is deeper than its own.
    With a `start` the numbers of its level go on from there.
    """

    title: Prose
    blocks: tuple[Block, ...]
    level: int
    numbered: bool = True
    language: str = ""
    id: str = ""
    number: Number | None = None
    look: int = 0
    start: int = 0


Block = Paragraph | ItemList | Quotation | Box | Table | Figure | OptionTable | Passage | Section

Target = Paragraph | Item | Box | Table | Figure | Option | Section
"""What has a number and an id, so that references can lead to it; so do annexes."""

# ---- the document ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a report as its editor wrote it; keys as in the content format.

    `places` says for every key that was written where its value stands.
    """

    type: str
    organ: str
    symbols: tuple[str, ...]
    distribution: str
    date: datetime.date
    source: str
    original: tuple[str, ...]
    title: Prose
    session: int | str | None = None
    agenda_items: tuple[str, ...] = ()
    agenda_list: str = ""
    agenda_titles: tuple[Prose, ...] = ()
    subtitle: Prose | None = None
    author: str | Prose = ""
    marks: tuple[tuple[str, str], ...] = ()
    job_number: str = ""
    submitted: datetime.date | None = None
    issued: datetime.date | None = None
    contents: bool = False
    style: str = "hq"
    require_approval: bool = False
    places: tuple[tuple[str, Origin], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A generated line of the first page; it can carry note marks but is not translated."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """Every word of the first page above the text, in the order of printing.

    `issue` is the distribution block, one entry a line, empty where a line stays blank; it is in
    `issue_language`. `address` is what the QR code leads to. `job` is the line of the first-page
    foot, `barcode` its digits for the bar code.
    """

    nations: str
    symbols: tuple[Line, ...]
    organ: str
    issue: tuple[str, ...]
    issue_language: str
    session: Line | None
    agenda: Line | None
    agenda_titles: tuple[Prose, ...]
    title: Prose
    subtitle: Prose | None
    byline: Prose | Line | None
    emblem: Image
    job: str
    barcode: str
    address: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex; `number.label` is its printed heading ("Annex", "Annex I")."""

    title: Prose
    blocks: tuple[Block, ...]
    id: str = ""
    original: tuple[str, ...] = ()
    original_line: str = ""
    edited: bool = True
    facets: tuple[FacetForm, ...] = ()
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words that writers print, in the language of the document."""

    summary: str
    contents: str
    annexes: str
    page: str
    source: str
    note: str
    recycle: str
    untranslated: str
    stale: str
    emblem_alt: str
    barcode_alt: str
    address_alt: str
    notes_heading: str


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its annexes.

    `language` is the tag of the version, `lang` its BCP 47 code, `direction` "ltr" or "rtl".
    `notes` are the definitions until `resolve` has joined them to their marks. `patterns` are the
    label patterns of the language by sequence, for outputs that number natively. `running_symbol`
    and `running_job` stand in the heads and feet of the pages. `outstanding` is the last page of a
    draft, which lists what is still to be translated or revised. `modified` is the moment that
    files carry as that of their last change, if not the date of the document. `repeated` are the
    keys of the foot notes with several marks, known when notes are joined to these.
    """

    name: str
    language: str
    front: Front
    summary: tuple[Block, ...]
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...]
    notes: tuple[Note, ...] = ()
    masthead: Masthead | None = None
    wording: Wording | None = None
    patterns: tuple[tuple[str, str], ...] = ()
    lang: str = ""
    direction: str = "ltr"
    running_symbol: str = ""
    running_job: str = ""
    outstanding: tuple[Block, ...] = ()
    modified: datetime.datetime | None = None
    repeated: frozenset[str] = frozenset()
