"""Bringing translations up to date: none is lost, none comes to stand where it does not belong."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import po
from docgen.bundle import FACTS, Bundle
from docgen.model import Document, Front, Paragraph, Prose, Text
from docgen.po import Entry
from docgen.report import NOWHERE, DocgenError
from docgen.sync import Tally, header, sync, update
from docgen.units import Unit

LOCALES = Path(__file__).parents[1] / "locales"

SAMPLE = Path(__file__).parent / "data" / "libraries.po"
HEADER, *ENTRIES = po.read(SAMPLE)
UNITS = [Unit(entry.context or "", entry.extracted[0], entry.msgid, NOWHERE) for entry in ENTRIES]
TEXTS = {unit.id: unit.text for unit in UNITS}
CHINESE = {entry.context or "": entry.msgstr for entry in ENTRIES}

Edit = Callable[[list[Unit]], list[Unit]]


def unit(id: str, text: str) -> Unit:
    return Unit(id, "Paragraph", text, NOWHERE)


def reworded(id: str, old: str, new: str = "") -> Edit:
    """Put `new` for `old` in the unit `id`; without `new`, `old` becomes its whole text."""

    def edit(units: list[Unit]) -> list[Unit]:
        text = TEXTS[id].replace(old, new) if new else old
        assert text != TEXTS[id]
        return [replace(unit, text=text) if unit.id == id else unit for unit in units]

    return edit


def renamed(old: str, new: str) -> Edit:
    return lambda units: [replace(unit, id=new) if unit.id == old else unit for unit in units]


def removed(id: str) -> Edit:
    return lambda units: [unit for unit in units if unit.id != id]


def placed(after: str, *new: Unit) -> Edit:
    def edit(units: list[Unit]) -> list[Unit]:
        place = [unit.id for unit in units].index(after) + 1
        return [*units[:place], *new, *units[place:]]

    return edit


def swapped(first: str, second: str) -> Edit:
    """Put the unit `first` in the place of `second` and the other way round."""
    order = {first: second, second: first}
    by_id = {unit.id: unit for unit in UNITS}
    return lambda units: [by_id[order.get(unit.id, unit.id)] for unit in units]


# ---- the twelve edits -----------------------------------------------------------------------


@dataclass(frozen=True)
class Scenario:
    """An edit of the source, the units it leaves to revise, and those left to translate."""

    name: str
    edits: tuple[Edit, ...]
    stale: str = ""
    new: str = ""

    def units(self) -> list[Unit]:
        units = UNITS
        for edit in self.edits:
            units = edit(units)
        return units


INSERTED = unit("p-schools", "Schools send their classes to the nearest branch twice a year.")
SCENARIOS = (
    Scenario(
        "a slip is corrected", (reworded("p-opening", "which is when", "when"),), stale="p-opening"
    ),
    Scenario("a number changes", (reworded("p-scope", "48", "51"),), stale="p-scope"),
    Scenario(
        "a paragraph is rewritten",
        (reworded("p-network", "Smaller branches depend on what larger ones *lend* them."),),
        stale="p-network",
    ),
    Scenario("a paragraph is inserted", (placed("p-evening", INSERTED),), new="p-schools"),
    Scenario("two paragraphs change places", (swapped("p-method", "p-repair"),)),
    Scenario("a paragraph is deleted", (removed("p-staff"),)),
    Scenario(
        "a paragraph is split",
        (
            reworded("p-annual", "Libraries could publish one page of figures a year."),
            placed("p-annual", unit("p-page", "The page would be the same everywhere.")),
        ),
        stale="p-annual",
        new="p-page",
    ),
    Scenario(
        "a cell gets a text that stands elsewhere",
        (reworded("t-options.r2.c2", "Can begin at once"),),
        stale="t-options.r2.c2",
    ),
    Scenario("a short heading is reworded", (reworded("s-finance", "Costs"),), stale="s-finance"),
    Scenario("an id is renamed", (renamed("p-insurance", "p-cover"),)),
    Scenario(
        "a paragraph goes to another section and is edited",
        (
            removed("p-fees"),
            placed("s-outlook", unit("p-fees", TEXTS["p-fees"].replace("17", "19"))),
        ),
        stale="p-fees",
    ),
    Scenario(
        "two items exchange their texts",
        (
            reworded("p-groups-a", TEXTS["p-groups-b"]),
            reworded("p-groups-b", TEXTS["p-groups-a"]),
        ),
    ),
)
every_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)


def living(entries: Sequence[Entry]) -> dict[str, Entry]:
    return dict(po.catalogue(entries))


def made_for(text: str) -> set[str]:
    """The translations that were made for `text`."""
    return {CHINESE[id] for id, known in TEXTS.items() if known == text}


def test_the_sample_is_large_enough_to_mean_something() -> None:
    assert len(UNITS) == 42
    assert sum(id.startswith("p-") for id in TEXTS) >= 20


@every_scenario
def test_no_translation_is_lost(scenario: Scenario) -> None:
    entries, _ = sync(scenario.units(), [HEADER, *ENTRIES])
    assert {entry.msgstr for entry in entries} >= set(CHINESE.values())


@every_scenario
def test_only_what_has_changed_is_to_be_revised_or_translated(scenario: Scenario) -> None:
    found = living(sync(scenario.units(), [HEADER, *ENTRIES])[0])
    assert {id for id, entry in found.items() if entry.fuzzy} == set(scenario.stale.split())
    assert {id for id, entry in found.items() if not entry.msgstr} == set(scenario.new.split())


@every_scenario
def test_no_translation_is_taken_for_that_of_another_text(scenario: Scenario) -> None:
    found = living(sync(scenario.units(), [HEADER, *ENTRIES])[0])
    silent = [
        e for e in found.values() if e.msgstr and not e.fuzzy and e.msgstr not in made_for(e.msgid)
    ]
    foreign = [e for e in found.values() if e.fuzzy and e.msgstr != CHINESE[e.context or ""]]
    assert (silent, foreign) == ([], [])


@every_scenario
def test_a_stale_translation_shows_the_text_that_it_was_made_from(scenario: Scenario) -> None:
    found = living(sync(scenario.units(), [HEADER, *ENTRIES])[0])
    previous = {id: entry.previous for id, entry in found.items() if entry.previous is not None}
    assert previous == {id: TEXTS[id] for id in scenario.stale.split()}


@every_scenario
def test_entries_stand_in_the_order_of_the_document(scenario: Scenario) -> None:
    entries, _ = sync(scenario.units(), [HEADER, *ENTRIES])
    units = scenario.units()
    assert entries[0].header
    assert [entry.context for entry in entries[1 : len(units) + 1]] == [unit.id for unit in units]
    assert all(entry.obsolete for entry in entries[len(units) + 1 :])


@every_scenario
def test_a_second_sync_changes_no_byte(scenario: Scenario) -> None:
    once = po.dump(sync(scenario.units(), [HEADER, *ENTRIES])[0])
    entries, tally = sync(scenario.units(), po.parse(once, "zh.po"))
    assert po.dump(entries) == once
    assert tally == Tally(kept=len(scenario.units()))


@every_scenario
def test_taking_the_edit_back_restores_the_translation(scenario: Scenario) -> None:
    edited, _ = sync(scenario.units(), [HEADER, *ENTRIES])
    restored, _ = sync(UNITS, edited)
    assert {id: entry.msgstr for id, entry in living(restored).items()} == CHINESE
    assert not any(entry.fuzzy for entry in restored)


# ---- further edits --------------------------------------------------------------------------


def rows(*texts: tuple[str, str]) -> list[Unit]:
    return [
        unit(f"t.r{row}.c{column}", text)
        for row, cells in enumerate(texts, 1)
        for column, text in enumerate(cells, 1)
    ]


def test_translations_go_along_with_the_rows_of_a_table() -> None:
    before = rows(("Paris", "Yes"), ("Lima", "Yes"), ("Suva", "No"))
    old = [replace(entry, msgstr=entry.context or "") for entry in sync(before, [])[0]]
    after = rows(("Paris", "Yes"), ("Oslo", "Partly"), ("Lima", "Yes"), ("Suva", "No"))
    entries, tally = sync(after, old)
    assert [entry.msgstr for entry in entries] == [
        *("t.r1.c1", "t.r1.c2"),
        *("", ""),
        *("t.r2.c1", "t.r2.c2"),
        *("t.r3.c1", "t.r3.c2"),
    ]
    assert tally == Tally(kept=2, moved=4, new=2)


def test_equal_texts_keep_their_own_translations_when_their_ids_change() -> None:
    old = [Entry("Yes", "是", "a"), Entry("Yes", "有", "b")]
    entries, _ = sync([unit("c", "Yes"), unit("d", "Yes"), unit("e", "Yes")], old)
    assert [entry.msgstr for entry in entries] == ["是", "有", "有"]


def test_a_new_text_takes_nothing_from_an_equal_one_that_stays() -> None:
    entries, tally = sync([unit("a", "Yes"), unit("b", "Yes")], [Entry("Yes", "是", "a")])
    assert [entry.msgstr for entry in entries] == ["是", ""]
    assert tally == Tally(kept=1, new=1)


def test_a_translation_remembers_the_oldest_text_that_it_was_made_from() -> None:
    entries = [Entry("first", "一", "p")]
    for text in ("second", "third"):
        entries, _ = sync([unit("p", text)], entries)
    (found,) = entries
    assert (found.msgid, found.previous, found.fuzzy) == ("third", "first", True)


def test_the_mark_goes_when_the_text_returns() -> None:
    entries = [Entry("first", "一", "p")]
    for text in ("second", "third", "first"):
        entries, _ = sync([unit("p", text)], entries)
    (found,) = entries
    assert (found.msgid, found.msgstr, found.flags, found.previous) == ("first", "一", (), None)


def test_the_previous_text_goes_when_the_translation_has_been_revised() -> None:
    revised = Entry("second", "二", "p", flags=("no-wrap",), previous="first")
    (found,) = sync([unit("p", "second")], [revised])[0]
    assert (found.msgstr, found.flags, found.previous) == ("二", ("no-wrap",), None)


def test_a_translation_that_its_translator_doubts_stays_in_doubt() -> None:
    doubted = Entry("first", "一", "p", flags=("fuzzy",))
    changed, _ = sync([unit("p", "second")], [doubted])
    returned, _ = sync([unit("p", "first")], changed)
    assert [(entry.fuzzy, entry.previous) for entry in changed + returned] == [(True, None)] * 2


def test_a_minor_change_of_the_text_leaves_the_translation_in_force() -> None:
    entries, tally = sync([unit("p", "colour")], [Entry("color", "颜色", "p")], minor={"p"})
    assert [(entry.msgid, entry.fuzzy) for entry in entries] == [("colour", False)]
    assert tally == Tally(kept=1)


def test_a_stale_translation_goes_along_with_a_renamed_id() -> None:
    stale = Entry("second", "一", "old", flags=("fuzzy",), previous="first", comments=("Ask.",))
    (found,) = sync([unit("new", "second")], [stale])[0]
    assert (found.context, found.msgstr, found.fuzzy, found.previous) == (
        "new",
        "一",
        True,
        "first",
    )
    assert found.comments == ("Ask.",)


def test_a_vanished_unit_leaves_its_translation_among_the_obsolete() -> None:
    entries, tally = sync([], [Entry("text", "文", "p", comments=("Ask.",))])
    (found,) = entries
    assert (found.obsolete, found.context, found.msgstr, found.comments) == (
        True,
        "p",
        "文",
        ("Ask.",),
    )
    assert tally == Tally(obsolete=1)


def test_a_vanished_unit_without_translation_leaves_nothing() -> None:
    assert sync([], [Entry("text", "", "p")]) == ([], Tally())


def test_an_obsolete_translation_comes_back_with_its_id() -> None:
    obsolete = Entry("text", "文", "p", obsolete=True)
    (found,), tally = sync([unit("p", "other text")], [obsolete])
    assert (found.obsolete, found.msgstr, found.fuzzy, found.previous) == (
        False,
        "文",
        True,
        "text",
    )
    assert tally == Tally(revived=1)


def test_an_obsolete_translation_comes_back_with_its_text() -> None:
    obsolete = Entry("text", "文", "p", obsolete=True)
    (found,), tally = sync([unit("q", "text")], [obsolete])
    assert (found.obsolete, found.context, found.msgstr, found.fuzzy) == (False, "q", "文", False)
    assert tally == Tally(revived=1)


def test_a_translation_that_another_takes_the_place_of_is_put_aside() -> None:
    old = [Entry("text", "文", "p"), Entry("other", "异", "gone", obsolete=True)]
    entries, tally = sync([unit("p", "other")], old)
    assert [(entry.msgstr, entry.obsolete) for entry in entries] == [("异", False), ("文", True)]
    assert tally == Tally(revived=1, obsolete=1)


def test_two_entries_for_one_unit_are_an_error() -> None:
    with pytest.raises(DocgenError, match="“p” stands here a second time"):
        sync([unit("p", "a")], [Entry("a", "甲", "p"), Entry("b", "乙", "p")])


versions = st.lists(st.dictionaries(st.sampled_from("pqrst"), st.sampled_from("ABCD")), max_size=6)


@settings(max_examples=300)
@given(versions, st.randoms(use_true_random=False))
def test_whatever_is_edited_translations_stay_with_the_text_they_were_made_from(
    versions: list[dict[str, str]], random: Random
) -> None:
    entries: list[Entry] = []
    for number, version in enumerate(versions):
        units = [unit(id, text) for id, text in version.items()]
        before = {entry.msgstr for entry in entries if entry.msgstr}
        entries, _ = sync(units, entries)
        assert before <= {entry.msgstr for entry in entries}
        assert sync(units, entries)[0] == entries
        for entry in living(entries).values():
            assert not entry.msgstr or entry.msgstr[0] == (entry.previous or entry.msgid)
        entries = [_translate(entry, number, random) for entry in entries]


def _translate(entry: Entry, number: int, random: Random) -> Entry:
    """A translator works on half of what is open; a translation begins with the text it is of."""
    done = entry.obsolete or (entry.msgstr and not entry.fuzzy)
    if done or random.random() < 0.5:
        return entry
    return replace(entry, msgstr=f"{entry.msgid} {entry.context} {number}", flags=())


# ---- the file -------------------------------------------------------------------------------


def chinese() -> Bundle:
    folder = LOCALES / "zh"
    return Bundle("zh", folder, tomllib.loads((folder / FACTS).read_text("utf-8")), {})


def document(*paragraphs: tuple[str, str]) -> Document:
    front = Front(
        type="report",
        organ="general-assembly",
        symbols=("A/99/1",),
        distribution="general",
        date=date(2045, 3, 1),
        source="en",
        original=("en",),
        title=Prose("meta:title", "Libraries", (Text("Libraries"),)),
    )
    blocks = tuple(Paragraph(Prose(id, text, (Text(text),)), id) for id, text in paragraphs)
    return Document("libraries", "en", front, (), blocks, ())


NEW_FILE = r"""msgid ""
msgstr ""
"Language: zh\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"X-Source-Language: en\n"
"X-Document: libraries\n"

