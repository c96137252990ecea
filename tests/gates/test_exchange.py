"""Files for translators before another reader of them, translate-toolkit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.check.translation import glossary
from docgen.interchange import tbx
from docgen.interchange.formats import FORMATS
from docgen.project import Project
from docgen.report import Report
from docgen.translation import send
from tests.interchange.units import EXCHANGE

pytestmark = pytest.mark.gate
ROOT = Path(__file__).parents[2]


def units(name: str, data: bytes) -> list[Any]:
    """The translatable units that the toolkit finds."""
    from translate.storage import tmx, xliff, xliff2

    kinds = {"xliff12": xliff.xlifffile, "xliff21": xliff2.Xliff2File, "tmx": tmx.tmxfile}
    store = kinds[name].parsestring(data)
    return [unit for unit in store.units if unit.istranslatable()]


@pytest.mark.parametrize("name", ["xliff12", "xliff21", "tmx"])
def test_the_toolkit_finds_every_text_of_the_sample(name: str) -> None:
    sample = send(Project(ROOT), "local-partnerships", "zh", Report())
    found = units(name, FORMATS[name].dump(sample))
    assert len(found) == len(sample.units)
    plain = {unit.source: unit.target for unit in sample.units if not set("*[<") & set(unit.source)}
    there = {str(unit.source): str(unit.target) for unit in found}
    assert len(plain) > 50
    assert {source: there.get(source) for source in plain} == plain


def test_the_toolkit_knows_ids_and_states() -> None:
    found = units("xliff12", FORMATS["xliff12"].dump(EXCHANGE))
    states = [(unit.isapproved(), unit.istranslated()) for unit in found]
    assert [unit.getid().rpartition("\x04")[2] for unit in found] == [
        one.id for one in EXCHANGE.units
    ]
    assert [approved for approved, _ in states] == [False, False, False, True]
    assert not states[0][1]


def test_the_toolkit_finds_every_term_of_the_glossary_in_the_older_tbx() -> None:
    from translate.storage import tbx as theirs

    concepts = glossary.read(ROOT / "locales" / "glossary.csv")
    found = theirs.tbxfile.parsestring(tbx.dump(concepts, 2)).units
    assert len(concepts) > 50
    assert [(str(unit.source), str(unit.target)) for unit in found] == [
        (concept.terms["en"][0], concept.terms["zh"][0]) for concept in concepts
    ]
