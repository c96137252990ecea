"""A folder of things that were made once, by what they were made of.

A thing is kept under the digest of all that went into it, so that it can never be out of date; it
is kept with the digest of itself, so that a damaged one is noticed and made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docgen.files import write_whole
from docgen.report import DocgenError

_SEAL = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Store:
    """The store in `folder`; without a folder nothing is kept."""

    folder: Path | None = None

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The thing under `key`, made and put there if it is not there whole."""
        found = self._find(key)
        if found is None:
            found = make()
            self._keep(key, found)
        return found

    def _find(self, key: str) -> bytes | None:
        try:
            sealed = self._place(key).read_bytes() if self.folder else b""
        except OSError:
            return None
        seal, data = sealed[:_SEAL], sealed[_SEAL:]
        return data if seal == hashlib.sha256(data).digest() else None

    def _keep(self, key: str, data: bytes) -> None:
        """A store that takes nothing, on a full disk for example, only costs time."""
        if self.folder:
            try:
                write_whole(self._place(key), hashlib.sha256(data).digest() + data)
            except DocgenError:
                return

    def _place(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key


NOWHERE_KEPT = Store()


def digest(*parts: object) -> str:
    """The name of something that is made of `parts`, whose texts must tell all about them."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
