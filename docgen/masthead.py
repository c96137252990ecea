"""Front matter × Bundle → Masthead: every generated line of the first page.

Rules: UN Editorial Manual, mastheads; session and agenda lines as measured in issued documents.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from docgen import symbols
from docgen.bundle import Bundle
from docgen.model import Front, Image, Inline, Line, Masthead, NoteRef, Prose, Text
from docgen.read.suggest import suggest
from docgen.report import NOWHERE, DocgenError, Origin, Report
from docgen.style import Stylesheet

ORGANS = {
    "general-assembly": "General Assembly",
    "security-council": "Security Council",
    "economic-and-social-council": "Economic and Social Council",
    "human-rights-council": "Human Rights Council",
    "trusteeship-council": "Trusteeship Council",
    "secretariat": "Secretariat",
}
DISTRIBUTIONS = {
    "general": "Distr.: General",
    "limited": "Distr.: Limited",
    "restricted": "Distr.: Restricted",
}
BYLINES = {
    "report": {"secretary-general": "Report of the Secretary-General"},
    "note": {
        "secretary-general": "Note by the Secretary-General",
        "secretariat": "Note by the Secretariat",
    },
}
AGENDAS = {
    "": ("Agenda item {items}", "Agenda items {items}"),
    "provisional": (
        "Item {items} of the provisional agenda{mark}",
        "Items {items} of the provisional agenda{mark}",
    ),
    "preliminary": (
        "Item {items} of the preliminary list{mark}",
        "Items {items} of the preliminary list{mark}",
    ),
}
MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
_MARK = "\ufffc"


def check_keys(front: Front, types: Collection[str], report: Report) -> None:
    """Report the values of front matter that mean nothing; `types` are those the style knows."""
    author = "" if isinstance(front.author, Prose) else front.author
    checks: tuple[tuple[str, str, Collection[str]], ...] = (
        ("type", front.type, types),
        ("organ", front.organ, ORGANS),
        ("distribution", front.distribution, DISTRIBUTIONS),
        ("author", author, BYLINES.get(front.type, (author,))),
    )
    places = dict(front.places)
    for key, value, known in checks:
        if value and value not in known:
            origin = places.get(key, NOWHERE)
            report.error(origin, f"{key}: “{value}” is not known", suggest(value, known, "Allowed"))


def masthead(front: Front, bundle: Bundle, sheet: Stylesheet, report: Report) -> Masthead:
    """Word the first page of a document whose keys have been checked.

    Reports a session that has no ordinal number in the bundle.
    """
    parts = sheet.mastheads[front.type]
    marks = dict(front.marks)
    issuing = bundle.masthead or bundle
    return Masthead(
        nations=bundle.say("United Nations"),
        symbols=tuple(_symbol(symbol, marks.get("symbol")) for symbol in front.symbols),
        organ=bundle.say(ORGANS[front.organ]),
        issue=_issue(front, bundle, issuing),
        issue_language=issuing.lang,
        session=_session(front, bundle, report) if "session" in parts else None,
        agenda=_agenda(front, bundle) if "agenda" in parts else None,
        agenda_titles=front.agenda_titles if "agenda_titles" in parts else (),
        title=front.title,
        subtitle=front.subtitle if "subtitle" in parts else None,
        byline=_byline(front, bundle) if "byline" in parts else None,
        emblem=_picture(sheet.emblem),
        job=_job(front, bundle),
        barcode=re.sub(r"\D", "", front.job_number),
        address=symbols.address(symbols.parse(front.symbols[0]), str(bundle.facts["un_code"])),
    )


def _line(text: str, note: str | None = None) -> Line:
    """A line with the mark of `note` where its text has a place for one, or at its end."""
    before, _, after = text.partition(_MARK)
    mark: tuple[Inline, ...] = (NoteRef(note),) if note else ()
    return Line((Text(before), *mark, *((Text(after),) if after else ())))


def _symbol(symbol: str, note: str | None) -> Line:
    return _line(symbol.rstrip("*") if note else symbol, note)


def _issue(front: Front, bundle: Bundle, issuing: Bundle) -> tuple[str, ...]:
    """The distribution block; the language line stays blank in the original language."""
    version = "" if bundle.tag in front.original else _version(bundle, issuing)
    return (
        issuing.say(DISTRIBUTIONS[front.distribution]),
        issuing.date(front.date),
        version[:1].upper() + version[1:],
        issuing.say("Original: {languages}", languages=languages(front.original, issuing)),
    )


def _version(bundle: Bundle, issuing: Bundle) -> str:
    """The name of the language of this version; its own where the other has none for it."""
    try:
        return issuing.language_name(bundle.tag)
    except DocgenError:
        return str(bundle.facts["name"])


def languages(codes: Iterable[str], bundle: Bundle) -> str:
    """The names of languages as a list in the language of `bundle`: "Arabic and English"."""
    return bundle.listed([_language(code, bundle) for code in codes])


def _language(code: str, bundle: Bundle) -> str:
    return bundle.language_name(code)


def _session(front: Front, bundle: Bundle, report: Report) -> Line | None:
    if front.session is None:
        return None
    if isinstance(front.session, str):
        return _line(front.session)
    ordinal = bundle.ordinals.get(front.session)
    if ordinal is None:
        report.error(
            Origin(str(bundle.folder / "ordinals.tsv")),
            f"no ordinal for session {front.session}",
            f"Add a line “{front.session}<tab>…” with the word as session names use it.",
        )
    return _line(bundle.say("{ordinal} session", ordinal=ordinal or str(front.session)))


def _agenda(front: Front, bundle: Bundle) -> Line | None:
    if not front.agenda_items:
        return None
    phrase = AGENDAS[front.agenda_list][len(front.agenda_items) > 1]
    items = bundle.listed(list(front.agenda_items))
    note = dict(front.marks).get("agenda_item")
    words = bundle.say(phrase, items=items, mark=_MARK if note else "")
    return _line(words, note)


def _byline(front: Front, bundle: Bundle) -> Prose | Line | None:
    if isinstance(front.author, Prose) or not front.author:
        return front.author or None
    words = bundle.say(BYLINES[front.type][front.author])
    return _line(words, dict(front.marks).get("byline"))


def _job(front: Front, bundle: Bundle) -> str:
    """The job line: number, language letter, and one date in the original, two in a translation.

    An office that has letters in its numbers prints the language letter close up and no dates.
    """
    if not front.job_number:
        return ""
    letter = f"({bundle.facts['job_letter']})"
    if not front.job_number[0].isdigit():
        return front.job_number + letter
    submitted = front.submitted or front.date
    issued = front.issued or front.date
    dates = [submitted] if bundle.tag in front.original else [submitted, issued]
    return f"{front.job_number} {letter}    " + " ".join(map(_short, dates))


def _short(day: date) -> str:
    return f"{day:%d%m%y}"


def _picture(path: Path) -> Image:
    try:
        return Image(path.name, MEDIA_TYPES[path.suffix.lower()], path.read_bytes())
    except KeyError as error:
        allowed = ", ".join(MEDIA_TYPES)
        raise DocgenError(f"the emblem {path} is no picture", f"Allowed: {allowed}.") from error
    except OSError as error:
        raise DocgenError(
            f"the emblem {path} cannot be read: {error.strerror}",
            "Put it there, or name another file as `emblem` under [masthead] in styles/local.toml.",
        ) from error
