"""What WeasyPrint imports for rare cases, loaded where such a case comes.

fontTools reads web fonts and instances of variable fonts, and a page made of static fonts has
neither; Pillow reads pictures in dots, tinyhtml5 HTML as browsers mend it. What opens addresses is
never loaded: a page gets nothing but what it holds itself (`docgen.render.start.held`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from docgen import late
from docgen.late import names, postpone, standing_in
from docgen.render.start import colours

MODULES = ("PIL.EpsImagePlugin", "PIL.Image", "PIL.ImageFile", "PIL.ImageOps", "tinyhtml5")
"""Modules that are imported as a whole."""


class Unmet(Exception):
    """What is caught in place of an error of a module that was never loaded."""


class Closed:
    """What opens addresses, but opens none; or what it would be handed for that."""

    def __init__(self, *given: object, **named: object) -> None:
        pass

    def add_handler(self, handler: object) -> None:
        """Take no notice."""

    def open(self, address: object, **named: Any) -> Any:
        """Raises ValueError."""
        raise ValueError(f"no address is opened here: {address}")


_FONTS: late.Names = {
    "fontTools": names("fontTools", "subset"),
    "fontTools.ttLib": {
        **names("fontTools.ttLib", "TTFont", "ttFont", "woff2"),
        "TTLibError": Unmet,
    },
    "fontTools.varLib": {},
    "fontTools.varLib.instancer": names("fontTools.varLib.instancer", "instantiateVariableFont"),
}
_ADDRESSES: late.Names = {
    "urllib.request": dict.fromkeys(
        (
            *("OpenerDirector", "Request", "HTTPErrorProcessor", "HTTPDefaultErrorHandler"),
            *("ProxyHandler", "UnknownHandler", "HTTPHandler", "HTTPSHandler", "FTPHandler"),
            *("FileHandler", "DataHandler", "HTTPRedirectHandler"),
        ),
        Closed,
    )
}
NAMES: tuple[late.Names, ...] = (
    _FONTS,
    _ADDRESSES,
    {"PIL.ImageCms": {"ImageCmsProfile": colours.opened}},
    {"email.message": names("email.message", "EmailMessage")},
    {"uuid": names("uuid", "uuid4")},
)
"""Modules that names are imported from; those that belong together are real together."""


@contextmanager
def loading() -> Iterator[None]:
    """Meanwhile none of these modules is loaded; afterwards each is by whoever uses it."""
    postpone(*MODULES)
    with ExitStack() as stack:
        for group in NAMES:
            stack.enter_context(standing_in(group))
        yield
