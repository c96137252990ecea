"""A small report with every kind of node, numbered, in English and in Chinese labels.

The words are English in both languages, with a little Chinese where scripts matter; labels,
references and fixed wording are those of the language. Writers are tested with it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from docgen import bundle as bundles
from docgen import style as styles
from docgen.bundle import Bundle
from docgen.model import (
    Amount,
    Annex,
    Block,
    Box,
    Cell,
    Column,
    CrossRef,
    Document,
    Emphasis,
    Facet,
    Figure,
    Front,
    Image,
    Inline,
    Item,
    ItemList,
    Line,
    Link,
    Masthead,
    Note,
    NoteRef,
    Option,
    OptionTable,
    Paragraph,
    Passage,
    Prose,
    Quotation,
    Row,
    Section,
    Strong,
    Table,
    Text,
    Wording,
)
from docgen.report import Report
from docgen.resolve import resolve
from docgen.style import Stylesheet

ROOT = Path(__file__).parents[2]
ENGLISH, CHINESE = "en", "zh"
LANGUAGES = (ENGLISH, CHINESE)

ARRIVALS = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">\
<rect x="2" y="2" width="236" height="116" fill="none" stroke="#000" stroke-width="4"/>\
<path d="M20 100 L90 40 L150 70 L220 20" fill="none" stroke="#000" stroke-width="4"/></svg>"""
EMBLEM = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 112 94">\
<ellipse cx="56" cy="47" rx="50" ry="42" fill="none" stroke="#000" stroke-width="5"/></svg>"""


@cache
def report(tag: str, style: str = "hq") -> Document:
    """The sample as writers get it, with the labels of the language `tag`."""
    return numbered(unnumbered(tag), tag, style)


def unnumbered(tag: str) -> Document:
    """The sample before anything is counted."""
    return _unnumbered(tag, _bundle(tag))


def numbered(document: Document, tag: str, style: str = "hq") -> Document:
    """An unnumbered document of the language `tag` with its numbers."""
    bundle = _bundle(tag)
    finished = resolve(document, bundle, sheet(tag, style), Report())
    return replace(finished, patterns=tuple(bundle.labels.items()))


@cache
def sheet(tag: str, style: str = "hq") -> Stylesheet:
    """A house style, that of Headquarters unless another is named, in the language `tag`."""
    return styles.load(ROOT / "styles", style, _bundle(tag))


@cache
def _bundle(tag: str) -> Bundle:
    return bundles.load(ROOT / "locales", tag, Report())


def prose(*parts: Inline | str, language: str = "") -> Prose:
    """A unit of words that needs neither id nor source."""
    return Prose("", "", _inlines(*parts), language=language)


def paragraph(*parts: Inline | str, id: str = "", form: str = "numbered") -> Paragraph:
    """A paragraph, numbered unless `form` says otherwise."""
    return Paragraph(prose(*parts), id, form)  # type: ignore[arg-type]


def _inlines(*parts: Inline | str) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def _strong(*parts: Inline | str) -> Strong:
    return Strong(_inlines(*parts))


def _emphasis(*parts: Inline | str) -> Emphasis:
    return Emphasis(_inlines(*parts))


def _link(address: str, words: str) -> Link:
    return Link(address, (Text(words),))


def _item(*parts: Inline | str, id: str = "", blocks: tuple[Block, ...] = ()) -> Item:
    return Item(prose(*parts), blocks, id)


def _unnumbered(tag: str, bundle: Bundle) -> Document:
    return Document(
        name="sample",
        language=tag,
        front=_front(tag),
        summary=_summary(),
        blocks=_body(),
        annexes=_annexes(),
        notes=_notes(),
        masthead=_masthead(tag, bundle),
        wording=_wording(bundle),
        lang=bundle.lang,
        direction="ltr",
        running_symbol="A/99/1",
        running_job="44-01234",
    )


# ---- first page -----------------------------------------------------------------------------


def _front(tag: str) -> Front:
    return Front(
        type="report",
        organ="general-assembly",
        symbols=("A/99/1*",),
        distribution="general",
        date=date(2044, 7, 8),
        source=tag,
        original=(ENGLISH,),
        title=prose("Harbours of the sample"),
        session=99,
        agenda_items=("17 (b)",),
        agenda_titles=(prose("Oceans and the law of the sea"),),
        author="secretary-general",
        job_number="44-01234",
        contents=True,
    )


