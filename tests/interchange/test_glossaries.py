"""Glossaries as CSV and TBX."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.check.translation import glossary
from docgen.check.translation.glossary import Concept
from docgen.interchange import glossaries, tbx

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "locales" / "glossary.csv"
MARTIF = b"""<martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
<langSet xml:lang="en"><tig><term>Member State</term></tig></langSet>
<langSet xml:lang="zh"><ntig><termGrp><term>\xe6\x88\x90\xe5\x91\x98\xe5\x9b\xbd</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
<ntig><termGrp><term>\xe4\xbc\x9a\xe5\x91\x98\xe5\x9b\xbd</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


def filled(concept: Concept) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The wordings of a concept, languages without any left out."""
    return tuple(  # type: ignore[return-value]
        {tag: list(words) for tag, words in held.items() if words}
        for held in (concept.terms, concept.forbidden)
    )


def test_the_glossary_is_written_as_it_is_kept() -> None:
    assert glossaries.dump(glossary.read(KEPT)) == KEPT.read_text("utf-8")


@pytest.mark.parametrize("version", [3, 2])
def test_a_glossary_comes_back_from_tbx_as_it_left(version: int) -> None:
    concepts = glossary.read(KEPT)
    assert len(concepts) > 50
    back = tbx.load(tbx.dump(concepts, version), "g.tbx")
    assert list(map(filled, back)) == list(map(filled, concepts))


def test_the_older_form_is_read_with_wording_not_to_be_used() -> None:
    (concept,) = tbx.load(MARTIF, "old.tbx")
    assert filled(concept) == (
        {"en": ["Member State"], "zh": ["会员国"]},
        {"zh": ["成员国"]},
    )


def test_joining_adds_behind_ours_and_takes_nothing_away() -> None:
    ours = [Concept({"en": ["fund"], "zh": ["基金"]}, {"zh": ["资金"]})]
    theirs = [
        Concept({"en": ["Fund"], "zh": ["资金", "基金会"]}, {}),
        Concept({"en": ["loan"], "zh": ["贷款"]}, {}),
        Concept({"zh": ["无"]}, {}),
    ]
    joined, new, grown = glossaries.merged(ours, theirs, "en")
    assert (new, grown) == (1, 1)
    assert filled(joined[0]) == (
        {"en": ["fund", "Fund"], "zh": ["基金", "基金会"]},
        {"zh": ["资金"]},
    )
    assert filled(joined[1])[0] == {"en": ["loan"], "zh": ["贷款"]}


def test_no_wording_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    concepts = [Concept({"en": ["-wide", "=sum"], "zh": ["@全"]}, {"zh": ["'+"]})]
    file = tmp_path / "g.csv"
    file.write_text(glossaries.dump(concepts), "utf-8")
    assert file.read_text("utf-8") == "en,zh,zh!\n'-wide|=sum,'@全,''+\n"
    assert list(map(filled, glossary.read(file))) == list(map(filled, concepts))
