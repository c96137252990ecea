"""Pictures → drawings: SVG with a PNG for programs that cannot show it, always described."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterable
from xml.etree import ElementTree

from docgen.model import Image
from docgen.records import dataclass
from docgen.render.docx.markup import NAMESPACES
from docgen.render.docx.package import Content
from docgen.render.docx.press import Press
from docgen.render.docx.wml import Element, emu, node, run, w
from docgen.render.raster import JPEG, PNG, SVG
from docgen.report import DocgenError

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SUFFIXES = {SVG: "svg", PNG: "png", JPEG: "jpg"}
_NO_FRAMES = (0xC4, 0xC8, 0xCC)
"""Markers of JPEG in the range of frame headers that are none: tables and extensions."""

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*(?:px|pt)?\s*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page, in points from its upper left corner."""

    x: float
    y: float


def picture(
    image: Image, alt: str, width: float, press: Press, spot: Spot | None = None
) -> Element:
    """A run with `image`, `width` points wide, in the line or at a `spot` of its page.

    `alt` says it to those who cannot see it. Raises DocgenError for a picture without a size.
    """
    height = width * aspect(image)
    identity = next(press.pictures)
    size = {"cx": emu(width), "cy": emu(height)}
    content = (
        node("wp:extent", size),
        node("wp:effectExtent", dict.fromkeys("ltrb", 0)),
        *([node("wp:wrapNone", {})] if spot else []),
        node("wp:docPr", {"id": identity, "name": image.name, "descr": alt}),
        node("wp:cNvGraphicFramePr", {}, node("a:graphicFrameLocks", {"noChangeAspect": 1})),
        _graphic(image, width, identity, size, press),
    )
    return run(None, w("drawing", _anchored(spot, identity, content) if spot else _inline(content)))


def _inline(content: Iterable[Element]) -> Element:
    return node("wp:inline", dict.fromkeys(("distT", "distB", "distL", "distR"), 0), content)


def _anchored(spot: Spot, identity: int, content: Iterable[Element]) -> Element:
    distances = dict.fromkeys(("distT", "distB", "distL", "distR"), 0)
    flags = {"simplePos": 0, "behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    return node(
        "wp:anchor",
        {**distances, **flags, "relativeHeight": identity},
        node("wp:simplePos", {"x": 0, "y": 0}),
        _offset("wp:positionH", spot.x),
        _offset("wp:positionV", spot.y),
        content,
    )


def _offset(name: str, points: float) -> Element:
    offset = Element("wp:posOffset", {}, [], str(emu(points)), ("wp",))
    return node(name, {"relativeFrom": "page"}, offset)


def _graphic(
    image: Image, width: float, identity: int, size: dict[str, int], press: Press
) -> Element:
    names = node(
        "pic:nvPicPr",
        {},
        node("pic:cNvPr", {"id": identity, "name": image.name}),
        node("pic:cNvPicPr", {}),
    )
    fill = node(
        "pic:blipFill",
        {},
        _blip(image, width, identity, press),
        node("a:stretch", {}, node("a:fillRect", {})),
    )
    frame = node("a:xfrm", {}, node("a:off", {"x": 0, "y": 0}), node("a:ext", dict(size)))
    shape = node("pic:spPr", {}, frame, node("a:prstGeom", {"prst": "rect"}, node("a:avLst", {})))
    drawn = node("pic:pic", {}, names, fill, shape)
    return node("a:graphic", {}, node("a:graphicData", {"uri": NAMESPACES["pic"]}, drawn))


def _blip(image: Image, width: float, identity: int, press: Press) -> Element:
    """The picture in the package; for an SVG the PNG stands first and the SVG is an extension."""
    if image.media_type != SVG:
        return node("a:blip", {"r:embed": _stored(image.media_type, image.data, identity, press)})
    dots = _stored(PNG, press.draw(image, width), identity, press)
    drawn = node("asvg:svgBlip", {"r:embed": _stored(SVG, image.data, identity, press)})
    extension = node("a:ext", {"uri": _SVG_EXTENSION}, drawn)
    return node("a:blip", {"r:embed": dots}, node("a:extLst", {}, extension))


def _stored(media_type: str, data: Content | bytes, identity: int, press: Press) -> str:
    name = f"word/media/image{identity}.{_SUFFIXES[media_type]}"
    return press.part.relate("image", press.package.add(name, media_type, data))


def aspect(image: Image) -> float:
    """The height of `image` for a width of 1, from its own size.

    Raises DocgenError for a picture that does not say it.
    """
    width, height = _SIZES[image.media_type](image.data)
    if width <= 0 or height <= 0:
        raise DocgenError(
            f"the picture {image.name} does not say its size", "Save it again in its program."
        )
    return height / width


def _svg_size(data: bytes) -> tuple[float, float]:
    _, root = next(ElementTree.iterparse(io.BytesIO(data), ["start"]))
    box = _NUMBER.findall(root.get("viewBox") or "")
    if len(box) == 4:
        return float(box[2]), float(box[3])
    sides = [_LENGTH.fullmatch(root.get(name) or "") for name in ("width", "height")]
    width, height = (float(side[1]) if side else 0.0 for side in sides)
    return width, height


def _png_size(data: bytes) -> tuple[float, float]:
    """Width and height from the header chunk (PNG specification, 11.2.2)."""
    return struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" else (0.0, 0.0)


def _jpeg_size(data: bytes) -> tuple[float, float]:
    """Width and height from the frame header (ITU-T T.81, B.2.2), after other segments."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0.0, 0.0


_SIZES: dict[str, Callable[[bytes], tuple[float, float]]] = {
    SVG: _svg_size,
    PNG: _png_size,
    JPEG: _jpeg_size,
}
