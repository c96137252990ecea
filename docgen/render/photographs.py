"""Photographs → the same as the page engine takes them for granted: upright, in colours of sRGB.

It prints the numbers of their dots whatever their profile says, and makes those anew that lie on
their side, at the cost of their quality. Inks stay what they are: their profile is that of a press.
"""

from __future__ import annotations

import io
from typing import Any

from docgen.model import Image
from docgen.records import replace
from docgen.render.raster import JPEG, PNG

SIGNS = {JPEG: (b"ICC_PROFILE\0", b"Exif\0\0"), PNG: (b"iCCP", b"eXIf")}
"""What stands in the file of a picture that may lie on its side, or in other colours."""

QUALITY = 95
"""Of JPEG, so that nobody sees that a picture was made anew."""

SEEN = 3
"""By so many of 255 levels colours must differ to be converted; profiles of sRGB are rounded."""

ORIENTATION, UPRIGHT = 0x0112, 1
"""The tag of Exif that says how a camera was held, and what it says of most pictures."""

SIDE = 16
"""The colours that are tried, on each side of the square that holds them."""


def plain(image: Image) -> Image:
    """`image` upright and in sRGB; the very same where it is so already, or says nothing clear."""
    if not any(sign in image.data for sign in SIGNS.get(image.media_type, ())):
        return image
    from PIL import Image as Photograph
    from PIL import ImageOps

    with Photograph.open(io.BytesIO(image.data)) as found:
        lies = found.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT
        convert = None if found.mode == "CMYK" else _visible(found)
        if not lies and convert is None:
            return image
        upright = _unpacked(ImageOps.exif_transpose(found))
        made = _converted(upright, convert) if convert else upright
        return replace(image, data=_saved(made, image.media_type))


def _saved(picture: Any, media_type: str) -> bytes:
    """A file without the profile and the directions of the old one, which no longer hold."""
    made = io.BytesIO()
    picture.info = {}
    if media_type == JPEG:
        picture.save(made, "JPEG", quality=QUALITY, subsampling=0)
    else:
        picture.save(made, "PNG")
    return made.getvalue()


def _unpacked(picture: Any) -> Any:
    """The colours of a table as such, and what is seen through as a band of its own."""
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("RGB") if picture.mode == "P" else picture


def _mode(picture: Any) -> str:
    return "L" if picture.mode in ("1", "L", "LA") else "RGB"


def _converted(picture: Any, convert: Any) -> Any:
    from PIL.ImageCms import applyTransform

    mode = _mode(picture)
    made: Any = applyTransform(picture.convert(mode), convert)
    made = made.convert(mode)
    if "A" in picture.getbands():
        made.putalpha(picture.getchannel("A"))
    return made


def _visible(picture: Any) -> Any:
    """What converts the colours of `picture`; None where nobody would see that."""
    profile, mode = picture.info.get("icc_profile"), _mode(picture)
    convert = to_screen(profile, mode) if profile else None
    return convert if convert and _is_seen(convert, mode) else None


def to_screen(profile: bytes, mode: str) -> Any:
    """From a profile of colours like `mode` to sRGB; None for a profile of others, or of none."""
    from PIL import ImageCms

    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None


def _is_seen(convert: Any, mode: str) -> bool:
    """Whether any of some colours all over the space becomes another."""
    from PIL import Image as Photograph
    from PIL import ImageChops
    from PIL.ImageCms import applyTransform

    parts = Photograph.linear_gradient("L").resize((SIDE, SIDE))
    bands = (parts, parts.rotate(90), parts.rotate(180))
    tried = parts if mode == "L" else Photograph.merge("RGB", bands)
    changed: Any = applyTransform(tried, convert)
    differences: Any = ImageChops.difference(tried.convert("RGB"), changed).getextrema()
    return any(most > SEEN for _, most in differences)
