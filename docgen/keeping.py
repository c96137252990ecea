"""What commands have loaded → the file from which the next one takes it."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from types import CodeType
from zlib import crc32

from docgen.bytecode import (
    BY,
    NUMBER,
    ROOM,
    SEAL,
    UNREADABLE,
    Bytecode,
    Found,
    Group,
    Place,
    changed,
    stamp,
)

Groups = Mapping[str, Iterable[tuple[str, ...]]]
"""Modules, and the names of each group of modules that are loaded with one of them."""


def keep(kept: str, found: Iterable[Found]) -> None:
    """Add to the file `kept` what was found; where nothing can be written, nothing happens.

    What it had is read anew, so that nothing stays there that is out of date.
    """
    if not os.access(os.path.dirname(kept), os.W_OK):  # noqa: PTH120
        return
    before = Bytecode(kept)  # others may have added theirs meanwhile
    if before.full() and before.old():
        before = Bytecode()
    groups = {outer: [names for names, *_ in them] for outer, them in before.groups.items()}
    places = before.places
    for outer, gone, modules in found:
        names = tuple(name for name, _ in modules)
        others = [one for one in groups.get(outer, ()) if one not in (gone, names)]
        groups[outer] = [*others, names]
        places |= modules
    times = _times(places)  # before their code is read: what changes meanwhile is out of date
    put(kept, *_parts(groups, times, _codes(places)))


def put(place: str, *parts: bytes) -> None:
    """Write a file, whole or not at all."""
    aside = f"{place}.{os.getpid()}"
    try:
        with open(aside, "wb") as file:  # noqa: PTH123 - where the module pathlib is not loaded
            file.writelines(parts)
        os.replace(aside, place)  # noqa: PTH105
    except OSError:
        with suppress(OSError):  # a full disk has taken a part of it
            os.unlink(aside)  # noqa: PTH108


def _codes(places: Mapping[str, Place]) -> dict[str, tuple[Place, CodeType]]:
    """The code of each module that is still there, as Python itself reads it."""
    found = {}
    for name, (file, cached, folders, _) in places.items():
        now = stamp(file)
        with suppress(*UNREADABLE, ImportError, SyntaxError):
            code = SourceFileLoader(name, file).get_code(name)
            if code and now == stamp(file):
                found[name] = (file, cached, folders, now), code
    return found


def _parts(
    groups: Groups, times: dict[str, int], modules: Mapping[str, tuple[Place, CodeType]]
) -> tuple[bytes, ...]:
    """The file: what is in it and where, and the code of each group for which there is room."""
    there, parts, begin = dict[str, list[Group]](), list[bytes](), 0
    for outer, wanted in ((outer, names) for outer, several in groups.items() for names in several):
        names = tuple(name for name in wanted if name in modules)
        if names and begin < ROOM:
            parts.append(marshal.dumps([modules[name][1] for name in names]))
            group = names, begin, len(parts[-1]), crc32(parts[-1])
            there.setdefault(outer, []).append(group)
            begin += len(parts[-1])
    inside = {name for several in there.values() for names, *_ in several for name in names}
    places = {name: modules[name][0] for name in inside}
    data = marshal.dumps((BY, sys.path[1:], times, places, there))
    return crc32(data).to_bytes(SEAL), len(data).to_bytes(NUMBER), data, *parts


def _times(places: Mapping[str, Place]) -> dict[str, int]:
    """The times of all folders in which something is found or looked for."""
    own = {folder for *_, folders, _ in places.values() for folder in folders}
    return {folder: changed(folder) for folder in {*sys.path[1:], *own}}
