"""Translations out to translators and back: what is taken, what is refused and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen import po
from docgen.catalogue import load_catalogue
from docgen.interchange.formats import FORMATS
from docgen.interchange.values import Exchange, Unit, stamp
from docgen.po import Entry
from docgen.project import Project
from docgen.report import DocgenError, Rejected, Report, UsageError
from docgen.translation import Approver, approve, send, take
from tests.libraries import CITY, LEND, LIMA, TOOLS
from tests.translation.project import NAME, edited, entry, made, reworded, translated

WEN = Approver("Wen Li", date(2045, 3, 1))
NOTED = replace(TOOLS, comments=("译者：<b> & 待核", "", "第三行"))
STALE = replace(CITY, flags=("fuzzy",), previous="Town")
LAW_ID = "fn-law"
EMPTY = replace(LIMA, msgstr="")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Units of all states; that of the headings is approved."""
    project = made(tmp_path)
    translated(project, "zh", EMPTY, STALE, NOTED)
    approve(project, NAME, "zh", ["s-lending", "meta:title"], WEN, Report())
    return project


def kept(project: Project) -> Path:
    return project.catalogue(NAME, "zh")


def sent(project: Project, *, only_open: bool = False) -> Exchange:
    return send(project, NAME, "zh", Report(), only_open=only_open)


def changed(exchange: Exchange, id: str, change: Callable[[Unit], Unit]) -> Exchange:
    units = (change(unit) if unit.id == id else unit for unit in exchange.units)
    return replace(exchange, units=tuple(units))


def retranslated(exchange: Exchange, id: str, target: str, **also: object) -> Exchange:
    """A translator has worked on a unit."""
    values: dict[str, object] = {"target": target, "state": "translated"} | also
    return changed(exchange, id, lambda unit: replace(unit, **values))  # type: ignore[arg-type]


def back(
    project: Project,
    exchange: Exchange,
    form: str = "xliff12",
    languages: tuple[str, ...] = (),
    by: Approver | None = None,
) -> tuple[list[int], list[str]]:
    """How many units were taken, approved, left and refused; and what was reported."""
    file = project.root / f"back{FORMATS[form].suffix}"
    file.write_bytes(FORMATS[form].dump(exchange))
    report = Report()
    (row,) = take(project, file, languages, by, report)
    return list(map(int, row[1:])), [found.message for found in report]


# ---- without loss ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_what_nobody_touched_leaves_the_files_as_they_are(project: Project, form: str) -> None:
    before = kept(project).read_bytes()
    counts, said = back(project, sent(project), form, by=WEN)
    assert (counts[0], counts[3], said) == (0, 0, [])
    assert kept(project).read_bytes() == before


@pytest.mark.parametrize("form", FORMATS)
def test_a_translation_comes_whole_out_of_its_file(project: Project, form: str) -> None:
    """Into a project with the same document and nothing translated."""
    exchange, before = sent(project), kept(project).read_text("utf-8")
    ledger = kept(project).with_suffix(".approved.tsv").read_text("utf-8")
    kept(project).unlink()
    kept(project).with_suffix(".approved.tsv").unlink()
    fresh = stamp("untranslated", "", ())
    units = tuple(replace(unit, stamp=fresh) for unit in exchange.units)
    counts, said = back(project, replace(exchange, units=units), form, by=WEN)
    assert (counts, said) == ([8, 2, 0 if form == "tmx" else 1, 0], [])
    assert kept(project).read_text("utf-8") == before
    assert kept(project).with_suffix(".approved.tsv").read_text("utf-8") == ledger


def test_only_what_is_open_is_sent_if_that_is_asked_for(project: Project) -> None:
    open_ = {unit.id: unit.state for unit in sent(project, only_open=True).units}
    assert open_ == {CITY.context: "stale", LIMA.context: "untranslated"}


# ---- what is taken --------------------------------------------------------------------------


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"tmx"}))
def test_new_translations_are_taken(project: Project, form: str) -> None:
    exchange = retranslated(sent(project), "t-loans.r1.c1", "利马市")
    exchange = retranslated(exchange, "t-loans.head.c1", "市", previous="")
    counts, said = back(project, exchange, form)
    assert (counts, said) == ([2, 0, 7, 0], [])
    assert entry(kept(project), "t-loans.r1.c1").msgstr == "利马市"
    revised = entry(kept(project), "t-loans.head.c1")
    assert (revised.msgstr, revised.fuzzy, revised.previous) == ("市", False, None)


