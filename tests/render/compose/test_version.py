"""With another WeasyPrint the layer steps aside, says so, and the document is made all the same."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.layout import block, inline

from docgen.render import compose, engine
from docgen.render.compose import version
from tests.render.compose import sample


def test_the_weasyprint_that_is_installed_can_be_worked_on() -> None:
    assert version.check() == engine.Status(True)


def test_another_version_is_refused_and_nothing_is_touched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    before = inline.split_first_line, block._linebox_layout
    with compose.installed(sample.FACTS) as status:
        assert (inline.split_first_line, block._linebox_layout) == before
    assert not status.installed
    assert status.why == "WeasyPrint 71.0 is here, not 70.0"


def test_a_name_that_takes_something_else_is_refused() -> None:
    found = engine.difference("layout.inline:can_break_text", "(text)")
    assert found == "layout.inline:can_break_text of WeasyPrint takes (text, lang), not (text)"
