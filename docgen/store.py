"""A folder of things that were made once, by what they were made of.

A thing is kept under the digest of all that went into it, so that it can never be out of date; it
is kept with the digest of itself, so that a damaged one is noticed and made again.
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import time

from docgen.files import write_whole
from docgen.records import dataclass
from docgen.report import DocgenError

_SEAL = 32
"""The bytes of a digest."""
_DAY = 24 * 60 * 60
_TIDIED = "tidied"
"""The file whose time says when the store was last tidied."""

KEPT = 30
"""So many days a thing is kept that nobody uses."""


@dataclass(frozen=True, slots=True)
class Store:
    """The store in `folder`; without a folder nothing is kept."""

    folder: Path | None = None

    @property
    def keeps(self) -> bool:
        """Whether anything is kept, so that a key is of use."""
        return self.folder is not None

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The thing under `key`, made and put there if it is not there whole."""
        found = self.find(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def find(self, key: str) -> bytes | None:
        """The thing under `key`, which was used today from then on; None if it is not whole."""
        if self.folder is None:
            return None
        try:
            sealed = self._place(key).read_bytes()
        except OSError:
            return None
        self._touch(self._place(key))
        seal, data = sealed[:_SEAL], sealed[_SEAL:]
        return data if seal == hashlib.sha256(data).digest() else None

    def keep(self, key: str, data: bytes) -> None:
        """Put `data` under `key`; a store that takes nothing, on a full disk, only costs time."""
        if self.folder:
            try:
                sealed = hashlib.sha256(data).digest() + data
                write_whole(self._place(key), sealed, lasting=False)
            except DocgenError:
                return

    def sizes(self) -> list[int]:
        """The size in bytes of each thing that is there."""
        return [path.stat().st_size for path in self._things()]

    def clean(self, unused: float = 0) -> int:
        """Remove what was put or used last more than `unused` days ago → how many things."""
        old = [path for path in self._things() if not unused or _age(path) > unused]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def tidy(self) -> int:
        """Remove what nobody used for KEPT days, if that was not done today → how many things."""
        if self.folder is None or _age(self.folder / _TIDIED) < 1:
            return 0
        with suppress(OSError):
            (self.folder / _TIDIED).touch()
        return self.clean(KEPT)

    def _touch(self, path: Path) -> None:
        """Say that a thing was used today; once a day is enough."""
        if _age(path) > 1:
            with suppress(OSError):
                os.utime(path)

    def _things(self) -> list[Path]:
        return [path for path in self.folder.glob("??/*") if path.is_file()] if self.folder else []

    def _place(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key


NOWHERE_KEPT = Store()


def _age(path: Path) -> float:
    """The days since a file was put there or last used; endless for one that is not there."""
    try:
        return (time() - path.stat().st_mtime) / _DAY
    except OSError:
        return math.inf


def digest(*parts: object) -> str:
    """The name of something that is made of `parts`, whose texts must tell all about them."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
