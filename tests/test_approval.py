"""The ledger of approvals: what it holds, how it is kept, what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.approval import Ledger, approval, digest, dump, load
from docgen.report import DocgenError

FIRST = approval("p-b", "Second.", "二。", "Wen  Li", date(2045, 3, 1))
SECOND = approval("p-a", "First.", "一。", "Ana", date(2045, 3, 2))
LEDGER = Ledger((FIRST, SECOND))

FILE = f"""# unit\tsource\ttranslation\tby\ton
p-a\t{digest("First.")}\t{digest("一。")}\tAna\t2045-03-02
p-b\t{digest("Second.")}\t{digest("二。")}\tWen Li\t2045-03-01
"""


def test_a_ledger_has_a_line_for_each_approval_in_the_order_of_the_ids() -> None:
    assert dump(LEDGER) == FILE


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "water.approved.tsv"
    file.write_text(FILE.replace("\n", "\r\n"), "utf-8")
    assert dump(load(file)) == FILE


def test_a_ledger_that_is_not_there_approves_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "water.approved.tsv") == Ledger()


def test_an_approval_is_of_two_texts(tmp_path: Path) -> None:
    assert LEDGER.find("p-a", "First.", "一。") == SECOND
    assert LEDGER.find("p-a", "First!", "一。") is None
    assert LEDGER.find("p-a", "First.", "壹。") is None
    assert LEDGER.find("p-b", "First.", "一。") is None


def test_of_two_approvals_that_a_merge_has_left_each_holds() -> None:
    other = approval("p-a", "First.", "壹。", "Wen", date(2045, 3, 5))
    both = Ledger((SECOND, other))
    assert both.find("p-a", "First.", "一。") == SECOND
    assert both.find("p-a", "First.", "壹。") == other
    assert both.void("p-a") == other


def test_a_new_approval_takes_the_place_of_older_ones_of_its_unit() -> None:
    new = replace(SECOND, by="Wen", on=date(2045, 4, 1))
    assert LEDGER.extended([new]).approvals == (FIRST, new)


@pytest.mark.parametrize("line", ["p-a\tabc", "<<<<<<< HEAD", "p\ta\tb\tWen\tyesterday"])
def test_a_line_that_is_no_approval_is_an_error_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "water.approved.tsv"
    file.write_text(FILE + line + "\n", "utf-8")
    with pytest.raises(DocgenError, match="this line is no approval") as caught:
        load(file)
    assert caught.value.diagnostic.origin.line == 4


def test_a_ledger_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "water.approved.tsv"
    file.write_bytes("文".encode("gb18030"))
    with pytest.raises(DocgenError, match="not in UTF-8"):
        load(file)


# ---- texts with other ids -------------------------------------------------------------------


def test_an_approval_goes_along_with_texts_that_have_another_id() -> None:
    followed = LEDGER.followed({"p-new": ("First.", "一。"), "p-b": ("Second.", "二。")})
    assert followed.approvals == (FIRST, replace(SECOND, unit="p-new"))


def test_an_approval_that_holds_where_it_is_stays_there() -> None:
    texts = {"p-a": ("First.", "一。"), "p-copy": ("First.", "一。")}
    assert LEDGER.followed(texts) == LEDGER


def test_an_approval_of_other_texts_goes_nowhere() -> None:
    assert LEDGER.followed({"p-new": ("First.", "壹。")}) == LEDGER
    assert LEDGER.followed({}) == LEDGER


def test_each_approval_is_given_to_one_unit_alone() -> None:
    texts = {"p-new": ("First.", "一。"), "p-other": ("First.", "一。")}
    units = [one.unit for one in LEDGER.followed(texts).approvals]
    assert units == ["p-b", "p-new"]
