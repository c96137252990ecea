"""The files of one translation, and what each of its entries is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen import approval, po
from docgen.approval import Ledger
from docgen.catalogue import Catalogue, load_catalogue, state
from docgen.overlay import Overlay, TranslatorNote
from docgen.po import Entry
from docgen.report import DocgenError, Origin
from tests.libraries import ENTRIES, LAW, LEND

DAY = date(2045, 3, 1)


def approved(entry: Entry, text: str = "") -> Catalogue:
    """A translation of one unit, which has been approved as a translation of `text`."""
    one = approval.approval(entry.context or "", text or entry.msgid, entry.msgstr, "Wen", DAY)
    return Catalogue("zh.po", {entry.context or "": entry}, Ledger((one,)))


# ---- files ----------------------------------------------------------------------------------


def test_a_catalogue_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    file.write_text(po.dump(ENTRIES), "utf-8")
    loaded = load_catalogue(file)
    assert loaded.entries["p-lend"].msgstr == LEND.msgstr
    assert loaded.origin("p-lend") == Origin(str(file), 9)
    assert loaded.origin("p-none") == Origin(str(file))


def test_the_ledger_and_the_overlay_beside_it_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "water.po").write_text(po.dump([LAW]), "utf-8")
    ledger = approved(LAW).ledger
    (tmp_path / "water.approved.tsv").write_text(approval.dump(ledger), "utf-8")
    (tmp_path / "water.overlay.toml").write_text('[notes.tn-1]\ntext = "译注"\n', "utf-8")
    loaded = load_catalogue(tmp_path / "water.po")
    assert loaded.ledger == ledger
    assert loaded.overlay.notes["tn-1"].text == "译注"
    assert loaded.state("fn-law", "Act 7.") == "approved"


def test_a_file_that_is_not_there_translates_nothing(tmp_path: Path) -> None:
    loaded = load_catalogue(tmp_path / "zh.po")
    assert (loaded.file, loaded.entries, loaded.ledger) == (str(tmp_path / "zh.po"), {}, Ledger())


def test_two_entries_for_one_unit_are_an_error(tmp_path: Path) -> None:
    file = tmp_path / "zh.po"
    file.write_text(po.dump([LAW, replace(LAW, msgid="Act 6.")]), "utf-8")
    with pytest.raises(DocgenError, match="“fn-law” stands here a second time"):
        load_catalogue(file)


# ---- states ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (None, "untranslated"),
        (replace(LAW, msgstr=""), "untranslated"),
        (LAW, "translated"),
        (replace(LAW, flags=("fuzzy",)), "stale"),
        (replace(LAW, msgid="Act 6."), "stale"),
    ],
)
def test_a_translation_is_as_good_as_the_text_it_was_made_from(
    entry: Entry | None, expected: str
) -> None:
    assert state("Act 7.", entry) == expected


def test_a_translation_is_approved_as_long_as_both_texts_stay(tmp_path: Path) -> None:
    held = approved(LAW)
    assert held.state("fn-law", "Act 7.") == "approved"
    revised = replace(LAW, msgstr="第七号法。")
    assert replace(held, entries={"fn-law": revised}).state("fn-law", "Act 7.") == "translated"
    assert held.state("fn-law", "Act 8.") == "stale"
    followed = replace(LAW, msgid="Act 8.")
    assert replace(held, entries={"fn-law": followed}).state("fn-law", "Act 8.") == "translated"


def test_what_is_in_doubt_is_not_approved() -> None:
    doubted = replace(LAW, flags=("fuzzy",))
    assert replace(approved(LAW), entries={"fn-law": doubted}).state("fn-law", "Act 7.") == "stale"


def test_an_approval_holds_again_when_the_approved_texts_return() -> None:
    held = approved(LAW)
    other = replace(held, entries={"fn-law": replace(LAW, msgstr="别的")})
    assert other.state("fn-law", "Act 7.") == "translated"
    assert replace(other, entries=held.entries).state("fn-law", "Act 7.") == "approved"


def test_an_approval_is_void_when_a_note_of_the_translator_changes() -> None:
    entry = replace(LAW, msgstr="第7号法[^tn-1]。")
    first, second = (Overlay(notes={"tn-1": TranslatorNote(text)}) for text in ("甲", "乙"))
    noted = Catalogue("zh.po", {"fn-law": entry}, overlay=first)
    one = approval.approval("fn-law", "Act 7.", noted.translation("fn-law"), "Wen", DAY)
    held = replace(noted, ledger=Ledger((one,)))
    assert held.state("fn-law", "Act 7.") == "approved"
    assert replace(held, overlay=second).state("fn-law", "Act 7.") == "translated"
