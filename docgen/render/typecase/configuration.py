"""Cut faces in a folder → the configuration by which Fontconfig finds these alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from docgen.render.faces import Cut

FILE = "fonts.conf"


def write(folder: Path, placed: Mapping[str, Cut]) -> Path:
    """Write the configuration for the faces `placed` in `folder`, by the names of their files."""
    lines = [
        "<?xml version='1.0'?>",
        "<fontconfig>",
        f"<dir>{escape(str(folder))}</dir>",
        f"<cachedir>{escape(str(folder))}</cachedir>",
        *(line for name, face in placed.items() for line in _named(folder / name, face)),
        "</fontconfig>",
    ]
    file = folder / FILE
    file.write_text("\n".join(lines), "utf-8")
    return file


def _named(path: Path, face: Cut) -> Iterator[str]:
    """The rule that calls the font at `path` as the style sheets do.

    The name is put before the others: one that replaces them is not found by Pango.
    """
    yield "<match target='scan'>"
    yield f"<test name='file' compare='eq'><string>{escape(str(path))}</string></test>"
    yield f"<edit name='family' mode='prepend'><string>{escape(face.name)}</string></edit>"
    yield "</match>"
