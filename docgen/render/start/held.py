"""What a page may use: the data that it holds itself, and nothing from anywhere else."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "data:"
_ENCODED = ";base64"


class Holding(URLFetcher):  # type: ignore[misc]
    """Gives a page the data of its addresses (RFC 2397)."""

    def fetch(self, url: str, headers: object = None) -> Any:
        """The data at `url`; raises ValueError for every address that does not hold them."""
        if not url.startswith(SCHEME):
            raise ValueError(f"disallowed address: {url}")
        kind, _, data = url.removeprefix(SCHEME).partition(",")
        held = unquote_to_bytes(data)
        return Held(url, kind, b64decode(held) if kind.endswith(_ENCODED) else held)


class Held(URLFetcherResponse):  # type: ignore[misc]
    """Data as WeasyPrint takes them from an address; their kind is a media type, or empty."""

    content_type = charset = None

    def __init__(self, url: str, kind: str, data: bytes) -> None:
        self.url, self.content_type = url, kind.partition(";")[0] or "text/plain"
        self._file_obj = BytesIO(data)
