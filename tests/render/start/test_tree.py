"""The tree of what templates write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from docgen import pipeline
from docgen.project import Project
from docgen.render import html
from docgen.render.start import tree
from docgen.report import Report
from tests.render.sample import LANGUAGES, ROOT, report, sheet


def listed(element: Element) -> Iterator[tuple[str, dict[str, str], str, str]]:
    """All that is in a tree, but for white space outside of the body."""
    inside = element.tag not in ("html", "head", "body")
    for each in element:
        tail = each.tail or ""
        yield str(each.tag), each.attrib, each.text or "", tail if inside else tail.strip()
        yield from listed(each)


def as_browsers_do(source: str) -> Element:
    found: Element = tinyhtml5.parse(source, namespace_html_elements=False)
    return found


def settled(element: Element) -> list[tuple[str, dict[str, str], str, str]]:
    """The same with white space at ends as one space: it is no part of the page."""
    return [
        (tag, attributes, text, " " if tail.isspace() else tail)
        for tag, attributes, text, tail in listed(element)
        if tag != "body"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_of_every_kind_of_node_is_that_of_a_browser(language: str) -> None:
    source = html.write(report(language), sheet(language), "print")
    assert settled(tree.read(source)) == settled(as_browsers_do(source))


@pytest.mark.parametrize(
    "language", [path.parent.name for path in sorted(ROOT.glob("locales/*/locale.toml"))]
)
def test_so_is_that_of_the_sample(language: str) -> None:
    made = pipeline.prepare(
        Project(Path(ROOT)), "local-partnerships", language, final=False, report=Report()
    )
    source = html.write(*made, "print")
    assert settled(tree.read(source)) == settled(as_browsers_do(source))


@pytest.mark.parametrize(
    "source", ["<p>a<p>b", "<p><em>a</p></em>", "<p>a</em></p>", "<p><svg></svg></p>"]
)
def test_what_no_template_writes_is_left_to_weasyprint(source: str) -> None:
    with pytest.raises(tree.Unknown):
        tree.read(source)
    page = tree.page(source, None)
    assert settled(page.etree_element) == settled(as_browsers_do(source))


def test_quotes_references_and_lines_in_values_stay() -> None:
    found = tree.read('<p title="a &amp; &#34;b&#34;\nc" hidden>&lt;&nbsp;&#x2014;<br>d</p>')
    assert found.attrib == {"title": 'a & "b"\nc', "hidden": ""}
    assert (found.text, found[0].tail) == ("<\u00a0—", "d")
