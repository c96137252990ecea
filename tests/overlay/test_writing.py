"""Accepted problems are written into an overlay, and taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.overlay import Accepted, with_accepted, without_accepted
from docgen.overlay.reading import parse
from docgen.report import DocgenError, Rejected

ONE = Accepted("p-fund", "numbers", "It says “1” \\ here.")
ENTRY = '[[accept]]\nunit = "p-fund"\ncheck = "numbers"\nreason = "It says “1” \\\\ here."\n'
OTHER = '[[accept]]  # the first\nunit = "p-a"\ncheck = "ending"\nreason = "It ends so."\n'
NOTES = '# Kept by Ana.\n[notes.tn-1]\ntext = """\n[[accept]]\n"""\n'


def test_the_first_entry_makes_the_file() -> None:
    assert with_accepted("", ONE, "o.toml") == ENTRY


@pytest.mark.parametrize("before", [NOTES, OTHER, f"{NOTES}\n{OTHER}", "# A comment alone.\n"])
def test_all_that_is_there_stays_and_the_entry_comes_behind_it(before: str) -> None:
    assert with_accepted(before, ONE, "o.toml") == f"{before}\n{ENTRY}"


def test_a_last_line_without_an_end_gets_one() -> None:
    assert with_accepted(OTHER.rstrip(), ONE, "o.toml") == f"{OTHER}\n{ENTRY}"


def test_the_line_ends_of_the_file_are_kept() -> None:
    made = with_accepted(OTHER.replace("\n", "\r\n"), ONE, "o.toml")
    assert made == f"{OTHER}\n{ENTRY}".replace("\n", "\r\n")
    assert without_accepted(made, "p-fund", "numbers", "o.toml") == OTHER.replace("\n", "\r\n")


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(["", NOTES, OTHER]))
def test_any_reason_comes_back_as_it_was_given(reason: str, before: str) -> None:
    reason = " ".join(reason.split())
    made = with_accepted(before, Accepted("p-fund", "numbers", reason), "o.toml")
    assert parse(made, "o.toml").accepted("p-fund", "numbers") == reason
    assert without_accepted(made, "p-fund", "numbers", "o.toml") == before


def test_what_is_taken_out_leaves_the_comments_of_its_neighbours() -> None:
    text = (
        f"{OTHER}\n# About the fund.\n{ENTRY}\n# About the table.\n[tables.t]\ncolumns = ['c1']\n"
    )
    assert without_accepted(text, "p-fund", "numbers", "o.toml") == (
        f"{OTHER}\n# About the fund.\n\n# About the table.\n[tables.t]\ncolumns = ['c1']\n"
    )


def test_an_entry_that_stands_twice_goes_twice() -> None:
    text = f"{ENTRY}\n{OTHER}\n{ENTRY}"
    assert without_accepted(text, "p-fund", "numbers", "o.toml") == OTHER


def test_a_list_in_another_form_is_left_to_whoever_wrote_it() -> None:
    text = "accept = [{unit = 'p-a', check = 'ending', reason = 'It ends so.'}]\n"
    with pytest.raises(DocgenError, match=r"cannot be changed from here[\s\S]*by hand"):
        with_accepted(text, ONE, "o.toml")
    with pytest.raises(DocgenError, match="cannot be changed from here"):
        without_accepted(text, "p-a", "ending", "o.toml")


def test_a_file_with_errors_is_not_written_into() -> None:
    with pytest.raises(Rejected):
        with_accepted('[[accept]]\nunit = "p-a"\n', ONE, "o.toml")
