"""A symbol is read, told apart, printed, linked and recognised as the Organization writes it."""

from __future__ import annotations

import csv
import string
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.symbols import (
    Found,
    Single,
    SymbolError,
    address,
    file_stem,
    find,
    finding,
    link_form,
    organ_initial,
    parse,
    plain_form,
)

TABLES = Path(__file__).parent / "symbols"


def table(name: str) -> list[dict[str, str]]:
    lines = (TABLES / name).read_text("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


VALID = table("valid.tsv")
MALFORMED = table("malformed.tsv")


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text)]


# ---- symbols as issued ----------------------------------------------------------------------


def test_the_tables_are_as_long_as_they_must_be() -> None:
    assert len({row["symbol"] for row in VALID}) >= 80
    assert len({row["written"] for row in MALFORMED}) >= 30


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["symbol"])
def test_a_symbol_prints_as_it_was_read(row: dict[str, str]) -> None:
    assert str(parse(row["symbol"])) == row["symbol"]


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["symbol"])
def test_a_symbol_tells_its_parts(row: dict[str, str]) -> None:
    assert columns(parse(row["symbol"]).singles[0]).items() <= row.items()


def columns(single: Single) -> dict[str, str]:
    """The parts of a single symbol as the table of valid symbols shows them."""
    return {
        "series": single.series,
        "body": " ".join(single.body),
        "session": single.session,
        "year": str(single.year or ""),
        "kind": single.kind,
        "number": single.number,
        "section": single.section,
        "brackets": "; ".join(single.brackets),
        "modifiers": " ".join(single.modifiers),
        "reissues": "*" * single.reissues,
    }


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["symbol"])
def test_a_symbol_has_an_address_and_a_file_name(row: dict[str, str]) -> None:
    symbol = parse(row["symbol"])
    assert link_form(symbol) == row["link"]
    assert file_stem(symbol) == row["stem"]


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["symbol"])
def test_what_an_address_shows_is_a_symbol_again(row: dict[str, str]) -> None:
    assert link_form(parse(row["link"])) == row["link"]


def test_a_joint_symbol_holds_one_symbol_for_each_organ() -> None:
    assembly, council = parse("A/68/984-S/2014/642").singles
    assert (assembly.series, assembly.session, assembly.number) == ("A", "68", "984")
    assert (council.series, council.year, council.number) == ("S", 2014, "642")


def test_each_symbol_of_a_joint_one_has_its_own_asterisk() -> None:
    assert [one.reissues for one in parse("A/68/984-S/2014/642*").singles] == [0, 1]


def test_the_hyphen_of_a_special_session_joins_nothing() -> None:
    assert len(parse("A/S-27/19/Rev.1").singles) == 1


def test_a_symbol_is_a_value() -> None:
    assert parse("A/79/968") == parse("A/79/968")
    assert len({parse("A/79/968"), parse("A/79/968"), parse("A/79/968*")}) == 2


def test_typeset_spaces_and_hyphens_are_read_as_plain_ones() -> None:
    assert parse("A/80/6\u00a0(Sect. 24)") == parse("A/80/6 (Sect. 24)")
    assert parse("A/S\u201127/19") == parse("A/S-27/19")


def test_space_around_a_symbol_does_not_matter() -> None:
    assert str(parse(" A/79/968\n")) == "A/79/968"


# ---- forms in print -------------------------------------------------------------------------


def test_running_heads_drop_the_asterisks() -> None:
    assert plain_form(parse("A/73/761*")) == "A/73/761"
    assert plain_form(parse("A/68/984*-S/2014/642*")) == "A/68/984-S/2014/642"