def _masthead(tag: str, bundle: Bundle) -> Masthead:
    return Masthead(
        nations=bundle.say("United Nations"),
        symbols=(Line((Text("A/99/1"), NoteRef("reissued"))),),
        organ=bundle.say("General Assembly"),
        issue=("Distr.: General", "8 July 2044", "", "Original: English"),
        issue_language="en-GB",
        session=Line((Text("Ninety-ninth session"),)),
        agenda=Line((Text("Agenda item 17 (b)"),)),
        agenda_titles=(prose("Oceans and the law of the sea"),),
        title=prose("Harbours of the sample: ", _emphasis("Thalassa"), " 和 “港口”"),
        subtitle=prose("Second part"),
        byline=Line((Text(bundle.say("Report of the Secretary-General")), NoteRef("late"))),
        emblem=Image("emblem.svg", "image/svg+xml", EMBLEM),
        job=f"44-01234 ({bundle.facts['job_letter']})    080744 090744",
        barcode="4401234",
        address="https://docs.un.org/en/A/99/1",
    )


def _wording(bundle: Bundle) -> Wording:
    return Wording(
        summary=bundle.say("Summary"),
        contents=bundle.say("Contents"),
        annexes=bundle.say("Annexes"),
        page=bundle.say("Page"),
        source=bundle.say("Source:"),
        note=bundle.say("Note:"),
        recycle=bundle.say("Please recycle"),
        untranslated=bundle.say("Not translated"),
        stale=bundle.say("Source changed since this was translated"),
        emblem_alt=bundle.say("Emblem"),
        barcode_alt=bundle.say("Bar code of the job number"),
        address_alt=bundle.say("Code that leads to this document on the web"),
        notes_heading=bundle.say("Notes"),
    )


def _summary() -> tuple[Block, ...]:
    return (
        paragraph(
            "The summary has a note", NoteRef("law"), " and two paragraphs.", form="continued"
        ),
        paragraph("摘要不编号。It ends here.", form="continued"),
    )


def _notes() -> tuple[Note, ...]:
    return (
        Note("reissued", prose("Reissued for technical reasons.")),
        Note("late", prose("The report was late & late < later.")),
        Note("law", prose("Resolution ", _link("https://docs.un.org/en/A/RES/98/2", "98/2"), ".")),
        Note("see", prose("See paragraph ", CrossRef("p-quays"), " below.")),
        Note("depth", prose("Depth at low water.")),
        Note("guess", prose("Estimate.")),
        Note("box", prose("As told to the harbour master.")),
        Note("chart", prose("Not to scale.")),
        Note("option", prose("Subject to the budget.")),
        Note("unedited", prose("The present annex is being issued without formal editing.")),
    )


# ---- body -----------------------------------------------------------------------------------


def _body() -> tuple[Block, ...]:
    return (
        Section(prose("Introduction"), _introduction(), 1, id="s-introduction"),
        Section(prose("Harbours", NoteRef("see")), _harbours(), 1, id="s-harbours"),
        Section(prose("Acknowledgements"), (_drafts(),), 1, numbered=False),
    )


def _introduction() -> tuple[Block, ...]:
    return (
        paragraph(
            _strong("Run-in heading."),
            " The first paragraph cites ",
            _link("https://docs.un.org/en/A/75/982", "A/75/982"),
            " and ",
            _emphasis("stresses ", _strong("both"), " 强调"),
            ".",
            id="p-first",
        ),
        paragraph("The law", NoteRef("law"), " is cited again; the list is:", id="p-list"),
        _letters(),
        paragraph("A continued paragraph, then another list:", form="continued"),
        ItemList((_item("starting afresh;"), _item("and ending.")), ordered=True),
        paragraph("Dashes follow.", id="p-dashes"),
        _dashes(),
        Quotation((paragraph("“Quoted words, one paragraph,", form="unnumbered"), _second())),
    )


def _second() -> Paragraph:
    return paragraph("and a second.”", form="unnumbered")


def _letters() -> ItemList:
    inner = ItemList((_item("inner one;"), _item("inner two:", blocks=(_deepest(),))), True, 2)
    return ItemList(
        (
            _item("the outer item,", id="i-outer", blocks=(inner,)),
            _item("and its neighbour.", id="i-neighbour", blocks=(_second(),)),
        ),
        ordered=True,
    )


def _deepest() -> ItemList:
    return ItemList((_item("the deepest;"), _item("and the last.")), ordered=True, level=3)


def _dashes() -> ItemList:
    inner = ItemList((_item("nested dash"),), ordered=False, level=2)
    return ItemList((_item("first dash", blocks=(inner,)), _item("second dash")), ordered=False)


def _harbours() -> tuple[Block, ...]:
    return (
        Section(prose("Northern"), (_north(), _deep()), 2, id="s-northern"),
        Section(prose("Southern"), (_south(), depths(), chart(), talk(), _received()), 2),
    )


def _north() -> Paragraph:
    return paragraph(
        "See section ",
        CrossRef("s-northern"),
        ", paragraph ",
        CrossRef("i-neighbour"),
        ", table ",
        CrossRef("t-depths"),
        ", figure ",
        CrossRef("f-chart"),
        ", box ",
        CrossRef("b-talk"),
        ", annex ",
        CrossRef("a-options"),
        " and option ",
        CrossRef("o-dredge"),
        ".",
        id="p-quays",
    )


