"""Selectors that are compiled once for all of their form."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from cssselect2 import ElementWrapper, compile_selector_list, compiler

from docgen.render.start import selectors

PAGE = """<html lang="en" dir="ltr"><body class="it's"><p class="a b" id="one"><a href="x">1</a></p>
<table><tr><td class="a"/><td/><th class="b end"/></tr></table><p class="b"><i class="a"/></p>
</body></html>"""
SELECTORS = (
    *("p", ".a", "p.a", "#one", "p > .a", "p .a", "table .b", "p + table", "p ~ p", "*"),
    *(":root", "td:first-child", "tr > :last-child", "td:nth-child(-n+2)", ":not(.a)", ":is(p, i)"),
    *("a[href]", "[dir=ltr i] p", "a:link", ".it\\'s p", "[class~='a']", ":lang(en) th"),
)


def matches(selector: str) -> list[bool]:
    root = ElementWrapper.from_html_root(fromstring(PAGE))
    (compiled,) = compile_selector_list(selector)
    return [bool(compiled.test(element)) for element in root.iter_subtree()]


@pytest.mark.parametrize("selector", SELECTORS)
def test_each_matches_what_it_matched(selector: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "eval", eval, raising=False)
    expected = matches(selector)
    selectors.share()
    assert matches(selector) == expected
    assert any(expected)


def test_those_that_differ_in_names_alone_are_compiled_once() -> None:
    known: dict[str, Any] = {}
    for one, other in (("p", "a"), ("td", "b"), ("p", "it")):
        source = f"lambda el: ({one!r} == el) and ({other!r} in 'it')"
        assert not selectors.evaluated(source, {}, {}, known)(other)
    assert len(known) == 1
