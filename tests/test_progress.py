"""How far a translation is: units and words by part and state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.progress import STATES, Extent, progress, total
from tests.libraries import BODY, CITY, LAW, LEND, TITLE, catalogue, source

OPEN = catalogue(replace(TITLE, msgstr=""), replace(LEND, msgid="Older."), without="fn-law")


def test_units_and_the_words_of_the_source_are_counted_by_part_and_state(tmp_path: Path) -> None:
    parts = progress(source(tmp_path), OPEN)
    assert [part.name for part in parts] == ["Front page", "Lending", "Notes"]
    front, lending, notes = (part.extents for part in parts)
    assert front["untranslated"] == Extent(1, 1)
    assert lending["stale"] == Extent(1, 6)
    assert lending["translated"] == Extent(6, 8)
    assert notes["untranslated"] == Extent(1, 2)


def test_parts_together_are_the_whole(tmp_path: Path) -> None:
    whole = total(part.extents for part in progress(source(tmp_path), catalogue()))
    assert set(whole) == set(STATES)
    assert whole["translated"] == Extent(9, 17)
    assert whole["untranslated"] == Extent()


def test_a_text_without_an_id_counts_as_untranslated(tmp_path: Path) -> None:
    document = source(tmp_path, "Before any heading.\n\n" + BODY)
    front, beginning, *_ = progress(document, catalogue())
    assert (front.name, beginning.name) == ("Front page", "")
    assert beginning.extents["untranslated"] == Extent(1, 3)


def test_numbers_are_not_counted(tmp_path: Path) -> None:
    body = BODY.replace("Lima", "2044")
    _, lending, _ = progress(source(tmp_path, body), catalogue())
    assert lending.extents["translated"].units == 6


def test_a_translation_of_nothing_is_all_untranslated(tmp_path: Path) -> None:
    empty = catalogue(*(replace(one, msgstr="") for one in (CITY, LAW)))
    whole = total(part.extents for part in progress(source(tmp_path), empty))
    assert whole["untranslated"] == Extent(2, 3)