def test_an_address_names_the_language_and_has_neither_space_nor_asterisk() -> None:
    symbol = parse("A/80/6 (Sect. 24)/Corr.1*")
    assert address(symbol, "zh") == "https://docs.un.org/zh/A/80/6(Sect.24)/Corr.1"


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("A/79/968*", ("A", "/79/968*")),
        ("ST/SGB/2019/2", ("ST", "/SGB/2019/2")),
        ("ECE/TRANS/WP.29/2018/157", ("ECE", "/TRANS/WP.29/2018/157")),
        ("IDB.48/2", ("IDB", ".48/2")),
    ],
)
def test_the_masthead_prints_the_series_letters_large(text: str, initial: tuple[str, str]) -> None:
    assert organ_initial(parse(text).singles[0]) == initial


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["symbol"])
def test_a_file_name_has_only_safe_characters(row: dict[str, str]) -> None:
    assert set(row["stem"]) <= {*string.ascii_letters, *string.digits, *"._-"}


# ---- what is no symbol ----------------------------------------------------------------------


@pytest.mark.parametrize("row", MALFORMED, ids=lambda row: row["written"])
def test_what_is_no_symbol_is_refused_with_a_reason_and_a_hint(row: dict[str, str]) -> None:
    with pytest.raises(SymbolError) as refused:
        parse(row["written"])
    assert row["reason"] in refused.value.reason
    assert row["hint"] in refused.value.hint
    assert bool(row["hint"]) == bool(refused.value.hint)


def test_what_has_no_end_is_no_symbol() -> None:
    endless = "E/" + "CN.E/" * 10_000 + "1"
    with pytest.raises(SymbolError, match="no symbol is as long as this"):
        parse(endless)
    assert list(find(endless)) == []


def test_nothing_is_no_symbol() -> None:
    with pytest.raises(SymbolError, match="nothing is written"):
        parse(" ")


def test_the_reason_is_the_message_of_the_error() -> None:
    with pytest.raises(ValueError, match="begins with 0") as refused:
        parse("A/079/968")
    assert str(refused.value) == "a number begins with 0"


# ---- symbols in running text ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("As noted in A/79/968, the Council", ["A/79/968"]),
        ("the report (A/75/982) and the note (A/RES/57/32).", ["A/75/982", "A/RES/57/32"]),
        ("See E/ESCAP/RES/81/2.", ["E/ESCAP/RES/81/2"]),
        ("see A/61/L.45 and Add.1)", ["A/61/L.45"]),
        ("A/79/968/Add.1; A/79/968/Add.2", ["A/79/968/Add.1", "A/79/968/Add.2"]),
        ("reports A/79/1–A/79/5", ["A/79/1", "A/79/5"]),
        ("The Assembly’s “A/79/968”", ["A/79/968"]),
        ("A/79/968’s annex", ["A/79/968"]),
        ("Document symbol:A/79/968", ["A/79/968"]),
        ("S/26063, A/8447 and E/5715/Rev.2", ["S/26063", "A/8447", "E/5715/Rev.2"]),
    ],
)
def test_symbols_are_found_in_english(text: str, symbols: list[str]) -> None:
    assert found(text) == symbols


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("见A/75/982)", ["A/75/982"]),
        ("(A/RES/57/32)", ["A/RES/57/32"]),
        ("见E/ESCAP/RES/81/2。", ["E/ESCAP/RES/81/2"]),
        ("根据S/RES/2282 (2016)号决议", ["S/RES/2282 (2016)"]),
        ("A/79/968、S/2025/123和E/2025/53号文件", ["A/79/968", "S/2025/123", "E/2025/53"]),
        ("（A/80/6 (Sect. 24)/Corr.1）", ["A/80/6 (Sect. 24)/Corr.1"]),
    ],
)
def test_symbols_are_found_in_chinese(text: str, symbols: list[str]) -> None:
    assert found(text) == symbols


