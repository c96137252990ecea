"""Facts of a first page → the front matter of a report."""

from __future__ import annotations

import json
from datetime import date

from docgen.importing.drafts import Facts
from docgen.importing.texts import Texts
from docgen.read.front_matter import REPORT_KEYS

_NEEDED = ("type", "organ", "symbol", "distribution", "date", "source", "title")
_ORDER = (
    "type",
    "organ",
    "symbol",
    "distribution",
    "date",
    "source",
    "original",
    "session",
    "agenda_list",
    "agenda_item",
    "agenda_title",
    "title",
    "subtitle",
    "author",
    "notes",
    "job_number",
    "submitted",
    "issued",
    "contents",
    "style",
    "annexes",
)


def yaml(value: object) -> str:
    """A value of the front matter; texts in quotes where they need them."""
    if isinstance(value, list):
        return f"[{', '.join(map(yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | int):
        return str(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {yaml(one)}' for key, one in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)


def front_matter(facts: Facts, texts: Texts, annexes: list[str]) -> str:
    """The front matter of a report; what is needed and was not found stands as a comment."""
    values = dict(facts.values)
    notes = _starred(facts, texts)
    values |= _titles(facts, texts, notes)
    values |= {"notes": notes} if notes else {}
    values |= {"annexes": annexes} if annexes else {}
    made = ""
    for key in _ORDER:
        if key in values:
            one = values[key]
            single = isinstance(one, list) and len(one) == 1 and key != "annexes"
            made += f"{key}: {yaml(one[0] if single else one)}\n"  # type: ignore[index]
        elif key in _NEEDED:
            made += f"# {key}: not found in the Word file. {REPORT_KEYS[key]}\n"
            texts.notices.tell(0, f"the first page does not say the “{key}”", REPORT_KEYS[key])
    return made


def _starred(facts: Facts, texts: Texts) -> dict[str, str]:
    """Keys of notes by the generated lines that they are marked on; those of titles are in them."""
    found = {}
    for key, words in facts.stars.items():
        name = f"star-{key.replace('_', '-')}"
        texts.notes[name] = texts.words(words) or "–"
        found[key] = name
    for mark in facts.values.get("byline marks", ()):  # type: ignore[attr-defined]
        found["byline"] = texts.keys.get(mark.note, "")
        texts.words((mark,))
    return {key: one for key, one in found.items() if one}


def _titles(facts: Facts, texts: Texts, notes: dict[str, str]) -> dict[str, object]:
    """The titles; marks of notes stand in them and not in `notes`."""
    found: dict[str, object] = {}
    lines_of = [texts.words(one) for one in facts.lines]
    if facts.title:
        found["title"] = " ".join(texts.words(one) for one in facts.title)
    if facts.agenda_titles:
        found["agenda_title"] = [texts.words(one) for one in facts.agenda_titles]
    if "title" in notes and "title" in found:
        found["title"] = f"{found['title']}[^{notes.pop('title')}]"
    if "byline" in notes and lines_of and "author" not in facts.values:
        lines_of[-1] += f"[^{notes.pop('byline')}]"
    if "author" not in facts.values and lines_of:
        found["author"] = lines_of.pop()
    if lines_of:
        found["subtitle"] = " ".join(lines_of)
    return found
