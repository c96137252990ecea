"""The style sheet for HTML, shortened."""

from __future__ import annotations

import importlib.resources
from xml.etree.ElementTree import fromstring

import pytest
import weasyprint.css

from docgen.render import html
from docgen.render.start import sheet, tree
from tests.render.sample import LANGUAGES, report
from tests.render.sample import sheet as style

FULL = (importlib.resources.files(weasyprint.css) / sheet.FILE).read_text("utf-8")
ELEMENTS = {"html", "body", "p", "ol", "li", "table", "td", "a"}


def rules(*attributes: str, elements: set[str] = ELEMENTS) -> list[str]:
    return sheet.short(FULL, elements, {*attributes}).splitlines()


def test_rules_for_elements_that_a_page_has_not_are_left_out() -> None:
    text = "p, dl, h1 { display: block }\ninput { width: 20em }\nq::before { content: open-quote }"
    assert sheet.short(text, ELEMENTS, set()) == "p { display: block }"
    assert "ol { list-style-type: decimal }" in rules()


def test_rules_for_attributes_that_a_page_has_not_are_left_out() -> None:
    assert "[dir=rtl i] { direction: rtl }" in rules("dir")
    assert "[dir=rtl i] ol { padding-left: 0; padding-right: 40px }" in rules("dir")
    assert not [rule for rule in rules() if "[" in rule]


def test_a_choice_of_elements_is_a_selector_for_each() -> None:
    text = "[dir] :is(menu, ol, ul) { margin: 0 }\n:is(ol, td)[hidden] { visibility: collapse }"
    assert sheet.short(text, {"ol", "ul", "td"}, {"dir"}) == "[dir] ol, [dir] ul { margin: 0 }"
    assert sheet.short(text, {"td"}, {"hidden"}) == "td[hidden] { visibility: collapse }"


def test_only_notes_items_of_lists_and_links_have_what_every_element_may_have() -> None:
    selectors = [rule.partition(" {")[0] for rule in rules()]
    assert [one for one in selectors if one.startswith("::") or "::note-" in one] == []
    assert {"li::marker", ".note::footnote-call", ".note::footnote-marker"} <= {*selectors}
    assert "a:link" in selectors


def test_pages_and_their_margins_stay() -> None:
    assert "  @bottom-right        { text-align: right;  vertical-align: middle }" in rules()


def test_meanwhile_the_files_of_that_package_have_numerals_alone() -> None:
    with sheet.shortened():
        files = importlib.resources.files(weasyprint.css)
        lines = (files / sheet.FILE).read_text("utf-8").splitlines()
        assert [line.split()[1] for line in lines] == ["disc", "circle", "square", "decimal"]
        assert (files / "html5_ua_form.css").read_text("utf-8") == ""
        assert (importlib.resources.files("docgen") / "model.py").is_file()
    assert (importlib.resources.files(weasyprint.css) / sheet.FILE).read_text("utf-8") == FULL


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_write_the_elements_for_which_the_sheet_is_read_before(language: str) -> None:
    page = tree.read(html.write(report(language), style(language), "print"))
    assert sheet._sheet(page) is sheet._read(sheet.ELEMENTS, sheet.ATTRIBUTES)


@pytest.mark.parametrize("text", ["<html><small/></html>", '<html><p hidden=""/></html>'])
def test_for_others_it_is_read_anew(text: str) -> None:
    assert sheet._sheet(fromstring(text)) is not sheet._read(sheet.ELEMENTS, sheet.ATTRIBUTES)


@pytest.mark.parametrize("name", ["p", "{http://www.w3.org/2000/svg}svg"])
def test_a_page_is_asked_for_the_names_in_it(name: str) -> None:
    space, _, tag = name.rpartition("}")
    xml = f'<html dir="ltr"><{tag} xmlns="{space[1:]}" class="a"/></html>'
    elements, attributes = sheet.held(fromstring(xml))
    assert (elements, attributes) == ({"html", tag}, {"dir", "class"})
