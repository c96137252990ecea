"""Files → digests of their bytes; a file is read again only when it has changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from operator import attrgetter
from pathlib import Path
from time import time_ns

from docgen.store import NOWHERE_KEPT, Store, digest

SETTLED = 2_000_000_000
"""So many nanoseconds must have gone by since a file changed before its state is trusted.

Two changes within one tick of a clock leave the same times; that of some file systems ticks every
two seconds.
"""

FORGOTTEN = 20_000
"""So many files are remembered; beyond that those alone which were asked for."""

State = list[int]


class Prints:
    """The digests of files of this machine, remembered in `store` between two runs.

    A digest is remembered with the size of the file, its times and its number on the disk, and
    only for a file that had been left alone when it was read.
    """

    def __init__(self, store: Store = NOWHERE_KEPT) -> None:
        self.store = store
        self.seen: dict[str, tuple[State, str] | None] = {}
        self.known: dict[str, tuple[State, str]] = {}
        remembered = store.find(_key()) if store.keeps else None
        for path, (then, found) in json.loads(remembered).items() if remembered else ():
            self.known[path] = then, found

    def of(self, path: Path | str) -> str:
        """The digest of a file; OSError when it cannot be read."""
        name = os.path.join(os.getcwd(), path)  # noqa: PTH109, PTH118 - a path of many, as text
        now = state(name)
        known = self.seen.get(name) or self.known.get(name)
        if known and known[0] == now:
            self.seen[name] = known
            return known[1]
        return self._read(name, now)

    def _read(self, name: str, now: State) -> str:
        begun = time_ns()
        with open(name, "rb") as file:  # noqa: PTH123 - a path of many, as text
            found = hashlib.file_digest(file, "sha256").hexdigest()
        settled = begun - max(now[1:3]) > SETTLED and state(name) == now
        self.seen[name] = (now, found) if settled else None
        return found

    def save(self) -> None:
        """Remember what was read, if there is anything new in it."""
        new = {name: found for name, found in self.seen.items() if found}
        if not self.store.keeps or all(
            self.known.get(name) == found for name, found in new.items()
        ):
            return
        old = self.known if len(self.known) < FORGOTTEN else {}
        self.store.keep(_key(), json.dumps(old | new).encode())


def tree(folder: Path | str, before: str = "") -> Iterator[tuple[str, str]]:
    """Every file of `folder` by its path from there with slashes, in order; nothing hidden.

    Hidden are what git keeps, and what programs write aside before it takes the place of a file.
    Paths are text: they are so many that to make others of them would take longer than to look.
    """
    shown = list[os.DirEntry[str]]()
    with suppress(OSError), os.scandir(folder) as found:
        shown = sorted((entry for entry in found if entry.name[0] != "."), key=attrgetter("name"))
    for entry in shown:
        if entry.is_file(follow_symlinks=False) or os.path.isfile(entry.path):  # noqa: PTH113
            yield before + entry.name, entry.path
    for entry in shown:
        if entry.is_dir(follow_symlinks=False) and entry.name != "__pycache__":
            yield from tree(entry.path, f"{before}{entry.name}/")


def names(folder: Path) -> list[str]:
    """What lies in `folder`, in no order."""
    return [entry.name for entry in os.scandir(folder)]


def state(name: str | Path) -> State:
    """What tells a file from another in its place; OSError when there is none."""
    found = os.stat(name)  # noqa: PTH116 - a path of many, as text
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


@cache
def _key() -> str:
    return digest("the prints of files", 1)
