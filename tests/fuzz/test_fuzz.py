"""Inputs of anybody's making end in a document or in a problem with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attacks.attack import patience
from tests.fuzz.seeds import SEEDS, seeds
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FOUND = sorted(path for path in CORPUS.rglob("*") if path.is_file())
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
_SIGNS = (
    "* ** *** _ ` [ ] ( ) [^ ^ ]( ](# ![ < > & &amp; { } {# .a ::: :::: # ## - 1. | |--- http://",
    "symbol: A/79/1 [^a]: 0 -1 9 msgid msgstr <w:p> </w:p> <w:tbl> <w:r> 水 。 ,, == [[ \" ' \\",
)
BREAKS = ("\n", "\n\n", " ", "\t", "\0", "\x1b", "\u202e", "\ud800")
SIGNS = st.sampled_from([*" ".join(_SIGNS).split(), *BREAKS])
PIECES = st.lists(SIGNS | st.text(max_size=8), max_size=40).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)


def test_every_target_has_seeds() -> None:
    assert SEEDS.keys() == TARGETS.keys()


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_are_read(target: str) -> None:
    for data in seeds(target):
        assert TARGETS[target](data) is None


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_does_no_harm_again(path: Path) -> None:
    with patience():
        assert TARGETS[path.parent.name](path.read_bytes()) is None


@pytest.mark.parametrize("target", TARGETS)
@given(data=PIECES | st.binary(max_size=200))
@FEW
def test_signs_of_every_kind_in_any_order_do_no_harm(target: str, data: bytes) -> None:
    assert TARGETS[target](data) is None


@pytest.mark.parametrize("target", TARGETS)
@given(data=st.data())
@FEW
def test_seeds_cut_and_mixed_do_no_harm(target: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(seeds(target)))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    assert TARGETS[target](text[:start] + data.draw(PIECES) + text[end:]) is None
