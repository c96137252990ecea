"""XLIFF files before grammars of the parts of the standards that docgen writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen.interchange.formats import FORMATS
from docgen.interchange.values import Exchange
from docgen.project import Project
from docgen.report import Report
from docgen.translation import send
from tests.interchange.units import EXCHANGE

ROOT = Path(__file__).parents[2]
GRAMMARS = ROOT / "tests" / "data" / "xliff"
VERSIONS = pytest.mark.parametrize("name", ["xliff12", "xliff21"])


def faults(name: str, data: bytes) -> list[str]:
    grammar = etree.RelaxNG(etree.parse(GRAMMARS / f"{name}.rng"))
    grammar.validate(etree.fromstring(data))
    return [error.message for error in grammar.error_log]


def sample() -> Exchange:
    return send(Project(ROOT), "local-partnerships", "zh", Report())


@VERSIONS
def test_units_of_all_states_are_valid(name: str) -> None:
    assert faults(name, FORMATS[name].dump(EXCHANGE)) == []


@VERSIONS
def test_the_sample_is_valid(name: str) -> None:
    assert faults(name, FORMATS[name].dump(sample())) == []


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("xliff12", b'state="translated"', b'state="stale"'),
        ("xliff12", b'alttranstype="previous-version"', b'alttranstype="old"'),
        ("xliff12", b'ctype="x-note"', b'ctype="note"'),
        ("xliff21", b'state="translated"', b'state="stale"'),
        ("xliff21", b'subState="docgen:stale"', b'subState="stale"'),
        ("xliff21", b' dataRef="d2"', b""),
        ("xliff21", b'<unit id="p-lend"', b'<unit id="p lend"'),
    ],
)
def test_the_grammars_refuse_what_the_standards_do_not_have(
    name: str, good: bytes, bad: bytes
) -> None:
    data = FORMATS[name].dump(EXCHANGE)
    assert good in data
    assert faults(name, data.replace(good, bad, 1)) != []


@VERSIONS
def test_a_code_has_one_id_in_the_source_and_in_the_translation(name: str) -> None:
    root = etree.fromstring(FORMATS[name].dump(sample()))
    for source in root.iter("{*}source"):
        target = source.getnext()
        if target is not None and source.getparent().tag.rpartition("}")[2] != "match":
            codes = [
                sorted(code.get("id") for code in text.iter("{*}ph")) for text in (source, target)
            ]
            assert codes[0] == codes[1]
