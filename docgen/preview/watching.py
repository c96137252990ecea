"""Files that are saved → a signal to everybody who looks at a page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from watchfiles import Change, awatch

from docgen.project import Project

PULSE = 15.0
"""So many seconds apart a page hears that the server is still there."""

_LONGEST, _STEP = 200, 40
"""Changes within so many milliseconds are told at once; so long a silence ends them."""


class Bell:
    """Counts what was saved, and wakes those who wait for it."""

    def __init__(self) -> None:
        self.count = 0
        self._rung = asyncio.Event()
        self.closed = False

    def ring(self) -> None:
        """Wake everybody."""
        self.count += 1
        rung, self._rung = self._rung, asyncio.Event()
        rung.set()

    def close(self) -> None:
        """Let everybody go."""
        self.closed = True
        self.ring()

    async def strokes(self) -> AsyncIterator[bool]:
        """True whenever the bell was rung, False when it was silent for a while."""
        seen = self.count
        while not self.closed:
            if self.count == seen:
                try:
                    await asyncio.wait_for(self._rung.wait(), PULSE)
                except TimeoutError:
                    yield False
                    continue
            seen = self.count
            if not self.closed:
                yield True


def watched(project: Project, documents: list[str]) -> list[Path]:
    """The folders in which saving a file changes a page."""
    contents = [project.content, *(project.folder(name) for name in documents)]
    folders = [path.resolve() for path in (*contents, project.locales, project.styles)]
    return [path for path in dict.fromkeys(folders) if path.is_dir()]


def is_content(change: Change, path: str) -> bool:
    """Whether a file is none that an editor, or docgen itself, has only put aside."""
    name = Path(path).name
    return not (name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp")))


async def watch(folders: list[Path], bell: Bell, saved: Callable[[], None]) -> None:
    """Call `saved` and ring the `bell` whenever a file below `folders` was saved."""
    async for _ in awatch(
        *folders, watch_filter=is_content, debounce=_LONGEST, step=_STEP, recursive=True
    ):
        await asyncio.to_thread(saved)
        bell.ring()
