"""Colours of the screen → inks of a profile: neutral ones are black ink alone, so is all text."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageCms

from docgen.profile import RGB, Inks, Profile
from docgen.report import SetupError

Colour = tuple[float, ...]
"""Gray, RGB or CMYK as in a PDF, by the number of its parts."""

NEUTRAL = 1 / 255
"""Red, green and blue that differ by no more than this are a gray."""

LUMA = (0.2126, 0.7152, 0.0722)
"""How bright red, green and blue are beside each other (ITU-R BT.709)."""

_WHITE = (255, 255, 255)


class Plates:
    """The plates of one profile and what comes on them."""

    def __init__(self, profile: Profile) -> None:
        self.colours = profile.colours
        self.in_colour = profile.in_colour
        self.convert = _transform(profile) if profile.in_colour else None

    def paint(self, colour: Colour) -> Inks:
        """The inks of an area or a line."""
        if len(colour) == 4 and self.in_colour:
            return colour
        red, green, blue = _rgb(colour)
        if max(red, green, blue) - min(red, green, blue) <= NEUTRAL:
            return self._black(1 - green)
        if not self.in_colour:
            return self._black(1 - _luma((red, green, blue)))
        return self._house((red, green, blue)) or self._converted((red, green, blue))

    def text(self, colour: Colour) -> Inks:
        """The inks of text: a gray stays what it is, any other colour becomes black."""
        red, green, blue = _rgb(colour)
        neutral = max(red, green, blue) - min(red, green, blue) <= NEUTRAL
        return self._black(1 - green if neutral else 1)

    def _black(self, amount: float) -> Inks:
        return (0, 0, 0, amount) if self.in_colour else (amount,)

    def _house(self, colour: RGB) -> Inks | None:
        """The inks that the profile states for `colour`, if it does."""
        for stated, inks in self.colours.items():
            if all(abs(a - b) <= NEUTRAL for a, b in zip(stated, colour, strict=True)):
                return inks
        return None

    def _converted(self, colour: RGB) -> Inks:
        red, green, blue = (round(part * 255) for part in colour)
        pixel = self.image(Image.new("RGB", (1, 1), (red, green, blue))).getpixel((0, 0))
        return tuple(part / 255 for part in pixel)  # type: ignore[union-attr]

    def image(self, picture: Image.Image) -> Image.Image:
        """`picture` in inks: mode "CMYK", or "L" (gray) where black ink is enough."""
        if picture.mode in ("1", "L") or (picture.mode == "CMYK" and self.in_colour):
            return picture
        colours = picture.convert("RGB")
        if self.convert is None or _is_gray(colours):
            return colours.convert("L")
        return ImageCms.applyTransform(colours, self.convert) or colours


def over_white(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """`picture` laid on white paper through its `mask`, which is black where nothing is seen."""
    paper = Image.new("RGB", picture.size, _WHITE)
    paper.paste(picture.convert("RGB"), mask=mask.convert("L").resize(picture.size))
    return paper


def _transform(profile: Profile) -> ImageCms.ImageCmsTransform:
    """From sRGB to the output profile, relative colorimetric with black point compensation."""
    if profile.intent is None or not profile.intent.profile.is_file():
        raise SetupError(
            f"the profile “{profile.name}” prints in colour without an ICC profile",
            "Name a file beside it under [intent], as docs/print.md says.",
        )
    try:
        return ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            str(profile.intent.profile),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as error:
        raise SetupError(
            f"{profile.intent.profile.name} is no ICC profile for CMYK, or a damaged one",
            "Ask the press for it again; docs/print.md says where it belongs.",
        ) from error


def _rgb(colour: Colour) -> RGB:
    if len(colour) == 3:
        return colour[0], colour[1], colour[2]
    if len(colour) == 1:
        return colour[0], colour[0], colour[0]
    cyan, magenta, yellow, black = colour
    return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)


def _luma(colour: RGB) -> float:
    return sum(part * weight for part, weight in zip(colour, LUMA, strict=True))


def _is_gray(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    pairs = ((red, green), (green, blue))
    return all(ImageChops.difference(one, other).getbbox() is None for one, other in pairs)
