"""What is read from a content stream."""

from __future__ import annotations

import pikepdf
import pytest

from docgen.check.streams import Marks, marks, to_unicode

CMAP = b"""1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar
<0003> <0041>
<0004> <00660069>
endbfchar
1 beginbfrange
<0010> <0012> <4e00>
endbfrange"""


def test_codes_stand_for_one_character_or_several_or_in_ranges() -> None:
    assert to_unicode(CMAP) == {3: "A", 4: "fi", 0x10: "一", 0x11: "丁", 0x12: "丂"}


def found(stream: str) -> Marks:
    """A page with the content `stream`, whose font /F has the codes of `CMAP`."""
    file = pikepdf.new()
    page = file.add_blank_page()
    font = pikepdf.Dictionary(Subtype=pikepdf.Name.Type0, ToUnicode=file.make_stream(CMAP))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.obj.Contents = file.make_stream(stream.encode())
    return marks(page)


def test_words_belong_to_the_number_they_are_marked_with() -> None:
    first = "/Span <</MCID 0>> BDC BT /F 9 Tf [<0003> -20 <0010>] TJ ET EMC"
    second = "/Span <</MCID 1>> BDC BT /F 9 Tf <0004> Tj ET EMC"
    assert found(f"{first} {second}").texts == {0: "A一", 1: "fi"}


def test_an_artifact_has_no_words_and_a_code_without_meaning_is_seen() -> None:
    artifact = "/Artifact BMC BT /F 9 Tf <0003> Tj ET EMC"
    unknown = "/Span <</MCID 0>> BDC BT /F 9 Tf <0099> Tj ET EMC"
    assert found(f"{artifact} {unknown}").texts == {0: "\N{REPLACEMENT CHARACTER}"}


@pytest.mark.parametrize("painted", ["0 0 9 9 re f", "/F 9 Tf <0003> Tj", "0 0 m 9 9 l S"])
def test_what_is_painted_without_a_mark_is_counted(painted: str) -> None:
    assert found(f"{painted} /Artifact BMC {painted} EMC").loose == 1


def test_content_within_an_artifact_and_the_reverse_are_counted() -> None:
    content, artifact = "/Span <</MCID {}>> BDC", "/Artifact BMC"
    inside = f"{artifact} {content.format(0)} EMC EMC"
    outside = f"{content.format(1)} {artifact} EMC EMC"
    assert found(f"{inside} {outside} {artifact} EMC").nested == 2
