"""What Python would compile anew in every process, kept where it keeps the modules of this package.

Python keeps the bytecode of modules, but neither the patterns (`re`) that they have nor the methods
that `records` writes for its classes. To compile those of a build took a tenth of the time in which
a short report becomes a DOCX, and to read the facts of its language and its house a twentieth. Each
is kept by its text, so that nothing can be out of date; of patterns those alone that are compiled
while a module is imported: others may hold what somebody has written in a document, and there is no
end of them. A file that has grown too large, in years of other versions, is begun anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from re import _compiler, _parser  # type: ignore[attr-defined]
from types import CodeType
from typing import Any
from zlib import crc32

_SEAL = 4
_IMPORT = "<frozen importlib"
"""How the files begin whose code imports modules."""

_FACTS, _LONG = 100, 20_000
"""So many texts with facts are kept, and none of more characters.

They are those that were used last: whoever works on one makes many of it.
"""
_ROOM = 4_000_000
"""The most bytes of the file."""

_compile = _compiler.compile


class Compiled:
    """Patterns, code and facts by their texts; kept in the file `place`, if there is one."""

    def __init__(self, place: str = "") -> None:
        self.place = place
        self.patterns, self.codes, self.texts = _read(place) if place else ({}, {}, {})
        self.new = False
        self._used: dict[str, bytes] = {}

    def pattern(self, text: Any, flags: int = 0) -> Any:
        """What the module `re` makes of a pattern."""
        key = text, int(flags)
        if isinstance(text, str | bytes) and key in self.patterns:
            return _pattern(text, *self.patterns[key])
        if not isinstance(text, str | bytes) or not _importing():
            return _compile(text, flags)
        self.patterns[key], self.new = _parts(*key), True
        return _pattern(text, *self.patterns[key])

    def code(self, text: str) -> CodeType:
        """What Python makes of statements."""
        if text not in self.codes:
            self.codes[text], self.new = compile(text, "<string>", "exec"), True
        return self.codes[text]

    def facts(self, text: str, find: Callable[[], Any]) -> Any:
        """The values that `find` finds in a text, as a copy; moments of time are not kept."""
        data = self.texts.get(text)
        if data is None:
            found = find()
            if len(self._used) >= _FACTS or len(text) > _LONG:
                return found
            try:
                data = marshal.dumps(found)
            except ValueError:
                return found
            self.texts[text], self.new = data, True
        self._used[text] = data
        return marshal.loads(data)

    def save(self) -> None:
        """Keep what is new; where nothing can be written the next process compiles it again."""
        if not self.new or not self.place:
            return
        patterns, codes, texts = _read(self.place)  # others may have kept theirs meanwhile
        others = {text: data for text, data in texts.items() if text not in self._used}
        facts = dict([*others.items(), *self._used.items()][-_FACTS:])
        data = marshal.dumps((sys.version, patterns | self.patterns, codes | self.codes, facts))
        if len(data) > _ROOM:
            data = marshal.dumps((sys.version, {}, {}, {}))
        aside = f"{self.place}.{os.getpid()}"
        try:
            with open(aside, "wb") as file:  # noqa: PTH123 - before the module pathlib is there
                file.write(crc32(data).to_bytes(_SEAL) + data)
            os.replace(aside, self.place)  # noqa: PTH105
        except OSError:
            with suppress(OSError):  # a full disk has taken a part of it
                os.unlink(aside)  # noqa: PTH108
        self.new = False


def begin() -> Compiled:
    """From now on modules that are imported take their patterns from what is kept."""
    global KEPT
    KEPT = Compiled("" if sys.dont_write_bytecode else _place())
    _compiler.compile = KEPT.pattern
    return KEPT


def _place() -> str:
    """The file beside the bytecode of this module for what this very Python keeps.

    The name of the bytecode tells the version but for its last number.
    """
    if not __spec__ or not __spec__.cached:
        return ""
    return f"{__spec__.cached}.{crc32(sys.version.encode()):08x}.kept"


def _read(
    place: str,
) -> tuple[dict[tuple[Any, int], Any], dict[str, CodeType], dict[str, bytes]]:
    """What is kept in a file, if it is there whole and of this version of Python."""
    unreadable = (OSError, EOFError, ValueError, TypeError)  # the last three from `marshal`
    with suppress(*unreadable), open(place, "rb") as file:  # noqa: PTH123
        seal, data = file.read(_SEAL), file.read()
        if crc32(data).to_bytes(_SEAL) == seal:
            version, patterns, codes, texts = marshal.loads(data)
            if version == sys.version:
                return patterns, codes, texts
    return {}, {}, {}


def _importing() -> bool:
    """Whether a module is being imported."""
    frame = sys._getframe(1)
    while frame and not frame.f_code.co_filename.startswith(_IMPORT):
        frame = frame.f_back  # type: ignore[assignment]
    return bool(frame)


# ---- a pattern and its parts, as the module `re` of the standard library has them ---------------


def _parts(
    text: str | bytes, flags: int
) -> tuple[int, bytes, int, dict[str, int], tuple[Any, ...]]:
    """Flags, code, number and names of groups, and the name of each group."""
    parsed = _parser.parse(text, flags)
    state, code = parsed.state, _compiler._code(parsed, flags)
    names = [None, *[None] * (state.groups - 1)]
    for name, number in state.groupdict.items():
        names[number] = name
    packed = b"".join(word.to_bytes(4, sys.byteorder) for word in code)
    return int(flags | state.flags), packed, state.groups - 1, dict(state.groupdict), tuple(names)


def _pattern(
    text: str | bytes, flags: int, code: bytes, groups: int, numbers: Any, names: Any
) -> Any:
    return _compiler._sre.compile(
        text, flags, memoryview(code).cast("I").tolist(), groups, numbers, names
    )


KEPT = Compiled()
"""What this process has compiled."""