def test_notes_of_translators_are_taken(project: Project) -> None:
    exchange = changed(sent(project), LAW_ID, lambda unit: replace(unit, notes=("查核",)))
    assert back(project, exchange) == ([1, 0, 8, 0], [])
    assert entry(kept(project), LAW_ID).comments == ("查核",)


def test_what_comes_back_for_review_is_fuzzy(project: Project) -> None:
    exchange = retranslated(sent(project), LAW_ID, "第七号法。", state="stale")
    assert back(project, exchange)[0] == [1, 0, 8, 0]
    assert entry(kept(project), LAW_ID).fuzzy


def test_blanks_between_sentences_go_in_a_language_without_spaces(project: Project) -> None:
    exchange = retranslated(sent(project), LAW_ID, "第7号法。 第二句。")
    assert back(project, exchange)[0] == [1, 0, 8, 0]
    assert entry(kept(project), LAW_ID).msgstr == "第7号法。第二句。"


def test_approvals_count_if_somebody_answers_for_them(project: Project) -> None:
    exchange = retranslated(sent(project), LAW_ID, "第七号法。", state="approved")
    assert back(project, exchange)[0] == [1, 0, 8, 0]
    state = load_catalogue(kept(project)).state
    assert state(LAW_ID, "Act 7.") == "translated"
    exchange = retranslated(sent(project), LAW_ID, "第柒号法。", state="approved")
    assert back(project, exchange, by=WEN)[0] == [1, 1, 8, 0]
    assert load_catalogue(kept(project)).state(LAW_ID, "Act 7.") == "approved"


def test_an_approval_of_another_text_is_none(project: Project) -> None:
    exchange = changed(sent(project), "meta:title", lambda unit: replace(unit, target="书馆"))
    assert back(project, exchange, by=WEN)[0] == [1, 0, 8, 0]
    assert load_catalogue(kept(project)).state("meta:title", "Libraries") == "translated"


def test_a_program_that_loses_an_approval_takes_none_away(project: Project) -> None:
    exchange = retranslated(sent(project), "meta:title", "图书馆")
    assert back(project, exchange)[0] == [0, 0, 9, 0]
    assert load_catalogue(kept(project)).state("meta:title", "Libraries") == "approved"


def test_a_program_that_drops_notes_takes_none_away(project: Project) -> None:
    exchange = changed(sent(project), "p-tools", lambda unit: replace(unit, notes=()))
    assert back(project, exchange)[0] == [0, 0, 9, 0]
    exchange = retranslated(exchange, "p-tools", "参看[清单](https://un.org/list)。")
    assert back(project, exchange)[0] == [1, 0, 8, 0]
    assert entry(kept(project), "p-tools").comments == NOTED.comments


# ---- what is refused ------------------------------------------------------------------------


def test_each_refused_unit_says_why_and_the_rest_is_taken(project: Project) -> None:
    exchange = sent(project)
    for id, words in {
        "p-lend": "图书馆出借**书籍**。",
        "p-tools": "见清单。",
        LAW_ID: "第七号法。",
        "t-loans.title": "借阅",
        "s-lending": "外借",
    }.items():
        exchange = retranslated(exchange, id, words)
    gone = Unit("p-gone", "Gone.", "去。", "translated")
    exchange = replace(exchange, units=(*exchange.units, gone, exchange.units[-1]))
    reworded(project, "Act 7.", "Act 8.")
    edited(kept(project), "t-loans.title", "出借量")
    counts, said = back(project, exchange)
    assert counts[0] == 1
    assert entry(kept(project), "s-lending").msgstr == "外借"
    assert [message for message in said if "twice" not in message] == [
        "p-lend is not taken: it lacks *…* [](#p-tools) [^law]",
        "p-tools is not taken: it lacks […](https://un.org/list)",
        "t-loans.title is not taken: its translation has changed here since it was exported",
        "fn-law is not taken: its source has changed since it was exported",
        "p-gone is not taken: the document has no such text",
    ]
    assert sum("twice" in message for message in said) == 1
    assert entry(kept(project), "p-lend").msgstr == LEND.msgstr
    assert entry(kept(project), "t-loans.title").msgstr == "出借量"


