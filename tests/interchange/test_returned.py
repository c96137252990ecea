"""What translators' programs make of files: segments, codes that lost their markup, states."""

from __future__ import annotations

from docgen.interchange import xliff2, xliff12
from docgen.interchange.joining import without_blanks
from docgen.interchange.values import Unit

OLD = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="d" source-language="en" target-language="zh" datatype="x-docgen"><body>
<trans-unit id="p-a"{approved}>
<source>One. <bpt id="1">**</bpt>Two<ept id="1">**</ept>.<ph id="2">[^n]</ph></source>
<seg-source>
<mrk mtype="seg" mid="0">One.</mrk>
<mrk mtype="seg" mid="1">Two.</mrk></seg-source>
<target{state}>{target}</target></trans-unit></body></file></xliff>"""
NEW = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"
srcLang="en" trgLang="zh"><file id="f1" original="d"><unit id="p-a">
<originalData><data id="d1">[^n]</data></originalData>
{segments}</unit></file></xliff>"""


def old(target: str, state: str = "", approved: str = "") -> Unit:
    text = OLD.format(target=target, state=state, approved=approved)
    ((unit,),) = (exchange.units for exchange in xliff12.load(text.encode(), "back.xlf"))
    return unit


def new(segments: str) -> Unit:
    text = NEW.format(segments=segments)
    ((unit,),) = (exchange.units for exchange in xliff2.load(text.encode(), "back.xlf"))
    return unit


def test_segments_of_xliff_12_are_joined() -> None:
    unit = old(
        '<mrk mtype="seg" mid="0">一。</mrk> <mrk mtype="seg" mid="1"><bpt id="1">**</bpt>二'
        '<ept id="1">**</ept>。</mrk><ph id="2">[^n]</ph>'
    )
    assert (unit.source, unit.target) == ("One. **Two**.[^n]", "一。 **二**。[^n]")
    assert without_blanks(unit.target) == "一。**二**。[^n]"


def test_codes_without_markup_are_known_by_their_ids() -> None:
    assert old('一。<g id="1">二</g>。<x id="2"/>').target == "一。**二**。[^n]"
    assert old('<bpt id="1"/>二<ept id="1"/><ph id="2"/>').target == "**二**[^n]"


def test_a_code_that_the_source_does_not_have_is_a_fault_of_its_unit() -> None:
    assert "x 7" in old('一<x id="7"/>').fault
    assert (
        "ph 9" in new('<segment><source>a</source><target>b<ph id="9"/></target></segment>').fault
    )


def test_a_number_of_no_character_is_a_fault_of_its_unit() -> None:
    segment = '<segment><source>a</source><target><cp hex="{}"/></target></segment>'
    assert new(segment.format("0041")).target == "A"
    assert "zz" in new(segment.format("zz")).fault


def test_states_of_xliff_12() -> None:
    assert old("一").state == "translated"
    assert old("一", ' state="new"').state == "stale"
    assert old("一", ' state="needs-review-translation"').state == "stale"
    assert old("一", ' state="signed-off"').state == "approved"
    assert old("一", approved=' approved="yes"').state == "approved"
    assert old(" ", ' state="translated"').state == "untranslated"
    source = '<bpt id="1">**</bpt>Two<ept id="1">**</ept>.<ph id="2">[^n]</ph>'
    assert old(f"One. {source}", ' state="new"').state == "untranslated"


def test_segments_of_xliff_2_are_joined_with_what_stands_between_them() -> None:
    unit = new(
        '<segment state="translated"><source>One.</source><target>Un.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="reviewed"><source>Two.<ph id="1" dataRef="d1"/></source>'
        '<target>Deux.<ph id="1"/></target></segment>'
    )
    assert (unit.source, unit.target) == ("One. Two.[^n]", "Un. Deux.[^n]")
    assert unit.state == "translated"


def test_a_text_of_which_a_segment_is_open_is_for_review() -> None:
    unit = new(
        '<segment state="translated"><source>One.</source><target>Un.</target></segment>'
        "<segment><source>Two.</source></segment>"
    )
    assert (unit.target, unit.state) == ("Un.", "stale")


def test_blanks_go_only_after_full_width_punctuation() -> None:
    assert without_blanks("一。 二") == "一。二"
    assert without_blanks("**一。** 二") == "**一。**二"
    assert without_blanks("“一。” 二") == "“一。”二"
    assert without_blanks("见 A/79/1, 2 000人") == "见 A/79/1, 2 000人"
