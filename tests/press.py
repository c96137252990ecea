"""Print files of the sample report, made once for all tests that read them or spoil them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Name, Stream

from docgen import profile as profiles
from docgen.profile import Profile
from docgen.render import press
from docgen.render.pdf import Pdf
from tests.render.sample import ENGLISH, report, sheet

STYLES = Path(__file__).parents[1] / "styles"
PRINT, OFFICE = "print", "office"
Spoil = Callable[[pikepdf.Pdf, pikepdf.Page], None]


@cache
def machine(name: str = PRINT) -> Profile:
    return profiles.load(STYLES, name)


@cache
def laid(name: str = PRINT, language: str = ENGLISH) -> Pdf:
    return press.lay_out(report(language), sheet(language), machine(name))


@cache
def finished(name: str = PRINT, language: str = ENGLISH, booklet: bool = False) -> Pdf:
    return press.finish(laid(name, language), machine(name), booklet=booklet)


def changed(data: bytes, change: Spoil) -> bytes:
    """The PDF `data` after `change` has done something to it and its first page."""
    with pikepdf.open(BytesIO(data)) as file:
        change(file, file.pages[0])
        made = BytesIO()
        file.save(made, deterministic_id=True)
        return made.getvalue()


def drawing(content: str, **resources: object) -> Spoil:
    """Add `content` to the first page, with `resources` each of which is kind, name and object."""

    def change(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        for name, (kind, made) in resources.items():  # type: ignore[misc]
            page.add_resource(made(file), Name(f"/{kind}"), Name(f"/{name}"))
        page.contents_add(b"q", prepend=True)
        page.contents_add(f"Q {content}".encode())

    return change


def stream(content: bytes, **keys: object) -> Callable[[pikepdf.Pdf], Stream]:
    """A stream object that is to be made in a file."""
    return lambda file: Stream(file, content, **keys)  # type: ignore[arg-type]
