"""A style sheet that WeasyPrint has parsed before the text is there that has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, css

_REACHING = re.compile(r"@(?:import|layer|font-face|counter-style|color-profile)\b")
"""Rules that do something besides being matched with elements and pages."""


class Expected:
    """The style sheet `text`, which is parsed at once unless its rules reach further."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parsed = None if _REACHING.search(text) else CSS(string=text, media_type="print")

    @contextmanager
    def given(self) -> Iterator[None]:
        """Meanwhile a page that has this text as its style sheet is given what was parsed."""
        original = css.CSS
        css.CSS = self._instead(original)
        try:
            yield
        finally:
            css.CSS = original

    def _instead(self, original: Any) -> Any:
        """What makes style sheets, but for this one."""

        def found(*, string: str | None = None, page_rules: Any = None, **given: Any) -> Any:
            if self.parsed is None or string != self.text or page_rules is None:
                return original(string=string, page_rules=page_rules, **given)
            page_rules += self.parsed.page_rules
            self.parsed.page_rules = page_rules
            return self.parsed

        return found
