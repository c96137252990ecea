"""Add the words that the engine itself writes: first page, fixed wording, headings of facets.

Document × Bundle × Stylesheet → Document. Wording comes from `messages.po`, facts from
`locale.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen import symbols
from docgen.bundle import Bundle
from docgen.masthead import languages, masthead
from docgen.model import (
    Annex,
    Document,
    Facet,
    FacetForm,
    Line,
    Note,
    NoteRef,
    Option,
    Prose,
    Text,
    Wording,
)
from docgen.records import replace
from docgen.report import Report
from docgen.style import Stylesheet
from docgen.walk import rebuild

UNEDITED = "unedited-{annex}"


def furnish(document: Document, bundle: Bundle, sheet: Stylesheet, report: Report) -> Document:
    """Give `document` all the words that are not in its content."""
    front = document.front
    annexes = tuple(_furnish_annex(annex, bundle, sheet) for annex in document.annexes)
    return replace(
        document,
        masthead=masthead(front, bundle, sheet, report),
        annexes=annexes,
        blocks=_place_facets(document.blocks, sheet.facets, bundle),
        notes=document.notes + _unedited_notes(document, bundle),
        wording=_wording(document, bundle),
        running_symbol="-".join(symbols.plain_form(symbols.parse(one)) for one in front.symbols),
        running_job=front.job_number,
    )


def _wording(document: Document, bundle: Bundle) -> Wording:
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


def _furnish_annex(annex: Annex, bundle: Bundle, sheet: Stylesheet) -> Annex:
    forms = annex.facets or sheet.facets
    annex = replace(annex, blocks=_place_facets(annex.blocks, forms, bundle))
    if annex.original:
        words = languages(annex.original, bundle)
        line = bundle.say("[Original: {languages}]", languages=words)
        annex = replace(annex, original_line=line)
    return annex if annex.edited else _mark_unedited(annex)


def _mark_unedited(annex: Annex) -> Annex:
    """Put the mark of the generated note behind the title of an annex that was not edited."""
    mark = NoteRef(UNEDITED.format(annex=annex.id))
    title = replace(annex.title, inlines=(*annex.title.inlines, mark))
    return replace(annex, title=title)


def _unedited_notes(document: Document, bundle: Bundle) -> tuple[Note, ...]:
    words = bundle.say("The present annex is being issued without formal editing.")
    return tuple(
        Note(UNEDITED.format(annex=annex.id), Prose("", words, (Text(words),)))
        for annex in document.annexes
        if not annex.edited
    )


def _place_facets(blocks: Any, forms: tuple[FacetForm, ...], bundle: Bundle) -> Any:
    """Order the facets of every option as `forms` do, each with its heading and its place."""
    rank = {form.key: index for index, form in enumerate(forms)}
    by_key = {form.key: form for form in forms}

    def change(node: Any) -> Any:
        if not isinstance(node, Option):
            return node
        facets = sorted(node.facets, key=lambda facet: rank[facet.key])
        return replace(node, facets=tuple(_placed(facet, by_key, bundle) for facet in facets))

    return rebuild(blocks, change, Option)


def _placed(facet: Facet, forms: Mapping[str, FacetForm], bundle: Bundle) -> Facet:
    form = forms[facet.key]
    heading: Prose | Line | None = None
    if isinstance(form.heading, Prose):
        heading = form.heading
    elif form.heading:
        heading = Line((Text(bundle.say(form.heading)),))
    return replace(facet, heading=heading, place=form.place)
