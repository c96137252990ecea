"""Word files before the schemas of ECMA-376."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.check.lint.defects import BODY, DEFECTS, Defect, first, good, with_defect
from tests.gates.schemas import MC, VARIABLE, faults, folder
from tests.outputs import Case, each_case, made
from tests.redline.chance import edited
from tests.redline.test_merge import Redline
from tests.render.sample import LANGUAGES, unnumbered

pytestmark = pytest.mark.gate

SEEN = {
    "properties of a paragraph out of order",
    "an alignment that does not exist",
    "words outside of a run",
    "a paragraph in a paragraph",
    "an element that does not exist",
    "two heads for the same pages",
    "settings out of order",
    "a colour that is none",
    "an insertion without an id",
    "a save id that is none",
    "a list definition after a list",
}
"""What every edition sees; a width of a fraction of a twip is right in those after the first."""


@pytest.fixture(scope="module")
def schemas() -> Path:
    found = folder()
    if not found:
        pytest.skip(
            f"no schemas: `make gates` fetches them with apt; else name a folder in {VARIABLE}"
        )
    return found


@each_case
def test_the_schemas_find_nothing_in_any_part(case: Case, schemas: Path) -> None:
    assert faults(made(case, "docx"), schemas) == []


@pytest.mark.parametrize("seed", range(8))
def test_they_find_nothing_in_tracked_changes(seed: int, schemas: Path) -> None:
    random, tag = Random(seed), LANGUAGES[seed % len(LANGUAGES)]
    old = edited(unnumbered(tag), random, 3)
    assert faults(Redline(old, edited(old, random, 6), tag).data, schemas) == []


def test_they_see_what_is_against_the_order_and_the_values_of_elements(schemas: Path) -> None:
    members = good()
    seen = {one.name for one in DEFECTS if faults(with_defect(members, one), schemas)}
    assert seen - {"a width that is no whole number"} == SEEN


@pytest.mark.parametrize(("ignorable", "count"), [("new", 0), ("", 1)])
def test_what_may_be_ignored_is_not_judged(ignorable: str, count: int, schemas: Path) -> None:
    spaces = f'xmlns:mc="{MC}" xmlns:new="urn:new" mc:Ignorable="{ignorable}"'
    marked = first("<w:document ", f"<w:document {spaces} ")
    newer = first("<w:sectPr>", "<new:thing/><w:sectPr>")
    change = Defect("a newer element", BODY, lambda text: newer(marked(text)))
    assert len(faults(with_defect(good(), change), schemas)) == count


def test_of_alternatives_the_one_for_all_is_judged(schemas: Path) -> None:
    words = "<mc:Choice Requires='new'><new:thing/></mc:Choice><mc:Fallback>{}</mc:Fallback>"
    spaces = f'xmlns:mc="{MC}" xmlns:new="urn:new"'
    for fallback, count in (("<w:p/>", 0), ("<w:r/>", 1)):
        text = f"<mc:AlternateContent {spaces}>{words.format(fallback)}</mc:AlternateContent>"
        change = Defect("alternatives", BODY, first("<w:body>", f"<w:body>{text}"))
        assert len(faults(with_defect(good(), change), schemas)) == count
