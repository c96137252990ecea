"""What Python works out anew in every process from what stands in modules, kept between processes.

A pattern of a regular expression is compiled, and the methods of a data class are written and
compiled, each time that its module is loaded: a third of the time of loading. Both depend on
nothing but their text, by which they are found again. They are kept where Python keeps modules.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any

SEAL = hashlib.sha256().digest_size
MODULE = "<module>"
"""What Python calls the code that runs while a module is loaded."""

Patterns = dict[tuple[str | bytes, int], tuple[Any, ...]]
Functions = dict[str, CodeType]

_compiler: Any = vars(re)["_compiler"]
_place = Path(__file__).parent / "__pycache__" / f"prepared.{sys.hexversion:x}.bin"


class Prepared:
    """The patterns and functions of modules by their texts; `new` if any is not kept yet."""

    def __init__(self, patterns: Patterns, functions: Functions) -> None:
        self.patterns, self.functions = patterns, functions
        self.new = False

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """Compile `pattern`, in place of the function of `re` that does."""
        made = self.patterns.get((pattern, flags))
        if made is None:
            made = _parts(pattern, flags)
            if sys._getframe(3).f_code.co_name == MODULE and not made[1] & re.LOCALE:
                self.patterns[pattern, int(flags)], self.new = made, True
        return _compiler._sre.compile(*made)

    def execute(self, source: str, names: dict[str, Any], found: dict[str, Any]) -> None:
        """Run `source`, in place of the `exec` of `dataclasses`."""
        code = self.functions.get(source)
        if code is None:
            code = self.functions[source] = compile(source, "<string>", "exec")
            self.new = True
        exec(code, names, found)


def _parts(pattern: Any, flags: int) -> tuple[Any, ...]:
    """What a compiled pattern is made of, as `re` itself finds it."""
    parsed = _compiler._parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    code = [*map(int, _compiler._code(parsed, flags))]
    return pattern, int(flags | state.flags), code, state.groups - 1, state.groupdict, tuple(names)


def begin() -> Callable[[], None]:
    """Use what is kept from now on → what to call at the end, which keeps what is new."""
    import dataclasses

    prepared = Prepared(*_read())
    if not sys.flags.debug:
        _compiler.compile = prepared.compile
        vars(dataclasses)["exec"] = prepared.execute
    return lambda: _keep(prepared)


def _read() -> tuple[Patterns, Functions]:
    """What is kept; nothing if it is not there whole."""
    try:
        sealed = _place.read_bytes()
    except OSError:
        return {}, {}
    data = sealed[SEAL:]
    if hashlib.sha256(data).digest() != sealed[:SEAL]:
        return {}, {}
    found: tuple[Patterns, Functions] = marshal.loads(data)
    return found


def _keep(prepared: Prepared) -> None:
    """Keep what is new, if Python may keep modules; a full disk only costs time."""
    if not prepared.new or sys.dont_write_bytecode:
        return
    from docgen.files import write_whole
    from docgen.report import DocgenError

    data = marshal.dumps((prepared.patterns, prepared.functions))
    try:
        write_whole(_place, hashlib.sha256(data).digest() + data)
    except DocgenError:
        return
