"""Reading what a language does otherwise: values as they are written, faults with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.overlay import Accepted, ColumnOrder, Overlay, TranslatorNote, load
from docgen.report import DocgenError, Origin, Rejected

FILE = """# What Chinese has otherwise.

[notes.tn-1]
text = "译注：该术语尚无定译。"

[tables.t-loans]
columns = ["c1", "c3", "c2"]

[[accept]]
unit = "p-fund"
check = "numbers"
reason = "amount given in renminbi as well"

[[accept]]
unit = "p-fund"
check = "length"
reason = "an explanation is added"
"""


def kept(folder: Path, text: str) -> Path:
    path = folder / "libraries.overlay.toml"
    path.write_bytes(text.encode())
    return path


def faults(folder: Path, text: str) -> list[str]:
    """The faults of an overlay, each as line, message and hint."""
    with pytest.raises(Rejected) as caught:
        load(kept(folder, text))
    return [f"{found.origin.line}: {found.message} / {found.hint}" for found in caught.value.report]


def test_a_file_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none.overlay.toml"
    assert load(path) == Overlay(str(path))


def test_notes_columns_and_accepted_complaints_are_read_with_their_places(tmp_path: Path) -> None:
    path = kept(tmp_path, FILE)
    overlay = load(path)
    assert overlay.notes == {"tn-1": TranslatorNote("译注：该术语尚无定译。", Origin(str(path), 4))}
    assert overlay.tables == {"t-loans": ColumnOrder((0, 2, 1), Origin(str(path), 7))}
    assert overlay.accepts[0] == Accepted(
        "p-fund", "numbers", "amount given in renminbi as well", Origin(str(path), 10)
    )
    assert overlay.accepts[1].origin.line == 15


def test_a_complaint_is_accepted_for_its_own_unit_and_check_alone(tmp_path: Path) -> None:
    overlay = load(kept(tmp_path, FILE))
    assert overlay.accepted("p-fund", "length") == "an explanation is added"
    assert overlay.accepted("p-fund", "markup") is None
    assert overlay.accepted("p-other", "length") is None


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    overlay = load(kept(tmp_path, "\ufeff" + FILE.replace("\n", "\r\n")))
    assert overlay.notes["tn-1"].origin.line == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[note.tn-1]\ntext = 'a'", "1: there is no key “note” here / Did you mean “notes”?"),
        ("[notes.tn-1]\ntxt = 'a'", "2: there is no key “txt” here / Did you mean “text”?"),
        ("\n[notes.tn-1]", '2: “text” is missing or no text / Write text = "…".'),
        ("[notes.tn-1]\ntext = 7", "2: “text” is missing or no text"),
        ("[notes.one]\ntext = 'a'", "1: the key of a translator's note begins with tn-"),
        ("[notes]\ntn-1 = 'a'", "2: “notes.tn-1” is a table / Write [notes.tn-1]"),
        ("notes = 1", "1: “notes” holds tables / Write [notes.name]"),
        ("[tables.t]\ncolumns = ['c1', 2]", "2: “columns” is no list of columns / Write columns"),
        ("[tables.t]\nrows = []", "2: there is no key “rows” here"),
        ("[tables.t]\ncolumns = 'c1'", "2: “columns” is no list of columns"),
        ("[[accept]]\nunit = 'p'\ncheck = 'n'", "1: “reason” is missing or no text"),
        ("[[accept]]\nunit = 'p'\ncheck = 'n'\nreason = ' '", "4: “reason” is missing or no text"),
        ("[accept]\nunit = 'p'", "1: “accept” holds a list of tables / Write [[accept]]."),
        (
            "[[accept]]\nunit='p'\ncheck='n'\nreason='r'\n[[accept]]\nunits='p'",
            "6: there is no key “units” here / Did you mean “unit”?",
        ),
    ],
)
def test_what_an_overlay_cannot_have_is_an_error_with_line_and_hint(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert any(found.startswith(expected) for found in faults(tmp_path, text))


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = "[notes.tn-1]\n[tables.t]\n[[accept]]\nunit = 'p'\n"
    assert [found.partition(":")[0] for found in faults(tmp_path, text)] == ["1", "2", "3", "3"]


def test_a_fault_of_the_syntax_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="not valid TOML") as caught:
        load(kept(tmp_path, '[notes.tn-1]\ntext = "译注：\n'))
    assert caught.value.diagnostic.origin.line == 2


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "libraries.overlay.toml"
    path.write_bytes(FILE.encode("gb18030"))
    with pytest.raises(DocgenError, match="not UTF-8"):
        load(path)
