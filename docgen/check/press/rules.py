"""What a profile demands of everything that is painted: rules, each of which names one fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.check.press.colours import ALL, CMYK, GRAY, Colour
from docgen.check.press.geometry import Box, inside
from docgen.check.press.state import Painted
from docgen.profile import Profile

TOLERANCE = 0.1
"""By how many points something may lie off: less than a press can place it."""

Rule = Callable[[Painted, Profile, Box], str]
"""Something painted, the profile, the box of the bleed → what is wrong with it, or nothing."""


def faults(painted: Painted, profile: Profile, bleed: Box) -> Iterator[str]:
    """All that is wrong with `painted` on a page that bleeds to the box `bleed`."""
    return filter(None, (rule(painted, profile, bleed) for rule in RULES))


def in_plate_colours(painted: Painted, profile: Profile, bleed: Box) -> str:
    """Colours are inks of the plates; the colour of all plates is for marks alone."""
    known = {GRAY, CMYK} if profile.in_colour else {GRAY}
    if profile.marks and not inside(painted.box, bleed, TOLERANCE):
        known = {*known, ALL}
    strange = next((colour for colour in painted.colours if colour.space not in known), None)
    return f"{painted.kind} in {strange.space}, not in {_named(profile)}" if strange else ""


def _named(profile: Profile) -> str:
    return "CMYK or gray" if profile.in_colour else "gray"


def text_in_black(painted: Painted, profile: Profile, bleed: Box) -> str:
    """Text is printed from the black plate alone, so that it stays sharp."""
    if painted.kind != "text":
        return ""
    mixed = next((colour for colour in painted.colours if not _is_black(colour)), None)
    return f"text in {mixed}, not in black alone" if mixed else ""


def _is_black(colour: Colour) -> bool:
    """Whether `colour` takes nothing but black; another space is the fault of another rule."""
    return colour.space != CMYK or colour.inks <= {"Black"}


def opaque(painted: Painted, profile: Profile, bleed: Box) -> str:
    """Nothing shines through unless the profile allows it."""
    if profile.transparency or not painted.transparent:
        return ""
    return f"{painted.kind} with transparency: {painted.transparent}"


def within_bleed(painted: Painted, profile: Profile, bleed: Box) -> str:
    """Nothing but marks stands outside the bleed."""
    is_mark = bool(profile.marks) and {colour.space for colour in painted.colours} == {ALL}
    if is_mark or inside(painted.box, bleed, TOLERANCE):
        return ""
    left, bottom, right, top = painted.box
    return f"{painted.kind} outside the bleed ({left:.0f}, {bottom:.0f} to {right:.0f}, {top:.0f})"


def marks_in_slug(painted: Painted, profile: Profile, bleed: Box) -> str:
    """The colour of all plates stays outside the bleed."""
    touches = any(colour.space == ALL for colour in painted.colours) and _meet(painted.box, bleed)
    return f"{painted.kind} in the colour of marks on the page itself" if touches else ""


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def embedded(painted: Painted, profile: Profile, bleed: Box) -> str:
    """The file holds every font that it uses."""
    if painted.font is None or painted.font.embedded:
        return ""
    return f"the font {painted.font.name} is not embedded"


def fine_enough(painted: Painted, profile: Profile, bleed: Box) -> str:
    """Images have the dots that the press needs, at the size in which they are printed."""
    found = painted.resolution
    if painted.kind != "image" or found >= profile.resolution - 0.5:
        return ""
    return f"an image of {found:.0f} dots per inch; {profile.resolution:.0f} are needed"


def seen(painted: Painted, profile: Profile, bleed: Box) -> str:
    """White that overprints is not seen: what lies below it is printed."""
    white = not any(colour.inks or colour.space == ALL for colour in painted.colours)
    return f"white {painted.kind} that overprints" if painted.overprints and white else ""


def dry(painted: Painted, profile: Profile, bleed: Box) -> str:
    """No more ink than the paper takes; marks are too small to matter."""
    inks = (sum(colour.values) for colour in painted.colours if colour.space == CMYK)
    most = max((painted.ink, *inks))
    if most * 100 <= profile.ink + 0.5:
        return ""
    return f"{painted.kind} in {most:.0%} of ink; the paper takes {profile.ink:.0f} %"


RULES: tuple[Rule, ...] = (
    in_plate_colours,
    text_in_black,
    opaque,
    within_bleed,
    marks_in_slug,
    embedded,
    fine_enough,
    seen,
    dry,
)