@pytest.mark.parametrize(
    "text",
    [
        "A/80/6 (Sect. 24)/Corr.1",
        "A/68/984-S/2014/642",
        "A/73/761*",
        "A/RES/72/262 C",
        "A/RES/2200 A (XXI)",
        "A/RES/973 (X) A",
        "A/AC.237/18 (Part II)/Add.1",
        "S/PV.9451 (Resumption 1)",
        "CERD/C/SVK/CO/11-12",
        "ICCD/COP(11)/23/Add.1",
    ],
)
def test_a_symbol_is_found_whole(text: str) -> None:
    assert found(f"(see {text}.)") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "and/or, 24/7, 1999/2000, N/A, CO/2, km/h, TCP/IP",
        "resolution 79/1 and decision 78/557",
        "第79/1号决议",
        "A/4 paper, an A/320, S/1, the year E/2030, A/H1N1, T/T",
        "A/RES, A/HRC, A/C.3, the symbols A/79/…, A/31/...",
        "files content/A/79/968, A_79_968, editor@A/79/968",
        "XA/79/968, éA/79/968, ДА/79/968",
        "A/79/968abc, A/79/968-969, S/79/968",
    ],
)
def test_what_only_looks_like_a_symbol_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://undocs.org/A/79/968",
        "见https://docs.un.org/zh/A/79/968，",
        "undocs.org/A/79/968",
        "www.un.org/en/A/79/968",
        "https://documents.un.org/api/symbol/access?s=A/79/968&l=en",
    ],
)
def test_no_symbol_is_found_within_a_web_address(text: str) -> None:
    assert found(text + " ") == []
    assert found(text + " A/75/982") == ["A/75/982"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("in A/75/982 (2021)", "A/75/982"),
        ("in A/75/982 (see the annex)", "A/75/982"),
        ("from A/79/968 I conclude", "A/79/968"),
        ("in A/79/968 (I)", "A/79/968"),
        ("A/RES/72/262 A and B", "A/RES/72/262 A"),
    ],
)
def test_what_follows_a_symbol_is_no_part_of_it(text: str, symbol: str) -> None:
    assert found(text) == [symbol]


def test_a_symbol_in_the_brackets_after_another_is_found() -> None:
    assert found("A/79/968 (see A/79/1)") == ["A/79/968", "A/79/1"]


def test_a_find_says_where_the_symbol_stands_and_what_it_is() -> None:
    assert list(find("见A/80/6\u00a0(Sect. 24)。")) == [Found(1, 18, parse("A/80/6 (Sect. 24)"))]


@pytest.mark.parametrize("row", VALID, ids=lambda row: row["symbol"])
def test_every_symbol_of_the_table_is_found_in_text(row: dict[str, str]) -> None:
    assert found(f"见{row['symbol']}。") == [row["symbol"]]


# ---- any text at all ------------------------------------------------------------------------

PIECES = [
    "A",
    "S",
    "E/CN.4",
    "RES",
    "/",
    "-",
    "*",
    " ",
    "79",
    "2025",
    "S-27",
    "L.5",
    "Add.1",
    "(XV)",
]
PIECES += [
    " (Sect. 24)",
    ".",
    "Corr",
    "CRC/C",
    "0",
    "和",
    "(",
    ")",
    "\\",
    "https://",
    "\u00a0",
    "{}",
]
WRITTEN = st.lists(st.sampled_from(PIECES)).map("".join)


@given(WRITTEN | st.text())
def test_any_text_is_printed_as_it_was_read_or_refused(text: str) -> None:
    with suppress(SymbolError):
        assert str(parse(text)) == text.strip().replace("\u00a0", " ")


@given(st.lists(WRITTEN | st.sampled_from([row["symbol"] for row in VALID])).map("".join))
def test_what_is_found_in_any_text_is_the_symbol_that_stands_there(text: str) -> None:
    for one in find(text):
        assert parse(text[one.start : one.end]) == one.symbol


@given(st.lists(WRITTEN | st.sampled_from(["www.", " see ", "A/79/968", "\n"])).map("".join))
def test_nothing_is_missed_where_nothing_is_looked_for(text: str) -> None:
    everywhere = finding._MENTION.finditer(text)
    spans = [match.span("symbol") for match in finding._mentions(text) if match["symbol"]]
    assert spans == [match.span("symbol") for match in everywhere if match["symbol"]]
