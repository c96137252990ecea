"""Fields with their results, and the bookmarks that they refer to.

A field is written with the result that the engine knows, so that nothing needs to be updated when
the file is opened; updating gives the same text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import count

from docgen.numerals import system
from docgen.render.docx.wml import Element, mark, run, shared, text

LISTED = "C"
"""The kind of the entries that `listed` adds, by which the field of the contents list asks."""

_MAX_NAME = 40
_LETTERS = defaultdict(lambda: "_", {code: chr(code) for code in range(128) if chr(code).isalnum()})
"""The letters and digits that a name can have; a stroke stands for any other character."""

_SWITCHES = {
    "1": "ARABIC",
    "a": "alphabetic",
    "A": "ALPHABETIC",
    "i": "roman",
    "I": "ROMAN",
}
"""The numerals of fields by the symbol of the system. Word has Chinese ones too; LibreOffice would
print them as Arabic numerals."""


_BEGIN, _SEPARATE, _END = (
    mark("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")
)
_STALE = mark("fldChar", fldCharType="begin", dirty=1)
"""The marks of fields: one element each for all places."""


class Bookmarks:
    """The bookmarks of a document: one for every key, hidden in the dialogue of Word."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._placed: set[str] = set()

    def name(self, key: str) -> str:
        """The name for `key`: its ASCII letters and digits, at most 40, unlike any other name."""
        name = self._names.get(key)
        if name is None:
            name = stem = "_" + key.translate(_LETTERS)[: _MAX_NAME - 5]
            numbers = count(2)
            while name.lower() in self._taken:
                name = f"{stem}_{next(numbers)}"
            self._taken.add(name.lower())
            self._names[key] = name
        return name

    def wrap(self, key: str, content: Iterable[Element]) -> list[Element]:
        """`content` within the bookmark for `key`; as it is without a key, or a second time."""
        if not key or key in self._placed:
            return list(content)
        self._placed.add(key)
        number = str(len(self._placed))
        start = Element("w:bookmarkStart", {"w:id": number, "w:name": self.name(key)}, [])
        return [start, *content, Element("w:bookmarkEnd", {"w:id": number}, [])]


def field(instruction: str, result: str, properties: Element | None = None) -> list[Element]:
    """The runs of a field; `properties` go on every one of them.

    A field with an empty result is marked as stale: Word finds the result when it opens the file
    (ECMA-376 part 1, 17.16.18).
    """
    shown = [run(properties, text(result))] if result else []
    return [*opening(instruction, properties, stale=not result), *shown, closing(properties)]


def opening(
    instruction: str, properties: Element | None = None, *, stale: bool = False
) -> list[Element]:
    """The runs before the result of a field, which is not the right one if it is `stale`."""
    code = Element("w:instrText", {"xml:space": "preserve"}, [], f" {instruction} ")
    return [
        _marking(properties, _STALE if stale else _BEGIN),
        run(properties, code),
        _marking(properties, _SEPARATE),
    ]


def closing(properties: Element | None = None) -> Element:
    """The run after the result of a field."""
    return _marking(properties, _END)


@lru_cache(256)
def _marking(properties: Element | None, part: Element) -> Element:
    """The run with a mark of a field, one for all fields that look the same."""
    made = run(properties, part)
    return shared(made) if properties is None or properties.written else made


def listed(words: str, level: int) -> list[Element]:
    """A field that shows nothing here and puts `words` into the contents list, without a page.

    The list has it at the place of the field, at `level` from 1 (ECMA-376 part 1, 17.16.5.66).
    """
    said = words.replace("\\", "\\\\").replace('"', '\\"')
    return [*opening(f'TC "{said}" \\f {LISTED} \\l {level} \\n'), closing()]


def sequence(kind: str, pattern: str, result: str) -> list[Element]:
    """The number of a thing of a `kind`, as a SEQ field in the numerals of the label `pattern`.

    Where fields do not have these numerals it is typed.
    """
    switch = _SWITCHES.get(system(pattern))
    return field(f"SEQ {kind} \\* {switch}", result) if switch else [run(None, text(result))]
