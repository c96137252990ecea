"""The regular expressions that stand in modules, compiled once and kept where Python keeps modules.

Python keeps all that it compiles of a module but its patterns: those it works out anew in every
process, which was a fifth of the time of loading. A pattern depends on its text and its flags
alone, by which it is found again.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from pathlib import Path
from typing import Any

Parts = tuple[str | bytes, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What a pattern is made of; its code as numbers of four bytes."""

OF_FUNCTIONS = 1
"""The flag of the code of functions; that of modules and classes runs once (`CO_OPTIMIZED`)."""

_SEAL = hashlib.sha256().digest_size
_compiler: Any = vars(re)["_compiler"]
_original = _compiler.compile
_place = Path(__file__).parent / "__pycache__" / f"patterns.{sys.hexversion:x}.bin"
_known: dict[tuple[str | bytes, int], Parts] = {}
_new: dict[tuple[str | bytes, int], Parts] = {}


def begin() -> None:
    """Take patterns from what is kept from now on."""
    _known.update(_read())
    _compiler.compile = compiled


def keep() -> None:
    """Keep what is new for other processes, if Python may keep modules; a full disk costs time."""
    if not _new or sys.dont_write_bytecode:
        return
    from docgen.files import write_whole
    from docgen.report import DocgenError

    data = marshal.dumps(_read() | _new)
    _new.clear()
    try:
        write_whole(_place, hashlib.sha256(data).digest() + data, lasting=False)
    except DocgenError:
        return


def compiled(pattern: Any, flags: int = 0) -> Any:
    """What `re` makes of `pattern`, in place of its own function that compiles."""
    key = pattern, int(flags)
    parts = _known.get(key) if isinstance(pattern, str | bytes) else None
    if parts:
        return made(parts)
    found = _original(pattern, flags)
    if _stands_in_module() and not found.flags & (re.LOCALE | re.DEBUG):
        _known[key] = _new[key] = taken_apart(pattern, flags)
    return found


def _stands_in_module() -> bool:
    """Whether whoever called a function of `re` is a module or a class that is being loaded."""
    return not sys._getframe(4).f_code.co_flags & OF_FUNCTIONS


def taken_apart(pattern: str | bytes, flags: int) -> Parts:
    """The parts of `pattern`, as `re` itself finds them."""
    parsed = _compiler._parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    words = map(int, _compiler._code(parsed, flags))
    code = b"".join(word.to_bytes(4, sys.byteorder) for word in words)
    every = int(flags | state.flags)
    return pattern, every, code, state.groups - 1, dict(state.groupdict), tuple(names)


def made(parts: Parts) -> Any:
    """The pattern of these parts."""
    pattern, flags, code, *rest = parts
    return _compiler._sre.compile(pattern, flags, memoryview(code).cast("I").tolist(), *rest)


def _read() -> dict[tuple[str | bytes, int], Parts]:
    """What is kept; nothing if it is not there whole."""
    try:
        sealed = _place.read_bytes()
    except OSError:
        return {}
    data = sealed[_SEAL:]
    if hashlib.sha256(data).digest() != sealed[:_SEAL]:
        return {}
    found: dict[tuple[str | bytes, int], Parts] = marshal.loads(data)
    return found