#. Front page: title
msgctxt "meta:title"
msgid "Libraries"
msgstr ""

#. Paragraph
msgctxt "p-open"
msgid "They are open."
msgstr ""
"""


def test_a_new_file_has_a_header_and_an_entry_for_each_unit(tmp_path: Path) -> None:
    file = tmp_path / "zh" / "documents" / "libraries.po"
    tally = update(document(("p-open", "They are open.")), chinese(), file)
    assert tally == Tally(new=2)
    assert file.read_text("utf-8") == NEW_FILE


def test_a_file_that_is_up_to_date_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "libraries.po"
    update(document(("p-open", "They are open.")), chinese(), file)
    before = file.stat()
    tally = update(document(("p-open", "They are open.")), chinese(), file)
    assert tally == Tally(kept=2)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "libraries.po"
    file.write_text("<<<<<<< HEAD\n")
    with pytest.raises(DocgenError, match="A merge left two versions"):
        update(document(), chinese(), file)
    assert file.read_text() == "<<<<<<< HEAD\n"


def test_the_header_keeps_what_translators_add_but_no_dates() -> None:
    fields = "Last-Translator: L. Wen\nLanguage-Team:\nPO-Revision-Date: 2045-03-01\nLanguage: fr\n"
    made = header(document(), chinese(), Entry(msgstr=fields, comments=("Team 2",)))
    assert header(document(), chinese(), made) == made
    assert made.comments == ("Team 2",)
    assert made.msgstr.endswith("Last-Translator: L. Wen\n")
    assert "Language: zh\n" in made.msgstr
    assert "Date" not in made.msgstr


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_gettext_accepts_the_file(tmp_path: Path) -> None:
    file = tmp_path / "libraries.po"
    shutil.copy(SAMPLE, file)
    update(document(("p-scope", "It covers 51 cities.")), chinese(), file)
    command = ["msgfmt", "--check", "--output-file", str(tmp_path / "a.mo"), str(file)]
    assert subprocess.run(command, capture_output=True, text=True).returncode == 0
