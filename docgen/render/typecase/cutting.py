"""A font × characters → a font with the glyphs of these alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from docgen.fontconfig import Font
from docgen.render.typecase.charset import renumbered
from docgen.store import Store, digest


def cut(font: Font, characters: Collection[str], store: Store) -> bytes:
    """`font` with `characters` as far as it has them; no bytes if it has none of them.

    Every feature of layout stays, such as marks of half their width.
    """
    wanted = "".join(sorted(characters))
    key = digest("cut and renumbered", font.path, *font.state(), font.index, wanted)
    return store.kept(key, lambda: _cut(font, wanted))


def _cut(font: Font, characters: str) -> bytes:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font.path)), font.index)
    data = _subset(face, characters)
    return data if uharfbuzz.Face(uharfbuzz.Blob(data)).unicodes else b""


def _subset(face: Any, characters: str) -> bytes:
    """What `face` has of `characters`; HarfBuzz passes over those that it lacks."""
    from uharfbuzz import SubsetFlags, SubsetInput, subset

    wanted = SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.invert()
    wanted.flags = SubsetFlags.NOTDEF_OUTLINE
    return renumbered(bytes(subset(face, wanted).blob.data))
