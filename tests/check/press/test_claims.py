"""What a file says of itself, and what of that is missing or contradicts itself."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from docgen.check.press import examine
from tests.press import OFFICE, PRINT, Spoil, changed, finished, machine


def found(spoil: Spoil, name: str = PRINT) -> list[str]:
    data = changed(finished(name).data, spoil)
    multiple = machine(name).pages_per_sheet
    return [str(each) for each in examine(data, machine(name), multiple=multiple).findings]


def said(key: str, value: str | None) -> Spoil:
    """Change what the metadata say."""

    def change(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            if value is None:
                del metadata[key]
            else:
                metadata[key] = value

    return change


@pytest.mark.parametrize(
    "key",
    [
        "dc:title",
        "xmp:CreateDate",
        "xmp:ModifyDate",
        "xmp:MetadataDate",
        "xmpMM:DocumentID",
        "xmpMM:VersionID",
        "xmpMM:RenditionClass",
        "pdf:Trapped",
    ],
)
def test_the_metadata_say_all_that_the_standard_asks_for(key: str) -> None:
    assert found(said(key, None)) == [f"the metadata lack {key}"]


def test_whether_the_file_is_trapped_is_yes_or_no() -> None:
    assert "the file does not say whether it is trapped" in found(said("pdf:Trapped", "Unknown"))


@pytest.mark.parametrize(
    ("key", "name", "other"),
    [
        ("/Title", "dc:title", String("Another")),
        ("/CreationDate", "xmp:CreateDate", String("D:20010101")),
        ("/Trapped", "pdf:Trapped", Name("/True")),
    ],
)
def test_both_places_say_the_same(key: str, name: str, other: pikepdf.Object) -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        file.docinfo[key] = other

    assert found(spoil) == [f"the file says one thing in {key}, another in {name}"]


def intent(change: Callable[[pikepdf.Object], None]) -> list[str]:
    return found(lambda file, page: change(file.Root.OutputIntents[0]))


def test_the_profile_of_the_inks_is_that_of_the_printing_condition() -> None:
    def cut(one: pikepdf.Object) -> None:
        one.DestOutputProfile.write(one.DestOutputProfile.read_bytes()[:-1000])

    assert intent(cut) == [
        "the ICC profile of the output intent is not FOGRA29L_uncoated.icc",
    ]


def test_an_intent_that_does_not_say_what_for_is_none() -> None:
    def forget(one: pikepdf.Object) -> None:
        del one["/S"]

    assert intent(forget) == ["no output intent for a press, instead of one"]


def test_an_office_printer_is_told_at_which_edge_it_turns_sheets() -> None:
    def spoil(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        file.Root.ViewerPreferences = Dictionary()

    assert found(spoil, OFFICE) == ["the file does not say at which edge its sheets are turned"]


def test_a_file_that_is_no_pdf_has_one_fault() -> None:
    for data in (b"", b"<html>", finished().data[:5000]):
        (fault,) = examine(data, machine(), multiple=4).findings
        assert str(fault).startswith("the file cannot be read: ")
