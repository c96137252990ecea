"""PO text → entries, line by line: all that the syntax allows, and what is wrong on which line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from docgen.po.entry import Entry
from docgen.records import dataclass, replace
from docgen.report import DocgenError, Origin

_STRING = re.compile(
    r"""(?P<obsolete>\#~)?\s*+(?P<previous>\#?\|)?\s*+
        (?P<keyword>msgctxt|msgid_plural|msgid|msgstr\[(?=\d+\])|msgstr)?(?:(?<=\[)\d+\])?\s*+
        "(?P<text>(?:[^"\\]|\\["\\abfnrtv])*)" """.rstrip(),
    re.VERBOSE,
)
_COMMENT = re.compile(r"#(?P<kind>[.:,]|(?![~|])) ?(?P<text>.*)")
_ESCAPE = re.compile(r"\\(.)")
_CONFLICT = re.compile(r"<{7}|\|{7}|={7}|>{7}")
_FIELDS = {
    None: "",
    "msgctxt": "context",
    "msgid": "msgid",
    "msgid_plural": "plural",
    "msgstr": "msgstr",
    "msgstr[": "forms",
}
_PREVIOUS_FIELDS = {
    None: "",
    "msgctxt": "previous_context",
    "msgid": "previous",
    "msgid_plural": "previous_plural",
}
_REMARKS = {"": "comments", ".": "extracted", ":": "references", ",": "flags"}
_MANY = {*_REMARKS.values(), "forms"}
ESCAPES = {"\\": "\\", '"': '"'}
ESCAPES |= dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True))


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line says: `name` is a field of Entry, empty where the string above goes on."""

    name: str
    text: str
    origin: Origin
    obsolete: bool = False


def entries(text: str, file: str, first: int = 1) -> Iterator[Entry]:
    """The entries of PO `text`, whose first line is the line `first` of its file.

    Raises DocgenError with the line that cannot be read.
    """
    return map(_entry, _groups(_joined(_lines(text, file, first))))


def remarks(lines: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Comments, extracted comments, references and flags in lines that are comments."""
    values: dict[str, list[str]] = {name: [] for name in _REMARKS.values()}
    for comment in map(_COMMENT.fullmatch, map(str.strip, lines)):
        if comment:
            values[_REMARKS[comment["kind"]]].append(comment["text"])
    values["flags"] = _flags(values["flags"])
    return tuple(map(tuple, values.values()))


def unescaped(text: str) -> str:
    """A text as it is meant, from the text as it stands between its signs."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(escape: re.Match[str]) -> str:
    return ESCAPES[escape[1]]


def _flags(lines: Iterable[str]) -> list[str]:
    flags = chain.from_iterable(line.split(",") for line in lines)
    return [flag.strip() for flag in flags if flag.strip()]


def _lines(text: str, file: str, first: int) -> Iterator[_Line]:
    """Only a line feed ends a line: other breaks can stand within a string."""
    for number, line in enumerate(text.split("\n"), first):
        if line.strip():
            yield _line(line.strip(), Origin(file, number))


def _line(line: str, origin: Origin) -> _Line:
    if string := _STRING.fullmatch(line):
        text = unescaped(string["text"])
        return _Line(_field(string, origin), text, origin, bool(string["obsolete"]))
    if comment := _COMMENT.fullmatch(line):
        return _Line(_REMARKS[comment["kind"]], comment["text"], origin)
    raise _unreadable(line, origin)


def _field(string: re.Match[str], origin: Origin) -> str:
    fields = _PREVIOUS_FIELDS if string["previous"] else _FIELDS
    if string["keyword"] not in fields:
        raise _unreadable(string[0], origin)
    return fields[string["keyword"]]


def _unreadable(line: str, origin: Origin) -> DocgenError:
    if _CONFLICT.match(line):
        hint = "A merge left two versions here: keep one and take the marks of the conflict out."
    elif '"' in line:
        hint = r'A text stands on one line between two signs ". Within it write \" and \\.'
    else:
        hint = 'A line begins with #, msgctxt, msgid, msgstr, or is a text between two signs ".'
    return DocgenError(f"this line cannot be read: {line[:60]}", hint, origin)


def _joined(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Strings that go on over several lines as one."""
    held: list[_Line] = []
    for line in lines:
        if line.name:
            if held:
                yield _whole(held)
            held = [line]
        elif not held or held[0].name in _REMARKS.values():
            raise DocgenError("a text without msgid or msgstr before it", origin=line.origin)
        else:
            held.append(line)
    if held:
        yield _whole(held)


def _whole(lines: list[_Line]) -> _Line:
    return replace(lines[0], text="".join(line.text for line in lines))


def _groups(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """The lines of one entry after the other; comments after the last one belong to none."""
    group: list[_Line] = []
    for line in lines:
        if group and group[-1].name in ("msgstr", "forms") and line.name != "forms":
            yield group
            group = []
        group.append(line)
    if any(line.name not in _REMARKS.values() for line in group):
        yield group


def _entry(group: list[_Line]) -> Entry:
    values: dict[str, list[str]] = {}
    for line in group:
        values.setdefault(line.name, []).append(line.text)
    start = next((line for line in group if line.name in ("context", "msgid")), group[-1])
    if "msgid" not in values or not values.keys() & {"msgstr", "forms"}:
        raise DocgenError("an entry needs msgid and then msgstr", origin=start.origin)
    twice = any(len(texts) > 1 for name, texts in values.items() if name not in _MANY)
    if twice or values.keys() >= {"msgstr", "forms"}:
        hint = "An entry ends with msgstr, or with msgstr[0] and the forms after it."
        raise DocgenError("an entry with two texts of one kind", hint, start.origin)
    return _made(values, start.origin, any(line.obsolete for line in group))


def _made(values: Mapping[str, list[str]], origin: Origin, obsolete: bool) -> Entry:
    fields: dict[str, Any] = {
        name: tuple(texts) if name in _MANY else texts[0] for name, texts in values.items()
    }
    fields["flags"] = tuple(_flags(values.get("flags", ())))
    return Entry(**fields, origin=origin, obsolete=obsolete)
