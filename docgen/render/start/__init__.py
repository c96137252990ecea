"""WeasyPrint imported without what paper never asks of it.

Half of the time of a short report was the import of the page engine: it parses the declarations of
the C libraries that it calls, asks the linker for their places by running programs, loads all of
fontTools, and parses a style sheet for every element of HTML. Each of the three is spared here for
the one version whose inside is known; any other is imported as it comes. So are styles of elements
that are alike (`styles`), and boxes of pages keep less (`pages`).
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

from docgen.render.engine import VERSION
from docgen.render.start import declarations, late, sheet

ENGINE = "weasyprint"


def begin() -> None:
    """Import WeasyPrint; called before anything else imports it."""
    if ENGINE in sys.modules:
        return
    with ExitStack() as stack:
        known = _known()
        if known:
            from docgen.render.start import selectors

            selectors.share()
        for spared in (declarations.parsed, late.loading, sheet.shortened) if known else ():
            stack.enter_context(spared())
        __import__(ENGINE)
    if known:
        from docgen.render.drawing import hooks
        from docgen.render.start import layouts, lengths, names, pages, sheets, styles, values

        sheets.keep()
        styles.share()
        values.keep()
        lengths.keep()
        layouts.keep()
        names.keep()
        pages.spare()
        sheet.give()
        hooks.keep()


def expect(text: str) -> None:
    """Parse the style sheet of pages that will come, if they can be given what was parsed."""
    if sheets := sys.modules.get(f"{__name__}.sheets"):
        sheets.expect(text)


def _known() -> bool:
    """Whether the engine is the version known; its folder is asked, which is sooner than Python."""
    spec = find_spec(ENGINE)
    if spec is None or spec.origin is None:
        return False
    return Path(spec.origin).parent.with_name(f"{ENGINE}-{VERSION}.dist-info").is_dir()
