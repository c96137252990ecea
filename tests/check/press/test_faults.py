"""The preflight: each rule finds the fault that it is there for, and nothing in a sound file."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from docgen.check.press import examine
from tests.press import OFFICE, PRINT, Spoil, changed, drawing, finished, machine, stream
from tests.render.sample import LANGUAGES

BOX = [0, 0, 50, 50]
FORM: dict[str, Any] = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": BOX}
RED = b"1 0 0 rg 0 0 50 50 re f"


def found(spoil: Spoil, name: str = PRINT) -> list[str]:
    data = changed(finished(name).data, spoil)
    profile = machine(name)
    findings = examine(data, profile, multiple=profile.pages_per_sheet).findings
    return [str(finding) for finding in findings]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [PRINT, OFFICE])
@pytest.mark.parametrize("booklet", [False, True])
def test_a_sound_file_has_no_faults(language: str, name: str, booklet: bool) -> None:
    multiple = 2 if booklet else machine(name).pages_per_sheet
    data = finished(name, language, booklet).data
    assert examine(data, machine(name), multiple=multiple).findings == ()


# ---- colours -----------------------------------------------------------------------------------


def image(space: Any, size: int = 500, parts: int = 3, **keys: Any) -> Any:
    keys = {"ColorSpace": space, "Width": size, "Height": size, "BitsPerComponent": 8, **keys}
    return stream(bytes(size * size * parts), Type=Name.XObject, Subtype=Name.Image, **keys)


def pattern(content: bytes) -> Any:
    keys = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": BOX, "XStep": 50}
    return stream(content, Type=Name.Pattern, YStep=50, Resources=Dictionary(), **keys)


def fade(file: pikepdf.Pdf) -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    space = Name.DeviceRGB
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 50, 0], Function=function)


LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])])
SPOT = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, Dictionary(FunctionType=2)])
INDEXED = Array([Name.Indexed, Name.DeviceRGB, 1, String(bytes(6))])
SQUARE = "q 100 0 0 100 100 100 cm /New Do Q"

COLOURS = {
    "an area": (drawing("1 0 0 rg 100 100 50 50 re f"), "area in DeviceRGB"),
    "a line": (drawing("1 0 0 RG 100 100 m 150 150 l S"), "line in DeviceRGB"),
    "a form": (
        drawing("/New Do", New=("XObject", stream(RED, **FORM))),
        "area in DeviceRGB",
    ),
    "a form in a form": (
        drawing(
            "/New Do",
            New=(
                "XObject",
                lambda file: stream(
                    b"/In Do",
                    Resources=Dictionary(XObject=Dictionary(In=stream(RED, **FORM)(file))),
                    **FORM,
                )(file),
            ),
        ),
        "area in DeviceRGB",
    ),
    "a pattern": (
        drawing("/Pattern cs /New scn 100 100 50 50 re f", New=("Pattern", pattern(RED))),
        "area in DeviceRGB",
    ),
    "a gradient": (
        drawing("q 100 100 50 50 re W n /New sh Q", New=("Shading", fade)),
        "gradient in DeviceRGB",
    ),
    "a pattern of a gradient": (
        drawing(
            "/Pattern cs /New scn 100 100 50 50 re f",
            New=("Pattern", lambda file: Dictionary(PatternType=2, Shading=fade(file))),
        ),
        "gradient in DeviceRGB",
    ),
    "an image": (drawing(SQUARE, New=("XObject", image(Name.DeviceRGB))), "image in DeviceRGB"),
    "an image with a table": (
        drawing(SQUARE, New=("XObject", image(INDEXED, parts=1))),
        "image in DeviceRGB",
    ),
    "an image in the stream": (
        drawing("q .1 0 0 .1 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
        "image in DeviceRGB",
    ),
    "a laboratory colour": (
        drawing("/New cs 50 0 0 sc 100 100 9 9 re f", New=("ColorSpace", lambda file: LAB)),
        "area in Lab",
    ),
    "a spot colour": (
        drawing("/New cs 1 sc 100 100 9 9 re f", New=("ColorSpace", lambda file: SPOT)),
        "area in Separation Gold",
    ),
}


@pytest.mark.parametrize("what", COLOURS)
def test_a_colour_that_is_no_ink_is_found_in(what: str) -> None:
    spoil, expected = COLOURS[what]
    assert found(spoil) == [f"page 1: {expected}, not in CMYK or gray"]


def test_a_colour_that_is_no_ink_is_found_in_a_soft_mask() -> None:
    def state(file: pikepdf.Pdf) -> Dictionary:
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=stream(RED, **FORM)(file)))

    spoil = drawing("q /New gs 0 0 0 1 k 10 10 9 9 re f Q", New=("ExtGState", state))
    assert found(spoil) == [
        "page 1: area in DeviceRGB, not in CMYK or gray",
        "page 1: area with transparency: a soft mask",
    ]


def test_an_annotation_is_found_and_what_it_paints() -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        normal = stream(RED, **FORM)(file)
        note = Dictionary(Subtype=Name.Stamp, Rect=BOX, AP=Dictionary(N=normal))
        page.Annots = Array([note])

    assert found(spoil) == [
        "page 1: an annotation (Stamp)",
        "page 1: area in DeviceRGB, not in CMYK or gray",
    ]


def test_in_the_office_four_plates_are_three_too_many() -> None:
    spoil = drawing("1 0 0 0 k 100 100 50 50 re f")
    assert found(spoil) == []
    assert found(spoil, OFFICE) == ["page 1: area in DeviceCMYK, not in gray"]


def letters(file: pikepdf.Pdf) -> Any:
    return next(iter(file.pages[1].Resources.Font.values()))


@pytest.mark.parametrize("colour", ["1 0 0 0 k", "0.1 0 0 1 k", "0 0 0.2 0.6 k"])
def test_text_is_found_that_is_not_in_black_alone(colour: str) -> None:
    spoil = drawing(f"BT {colour} /New 9 Tf 100 100 Td <00010002> Tj ET", New=("Font", letters))
    (fault,) = found(spoil)
    assert fault.startswith("page 1: text in ")
    assert fault.endswith("not in black alone")


@pytest.mark.parametrize("colour", ["0 g", "0.4 g", "1 g", "0 0 0 1 k", "0 0 0 0.5 k"])
def test_text_in_black_gray_and_white_is_sound(colour: str) -> None:
    spoil = drawing(f"BT {colour} /New 9 Tf 100 100 Td <00010002> Tj ET", New=("Font", letters))
    assert found(spoil) == []


# ---- transparency, fonts, images ---------------------------------------------------------------

SHINING = {
    "ca": (0.5, "opacity of 50%"),
    "BM": (Name.Multiply, "blending (Multiply)"),
}


@pytest.mark.parametrize("key", SHINING)
def test_what_shines_through_is_found(key: str) -> None:
    value, expected = SHINING[key]
    state = Dictionary({f"/{key}": value})
    spoil = drawing("q /New gs 0 0 0 1 k 100 100 9 9 re f Q", New=("ExtGState", lambda file: state))
    assert found(spoil) == [f"page 1: area with transparency: {expected}"]


@pytest.mark.parametrize(
    ("key", "faults"),
    [("Group", ["page 1: area with transparency: opacity of 50%"]), ("Own", [])],
)
def test_a_group_shines_as_a_whole_whatever_is_opaque_in_it(key: str, faults: list[str]) -> None:
    opaque = Dictionary(ExtGState=Dictionary(Full=Dictionary(ca=1)))
    group = {key: Dictionary(S=Name.Transparency), "Resources": opaque}
    spoil = drawing(
        "q /Half gs /New Do Q",
        Half=("ExtGState", lambda file: Dictionary(ca=0.5)),
        New=("XObject", stream(b"/Full gs 0 g 0 0 9 9 re f", **FORM, **group)),
    )
    assert found(spoil) == faults


TILE = "q /New gs /Pattern cs /Tile scn 100 100 50 50 re f Q"


def test_tiles_shine_through_as_the_area_does_that_they_fill() -> None:
    state = Dictionary(BM=Name.Multiply)
    tile = pattern(b"0 g 0 0 9 9 re f")
    spoil = drawing(TILE, New=("ExtGState", lambda file: state), Tile=("Pattern", tile))
    assert found(spoil) == ["page 1: area with transparency: blending (Multiply)"]


def test_a_pattern_that_takes_its_colour_from_elsewhere_is_found() -> None:
    space = Array([Name.Pattern, Name.DeviceGray])
    spoil = drawing(
        "/Space cs 0 /New scn 100 100 50 50 re f",
        Space=("ColorSpace", lambda file: space),
        New=("Pattern", pattern(b"0 0 9 9 re f")),
    )
    assert found(spoil) == ["page 1: a pattern without colours of its own"]


def test_a_gradient_with_a_state_of_its_own_is_found() -> None:
    def made(file: pikepdf.Pdf) -> Dictionary:
        shading = fade(file)
        shading.ColorSpace = Name.DeviceGray
        shading.Function.C0, shading.Function.C1 = Array([0]), Array([1])
        return Dictionary(PatternType=2, Shading=shading, ExtGState=Dictionary(ca=0.5))

    spoil = drawing("/Pattern cs /New scn 100 100 50 50 re f", New=("Pattern", made))
    assert found(spoil) == ["page 1: a gradient with a graphics state of its own"]


@pytest.mark.parametrize(
    ("colour", "faults"),
    [
        ("0 0 0 0 k", ["page 1: white area that overprints"]),
        ("1 g", ["page 1: white area that overprints"]),
        ("0 0 0 1 k", []),
    ],
)
def test_white_that_overprints_is_not_seen(colour: str, faults: list[str]) -> None:
    drawn = f"q /New gs {colour} 100 100 9 9 re f Q"
    assert (
        found(drawing(drawn, New=("ExtGState", lambda file: Dictionary(OP=True, OPM=1)))) == faults
    )


def test_more_ink_than_the_paper_takes_is_found() -> None:
    assert found(drawing("0.8 0.7 0.7 0.8 k 100 100 9 9 re f")) == []
    assert found(drawing("0.8 0.8 0.7 0.8 k 100 100 9 9 re f")) == [
        "page 1: area in 310% of ink; the paper takes 300 %"
    ]


def test_an_image_that_shines_through_is_found() -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        mask = image(Name.DeviceGray, parts=1)(file)
        made = image(Name.DeviceGray, parts=1, SMask=file.make_indirect(mask))
        drawing(SQUARE, New=("XObject", made))(file, page)

    assert found(spoil) == ["page 1: image with transparency: a soft mask"]


def test_a_font_that_is_not_in_the_file_is_found() -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    spoil = drawing("BT 0 g /New 9 Tf 100 100 Td (a) Tj ET", New=("Font", lambda file: font))
    assert found(spoil) == [
        "the font Helvetica is not embedded",
        "page 1: the font Helvetica is not embedded",
    ]


def test_an_image_is_measured_where_it_stands() -> None:
    coarse = image(Name.DeviceGray, size=400, parts=1)
    exact = image(Name.DeviceGray, size=417, parts=1)
    assert found(drawing(SQUARE, New=("XObject", exact))) == []
    assert found(drawing(SQUARE, New=("XObject", coarse))) == [
        "page 1: an image of 288 dots per inch; 300 are needed"
    ]
    larger = SQUARE.replace("100 0 0 100", "150 0 0 100")
    assert found(drawing(larger, New=("XObject", exact))) == [
        "page 1: an image of 200 dots per inch; 300 are needed"
    ]


# ---- places ------------------------------------------------------------------------------------


def test_what_stands_outside_the_bleed_is_found() -> None:
    assert found(drawing("0 g -8 100 50 50 re f")) == []
    assert found(drawing("0 g -20 100 50 50 re f")) == [
        "page 1: area outside the bleed (-20, 100 to 30, 150)"
    ]


def test_what_the_clipping_path_hides_stands_nowhere() -> None:
    assert found(drawing("q 0 0 100 100 re W n 0 g -20 -20 900 900 re f Q")) == []
    assert found(drawing("q 0 0 100 100 re W n 1 0 0 rg 200 200 9 9 re f Q")) == []


def test_text_that_runs_out_of_the_page_is_found() -> None:
    show = "BT 0 g /New 9 Tf 615 100 Td <00010002> Tj ET"
    (fault,) = found(drawing(show, New=("Font", letters)))
    assert fault.startswith("page 1: text outside the bleed (615, 98 to ")


def test_the_colour_of_marks_is_found_on_the_page_itself() -> None:
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, Dictionary(FunctionType=2)])
    spoil = drawing("/New cs 1 sc 100 100 9 9 re f", New=("ColorSpace", lambda file: space))
    assert found(spoil) == [
        "page 1: area in Separation All, not in CMYK or gray",
        "page 1: area in the colour of marks on the page itself",
    ]


# ---- the file and its pages --------------------------------------------------------------------


def lose_marks(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.Contents = file.make_stream(b"n")


def lose_trim(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    del page.obj["/TrimBox"]


def narrow_bleed(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.BleedBox = page.TrimBox
    page.Contents = file.pages[-1].Contents
    page.Resources = file.pages[-1].Resources


def turn(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    file.Root.Pages.Rotate = 90


def crop(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj["/CropBox"] = page.TrimBox


def scale(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj["/UserUnit"] = 2


def lose_slug(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.MediaBox = page.BleedBox
    page.Contents = file.pages[-1].Contents
    page.Resources = file.pages[-1].Resources


def lose_page(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    del file.pages[-1]


def open_with_a_script(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def lose_intent(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    del file.Root.OutputIntents


def rename_intent(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    file.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA39")


def lose_icc(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    del file.Root.OutputIntents[0].DestOutputProfile


def lose_claim(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
    with file.open_metadata(set_pikepdf_as_editor=False) as said:
        del said["pdfxid:GTS_PDFXVersion"]
        del said["pdf:Trapped"]


PAGES = finished().pages
WHOLE = {
    lose_marks: ["page 1: no marks"],
    lose_trim: ["page 1: the page has no /TrimBox", "page 1: no crop mark, or one off its edge"],
    narrow_bleed: ["page 1: the bleed is not 8.5 points on every side"],
    turn: [f"page {page}: the page is turned by 90 degrees" for page in range(1, PAGES + 1)],
    crop: ["page 1: the page has what a press has no use for (/CropBox)"],
    scale: ["page 1: the page has what a press has no use for (/UserUnit)"],
    lose_slug: ["page 1: no room for marks around the bleed", "page 1: no marks"],
    open_with_a_script: [
        "the file has what serves on a screen alone (/OpenAction)",
        "the file has a script (/JS)",
    ],
    lose_intent: ["no output intent for a press, instead of one"],
    rename_intent: ["the output intent is “FOGRA39”, not “FOGRA29”"],
    lose_icc: ["the output intent has no ICC profile for CMYK"],
    lose_claim: ["the file claims to be “”, not PDF/X-4", "the metadata lack pdf:Trapped"],
}


@pytest.mark.parametrize("spoil", WHOLE, ids=lambda spoil: spoil.__name__)
def test_a_fault_of_the_file_is_named(spoil: Spoil) -> None:
    assert found(spoil) == WHOLE[spoil]


def test_a_page_too_few_is_found() -> None:
    count = finished().pages - 1
    assert found(lose_page) == [f"{count} pages are no multiple of 4"]
