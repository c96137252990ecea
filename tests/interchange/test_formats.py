"""Every kind of file: units come back as they left, and what is no such file is told."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.interchange.formats import FORMATS, load
from docgen.interchange.values import Exchange, Unit
from docgen.report import DocgenError
from tests.conftest import Golden
from tests.interchange.test_codes import MARKUP
from tests.interchange.units import EXCHANGE, bare, stamped

HERE = Path(__file__).parent / "files"
LEFT_OUT = {
    "tmx": ("meta:title",),  # a memory holds translations
}


def returned(exchange: Exchange, name: str, folder: Path) -> Exchange:
    form = FORMATS[name]
    file = folder / f"sent{form.suffix}"
    file.write_bytes(form.dump(exchange))
    return bare(load(file))


def expected(name: str) -> Exchange:
    units = [unit for unit in EXCHANGE.units if unit.id not in LEFT_OUT.get(name, ())]
    if name == "docx":
        units = [replace(unit, about=()) for unit in units]  # the table does not tell the place
    return replace(EXCHANGE, units=tuple(units))


@pytest.mark.parametrize("name", FORMATS)
def test_units_of_all_states_come_back_as_they_left(name: str, tmp_path: Path) -> None:
    assert returned(EXCHANGE, name, tmp_path) == expected(name)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"docx"}))
def test_the_file_is_written_as_it_was(name: str, golden: Golden) -> None:
    text = FORMATS[name].dump(EXCHANGE).decode().replace("\r\n", "\n")
    golden(HERE / f"units{FORMATS[name].suffix}", text)


@pytest.mark.parametrize("name", FORMATS)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(source=MARKUP, target=MARKUP, former=MARKUP, note=MARKUP, state=st.integers(0, 2))
def test_any_text_comes_back_as_it_left(
    name: str, tmp_path: Path, source: str, target: str, former: str, note: str, state: int
) -> None:
    # A text of a document is one line; what is empty or the same as its source is not translated.
    text = f"s{source}s".replace("\n", " ")
    words = f"t{target}t".replace("\n", " ")
    before = f"f{former}f".replace("\n", " ")
    one = Unit(
        "p-a",
        text,
        words,
        ("stale", "translated", "approved")[state],
        before if state == 0 else "",
        notes=(f"n{note}n".replace("\n", " "),),
    )
    sent = replace(EXCHANGE, units=(stamped(one),))
    assert returned(sent, name, tmp_path) == sent


HOSTILE = {
    "no-xml.xlf": "Dear colleague",
    "cut.xlf": "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file>",
    "other.xml": "<html/>",
    "entities.tmx": "<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx version='1.4'>&a;</tmx>",
    "outside.xlf": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
    "deep.xlf": "<a>" * 5000 + "</a>" * 5000,
    "no-columns.csv": "id,source\np-a,Text\n",
    "no-quote.csv": 'document,from,to,id,source,translation\nd,en,zh,p-a,"Text,x\n',
    "no-file.docx": "PK but no archive",
    "foreign.tmx": "<tmx version='1.4'><header srclang='en'/><body><tu>"
    "<tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='zh'><seg>b</seg></tuv>"
    "</tu></body></tmx>",
    "no-source.xlf": "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>"
    "<file><body><trans-unit id='1'/></body></file></xliff>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_file_of_translations_is_told(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(HOSTILE[name], "utf-8")
    with pytest.raises(DocgenError) as caught:
        load(file)
    assert name in str(caught.value)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes("document,from,to,id,source,translation\né".encode("latin-1"))
    with pytest.raises(DocgenError, match="not in UTF-8"):
        load(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.xlf"
    with file.open("wb") as stream:
        stream.truncate(50_000_001)
    with pytest.raises(DocgenError, match="too large"):
        load(file)


FORMULAS = ("=1+1", "+41", "-5 %", "@SUM(A1)", "'=1", "''-")


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    units = tuple(
        stamped(Unit(f"p-{number}", text, text, "translated", notes=(text,)))
        for number, text in enumerate(FORMULAS)
    )
    sent = replace(EXCHANGE, units=units)
    rows = csv.reader(io.StringIO(FORMATS["csv"].dump(sent).decode("utf-8-sig")))
    assert [cell for row in rows for cell in row if cell[:1] in tuple("=+-@")] == []
    assert returned(sent, "csv", tmp_path) == sent


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_may_come_back_with_other_delimiters(delimiter: str, tmp_path: Path) -> None:
    file = tmp_path / "back.csv"
    head = delimiter.join(["document", "from", "to", "id", "source", "translation"])
    row = delimiter.join(["d", "en", "zh", "p-a", "Text, more", "文"])
    file.write_bytes(f"{head}\r\n{row}\r\n".encode("utf-16"))
    (exchange,) = load(file)
    assert [(unit.source, unit.target, unit.state) for unit in exchange.units] == [
        ("Text, more", "文", "translated")
    ]
