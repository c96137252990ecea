"""The bytecode of the modules that commands load, taken from one file beside that of this package.

Python looks for each module by itself, and reads a file for each: for those of a build that was an
eighth of the time in which a short report becomes a DOCX. Here those that are loaded with one
another are read at once, so that what they have in common is made once. A module comes from there
only where Python would find the same: its source has the size and the time that it had, and so have
its folder and all that are searched before; else Python loads it as ever, and `keeping` keeps it.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import spec_from_file_location
from types import CodeType, ModuleType
from zlib import crc32

TYPE_CHECKING = False  # as in `typing`, which is not loaded yet
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Place = tuple[str, str, tuple[str, ...], tuple[int, int]]
"""The source of a module, its bytecode, its folders, time and size of the source.

The folders are that in which it is found and, of a package, that of its modules.
"""
Found = tuple[str, str, Place]
"""The module that others are loaded with, one of them, and its place."""
Group = tuple[tuple[str, ...], int, int, int]
"""The names of modules; where in the file their code begins, its length and its seal."""

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
        self.groups: dict[str, Group] = {}
        if kept:
            self._read()
        self._looked: dict[str, int] = {}
        self._outer, self._script = "", ("", -1, frozenset[str]())
        self._codes: dict[str, dict[str, CodeType]] = {}
        self._missed: dict[str, set[str]] = {}
        self._others: set[Found] = set()

    def _read(self) -> None:
        """What is in the file, if that is whole and of this Python with these folders to search."""
        with suppress(*UNREADABLE), open(self.kept, "rb") as file:  # noqa: PTH123 - not loaded yet
            seal, length = file.read(SEAL), int.from_bytes(file.read(NUMBER))
            data = file.read(length)
            if crc32(data).to_bytes(SEAL) == seal:
                by, path, folders, places, groups = marshal.loads(data)
                if (by, path) == (BY, sys.path[1:]):
                    self.path, self.begin = path, file.tell()
                    self.folders, self.places, self.groups = folders, places, groups

    # ---- finding ----

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """A module as `import` asks for it; None where Python is to look for it."""
        outer = self._loaded_with(name)
        place = self.places.get(name)
        if place and self._there(name, place, path):
            return _spec(name, place, _Loader(name, place[0], self, outer))
        self._miss(outer, name)
        return None

    def _loaded_with(self, name: str) -> str:
        """The module whose loading needs the module `name`; that itself if no other is loaded."""
        spec = getattr(sys.modules.get(self._outer), "__spec__", None)
        if not getattr(spec, "_initializing", False):
            self._outer = name
            self._looked.clear()
        return self._outer

    def _miss(self, outer: str, name: str) -> None:
        self._missed.setdefault(outer, set()).add(name)

    def _there(self, name: str, place: Place, path: Sequence[str] | None) -> bool:
        """Whether Python would find the module where it was, and as it was."""
        file, _, folders, then = place
        found = self._searched(name, folders[0]) if path is None else [*path] == [folders[0]]
        return found and self._same(folders) and stamp(file) == then

    def _same(self, folders: Sequence[str]) -> bool:
        """Whether nothing came into these folders, or left them."""
        for folder in folders:
            if folder not in self._looked:
                self._looked[folder] = time(folder)
            if self._looked[folder] != self.folders.get(folder):
                return False
        return True

    def _searched(self, name: str, folder: str) -> bool:
        """Whether the module is in none of the folders that are searched before its own."""
        script, *path = sys.path
        with suppress(OSError, ValueError):  # an archive; not one of these folders
            before = path[: path.index(folder)]
            beside = self._beside(script or ".")
            return path == self.path and name not in beside and self._same(before)
        return False

    def _beside(self, folder: str) -> frozenset[str]:
        """What could be imported from the folder of the script, in which others work."""
        changed = time(folder)
        if self._script[:2] != (folder, changed):
            names = os.listdir(folder) if changed >= 0 else []  # noqa: PTH208
            self._script = folder, changed, frozenset(each.partition(".")[0] for each in names)
        return self._script[2]

    # ---- loading ----

    def code(self, outer: str, name: str) -> CodeType | None:
        """The code of a module that is loaded with the module `outer`, once, if it is there."""
        if outer not in self._codes:
            self._codes[outer] = self._group(outer)
        code = self._codes[outer].pop(name, None)
        if not code:
            self._miss(outer, name)
        return code

    def _group(self, outer: str) -> dict[str, CodeType]:
        if outer in self.groups:
            names, begin, length, seal = self.groups[outer]
            with suppress(*UNREADABLE), open(self.kept, "rb") as file:  # noqa: PTH123
                file.seek(self.begin + begin)
                data = file.read(length)
                if crc32(data) == seal:
                    return dict(zip(names, marshal.loads(data), strict=True))
            del self.groups[outer]
        return {}

    # ---- what is to be kept ----

    def found(self) -> list[Found]:
        """What has been loaded and is not kept as it is by now."""
        self._looked.clear()
        here = [
            (outer, name, place)
            for outer, names in self._missed.items()
            for name in sorted(names)
            if (place := _place(name)) and not self._has(outer, name, place)
        ]
        return [*self._others, *here]

    def _has(self, outer: str, name: str, place: Place) -> bool:
        grouped = outer in self.groups and name in self.groups[outer][0]
        return grouped and self.places[name] == place and self._same(place[2])

    def add(self, found: Iterable[Found]) -> None:
        """Take over what another process has found."""
        self._others.update(found)


class _Loader(SourceFileLoader):
    """What loads a module as ever, but for its code where that is kept."""

    def __init__(self, name: str, file: str, kept: Bytecode, outer: str) -> None:
        super().__init__(name, file)
        self._kept, self._outer = kept, outer

    def get_code(self, fullname: str) -> CodeType | None:
        return self._kept.code(self._outer, fullname) or super().get_code(fullname)


def begin() -> None:
    """From now on modules come from what is kept, unless somebody is asked before `PathFinder`."""
    global KEPT
    if __spec__ and __spec__.cached and not sys.dont_write_bytecode:
        KEPT = Bytecode(f"{__spec__.cached}.kept")
        finders = sys.meta_path
        finders.insert(finders.index(PathFinder) if PathFinder in finders else len(finders), KEPT)


def _spec(name: str, place: Place, loader: _Loader) -> ModuleSpec | None:
    file, cached, folders, _ = place
    within = [*folders[1:]] or None
    spec = spec_from_file_location(name, file, loader=loader, submodule_search_locations=within)
    if spec:
        spec.cached = cached
    return spec


def _place(name: str) -> Place | None:
    """The place of a module that is loaded, and whose source Python has read from a file."""
    module = sys.modules.get(name)
    spec = module.__spec__ if type(module) is ModuleType else None
    if spec and spec.origin and spec.cached and type(spec.loader) in {SourceFileLoader, _Loader}:
        own = os.path.dirname(spec.origin)  # noqa: PTH120
        package = spec.submodule_search_locations is not None
        folders = (os.path.dirname(own), own) if package else (own,)  # noqa: PTH120
        return spec.origin, spec.cached, folders, stamp(spec.origin)
    return None


def time(path: str) -> int:
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
