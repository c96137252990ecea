"""Elements in the order of the standard."""

from __future__ import annotations

import pytest

from docgen.render.docx.wml import emu, half_points, node, run, tab, text, twips, w
from tests.render.docx.opened import xml


def test_an_element_has_its_attributes_in_the_namespace_of_the_language() -> None:
    assert xml(w("jc", val="both")) == '<w:jc w:val="both"/>'


def test_an_attribute_of_another_namespace_is_written_with_its_prefix_and_a_stroke() -> None:
    assert xml(w("hyperlink", r_id="rId7")) == '<w:hyperlink r:id="rId7"/>'


def test_children_and_attributes_that_are_none_are_left_out() -> None:
    assert xml(w("p", None, w("r"), val=None)) == "<w:p><w:r/></w:p>"


def test_children_can_be_given_in_groups() -> None:
    assert xml(w("p", [w("r"), w("r")], iter([w("r")]))) == "<w:p><w:r/><w:r/><w:r/></w:p>"


def test_properties_are_sorted_as_the_standard_has_them() -> None:
    made = w("pPr", w("jc"), w("spacing"), w("numPr"), w("pStyle"))
    assert xml(made) == "<w:pPr><w:pStyle/><w:numPr/><w:spacing/><w:jc/></w:pPr>"


def test_a_child_that_does_not_belong_in_properties_is_refused() -> None:
    with pytest.raises(KeyError, match="tbl"):
        w("pPr", w("tbl"))


def test_spaces_at_the_ends_of_text_are_kept() -> None:
    assert xml(text(" and ")) == '<w:t xml:space="preserve"> and </w:t>'
    assert xml(text("and so")) == "<w:t>and so</w:t>"


def test_a_run_may_have_properties() -> None:
    assert xml(run(w("rPr", w("b")), text("x"))) == "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>"
    assert xml(tab()) == "<w:r><w:tab/></w:r>"


def test_a_node_of_another_namespace_has_plain_attributes() -> None:
    assert xml(node("wp:extent", {"cx": 5, "cy": None})) == '<wp:extent cx="5"/>'
    assert xml(node("a:blip", {"r:embed": "rId1"})) == '<a:blip r:embed="rId1"/>'


def test_points_become_the_units_of_word() -> None:
    assert (twips(63.35), half_points(8.5), emu(54.7)) == (1267, 17, 694690)
