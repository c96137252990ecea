"""XLIFF files before the schemas of OASIS, of which docgen writes the core.

The schema of 2.1 is that of 2.0, except that languages are tags. The modules that stand in a file
of 2.x are laxly checked by it; `tests/data/xliff` has grammars for these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from docgen import bundle as bundles
from docgen.interchange.formats import FORMATS
from docgen.interchange.values import STATES, Exchange, Unit
from docgen.project import Project
from docgen.report import Report
from docgen.translation import send
from tests.conftest import Golden
from tests.gates.conftest import HERE
from tests.gates.fetch import XLIFF
from tests.interchange.test_codes import MARKUP
from tests.interchange.test_valid import faults as faults_of_ours
from tests.interchange.units import EXCHANGE, stamped

pytestmark = pytest.mark.gate
ROOT = Path(__file__).parents[2]
FILES = {"xliff12": "xliff-core-1.2-strict.xsd", "xliff21": "xliff-core-2.0.xsd"}
VERSIONS = pytest.mark.parametrize("name", FILES)
CODES = (
    "**bold**",
    "*italic*",
    "***both***",
    "**bold with *italic* in it**",
    "[words](https://un.org/a)",
    "[*words*](https://un.org/a)",
    "note[^n]",
    "[](#p-a)",
    "<https://un.org/a>",
    "https://un.org/a?b=1&c=2",
    "1 < 2 & 3 > 2",
    "\\*no code\\*",
)
"""Every code that a text can have, and what looks like one."""


class _Local(etree.Resolver):
    """Finds the schema of the namespace `xml`, which both others ask of the network."""

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
        """The file beside the others."""
        if system_url.endswith("xml.xsd"):
            return self.resolve_filename(str(XLIFF / "xml.xsd"), context)
        return None


@cache
def schema(name: str) -> etree.XMLSchema:
    """The schema of a version; the test is skipped, with the reason, where it is not there."""
    file = XLIFF / FILES[name]
    if not file.exists():
        pytest.skip(f"{FILES[name]} is not there; `make gates` fetches it where there is apt-get")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    root = etree.parse(file, parser).getroot()
    for attribute in root.iterfind(".//{*}attribute[@name]"):
        if attribute.get("name") in ("srcLang", "trgLang"):
            attribute.set("type", "xs:language")
    return etree.XMLSchema(root)


def faults(name: str, data: bytes) -> list[str]:
    """What the schema of a version finds in a file."""
    found = schema(name)
    try:
        found.validate(etree.fromstring(data))
    except etree.XMLSyntaxError as error:
        return [str(error)]
    return [f"{error.line}: {error.message}" for error in found.error_log]


def dumped(name: str, *units: Unit) -> bytes:
    return FORMATS[name].dump(replace(EXCHANGE, units=units))


# ---- what is sent ------------------------------------------------------------------------------


def samples() -> Iterator[Exchange]:
    """The sample in all languages it is translated into."""
    project = Project(ROOT)
    for document in project.documents():
        for tag in bundles.tags(project.locales):
            if project.catalogue(document, tag).exists():
                yield send(project, document, tag, Report())


@VERSIONS
def test_every_translation_of_the_sample_is_valid(name: str) -> None:
    sent = list(samples())
    assert [one.target for one in sent] == ["fr", "zh-Hans"]
    for one in sent:
        assert len(one.units) > 150
        assert faults(name, FORMATS[name].dump(one)) == []


def every_unit() -> Iterator[Unit]:
    """A text with each code in each state, with and without what can stand beside it."""
    cases = product(CODES, STATES, (True, False))
    for number, (code, state, more) in enumerate(cases):
        target = "" if state == "untranslated" else f"译 {code} 文"
        unit = Unit(f"p-{number}", f"a {code} b", target, state)
        if more:
            before = f"was {code}" if state == "stale" else ""
            unit = replace(unit, previous=before, about=("Paragraph",), notes=("one", "<b> & two"))
        yield stamped(unit)


@VERSIONS
def test_every_code_is_valid_in_every_state(name: str) -> None:
    units = list(every_unit())
    assert len(units) == len(CODES) * len(STATES) * 2
    assert faults(name, dumped(name, *units)) == []


@VERSIONS
@settings(max_examples=200, deadline=None)
@given(source=MARKUP, target=MARKUP, former=MARKUP)
def test_any_text_is_valid(name: str, source: str, target: str, former: str) -> None:
    unit = Unit("p-a", source, target, "stale" if target else "untranslated", former)
    assert faults(name, dumped(name, stamped(unit))) == []


# ---- what is wrong -----------------------------------------------------------------------------


def put(good: str, bad: str) -> Callable[[str], str]:
    """Text in the place of other text, where that stands first."""

    def spoil(text: str) -> str:
        assert good in text, good
        return text.replace(good, bad, 1)

    return spoil


DEFECTS = {
    "xliff12": {
        "a state that the standard does not have": put('state="translated"', 'state="stale"'),
        "approved that is neither yes nor no": put('approved="yes"', 'approved="true"'),
        "a kind of alternative that does not exist": put('"previous-version"', '"old"'),
        "a code of no kind": put('ctype="x-note"', 'ctype="note"'),
        "a code without an id": put('<ph id="3"', "<ph"),
        "an element that does not exist": put("<target>", "<goal/><target>"),
        "a target before its source": put("<source>Libraries</source>", "<target/><source/>"),
        "two sources": put("<source>Libraries</source>", "<source/><source/>"),
        "no source": put("<source>Libraries</source>", ""),
        "a unit without an id": put('<trans-unit id="meta:title"', "<trans-unit"),
        "two units of one id": put('id="p-lend"', 'id="p-tools"'),
        "words between units": put("<body>", "<body>words"),
        "no language of the source": put('source-language="en-GB"', ""),
        "a language that is none": put('target-language="zh-Hans"', 'target-language="zh_"'),
        "no kind of data": put('datatype="x-docgen"', ""),
        "a kind of data that is none": put('datatype="x-docgen"', 'datatype="docgen"'),
        "no version": put(' version="1.2"', ""),
        "another version": put(' version="1.2"', ' version="1.3"'),
        "a note about nothing": put('annotates="source"', 'annotates="all"'),
        "an attribute that does not exist": put("<body>", '<body lang="en">'),
        "blanks kept in no known way": put('space="preserve"', 'space="keep"'),
        "a tool that nobody has declared": put("<tool tool-id=", "<tool name="),
    },
    "xliff21": {
        "a state that the standard does not have": put('state="translated"', 'state="stale"'),
        "a state of ours without a prefix": put("docgen:stale", "stale"),
        "a code of no kind": put('type="fmt"', 'type="format"'),
        "a code without an id": put('<ph id="2"', "<ph"),
        "a kind of ours without a prefix": put("docgen:note", "note"),
        "a code without its data": put(' dataRef="d2"', ""),
        "an element that does not exist": put("</segment>", "<goal/></segment>"),
        "a target before its source": put("<source>Libraries</source>", "<target/><source/>"),
        "two sources": put("<source>Libraries</source>", "<source/><source/>"),
        "no source": put("<source>Libraries</source>", ""),
        "a unit without an id": put('<unit id="meta:title"', "<unit"),
        "an id with a blank": put('<unit id="p-lend"', '<unit id="p lend"'),
        "words between units": put("<unit ", "words<unit "),
        "no language of the source": put('srcLang="en-GB"', ""),
        "a language that is none": put('trgLang="zh-Hans"', 'trgLang="zh_"'),
        "no version": put(' version="2.1"', ""),
        "another version": put(' version="2.1"', ' version="2.9"'),
        "a note about nothing": put('appliesTo="source"', 'appliesTo="all"'),
        "notes behind the text": put("<notes>", "<segment/><notes>"),
        "data without an id": put('<data id="d1"', "<data"),
        "an attribute that does not exist": put("<notes>", '<notes lang="en">'),
        "blanks kept in no known way": put('space="preserve"', 'space="keep"'),
        "a match that says of nothing": put(' ref="#s1"', ""),
    },
}


@VERSIONS
def test_each_defect_is_caught_and_by_whom(name: str, golden: Golden) -> None:
    good = FORMATS[name].dump(EXCHANGE).decode()
    assert faults(name, good.encode()) == []
    rows = [(defect, *_judged(name, spoil(good))) for defect, spoil in DEFECTS[name].items()]
    counts = [f"{sum(row[place] == 'yes' for row in rows)} of {len(rows)}" for place in (1, 2)]
    lines = [("defect", "OASIS", "ours"), *rows, ("caught", *counts)]
    text = "\n".join(f"{what:42}{theirs:10}{ours}".rstrip() for what, theirs, ours in lines)
    golden(HERE / f"caught-{name}.txt", f"{text}\n")
    assert [row for row in rows if "yes" not in row] == []


def _judged(name: str, text: str) -> tuple[str, ...]:
    data = text.encode()
    return tuple("yes" if judge(name, data) else "-" for judge in (faults, faults_of_ours))
