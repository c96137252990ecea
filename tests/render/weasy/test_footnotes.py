"""The corrections of the page engine are there while they are needed, and for one version alone."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.layout import LayoutContext, block

from docgen.render.weasy import footnotes


def test_the_engine_is_corrected_within_the_block_and_as_it_was_after_it() -> None:
    before = LayoutContext._update_footnote_area, block._linebox_layout
    with footnotes.kept():
        assert LayoutContext._update_footnote_area is not before[0]
        assert block._linebox_layout is not before[1]
    assert (LayoutContext._update_footnote_area, block._linebox_layout) == before


def test_another_version_of_the_engine_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    before = block._linebox_layout
    with footnotes.kept():
        assert block._linebox_layout is before
