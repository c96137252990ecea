"""The faces of a document, cut to its characters, as the only fonts that the page engine sees.

A Chinese collection has 20 MB and tens of thousands of glyphs, a report needs a few hundred of
them. The engine reads, measures and embeds what it is given; given less it takes half the time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.fontconfig import find
from docgen.render.faces import Cut, cuts
from docgen.render.typecase import configuration
from docgen.render.typecase.characters import characters
from docgen.render.typecase.cutting import cut
from docgen.store import Store
from docgen.style import Stylesheet


@contextmanager
def case(source: str, sheet: Stylesheet, store: Store) -> Iterator[Callable[[], Path]]:
    """What cuts the faces of `sheet` to the characters of `source` → the file that names them.

    They are there until the end of the block. A character that no face has is then missing, and no
    font takes the place of another.
    """
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        yield lambda: _fill(Path(folder), source, sheet, store)


def _fill(folder: Path, source: str, sheet: Stylesheet, store: Store) -> Path:
    """Put the cut faces and their configuration into `folder` → the file of the latter."""
    needed = characters(source)
    placed: dict[str, Cut] = {}
    for face in dict.fromkeys(cuts(sheet)):
        font = find(face.family, face.bold, face.slanted)
        data = cut(font, face.wanted(needed), store) if font else b""
        if data:
            name = f"{len(placed)}.font"
            (folder / name).write_bytes(data)
            placed[name] = face
    return configuration.write(folder, placed)
