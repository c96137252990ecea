"""Entries of the usual shape are read by one pattern, and say what a reading of all lines says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.po import plain, reading
from docgen.report import DocgenError

ENTRY = '#. Paragraph\n#, fuzzy, no-wrap\nmsgctxt "p"\nmsgid "a\\tb \\"c\\""\nmsgstr "词"\n'
OTHERS = {
    "a text on several lines": 'msgid ""\n"a"\nmsgstr "b"\n',
    "plural forms": 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
    "an obsolete entry": '#~ msgid "a"\n#~ msgstr "b"\n',
    "the text it was made from": '#| msgid "a"\nmsgid "b"\nmsgstr "c"\n',
}
LINES = (
    "",
    " ",
    "# said by the translator",
    "#",
    "#. Paragraph",
    "#: a.md:3",
    "#, fuzzy",
    '#| msgid "older"',
    'msgctxt "p"',
    'msgid "a"',
    'msgid "a\\n\\\\b"',
    'msgstr "词"',
    'msgstr ""',
    ' msgstr "c" ',
    '"more"',
    'msgid_plural "b"',
    'msgstr[0] "c"',
    '#~ msgid "gone"',
    '#~ msgstr "走"',
    "no line of a PO file",
)
WHOLE = 'msgctxt "q"\nmsgid "x"\nmsgstr "y"\n'


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_plain_entry_is_read_where_it_stands(text: str) -> None:
    whole = f"{ENTRY}\n{text}\n\n{WHOLE}"
    found = plain.entries(whole, "zh.po")
    assert found == list(reading.entries(whole, "zh.po"))
    assert found is not None
    assert [entry.line for entry in found][-1] == len(f"{ENTRY}\n{text}\n\n".split("\n"))


def test_a_comment_with_an_empty_line_below_belongs_to_the_entry_after_it() -> None:
    text = f"{WHOLE}\n#. Heading\n\n{WHOLE}"
    assert plain.entries(text, "zh.po") is None
    assert [entry.extracted for entry in reading.entries(text, "zh.po")] == [(), ("Heading",)]


def test_a_text_that_goes_on_below_an_empty_line_is_no_plain_entry() -> None:
    text = f'{WHOLE}\n"more"\n'
    assert plain.entries(text, "zh.po") is None
    assert [entry.msgstr for entry in reading.entries(text, "zh.po")] == ["ymore"]


@given(st.lists(st.sampled_from((*LINES, f"\n{WHOLE}\n")), max_size=16).map("\n".join))
def test_whatever_lines_there_are_both_ways_say_the_same(text: str) -> None:
    found = plain.entries(text, "zh.po")
    try:
        read = list(reading.entries(text, "zh.po"))
    except DocgenError:
        read = None
    assert found is None or found == read
