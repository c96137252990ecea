"""The machine → what files depend on beside their content: code, packages, libraries, fonts."""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from docgen import fontconfig, machine
from docgen.fontconfig import Font
from docgen.store import digest
from docgen.tasks.prints import Prints, names, tree

CODE = Path(__file__).resolve().parents[1]
PACKAGES = frozenset(
    [
        *("babel", "brotli", "cffi", "cssselect2", "fonttools", "jinja2", "lxml"),
        *("markdown_it_py", "markupsafe", "mdit_py_plugins", "mdurl", "packaging", "pikepdf"),
        *("pillow", "pycparser", "pydyf", "pyphen", "pyyaml", "resvg", "segno", "tinycss2"),
        *("tinyhtml5", "uharfbuzz", "weasyprint", "webencodings", "zopfli"),
    ]
)
"""The packages that a build loads; a test compares them with requirements.lock."""

_INSTALLED = re.compile(r"(.+)-([^-]+)\.(?:dist|egg)-info")


def code(prints: Prints) -> str:
    """The digest of docgen itself and of all that it is made of in Python."""
    own = [part for name, path in tree(CODE) for part in (name, prints.of(path))]
    python = sys.implementation.name, *sys.version_info[:3], zlib.ZLIB_RUNTIME_VERSION
    return digest(*own, *python, *sorted(_packages()))


def _packages() -> Iterator[str]:
    """Name and version of each package, from the names of folders: to ask Python takes longer."""
    for place in map(Path, filter(os.path.isdir, sys.path)):
        for found in filter(None, map(_INSTALLED.fullmatch, names(place))):
            name = re.sub(r"[-_.]+", "_", found[1]).lower()
            if name in PACKAGES:
                yield f"{name} {found[2]}"


@cache
def libraries() -> tuple[str, ...]:
    """The libraries of the system that set the lines of a PDF."""
    return tuple(machine.engine_versions())


def fonts(families: Iterable[str], prints: Prints) -> list[str]:
    """The fonts of `families` that are installed, each by its names and its bytes."""
    wanted = set(families)
    found = (font for font in fontconfig.fonts() if wanted.intersection(font.families))
    return sorted(_font(font, prints) for font in found)


def _font(font: Font, prints: Prints) -> str:
    return "\t".join((*font.families, str(font.index), font.name, prints.of(font.path)))
