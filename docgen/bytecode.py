"""The bytecode of the modules that commands load, taken from one file beside that of this package.

Python looks for each module by itself, and reads a file for each: for those of a build that was an
eighth of the time in which a short report becomes a DOCX. Here those that are loaded with one
another are read at once, so that what they have in common is made once; which these are depends on
what is loaded before. A module comes from there only where Python would find the same: its source
has the size and the time that it had, and so have its folder and all that are searched before; else
Python loads it as ever, and `keeping` keeps it.

The file is small, and seldom written. Commands that load much take so long that nobody would notice
what they gain here: nothing is kept of them. A file that is full, or serves a Python that searches
other folders, stays as it is for a day, but for modules that were edited.
"""

from __future__ import annotations

import marshal
import os
import sys
from _thread import get_ident
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import spec_from_file_location
from time import time
from types import CodeType, ModuleType
from zlib import crc32

TYPE_CHECKING = False  # as in `typing`, which is not loaded yet
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Place = tuple[str, str, tuple[str, ...], tuple[int, int]]
"""The source of a module, its bytecode, its folders, time and size of the source.

The folders are that in which it is found and, of a package, that of its modules.
"""
Group = tuple[tuple[str, ...], int, int, int]
"""The names of modules; where in the file their code begins, its length and its seal."""
Found = tuple[str, tuple[str, ...], tuple[tuple[str, Place], ...]]
"""A module, the names of a group that was of no good, and the modules that are loaded with it."""

MUCH = 350
"""No command that is short loads so many modules."""
ROOM = 5_000_000
"""A file whose code has so many bytes gets no further group."""
DAY = 24 * 60 * 60
"""The seconds after which somebody who misses something may begin the file anew."""

SEAL, NUMBER = 4, 8
"""The bytes of a seal and of a number."""
UNREADABLE = (OSError, EOFError, ValueError, TypeError)  # the last three from `marshal`


class Bytecode:
    """A finder of the modules in the file `kept`, in groups that are loaded with one of them."""

    def __init__(self, kept: str = "") -> None:
        self.kept = kept
        self.path, self.begin = list[str](), 0
        self.folders: dict[str, int] = {}
        self.places: dict[str, Place] = {}
        self.groups: dict[str, list[Group]] = {}
        self.foreign = False
        if kept:
            self._read()
        self._looked: dict[str, int] = {}
        self._script = "", -1, frozenset[str]()
        self._thread = get_ident()
        self._bursts = [Burst("", None)]
        self._others: set[Found] = set()

    def _read(self) -> None:
        """What is in the file, if that is whole and of this Python with these folders to search."""
        with suppress(*UNREADABLE), open(self.kept, "rb") as file:  # noqa: PTH123 - not loaded yet
            seal, length = file.read(SEAL), int.from_bytes(file.read(NUMBER))
            data = file.read(length)
            if crc32(data).to_bytes(SEAL) == seal:
                by, path, folders, places, groups = marshal.loads(data)
                self.foreign = by == BY and path != sys.path[1:]
                if by == BY and not self.foreign:
                    self.path, self.begin = path, file.tell()
                    self.folders, self.places, self.groups = folders, places, groups

    # ---- finding ----

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """A module as `import` asks for it; None where Python is to look for it."""
        if get_ident() != self._thread:
            return None
        burst, place = self._during(name), self.places.get(name)
        burst.names.add(name)
        if place and self._there(name, place, path):
            return _spec(name, place, _Loader(name, place[0], self, burst))
        burst.missed.add(name)
        return None

    def _during(self, name: str) -> Burst:
        """What is loaded with one module; the module `name` begins it if no other is loaded."""
        spec = getattr(sys.modules.get(self._bursts[-1].outer), "__spec__", None)
        if not getattr(spec, "_initializing", False):
            self._bursts.append(Burst(name, self._fitting(name)))
            self._looked.clear()
        return self._bursts[-1]

    def _fitting(self, outer: str) -> Group | None:
        """The largest group for a module of which nothing is loaded yet."""
        fitting = (
            one for one in self.groups.get(outer, ()) if sys.modules.keys().isdisjoint(one[0])
        )
        return max(fitting, key=lambda one: len(one[0]), default=None)

    def _there(self, name: str, place: Place, path: Sequence[str] | None) -> bool:
        """Whether Python would find the module where it was, and as it was."""
        file, _, folders, then = place
        found = self._searched(name, folders[0]) if path is None else [*path] == [folders[0]]
        return found and self._same(folders) and stamp(file) == then

    def _same(self, folders: Sequence[str]) -> bool:
        """Whether nothing came into these folders, or left them."""
        for folder in folders:
            if folder not in self._looked:
                self._looked[folder] = changed(folder)
            if self._looked[folder] != self.folders.get(folder):
                return False
        return True

    def _searched(self, name: str, folder: str) -> bool:
        """Whether the module is in none of the folders that are searched before its own."""
        with suppress(OSError, ValueError):  # an archive; not one of these folders
            script, *path = sys.path
            before = path[: path.index(folder)]
            beside = self._beside(script or ".")
            return path == self.path and name not in beside and self._same(before)
        return False

    def _beside(self, folder: str) -> frozenset[str]:
        """What could be imported from the folder of the script, in which others work."""
        now = changed(folder)
        if self._script[:2] != (folder, now):
            names = os.listdir(folder) if now >= 0 else []  # noqa: PTH208
            self._script = folder, now, frozenset(each.partition(".")[0] for each in names)
        return self._script[2]

    # ---- loading ----

    def code(self, burst: Burst, name: str) -> CodeType | None:
        """The code of a module, once, if it is there with what else is loaded."""
        if burst.codes is None:
            burst.codes = self._unpacked(burst)
        code = burst.codes.pop(name, None)
        if not code:
            burst.missed.add(name)
        return code

    def _unpacked(self, burst: Burst) -> dict[str, CodeType]:
        if not burst.group:
            return {}
        names, begin, length, seal = burst.group
        with suppress(*UNREADABLE), open(self.kept, "rb") as file:  # noqa: PTH123
            file.seek(self.begin + begin)
            data = file.read(length)
            if crc32(data) == seal:
                return dict(zip(names, marshal.loads(data), strict=True))
        self.groups[burst.outer].remove(burst.group)
        return {}

    # ---- what is to be kept ----

    def found(self) -> list[Found]:
        """What has been loaded and is not kept as it is by now."""
        if len(sys.modules) >= MUCH:
            return []
        bursts = [one for one in self._bursts if one.codes or any(map(_place, one.missed))]
        if bursts and not self.old():
            bursts = [one for one in bursts if not self.foreign and self._lacks(one)]
        return [*self._others, *map(_found, bursts)]

    def old(self) -> bool:
        """Whether the file was written a day ago or longer, or is not there."""
        return not 0 <= time() - changed(self.kept) / 10**9 < DAY

    def full(self) -> bool:
        """Whether the file has no room for further groups."""
        return sum(length for them in self.groups.values() for _, _, length, _ in them) >= ROOM

    def _lacks(self, burst: Burst) -> bool:
        """Whether the file is out of date in what is loaded here, or has room for it."""
        outer, _, places = _found(burst)
        if self.full():
            return any(name in self.places and not self._has(name, place) for name, place in places)
        names = tuple(name for name, _ in places)
        known = any(names == one[0] for one in self.groups.get(outer, ()))
        return not known or not all(self._has(*one) for one in places)

    def _has(self, name: str, place: Place) -> bool:
        return self.places.get(name) == place and self._same(place[2])

    def add(self, found: Iterable[Found]) -> None:
        """Take over what another process has found."""
        self._others.update(found)


