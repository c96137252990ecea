"""What a page holds itself."""

from __future__ import annotations

import pytest

from docgen.render.start.held import Holding


@pytest.mark.parametrize(
    ("address", "kind", "data"),
    [
        ("data:image/svg+xml;base64,PHN2Zy8+", "image/svg+xml", b"<svg/>"),
        ("data:image/svg+xml,<svg a='%23'/>", "image/svg+xml", b"<svg a='#'/>"),
        ("data:text/css;charset=utf-8,p{}", "text/css", b"p{}"),
        ("data:,a,b", "text/plain", b"a,b"),
    ],
)
def test_data_are_given_with_their_kind(address: str, kind: str, data: bytes) -> None:
    found = Holding()(address)
    assert (found.content_type, found.read(), found.path) == (kind, data, None)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "https://www.example.org/a.png", "font:No%20Font", "DATA:,a", "a.png"],
)
def test_nothing_else_is(address: str) -> None:
    with pytest.raises(ValueError, match="disallowed address"):
        Holding()(address)
