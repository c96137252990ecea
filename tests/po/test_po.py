"""Reading and writing PO files."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import po
from docgen.po import Entry
from docgen.report import NOWHERE, DocgenError

FILE = r"""# Kept by the language section.
#
msgid ""
msgstr ""
"Language: zh\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

# 此处译法待定
#. Paragraph, in “Introduction”
#, fuzzy, no-wrap
#| msgid "Libraries \"lend\" books."
msgctxt "p-lend"
msgid "Libraries lend books and tools."
msgstr "图书馆出借“书籍”。"

#. Heading
msgctxt "s-costs"
msgid "Costs"
msgstr ""

msgid "page"
msgid_plural "pages"
msgstr[0] "页"

#, fuzzy
#~| msgid "Older"
#~ msgctxt "p-gone"
#~ msgid "Old"
#~ msgstr "旧"
"""


def read(text: str) -> list[Entry]:
    return po.parse(text, "zh.po")


def entry(text: str) -> Entry:
    (found,) = read(text)
    return replace(found, origin=NOWHERE)


# ---- reading --------------------------------------------------------------------------------


def test_an_entry_has_its_texts_its_context_and_its_comments() -> None:
    _, lend, *_ = read(FILE)
    assert (lend.context, lend.msgid) == ("p-lend", "Libraries lend books and tools.")
    assert lend.msgstr == "图书馆出借“书籍”。"
    assert lend.comments == ("此处译法待定",)
    assert lend.extracted == ("Paragraph, in “Introduction”",)


def test_an_entry_has_its_flags_and_the_text_it_was_translated_from() -> None:
    _, lend, costs, *_ = read(FILE)
    assert (lend.flags, lend.fuzzy, lend.previous) == (
        ("fuzzy", "no-wrap"),
        True,
        'Libraries "lend" books.',
    )
    assert (costs.flags, costs.fuzzy, costs.previous) == ((), False, None)


def test_an_entry_knows_the_line_on_which_its_message_begins() -> None:
    assert [found.line for found in read(FILE)] == [3, 13, 18, 22, 28]


def test_the_header_is_the_entry_without_text_and_context() -> None:
    header, *others = read(FILE)
    assert header.header
    assert "Language: zh\n" in header.msgstr
    assert not any(found.header for found in others)


def test_plural_forms_are_read() -> None:
    page = read(FILE)[3]
    assert (page.msgid, page.plural, page.forms) == ("page", "pages", ("页",))


def test_an_obsolete_entry_keeps_what_it_was_translated_from() -> None:
    gone = read(FILE)[4]
    assert gone.obsolete
    assert (gone.context, gone.previous, gone.msgstr) == ("p-gone", "Older", "旧")


def test_a_text_may_go_on_over_several_lines() -> None:
    wrapped = 'msgctxt "p"\nmsgid ""\n"one "\n"two"\nmsgstr "一"\n"二"\n'
    assert entry(wrapped) == Entry("one two", "一二", "p")


def test_a_previous_text_may_go_on_over_several_lines_too() -> None:
    wrapped = '#| msgid ""\n#| "one "\n#| "two"\nmsgid "x"\nmsgstr ""\n'
    obsolete = '#~| msgid "one "\n#~| "two"\n#~ msgid "x"\n#~ msgstr ""\n'
    assert entry(wrapped).previous == entry(obsolete).previous == "one two"


def test_entries_need_no_empty_line_between_them() -> None:
    assert [found.msgid for found in read('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n')] == [
        "a",
        "c",
    ]


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    file.write_bytes(b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    assert po.dump(po.read(file)) == FILE


def test_line_breaks_of_unicode_within_a_text_do_not_end_it() -> None:
    assert entry('msgid "a\u2028b\x85c"\nmsgstr ""\n').msgid == "a\u2028b\x85c"


# ---- errors ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ('msgid "a\nmsgstr "b"', 1, "cannot be read", "on one line"),
        ('msgid "a"b"\nmsgstr "b"', 1, "cannot be read", r"write \" and \\"),
        ('msgid "a"\nmsgstr "\\x41"', 2, "cannot be read", "on one line"),
        ('msgid "a"\nmsgstr b', 2, "cannot be read", "begins with"),
        ('msgid "a"\nmsgtext "b"', 2, "cannot be read", "on one line"),
        ('#| msgstr "a"\nmsgid "a"', 1, "cannot be read", "on one line"),
        ('<<<<<<< HEAD\nmsgid "a"', 1, "cannot be read", "A merge left two versions"),
        ('"a"\nmsgid "a"', 1, "without msgid or msgstr before it", ""),
        ('#. Paragraph\n"a"', 2, "without msgid or msgstr before it", ""),
        ('msgctxt "p"\nmsgid "a"\n', 1, "needs msgid and then msgstr", ""),
        ('msgctxt "p"\nmsgstr "a"\n', 1, "needs msgid and then msgstr", ""),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"', 1, "two texts of one kind", "ends with msgstr"),
        ('msgid "a"\nmsgstr "b"\nmsgstr[0] "c"', 1, "two texts of one kind", "msgstr[0]"),
        ('msgid "a"\nmsgstr[ ] "b"', 2, "cannot be read: msgstr[ ]", "between two signs"),
        ('msgid "a"\nmsgstr[ "b"', 2, "cannot be read: msgstr[ ", "between two signs"),
        ('msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""', 4, "second time", "line 1"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(
    text: str, place: int, message: str, hint: str
) -> None:
    with pytest.raises(DocgenError) as caught:
        read(text)
    found = caught.value.diagnostic
    assert str(found.origin) == f"zh.po:{place}"
    assert message in found.message
    assert hint in found.hint


def test_a_context_may_stand_once_in_a_catalogue() -> None:
    twice = read('msgctxt "p"\nmsgid "a"\nmsgstr ""\n\nmsgctxt "p"\nmsgid "b"\nmsgstr ""\n')
    with pytest.raises(DocgenError, match="“p” stands here a second time"):
        po.catalogue(twice)


def test_a_catalogue_has_the_living_entries_with_a_context() -> None:
    assert list(po.catalogue(read(FILE))) == ["p-lend", "s-costs"]


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    file.write_bytes(FILE.encode("gb18030"))
    with pytest.raises(DocgenError, match="not in UTF-8"):
        po.read(file)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="no such file"):
        po.read(tmp_path / "zh.po")


# ---- writing --------------------------------------------------------------------------------


def test_a_file_in_canonical_form_is_written_as_it_was() -> None:
    assert po.dump(read(FILE)) == FILE


def test_a_long_text_stays_on_one_line() -> None:
    long = Entry("word " * 100, "词" * 300, "p")
    assert len(po.dump([long]).splitlines()) == 3


def test_a_text_with_line_breaks_has_a_line_for_each() -> None:
    assert po.dump([Entry("a\nb", "c\n")]) == 'msgid ""\n"a\\n"\n"b"\nmsgstr "c\\n"\n'


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
remarks = st.lists(st.text("ab “图 ", max_size=6).map(str.strip), max_size=2).map(tuple)
optional = st.none() | texts
entries = st.builds(
    Entry,
    msgid=texts,
    msgstr=texts,
    context=texts,
    comments=remarks,
    extracted=remarks,
    references=remarks,
    flags=st.sets(st.sampled_from(["fuzzy", "no-wrap", "max-length:20"])).map(sorted).map(tuple),
    previous=optional,
    previous_context=optional,
    obsolete=st.booleans(),
)


@given(st.lists(entries, max_size=4, unique_by=lambda made: (made.context, made.msgid)))
def test_whatever_is_written_is_read_again(made: list[Entry]) -> None:
    found = read(po.dump(made))
    assert [replace(one, origin=NOWHERE) for one in found] == made


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_gettext_accepts_what_is_written(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    file.write_text(po.dump(read(FILE)), "utf-8")
    command = ["msgfmt", "--check", "--output-file", str(tmp_path / "zh.mo"), str(file)]
    assert subprocess.run(command, capture_output=True, text=True).returncode == 0


@pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not installed")
def test_gettext_writes_the_same_form(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    file.write_text(FILE, "utf-8")
    command = ["msgcat", "--no-wrap", str(file)]
    assert subprocess.run(command, capture_output=True, text=True).stdout == FILE