class Burst:
    """What is loaded with the module `outer`, and the group of kept modules from which it comes."""

    def __init__(self, outer: str, group: Group | None) -> None:
        self.outer, self.group = outer, group
        self.codes: dict[str, CodeType] | None = None
        self.names: set[str] = set()
        self.missed: set[str] = set()


class _Loader(SourceFileLoader):
    """What loads a module as ever, but for its code where that is kept."""

    def __init__(self, name: str, file: str, kept: Bytecode, burst: Burst) -> None:
        super().__init__(name, file)
        self._kept, self._burst = kept, burst

    def get_code(self, fullname: str) -> CodeType | None:
        return self._kept.code(self._burst, fullname) or super().get_code(fullname)


def begin() -> None:
    """From now on modules come from what is kept, unless somebody is asked before `PathFinder`."""
    global KEPT
    if __spec__ and __spec__.cached and not sys.dont_write_bytecode:
        KEPT = Bytecode(kept_beside(__spec__.cached))
        finders = sys.meta_path
        finders.insert(finders.index(PathFinder) if PathFinder in finders else len(finders), KEPT)


def kept_beside(cached: str) -> str:
    """The file beside the bytecode of a module for what this very Python keeps.

    The name of the bytecode tells the version but for its last number, and how code is optimised.
    """
    return f"{cached}.{crc32(sys.version.encode()):08x}.kept"


def _spec(name: str, place: Place, loader: _Loader) -> ModuleSpec | None:
    file, cached, folders, _ = place
    within = [*folders[1:]] or None
    spec = spec_from_file_location(name, file, loader=loader, submodule_search_locations=within)
    if spec:
        spec.cached = cached
    return spec


def _place(name: str) -> Place | None:
    """The place of a module that is loaded, and whose source Python has read from a file.

    One beside the script is none of ours.
    """
    module = sys.modules.get(name)
    spec = module.__spec__ if type(module) is ModuleType else None
    if not spec or not spec.origin or type(spec.loader) not in {SourceFileLoader, _Loader}:
        return None
    own = os.path.dirname(spec.origin)  # noqa: PTH120
    package = spec.submodule_search_locations is not None
    folders = (os.path.dirname(own), own) if package else (own,)  # noqa: PTH120
    if not spec.cached or folders[0] == _script():
        return None
    return spec.origin, spec.cached, folders, stamp(spec.origin)


def _found(burst: Burst) -> Found:
    places = tuple((name, place) for name in sorted(burst.names) if (place := _place(name)))
    return burst.outer, burst.group[0] if burst.group else (), places


def _script() -> str:
    """The folder of the script; empty where that is gone."""
    with suppress(OSError):
        return sys.path[0] or os.getcwd()  # noqa: PTH109
    return ""


def changed(path: str) -> int:
    """When something was changed, in nanoseconds; -1 if it is not there."""
    return stamp(path)[0]


def stamp(path: str) -> tuple[int, int]:
    """When something was changed, in nanoseconds, and its size; -1 if it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return -1, -1
    return found.st_mtime_ns, found.st_size


BY = sys.version, stamp(__file__)
"""What reads the file, which nothing else may have written."""
KEPT = Bytecode()
"""What this process takes modules from."""
