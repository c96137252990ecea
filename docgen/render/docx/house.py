"""The parts of a Word file that depend on its house style and its direction alone."""

from __future__ import annotations

from docgen.render.docx import fonts, settings, styles
from docgen.render.docx import template as templates
from docgen.render.docx.roles import all_roles
from docgen.render.docx.wml import Element
from docgen.style import Stylesheet

STYLES, SETTINGS, FONTS, THEME = "styles", "settings", "fontTable", "theme"
NAMES = (STYLES, SETTINGS, FONTS, THEME)
"""The names of the parts."""


def parts(sheet: Stylesheet, direction: str) -> dict[str, Element]:
    """The content of each part by its name, of a document in this `direction`.

    Raises DocgenError for a template that is no template.
    """
    template = templates.load(sheet)
    return {
        STYLES: styles.content(sheet, template, all_roles(sheet), direction),
        SETTINGS: settings.content(sheet, template),
        FONTS: fonts.table(sheet.faces),
        THEME: fonts.theme(sheet.faces),
    }
