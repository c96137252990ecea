"""The operators of a content stream by their names (ISO 32000-1, annex A), and what each does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name

from docgen.check import fonts
from docgen.check.press import colours, lettering, pictures
from docgen.check.press.canvas import Canvas, Operation, number_of
from docgen.check.press.colours import CMYK, GRAY, RGB, Colour
from docgen.check.press.geometry import corners, matrix, moved, times

INTENTS = ("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation")
"""The rendering intents of ISO 32000-1, table 70."""


def _save(canvas: Canvas, given: Any) -> None:
    canvas.saved.append(canvas.state)


def _restore(canvas: Canvas, given: Any) -> None:
    if canvas.saved:
        canvas.state = canvas.saved.pop()
    else:
        canvas.amiss.append("a graphics state is restored that was not saved")


def _nothing(canvas: Canvas, given: Any) -> None:
    """What changes neither where something is painted nor in which inks."""


def _concatenate(canvas: Canvas, given: Any) -> None:
    canvas.set(matrix=times(matrix(given), canvas.state.matrix))


def _point(canvas: Canvas, given: Any) -> None:
    numbers = list(map(float, given))
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    canvas.points += [moved(pair, canvas.state.matrix) for pair in pairs]


def _rectangle(canvas: Canvas, given: Any) -> None:
    left, bottom, width, height = map(float, given)
    shape = corners((left, bottom, left + width, bottom + height))
    canvas.points += [moved(point, canvas.state.matrix) for point in shape]


def _clip(canvas: Canvas, given: Any) -> None:
    canvas.clips = True


def _ending(fill: bool, stroke: bool) -> Operation:
    return lambda canvas, given: canvas.path(fill, stroke)


def _device(space: str, stroke: bool) -> Operation:
    def choose(canvas: Canvas, given: Any) -> None:
        _colour(canvas, Colour(space, tuple(map(float, given))), stroke)

    return choose


def _colour(canvas: Canvas, colour: Colour, stroke: bool, pattern: Any = None) -> None:
    if stroke:
        canvas.set(stroke=colour, stroke_pattern=pattern)
    else:
        canvas.set(fill=colour, fill_pattern=pattern)


def _space(stroke: bool) -> Operation:
    def choose(canvas: Canvas, given: Any) -> None:
        named = colours.space(given[0], canvas.resources)
        _colour(canvas, colours.initial(named), stroke)

    return choose


def _special(stroke: bool) -> Operation:
    def choose(canvas: Canvas, given: Any) -> None:
        before = canvas.state.stroke if stroke else canvas.state.fill
        values = [part for part in given if not isinstance(part, Name)]
        pattern = canvas.resource("/Pattern", given[-1]) if len(values) < len(given) else None
        if values and pattern is not None:
            canvas.amiss.append("a pattern without colours of its own")
        colour = Colour(before.space, tuple(map(float, values)))
        _colour(canvas, colour, stroke, pattern)

    return choose


def _extended(canvas: Canvas, given: Any) -> None:
    """An ExtGState dictionary: opacity, blending, soft mask, overprint, width of lines, font."""
    chosen = canvas.resource("/ExtGState", given[0])
    if chosen is not None:
        extend(canvas, chosen)


def extend(canvas: Canvas, chosen: Any) -> None:
    """Change the graphics state as the ExtGState dictionary `chosen` says."""
    if "/OP" in chosen:
        canvas.set(fill_overprints=bool(chosen.OP))
    for key, value in chosen.items():
        if key in EXTENDING:
            field, kind = EXTENDING[key]
            canvas.set(**{field: kind(value)})
        elif key == "/BM":
            named = value[0] if isinstance(value, Array) else value
            canvas.set(blend=str(named).removeprefix("/"))
        elif key == "/Font":
            canvas.set(font=fonts.read(value[0]), size=float(value[1]))
        elif key == "/SMask":
            canvas.set(soft_mask=isinstance(value, Dictionary))
            if isinstance(value, Dictionary):
                canvas.form(value.G)


EXTENDING: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "/ca": ("fill_alpha", float),
    "/CA": ("stroke_alpha", float),
    "/LW": ("width", float),
    "/op": ("fill_overprints", bool),
    "/OP": ("stroke_overprints", bool),
}
"""Keys of an ExtGState dictionary that say one number or one truth, with what they change."""


def _object(canvas: Canvas, given: Any) -> None:
    drawn = canvas.resource("/XObject", given[0])
    if drawn is not None and drawn.get("/Subtype") == Name.Form:
        canvas.form(drawn)
    elif drawn is not None:
        pictures.paint(canvas, drawn)


def _shading(canvas: Canvas, given: Any) -> None:
    """A gradient over all that the clipping path leaves."""
    shading = canvas.resource("/Shading", given[0])
    if shading is not None and canvas.state.clip:
        ends = colours.gradient(shading, canvas.resources)
        area = list(corners(canvas.state.clip))
        canvas.paint("gradient", ends, area, **canvas.how())


def _intent(canvas: Canvas, given: Any) -> None:
    if str(given[0]) not in INTENTS:
        canvas.amiss.append(f"a rendering intent that nobody knows ({given[0]})")


OPERATIONS: dict[str, Operation] = {
    "q": _save,
    "Q": _restore,
    "cm": _concatenate,
    "w": number_of("width"),
    "gs": _extended,
    **dict.fromkeys(("m", "l", "c", "v", "y"), _point),
    "re": _rectangle,
    **dict.fromkeys(("W", "W*"), _clip),
    "n": _ending(fill=False, stroke=False),
    **dict.fromkeys(("S", "s"), _ending(fill=False, stroke=True)),
    **dict.fromkeys(("f", "F", "f*"), _ending(fill=True, stroke=False)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _ending(fill=True, stroke=True)),
    "g": _device(GRAY, stroke=False),
    "G": _device(GRAY, stroke=True),
    "rg": _device(RGB, stroke=False),
    "RG": _device(RGB, stroke=True),
    "k": _device(CMYK, stroke=False),
    "K": _device(CMYK, stroke=True),
    "cs": _space(stroke=False),
    "CS": _space(stroke=True),
    **dict.fromkeys(("sc", "scn"), _special(stroke=False)),
    **dict.fromkeys(("SC", "SCN"), _special(stroke=True)),
    "Do": _object,
    "sh": _shading,
    **lettering.OPERATIONS,
    **dict.fromkeys(("h", "J", "j", "M", "d", "i", "d0", "d1", "ET"), _nothing),
    **dict.fromkeys(("MP", "DP", "BMC", "BDC", "EMC", "BX", "EX"), _nothing),
    "ri": _intent,
}
