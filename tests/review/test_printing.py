"""The review page as HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from docgen.project import Project
from docgen.review import Sheet, row_markup, sheet, write
from docgen.review.printing import groups
from tests.libraries import CITY, LIMA
from tests.translation.project import NAME, made, reworded, translated


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = made(tmp_path_factory.mktemp("project"))
    entries = replace(LIMA, msgstr=""), replace(CITY, flags=("fuzzy",), msgstr="<b>城市</b>&")
    translated(project, "zh", *entries)
    return project


@pytest.fixture(scope="module")
def shown(project: Project) -> Sheet:
    return sheet(project, NAME, "zh")


def test_the_file_asks_nothing_of_a_network(shown: Sheet) -> None:
    page = html.document_fromstring(write(shown))
    assert page.xpath("//script/@src | //link[@rel='stylesheet'] | //img | //iframe | //form") == []
    assert "url(http" not in write(shown)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_the_file_cannot_write(shown: Sheet) -> None:
    page = html.document_fromstring(write(shown))
    assert page.xpath("//article//button | //template | //textarea") == []


def test_both_columns_have_their_language_and_direction(shown: Sheet) -> None:
    page = html.document_fromstring(write(shown))
    for side, lang in (("source", "en-GB"), ("target", "zh-Hans")):
        found = page.xpath(f"//article/div[contains(@class, '{side}')]")
        assert {(one.get("lang"), one.get("dir")) for one in found} == {(lang, "ltr")}
        assert len(found) == len(shown.rows)


def test_a_state_is_told_in_words(shown: Sheet) -> None:
    page = html.document_fromstring(write(shown))
    states = {
        row.get("data-state"): " ".join(row.xpath(".//p[@class='state']")[0].text_content().split())
        for row in page.xpath("//article")
    }
    assert states == {
        "untranslated": "○ Not translated",
        "stale": "◐ To be revised",
        "translated": "● Translated",
    }


def test_a_translation_is_text_whatever_is_in_it(shown: Sheet) -> None:
    page = html.document_fromstring(write(shown))
    (row,) = page.xpath(f"//article[@data-id='{CITY.context}']")
    assert row.xpath(".//b") == []
    assert row.get("data-raw") == "<b>城市</b>&"


def test_every_link_within_the_page_leads_somewhere(shown: Sheet) -> None:
    page = html.document_fromstring(write(shown))
    ids = set(page.xpath("//@id"))
    assert {target[1:] for target in page.xpath("//a/@href[starts-with(., '#')]")} <= ids


def test_links_to_the_web_tell_nobody_where_they_come_from(shown: Sheet) -> None:
    for link in html.document_fromstring(write(shown)).xpath("//a[@target]"):
        assert link.get("rel") == "noopener noreferrer"


def test_a_row_for_the_desk_can_be_edited_and_approved(shown: Sheet) -> None:
    done = next(row for row in shown.rows if row.state == "translated")
    todo = next(row for row in shown.rows if row.state == "untranslated")
    assert re.findall(r'class="(edit|approve)"', row_markup(shown, done)) == ["edit", "approve"]
    assert re.findall(r'class="(edit|approve)"', row_markup(shown, todo)) == ["edit"]


def test_a_change_is_marked_up_as_what_has_come_and_gone(tmp_path: Path) -> None:
    project = made(tmp_path)
    translated(project)
    reworded(project, "Act 7.", "Law 7.")
    page = html.document_fromstring(write(sheet(project, NAME, "zh")))
    (row,) = page.xpath("//article[@data-id='fn-law']/div[contains(@class, 'source')]")
    assert (row.findtext("del"), row.findtext("ins")) == ("Act", "Law")


def test_rows_are_grouped_by_the_parts_of_the_document(shown: Sheet) -> None:
    found = list(groups(shown.rows))
    assert found[0].title == "Front page"
    assert found[-1].title == "Notes"
    assert [row for group in found for row in group.rows] == list(shown.rows)
    assert len({group.anchor for group in found}) == len(found)
