"""gettext PO text ↔ entries, in one canonical form: no wrapping, no dates, no line numbers.

The syntax is that of the GNU gettext manual, "The Format of PO Files". Previous source texts (`#|`)
are kept on obsolete entries too, which common readers drop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from docgen import limits
from docgen.files import read_within
from docgen.records import dataclass
from docgen.report import NOWHERE, DocgenError, Origin

FUZZY = "fuzzy"

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Entry:
    """A message with its translation; `plural` and `forms` only where the message has plurals.

    `previous` is the source text that a fuzzy translation was made from. `comments` are the
    translator's (`#`), `extracted` the program's (`#.`). An entry without `msgid` and `context`
    is the header of its file.
    """

    msgid: str = ""
    msgstr: str = ""
    context: str | None = None
    plural: str | None = None
    forms: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: str | None = None
    previous_context: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    origin: Origin = NOWHERE

    @property
    def line(self) -> int:
        """The line of its file on which the message begins, after its comments."""
        return self.origin.line

    @property
    def fuzzy(self) -> bool:
        """Whether the translation needs another look."""
        return FUZZY in self.flags

    @property
    def header(self) -> bool:
        """Whether this is the header of its file."""
        return not self.msgid and self.context is None

    @property
    def translated(self) -> bool:
        """Whether there is a translation, good or not."""
        return bool(self.msgstr.strip() or any(self.forms))


def read(file: Path) -> list[Entry]:
    """The entries of a PO file in UTF-8; raises DocgenError with the line it cannot read."""
    try:
        return parse(read_within(file, limits.FILE).decode("utf-8-sig"), str(file))
    except FileNotFoundError as error:
        raise DocgenError("there is no such file", origin=Origin(str(file))) from error
    except UnicodeDecodeError as error:
        hint = "Save it in the encoding UTF-8."
        raise DocgenError("the file is not in UTF-8", hint, Origin(str(file))) from error


def parse(text: str, file: str) -> list[Entry]:
    """The entries of PO `text`; raises DocgenError that names `file` and the line."""
    entries = [_entry(group) for group in _groups(_joined(_lines(text, file)))]
    found: dict[tuple[str | None, str], Entry] = {}
    for entry in entries:
        if not entry.obsolete:
            _claim(found, (entry.context, entry.msgid), entry)
    return entries


def catalogue(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The living entries by their context; raises DocgenError for a context that stands twice."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.context is not None and not entry.obsolete:
            _claim(found, entry.context, entry)
    return found


def dump(entries: Iterable[Entry]) -> str:
    """PO text in canonical form: one line a string, or one for each of the lines it has."""
    return "\n".join(f"{_printed(entry)}\n" for entry in entries)


# ---- reading --------------------------------------------------------------------------------

_STRING = re.compile(
    r"""(?P<obsolete>\#~)?\s*+(?P<previous>\#?\|)?\s*+
        (?P<keyword>msgctxt|msgid_plural|msgid|msgstr\[|msgstr)?(?:(?<=\[)\d+\])?\s*+
        "(?P<text>(?:[^"\\]|\\["\\abfnrtv])*)" """.rstrip(),
    re.VERBOSE,
)
_COMMENT = re.compile(r"#(?P<kind>[.:,]|(?![~|])) ?(?P<text>.*)")
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
_COMMENTS = {"": "comments", ".": "extracted", ":": "references", ",": "flags"}
_MANY = {*_COMMENTS.values(), "forms"}
_ESCAPES = {"\\": "\\", '"': '"'}
_ESCAPES |= dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True))


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line says: `name` is a field of Entry, empty where the string above goes on."""

    name: str
    text: str
    origin: Origin
    obsolete: bool = False


def _lines(text: str, file: str) -> Iterator[_Line]:
    """Only a line feed ends a line: other breaks can stand within a string."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(line.strip(), Origin(file, number))


def _line(line: str, origin: Origin) -> _Line:
    if string := _STRING.fullmatch(line):
        text = re.sub(r"\\(.)", lambda escape: _ESCAPES[escape[1]], string["text"])
        return _Line(_field(string, origin), text, origin, bool(string["obsolete"]))
    if comment := _COMMENT.fullmatch(line):
        return _Line(_COMMENTS[comment["kind"]], comment["text"], origin)
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
        elif not held or held[0].name in _COMMENTS.values():
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
    if any(line.name not in _COMMENTS.values() for line in group):
        yield group


def _entry(group: list[_Line]) -> Entry:
    values: dict[str, list[str]] = {}
    for line in group:
        values.setdefault(line.name, []).append(line.text)
    start = next((line for line in group if line.name in ("context", "msgid")), group[-1])
    if "msgid" not in values or not values.keys() & {"msgstr", "forms"}:
        raise DocgenError("an entry needs msgid and then msgstr", origin=start.origin)
    for name, texts in values.items():
        if len(texts) > 1 and name not in _MANY:
            hint = "An entry ends with msgstr."
            raise DocgenError("an entry with two texts of one kind", hint, start.origin)
    return _made(values, start.origin, any(line.obsolete for line in group))


def _made(values: Mapping[str, list[str]], origin: Origin, obsolete: bool) -> Entry:
    flags = chain.from_iterable(line.split(",") for line in values.get("flags", ()))
    fields: dict[str, Any] = {
        name: tuple(texts) if name in _MANY else texts[0] for name, texts in values.items()
    }
    fields["flags"] = tuple(flag.strip() for flag in flags if flag.strip())
    return Entry(**fields, origin=origin, obsolete=obsolete)


def _claim(found: dict[Key, Entry], key: Key, entry: Entry) -> None:
    if key in found:
        name = entry.context or entry.msgid or "the header"
        hint = f"It stands at line {found[key].line} too: keep one of the two."
        raise DocgenError(f"“{name}” stands here a second time", hint, entry.origin)
    found[key] = entry


# ---- writing --------------------------------------------------------------------------------

_ESCAPED = str.maketrans({meant: f"\\{written}" for written, meant in _ESCAPES.items()})


def _printed(entry: Entry) -> str:
    flags = (", ".join(entry.flags),) if entry.flags else ()
    return "\n".join(
        chain(
            _remarks("#", entry.comments),
            _remarks("#.", entry.extracted),
            _remarks("#:", entry.references),
            _remarks("#,", flags),
            _previous_strings(entry),
            _own_strings(entry),
        )
    )


def _remarks(sign: str, lines: Iterable[str]) -> Iterator[str]:
    return (f"{sign} {line}".rstrip() for line in lines)


def _previous_strings(entry: Entry) -> Iterator[str]:
    texts = {
        "msgctxt": entry.previous_context,
        "msgid": entry.previous,
        "msgid_plural": entry.previous_plural,
    }
    return _strings("#~| " if entry.obsolete else "#| ", texts)


def _own_strings(entry: Entry) -> Iterator[str]:
    texts = {"msgctxt": entry.context, "msgid": entry.msgid, "msgid_plural": entry.plural}
    if entry.forms:
        texts |= {f"msgstr[{index}]": form for index, form in enumerate(entry.forms)}
    else:
        texts["msgstr"] = entry.msgstr
    return _strings("#~ " if entry.obsolete else "", texts)


def _strings(prefix: str, texts: Mapping[str, str | None]) -> Iterator[str]:
    for keyword, text in texts.items():
        if text is not None:
            yield from _string(prefix, keyword, text)


def _string(prefix: str, keyword: str, text: str) -> Iterator[str]:
    pieces = [piece.translate(_ESCAPED) for piece in re.findall(r".*\n|.+", text)]
    if len(pieces) < 2:
        yield f'{prefix}{keyword} "{"".join(pieces)}"'
    else:
        yield f'{prefix}{keyword} ""'
        yield from (f'{prefix}"{piece}"' for piece in pieces)
