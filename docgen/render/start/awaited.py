"""The fonts of a text, which WeasyPrint knows as soon as it asks for the first of them.

Until then it reads HTML, matches styles and makes boxes, while the faces are being cut.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from weasyprint.text.fonts import FontConfiguration

VARIABLE = "FONTCONFIG_FILE"


class Awaited(FontConfiguration):  # type: ignore[misc]
    """The fonts in the configuration that `faces` gives the file of."""

    def __init__(self, faces: Callable[[], Path]) -> None:
        self._faces = faces

    def __getattr__(self, name: str) -> Any:
        """What WeasyPrint has of the fonts, which are looked at with the first question."""
        if "font_map" in vars(self) or name.startswith("__"):
            raise AttributeError(name)
        with shown(self._faces()):
            super().__init__()
        return getattr(self, name)


@contextmanager
def shown(file: Path) -> Iterator[None]:
    """Meanwhile Fontconfig knows the fonts alone that `file` names."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(file)
    try:
        yield
    finally:
        os.environ.pop(VARIABLE) if before is None else os.environ.update({VARIABLE: before})
