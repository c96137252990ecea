"""Fields with their results, and bookmarks."""

from __future__ import annotations

from docgen.render.docx.fields import Bookmarks, field, sequence
from docgen.render.docx.wml import run, text, w
from tests.render.docx.opened import find, text_of, value


def test_a_field_is_begun_coded_separated_and_ended_around_its_result() -> None:
    made = w("p", field("REF _p \\n \\h", "17"))
    assert find(made, "w:r/w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert value(made, "w:r/w:instrText") == " REF _p \\n \\h "
    assert text_of(made) == "17"


def test_the_looks_of_a_field_go_on_each_of_its_runs() -> None:
    made = w("p", field("REF _p", "a", w("rPr", w("i"))))
    assert len(find(made, "w:r")) == len(find(made, "w:r/w:rPr/w:i")) == 5


def test_a_sequence_counts_in_the_numerals_of_its_label() -> None:
    made = w("p", sequence("Figure", "Figure {I}", "IV"))
    assert value(made, "w:r/w:instrText") == " SEQ Figure \\* ROMAN "
    assert text_of(made) == "IV"


def test_a_number_in_numerals_that_fields_do_not_have_is_typed() -> None:
    made = w("p", sequence("Figure", "图{一}", "四"))
    assert find(made, ".//w:instrText") == []
    assert text_of(made) == "四"


def test_a_bookmark_is_hidden_and_named_after_what_it_marks() -> None:
    assert Bookmarks().name("p-mandate") == "_p_mandate"


def test_names_that_differ_in_case_or_in_marks_alone_are_kept_apart() -> None:
    bookmarks = Bookmarks()
    names = [bookmarks.name(key) for key in ("p-a", "p.a", "P-A", "p-a")]
    assert names == ["_p_a", "_p_a_2", "_P_A_3", "_p_a"]


def test_a_name_is_never_longer_than_forty_characters() -> None:
    bookmarks = Bookmarks()
    names = {bookmarks.name(f"{'x' * 60}{number}") for number in range(200)}
    assert len(names) == 200
    assert max(map(len, names)) <= 40


def test_a_thing_is_bookmarked_once() -> None:
    bookmarks = Bookmarks()
    first = w("p", bookmarks.wrap("p", [run(None, text("x"))]))
    second = w("p", bookmarks.wrap("p", [run(None, text("y"))]))
    assert value(first, "w:bookmarkStart/@w:id") == value(first, "w:bookmarkEnd/@w:id") == "1"
    assert find(second, "w:bookmarkStart") == []


def test_what_has_no_key_has_no_bookmark() -> None:
    assert find(w("p", Bookmarks().wrap("", [run(None)])), "w:bookmarkStart") == []