def test_what_has_changed_here_alone_stays(project: Project) -> None:
    exchange = sent(project)
    edited(kept(project), "t-loans.title", "出借量")
    assert back(project, exchange) == ([0, 0, 9, 0], [])
    assert entry(kept(project), "t-loans.title").msgstr == "出借量"


def test_without_its_stamp_only_an_empty_translation_is_filled(project: Project) -> None:
    exchange = retranslated(sent(project), "t-loans.r1.c1", "利马", stamp="")
    exchange = retranslated(exchange, LAW_ID, "第七号法。", stamp="")
    counts, said = back(project, exchange)
    assert (counts[0], counts[3], len(said)) == (1, 1, 1)
    assert "does not say any more" in said[0]


def test_nothing_is_emptied(project: Project) -> None:
    exchange = changed(sent(project), LAW_ID, lambda unit: replace(unit, target=""))
    counts, said = back(project, exchange)
    assert counts == [0, 0, 9, 0]
    assert said == ["the translation of fn-law came back empty; ours stays"]
    assert entry(kept(project), LAW_ID).msgstr == "第7号法。"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"target": "tlh"}, "a translation into “tlh”"),
        ({"document": "elsewhere"}, "“elsewhere”, which is not here"),
        ({"source": "zh"}, "is not written in “zh”"),
        ({"target": "en"}, "a translation into “en”, in which “libraries” is written"),
    ],
)
def test_a_file_of_another_language_or_document_is_refused_whole(
    project: Project, change: dict[str, str], message: str
) -> None:
    before = kept(project).read_bytes()
    exchange = replace(retranslated(sent(project), LAW_ID, "法。"), **change)  # type: ignore[arg-type]
    with pytest.raises(DocgenError, match=message):
        back(project, exchange)
    assert kept(project).read_bytes() == before


def test_a_language_that_was_not_asked_for_is_refused(project: Project) -> None:
    with pytest.raises(DocgenError, match="into “zh-Hans”"):
        back(project, sent(project), languages=("en",))


def test_programs_may_write_the_country_into_the_code(project: Project) -> None:
    exchange = replace(retranslated(sent(project), LAW_ID, "法。"), source="en-US", target="zh_CN")
    assert back(project, exchange)[0] == [1, 0, 8, 0]


# ---- what is not sent -----------------------------------------------------------------------


def test_the_language_of_the_document_is_no_translation(project: Project) -> None:
    with pytest.raises(UsageError, match="is written in"):
        send(project, NAME, "en", Report())


def test_a_control_character_is_told_before_it_is_sent(project: Project) -> None:
    edited(kept(project), LAW_ID, "法\x0b。")
    report = Report()
    with pytest.raises(Rejected):
        send(project, NAME, "zh", report)
    (fault,) = report
    assert "U+000B" in fault.message
    assert fault.origin.line == entry(kept(project), LAW_ID).line


def test_a_text_that_changed_goes_out_with_the_text_before(project: Project) -> None:
    reworded(project, "Act 7.", "Act 8.")
    unit = next(unit for unit in sent(project).units if unit.id == LAW_ID)
    assert (unit.source, unit.previous, unit.state) == ("Act 8.", "Act 7.", "stale")
    exchange = retranslated(sent(project), LAW_ID, "第8号法。")
    assert back(project, exchange)[0] == [1, 0, 8, 0]
    assert entry(kept(project), LAW_ID).msgstr == "第8号法。"


def test_obsolete_entries_stay(project: Project) -> None:
    old = Entry("Gone.", "去。", "p-gone", obsolete=True)
    kept(project).write_text(po.dump([*po.read(kept(project)), old]), "utf-8")
    back(project, retranslated(sent(project), LAW_ID, "第七号法。"))
    assert [one.context for one in po.read(kept(project)) if one.obsolete] == ["p-gone"]
