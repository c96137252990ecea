"""Finished print files: their pages, boxes and marks, what they say of themselves."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from docgen.render import press
from docgen.render.pdf import Pdf
from tests.press import OFFICE, PRINT, changed, drawing, finished, laid, machine, stream
from tests.render.sample import CHINESE, ENGLISH, LANGUAGES, report, sheet


def opened(name: str = PRINT, booklet: bool = False) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(finished(name, booklet=booklet).data))


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = press.lay_out(report(ENGLISH), sheet(ENGLISH), machine())
    assert press.finish(pages, machine()).data == finished().data


def test_pages_are_filled_up_to_a_multiple_of_four_for_the_press() -> None:
    assert laid(PRINT, CHINESE).pages % 4
    for language in LANGUAGES:
        assert finished(PRINT, language).pages % 4 == 0


def test_in_the_office_pages_are_filled_up_to_both_sides_of_a_sheet() -> None:
    assert finished(OFFICE).pages == laid(OFFICE).pages + laid(OFFICE).pages % 2


def test_boxes_are_trim_bleed_and_slug_around_each_other() -> None:
    for page in opened().pages:
        assert [float(edge) for edge in page.TrimBox] == [0, 0, 612, 792]
        assert [float(edge) for edge in page.BleedBox] == [-8.504, -8.504, 620.504, 800.504]
        assert [float(edge) for edge in page.MediaBox] == [-31.181, -31.181, 643.181, 823.181]


def test_the_office_prints_the_page_and_no_more() -> None:
    for page in opened(OFFICE).pages:
        assert page.TrimBox == page.MediaBox == page.BleedBox


@pytest.mark.parametrize("booklet", [False, True])
def test_every_page_has_marks_that_end_within_the_slug(booklet: bool) -> None:
    file = opened(booklet=booklet)
    for page in file.pages:
        marks = page.Resources.XObject.PressMarks
        assert b"/All CS" in marks.read_bytes()
        assert marks.BBox == page.MediaBox
        assert (b"[3 2] 0 d" in marks.read_bytes()) is booklet


def test_nothing_is_left_that_serves_on_a_screen_alone() -> None:
    file = opened()
    assert not {"/Outlines", "/Names", "/StructTreeRoot", "/OpenAction"} & set(file.Root.keys())
    assert not any("/Annots" in page for page in file.pages)


def test_the_file_claims_pdf_x_4_with_its_printing_condition() -> None:
    file = opened()
    (intent,) = list(file.Root.OutputIntents)
    assert file.pdf_version == "1.6"
    assert intent.S == Name.GTS_PDFX
    assert str(intent.OutputConditionIdentifier) == "FOGRA29"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert intent.DestOutputProfile.read_bytes() == machine().intent.profile.read_bytes()  # type: ignore[union-attr]
    assert file.docinfo[Name.Trapped] == Name("/False")
    with file.open_metadata() as said:
        assert said["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert said["dc:title"]


def test_the_office_file_claims_nothing_and_asks_for_both_sides() -> None:
    single = opened(OFFICE)
    assert "/OutputIntents" not in single.Root
    assert single.Root.ViewerPreferences.Duplex == Name.DuplexFlipLongEdge
    folded = opened(OFFICE, booklet=True)
    assert folded.Root.ViewerPreferences.Duplex == Name.DuplexFlipShortEdge


@pytest.mark.parametrize("allowed", [False, True])
def test_groups_are_mixed_in_inks_where_transparency_is_allowed(allowed: bool) -> None:
    data = press.finish(laid(), replace(machine(), transparency=allowed)).data
    with pikepdf.open(BytesIO(data)) as file:
        forms = [found for found in file.objects if isinstance(found, pikepdf.Stream)]
        spaces = {str(form.Group.CS) for form in forms if "/Group" in form}
    assert spaces == ({"/DeviceCMYK"} if allowed else set())


# ---- images and gradients ----------------------------------------------------------------------


def picture(mode: str, colour: Any, **keys: Any) -> Any:
    spaces = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray}
    data = Image.new(mode, (4, 4), colour).tobytes()
    size = {"Width": 4, "Height": 4, "BitsPerComponent": 8}
    more = {"Type": Name.XObject, "Subtype": Name.Image, "ColorSpace": spaces[mode]}
    return stream(data, **size, **more, **keys)


def with_image(image: Any, name: str = PRINT) -> Any:
    """The image `New` of the first page of a finished file into which `image` was put."""
    spoil = drawing("q 1 0 0 1 100 100 cm /New Do Q", New=("XObject", image))
    before = Pdf(changed(laid(name).data, spoil), laid(name).pages)
    file = pikepdf.open(BytesIO(press.finish(before, machine(name)).data))
    return file, file.pages[0].Resources.XObject.New


def test_an_image_in_colour_is_printed_from_four_plates() -> None:
    _, image = with_image(picture("RGB", (200, 0, 0)))
    cyan, magenta, yellow, black = image.read_bytes()[:4]
    assert image.ColorSpace == Name.DeviceCMYK
    assert min(magenta, yellow) > 200
    assert max(cyan, black) < 100


def test_a_gray_image_stays_as_it_is() -> None:
    _, image = with_image(picture("L", 90))
    assert (image.ColorSpace, set(image.read_bytes())) == (Name.DeviceGray, {90})


def test_an_image_that_is_gray_in_fact_is_printed_in_black() -> None:
    _, image = with_image(picture("RGB", (90, 90, 90)))
    assert (image.ColorSpace, set(image.read_bytes())) == (Name.DeviceGray, {90})


def test_an_image_under_a_soft_mask_is_laid_on_white() -> None:
    def masked(file: pikepdf.Pdf) -> pikepdf.Stream:
        mask = file.make_indirect(picture("L", 0)(file))
        return picture("RGB", (200, 0, 0), SMask=mask)(file)  # type: ignore[no-any-return]

    _, image = with_image(masked)
    assert "/SMask" not in image
    assert set(image.read_bytes()) == {255}


def test_a_gradient_runs_between_inks() -> None:
    def fade(file: pikepdf.Pdf) -> pikepdf.Object:
        function = pikepdf.Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[1, 1, 1], N=1
        )
        return file.make_indirect(
            pikepdf.Dictionary(
                ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 0], Function=function
            )
        )

    spoil = drawing("q 0 0 9 9 re W n /New sh Q", New=("Shading", fade))
    before = Pdf(changed(laid().data, spoil), laid().pages)
    with pikepdf.open(BytesIO(press.finish(before, machine()).data)) as file:
        shading = file.pages[0].Resources.Shading.New
        assert shading.ColorSpace == Name.DeviceCMYK
        assert [int(part) for part in shading.Function.C0] == [0, 0, 0, 1]
        assert [int(part) for part in shading.Function.C1] == [0, 0, 0, 0]
