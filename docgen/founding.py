"""The folder of one language × locale data → the folder of another, to be gone through by people.

What the Unicode locale data (CLDR) knows is filled in; all else is that of the first language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from babel import Locale, UnknownLocaleError

from docgen import bundle as bundles
from docgen import po
from docgen.files import write_folder
from docgen.po import FUZZY, Entry
from docgen.project import Project
from docgen.report import Report, UsageError

Row = tuple[Path, str]

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DIRECTIONS = {"right-to-left": "rtl", "left-to-right": "ltr"}
_MONTHS = re.compile(r"^months = \[\n?[^\]]*\]$", re.MULTILINE)


def found(project: Project, tag: str, base: str) -> list[Row]:
    """Make `locales/<tag>/` with the facts of the language `base` (empty: that of the documents).

    Returns its files, each with what is to be done in it. Raises UsageError for a language that is
    there, or of which nothing is known.
    """
    folder, locale = project.locales / tag, _locale(project, tag)
    like = bundles.load(project.locales, base or _first_source(project), Report())
    if like.disguise:
        raise UsageError(f"“{like.tag}” is a pseudo-language", "Name another one with --from.")
    facts = (like.folder / bundles.FACTS).read_text("utf-8")
    words = list(_words(po.read(like.folder / bundles.MESSAGES), tag))
    ordinals = (like.folder / bundles.ORDINALS).read_text("utf-8")
    files = {
        bundles.FACTS: "".join(_facts(facts, tag, locale)),
        bundles.MESSAGES: po.dump(words),
        bundles.ORDINALS: ordinals,
    }
    write_folder(folder, {name: text.encode() for name, text in files.items()})
    count = sum(entry.fuzzy for entry in words)
    return [
        (folder / bundles.FACTS, f"facts of {like.tag}: go through them from top to bottom"),
        (
            folder / bundles.MESSAGES,
            f"{count} wordings of {like.tag}: translate each, delete {FUZZY}",
        ),
        (folder / bundles.ORDINALS, f"ordinal numbers of {like.tag}: replace them"),
    ]


def _locale(project: Project, tag: str) -> Locale:
    if (project.locales / tag).exists():
        raise UsageError(f"there is a language “{tag}” already", f"See {project.locales / tag}.")
    try:
        return Locale.parse(tag if _CODE.fullmatch(tag) else "", sep="-")
    except (UnknownLocaleError, ValueError) as error:
        hint = "Give its code as BCP 47 has it: pt, sw, zh-Hant."
        raise UsageError(f"“{tag}” is no language that the locale data knows", hint) from error


def _first_source(project: Project) -> str:
    """The language in which the first document is written."""
    for document in project.documents():
        return project.languages(document)[0]
    raise UsageError("nothing says which language to begin with", "Name it with --from.")


def _facts(text: str, tag: str, locale: Locale) -> Iterator[str]:
    """The facts of the base with those that the locale data has for the new language."""
    months = locale.months["format"]["wide"]
    listed = ", ".join(f'"{months[number]}"' for number in range(1, 13))
    text = _MONTHS.sub(f"months = [{listed}]", text, count=1)
    known = {
        "name": _name(locale),
        "lang": tag,
        "cldr": str(locale),
        "masthead": tag,
        "direction": _DIRECTIONS[locale.character_order],
    }
    head, table, rest = text.partition("\n[")
    for key, value in known.items():
        head = re.sub(rf'^{key} = ".*"$', f'{key} = "{value}"', head, flags=re.MULTILINE)
    yield from (head, table, _named(rest, locale))


def _name(locale: Locale) -> str:
    name = locale.get_display_name() or locale.language
    return name[:1].upper() + name[1:]


def _named(text: str, locale: Locale) -> str:
    """The names of languages, where there is a name for each."""
    before, heading, after = text.partition("[languages]\n")
    lines, blank, rest = after.partition("\n\n")
    codes = re.findall(r"^([\w-]+) = ", lines, re.MULTILINE)
    names = [f'{code} = "{locale.languages.get(code, code)}"' for code in codes]
    return before + heading + "\n".join(names) + blank + rest


def _words(entries: Iterable[Entry], tag: str) -> Iterator[Entry]:
    """The wording of the base, all of it to be revised."""
    for entry in entries:
        if entry.header:
            said = re.sub(r"Language: .*", f"Language: {tag}", entry.msgstr)
            yield replace(entry, msgstr=said)
        else:
            yield replace(entry, flags=(FUZZY,))
