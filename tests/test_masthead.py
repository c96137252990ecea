"""The first page: every generated line, in both languages, from the same front matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen import bundle as bundles
from docgen import style as styles
from docgen.masthead import check_keys, masthead
from docgen.model import Front, Line, Masthead, NoteRef, Prose, Text
from docgen.report import DocgenError, Origin, Report

ROOT = Path(__file__).parents[1]
FRONT = Front(
    type="report",
    organ="general-assembly",
    symbols=("A/99/968",),
    distribution="general",
    date=date(2045, 7, 8),
    source="en",
    original=("en",),
    title=Prose("meta:title", "Title", (Text("Title"),)),
    session=99,
    agenda_items=("123",),
    author="secretary-general",
    marks=(("byline", "late"),),
    job_number="45-11131",
    places=(("organ", Origin("report.md", 4)),),
)


def made(tag: str, front: Front = FRONT, report: Report | None = None) -> Masthead:
    bundle = bundles.load(ROOT / "locales", tag, Report())
    sheet = styles.load(ROOT / "styles", "hq", bundle)
    return masthead(front, bundle, sheet, report or Report())


def words(line: Line | Prose | None) -> str:
    assert line is not None
    return "".join("*" if isinstance(part, NoteRef) else part.text for part in line.inlines)  # type: ignore[union-attr]


def test_the_english_version_of_an_english_original_has_no_language_line() -> None:
    assert made("en").issue == ("Distr.: General", "8 July 2045", "", "Original: English")


def test_the_distribution_block_of_a_chinese_version_is_in_english() -> None:
    page = made("zh")
    assert page.issue == ("Distr.: General", "8 July 2045", "Chinese", "Original: English")
    assert page.issue_language == "en-GB"


@pytest.mark.parametrize(
    ("tag", "lines"),
    [
        (
            "en",
            (
                "General Assembly",
                "Ninety-ninth session",
                "Agenda item 123",
                "Report of the Secretary-General*",
            ),
        ),
        ("zh", ("大会", "第九十九届会议", "议程项目 123", "秘书长的报告*")),
    ],
)
def test_generated_lines_are_in_the_language_of_the_version(
    tag: str, lines: tuple[str, ...]
) -> None:
    page = made(tag)
    assert (page.organ, words(page.session), words(page.agenda), words(page.byline)) == lines


@pytest.mark.parametrize(
    ("tag", "line"), [("en", "Agenda items 136 and 148"), ("zh", "议程项目 136和148")]
)
def test_several_agenda_items_share_a_line(tag: str, line: str) -> None:
    assert words(made(tag, replace(FRONT, agenda_items=("136", "148"))).agenda) == line


@pytest.mark.parametrize(
    ("tag", "line"), [("en", "Item 5 of the provisional agenda*"), ("zh", "临时议程*项目 5")]
)
def test_the_mark_of_the_agenda_stands_where_the_language_has_it(tag: str, line: str) -> None:
    front = replace(
        FRONT, agenda_items=("5",), agenda_list="provisional", marks=(("agenda_item", "list"),)
    )
    assert words(made(tag, front).agenda) == line


def test_a_session_can_be_a_text() -> None:
    assert words(made("en", replace(FRONT, session="2045 session")).session) == "2045 session"


def test_the_asterisk_of_a_reissue_is_the_mark_of_its_note() -> None:
    front = replace(FRONT, symbols=("A/99/968*",), marks=(("symbol", "reissued"),))
    assert made("en", front).symbols == (Line((Text("A/99/968"), NoteRef("reissued"))),)


def test_the_job_line_has_one_date_in_the_original_and_two_in_a_translation() -> None:
    assert made("en").job == "45-11131 (E)    080745"
    front = replace(FRONT, submitted=date(2045, 7, 1), issued=date(2045, 7, 9))
    assert made("zh", front).job == "45-11131 (C)    010745 090745"


def test_the_number_of_an_office_has_the_language_close_up_and_digits_in_its_bar_code() -> None:
    line = made("en", replace(FRONT, job_number="GE.45-11131"))
    assert (line.job, line.barcode) == ("GE.45-11131(E)", "4511131")


def test_the_address_leads_to_the_language_version() -> None:
    assert made("zh").address == "https://docs.un.org/zh/A/99/968"


def test_the_name_of_a_language_that_begins_a_line_has_a_capital() -> None:
    front = replace(FRONT, original=("ar", "en"))
    assert made("zh", front).issue[3] == "Original: Arabic and English"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"organ": "general-asembly"}, "organ: “general-asembly” is not known"),
        ({"distribution": "secret"}, "distribution: “secret” is not known"),
        ({"type": "novel"}, "type: “novel” is not known"),
        ({"author": "nobody"}, "author: “nobody” is not known"),
    ],
)
def test_a_key_that_means_nothing_is_an_error(change: dict[str, object], message: str) -> None:
    report = Report()
    check_keys(replace(FRONT, **change), ["report", "note"], report)  # type: ignore[arg-type]
    assert [found.message for found in report.errors] == [message]
    assert report.errors[0].hint


def test_a_wrong_key_is_reported_where_it_stands() -> None:
    report = Report()
    check_keys(replace(FRONT, organ="general-asembly"), ["report"], report)
    assert str(report.errors[0]).startswith("report.md:4: error: organ:")
    assert "Did you mean “general-assembly”?" in report.errors[0].hint


def test_a_session_without_an_ordinal_is_an_error_that_says_what_to_add() -> None:
    report = Report()
    made("en", replace(FRONT, session=151), report)
    assert [found.message for found in report.errors] == ["no ordinal for session 151"]
    assert "Add a line" in report.errors[0].hint


def test_an_emblem_that_is_not_there_says_where_to_name_one(tmp_path: Path) -> None:
    bundle = bundles.load(ROOT / "locales", "en", Report())
    sheet = replace(styles.load(ROOT / "styles", "hq", bundle), emblem=tmp_path / "none.svg")
    with pytest.raises(DocgenError, match="cannot be read") as raised:
        masthead(FRONT, bundle, sheet, Report())
    assert "styles/local.toml" in raised.value.diagnostic.hint