def _deep() -> Section:
    lowest = Section(prose("Moles"), (paragraph("On moles", NoteRef("see"), "."),), 4)
    return Section(prose("Piers"), (paragraph("On piers."), lowest), 3, id="s-piers")


def _south() -> Paragraph:
    return paragraph("南方港口有“引号”、破折号——和省略号……。", id="p-south")


def _drafts() -> Paragraph:
    text = prose("Words still in another language.", language=ENGLISH)
    return Paragraph(replace(text, state="untranslated"), form="unnumbered")


def _received() -> Passage:
    heading = Section(prose("Carta recibida"), (), 3, numbered=False, language="es")
    words = paragraph("Texto en su propio idioma, tal como se recibió.", form="unnumbered")
    return Passage((heading, words), "es", id="x-letter")


# ---- frames ---------------------------------------------------------------------------------


def _cell(*parts: Inline | str, span: int = 1) -> Cell:
    return Cell(prose(*parts), span)


def _row(label: Inline | str, *values: str, kind: str = "data", mark: str = "") -> Row:
    first = Cell(prose(label, *((NoteRef(mark),) if mark else ())))
    cells = (Cell(Prose("", "", (Amount(value, value),) if value else ())) for value in values)
    return Row((first, *cells), kind)  # type: ignore[arg-type]


def depths() -> Table:
    """A table with a spanning head, a group, a total, two lettered notes and a source."""
    spanner = Row((_cell(), _cell("Metres", NoteRef("depth"), span=2)))
    return Table(
        title=prose("Depth of harbours"),
        headnote=prose("(Metres at low water)"),
        columns=(Column("start", 0.5), Column("end", 0.25), Column("end", 0.25)),
        head=(spanner, Row((_cell("Harbour"), _cell("2043"), _cell("2044")))),
        body=(
            Row((_cell("Northern coast", span=3),), "group"),
            _row("Alpha", "12.5", "13.0", mark="guess"),
            _row("Beta", "1\u2009234.0", ""),
            _row("Total", "1\u2009246.5", "13.0", kind="total"),
        ),
        sources=(prose("Harbour office."),),
        remarks=(prose("Figures may not add up."),),
        notes=(),
        id="t-depths",
    )


def wide_table() -> Table:
    """A table of five columns, too wide for the measure."""
    cells = tuple(_cell(str(number)) for number in range(1, 6))
    columns = (Column("start", 0.4), *(Column("end", 0.15) for _ in range(4)))
    return Table(prose("Wide"), None, columns, (Row(cells),), (Row(cells),), id="t-wide")


def chart() -> Figure:
    """A figure with a lettered note."""
    return Figure(
        title=prose("Arrivals", NoteRef("chart")),
        image=Image("arrivals.svg", "image/svg+xml", ARRIVALS),
        alt=prose("A line that rises from left to right."),
        sources=(prose("Harbour office."),),
        id="f-chart",
    )


def talk() -> Box:
    """A box with a list and a lettered note."""
    words = paragraph("The pilots said", NoteRef("box"), ":", form="unnumbered")
    return Box(prose("Talk on the quay"), (words, _dashes()), id="b-talk")


def _option(title: str, *facets: Facet, id: str) -> Option:
    words = paragraph("What it is", NoteRef("option"), ".", form="unnumbered")
    return Option(prose(title), (words,), facets, id)


def _facet(key: str, place: str, *texts: str, heading: str = "") -> Facet:
    line = Line((Text(heading),)) if heading else None
    blocks = tuple(paragraph(text, form="unnumbered") for text in texts)
    return Facet(key, blocks, line, place)  # type: ignore[arg-type]


def _options() -> OptionTable:
    return OptionTable(
        (
            _option(
                "Dredge the basin",
                _facet("benefits", "start", "Deeper water.", "More ships.", heading="Benefits"),
                _facet("challenges", "end", "Costly.", heading="Challenges"),
                _facet("strategy", "full", "Dredge in winter."),
                _facet("recommendation", "full", "Viable, can proceed."),
                id="o-dredge",
            ),
            _option("Do nothing", _facet("benefits", "start", "Cheap."), id="o-nothing"),
        )
    )


# ---- annexes --------------------------------------------------------------------------------


def _annexes() -> tuple[Annex, ...]:
    second = (
        paragraph("Paragraph numbers start afresh."),
        ItemList((_item("and so do letters."),), ordered=True),
        Section(prose("Headings too"), (paragraph("In the second annex."),), 1),
        wide_table(),
    )
    return (
        Annex(
            prose("Options", NoteRef("unedited")),
            (paragraph("Before the options."), _options()),
            id="a-options",
            original=("es",),
            original_line="[Original: Spanish]",
            edited=False,
        ),
        Annex(prose("Further matters"), second, id="a-further"),
    )
