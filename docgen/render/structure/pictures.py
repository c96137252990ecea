"""Pictures of a file → the same as PDF/A allows them: smoothed by no viewer, in colours of screens.

A press gets its file without this, and with it the inks of every picture.
"""

from __future__ import annotations

import io
from typing import Any

from docgen.render.photographs import QUALITY, to_screen

INKS = "/DeviceCMYK"
"""Colours that a file for screens cannot hold (ISO 19005-3, 6.2.4.3)."""


def settle(stream: Any) -> None:
    """Mend a picture of the page engine; what is none is left as it is (ISO 19005-3, 6.2.8)."""
    extra = getattr(stream, "extra", {})
    if "Interpolate" in extra:
        extra["Interpolate"] = "false"
        if extra["ColorSpace"] == INKS:
            extra["ColorSpace"] = "/DeviceRGB"
            extra.pop("Decode", None)
            stream.stream = [on_screen(stream.stream[0].data)]


def on_screen(photograph: bytes) -> bytes:
    """A JPEG in inks → the same in red, green and blue, by its own profile if it has one."""
    from PIL import Image

    with Image.open(io.BytesIO(photograph)) as picture:
        target = io.BytesIO()
        _converted(picture).save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _converted(picture: Any) -> Any:
    from PIL.ImageCms import applyTransform

    profile = picture.info.get("icc_profile")
    convert = to_screen(profile, "CMYK") if profile else None
    return applyTransform(picture, convert) if convert else picture.convert("RGB")
