"""Elements as the bytes of a file, compared with what lxml makes of the same."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.render.docx.markup import NAMESPACES, Element, enclosing, encoded, fragment, ready
from docgen.render.docx.wml import mark, node, run, shared, text, w

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
W = f'xmlns:w="{NAMESPACES["w"]}"'


def written(root: Element) -> str:
    return root.data().decode()


def test_the_root_declares_the_namespace_of_word() -> None:
    assert written(w("document", w("body"))) == f"{HEAD}<w:document {W}><w:body/></w:document>"


def test_another_namespace_is_declared_where_it_begins_and_not_again_within() -> None:
    inner = node("a:blip", {"r:embed": "rId1"}, node("a:alpha", {"r:id": "rId2"}))
    root = w("p", node("a:graphic", {}, inner), node("a:graphic", {}))
    a, r = (f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "r"))
    assert written(root) == (
        f'{HEAD}<w:p {W}><a:graphic {a}><a:blip {r} r:embed="rId1"><a:alpha r:id="rId2"/></a:blip>'
        f"</a:graphic><a:graphic {a}/></w:p>"
    )


@pytest.mark.parametrize(
    "said", ["a < b & c > d", 'the "quay"', "a\tb\nc\rd", "港口 😀", "'", "]]>"]
)
def test_characters_are_written_as_lxml_writes_them(said: str) -> None:
    root = w("p", text(said), w("tab", val=said))
    made = etree.fromstring(root.data())
    assert made[0].text == made[1].get(f"{{{NAMESPACES['w']}}}val") == said
    assert etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True) == (
        root.data()
    )


def test_text_that_is_empty_is_not_the_same_as_none() -> None:
    assert written(w("p", text(""))).endswith("<w:t></w:t></w:p>")
    assert written(w("p", w("t"))).endswith("<w:t/></w:p>")


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_character_that_xml_has_no_place_for_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="no place"):
        w("p", text(f"port{character}")).data()
    with pytest.raises(ValueError, match="no place"):
        w("p", text(f"{'港' * 200_000}{character}")).data()


def test_one_element_can_stand_in_many_places() -> None:
    shared = w("b")
    root = w("p", w("r", shared), w("r", shared))
    assert written(root).count("<w:b/>") == 2


def test_elements_are_found_in_reading_order() -> None:
    root = w("p", w("r", w("t")), w("hyperlink", w("r")), w("r"))
    assert [len(found.children) for found in root.iter("w:r")] == [1, 0, 0]
    assert root.child("w:hyperlink") is root.children[1]
    assert root.child("w:tab") is None


def test_a_shared_element_is_written_as_any_other() -> None:
    def made() -> Element:
        return w("rPr", w("rStyle", val="a & b"), w("lang", val="zh"))

    assert written(w("p", shared(made()), made())) == written(w("p", made(), made()))
    assert written(shared(made())) == written(made())


@pytest.mark.parametrize("said", ["port", " a < b ", "港口", ""])
def test_a_run_of_one_text_is_written_as_any_other(said: str) -> None:
    def look() -> Element:
        return w("rPr", w("lang", val="zh"))

    assert written(w("p", run(shared(look()), text(said)))) == written(
        w("p", run(look(), text(said)))
    )
    with_mark = w("p", w("r", shared(look()), text(said), rsidR="1"))
    assert written(with_mark) == written(w("p", w("r", look(), text(said), rsidR="1")))


def test_an_element_without_content_is_one_for_all_its_places() -> None:
    assert mark("jc", val="end") is mark("jc", val="end")
    assert mark("jc", val="end") is not mark("jc", val="start")
    assert mark("pos", val=1) is not mark("pos", val=True)
    assert written(w("pPr", mark("jc", val="end"))) == written(w("pPr", w("jc", val="end")))


def test_a_file_can_be_written_part_by_part() -> None:
    drawing = node("a:graphic", {}, node("a:blip", {"r:embed": "rId1"}))
    lines = [w("p", w("r", drawing)), w("p", w("r", text("a < b"))), w("tbl")]
    whole = w("document", w("body", lines)).data()
    begin, end = enclosing(w("document"), "w:body")
    for place in range(len(lines) + 1):
        parts = begin + fragment(lines[:place]), fragment(lines[place:]) + end
        assert b"".join(map(encoded, parts)) == whole
        rest = [ready(fragment(lines[:place])), *lines[place:]]
        assert w("document", w("body", rest)).data() == whole
