"""Over the units of a document: one source, one translation."""

from __future__ import annotations

from tests.check.translation.desk import document, examined, paragraph

SOURCE = document(
    "en",
    paragraph("Type of authority", "a"),
    paragraph("Number of replies", "b"),
    paragraph("Type of authority", "c"),
)


def told(first: str, second: str, third: str) -> list[tuple[str, str, str]]:
    entries = {"a": first, "b": second, "c": third}
    return [(each.key, each.unit, each.message) for each in examined(SOURCE, entries, "zh")]


def test_one_translation_for_each_source_is_right() -> None:
    assert told("当局类型", "答复数目", "当局类型") == []


def test_a_second_translation_of_one_source_is_told_with_the_first() -> None:
    assert told("当局类型", "答复数目", "当局种类") == [
        ("inconsistent", "c", "c is translated otherwise than a, whose source is the same")
    ]


def test_one_translation_of_two_sources_is_told_with_the_first() -> None:
    assert told("当局类型", "当局类型", "当局类型") == [
        ("alike", "b", "b has the same translation as a, whose source is another")
    ]


def test_case_and_blanks_make_no_difference() -> None:
    source = document("en", paragraph("Total", "a"), paragraph("total", "b"))
    assert examined(source, {"a": "共计", "b": "共计"}, "zh") == []


def test_what_is_not_up_to_date_is_not_examined() -> None:
    assert told("", "", "Type of authority")[0][:2] == ("copied", "c")
    assert len(told("", "", "Type of authority")) == 1
