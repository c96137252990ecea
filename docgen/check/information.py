"""The information dictionary of a PDF × its metadata → where the two say different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

SAME = {
    "/Title": "dc:title",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
    "/Trapped": "pdf:Trapped",
}
"""Keys of the information dictionary with those of the metadata that must say the same."""

_GREENWICH = re.compile(r"(?:Z|[+-]00:?'?00'?)$")
"""The ways in which a moment ends that is told in universal time."""


def differences(information: Any, metadata: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys of both whose values are not the same."""
    for key, name in SAME.items():
        first, second = str(information.get(key, "")), str(metadata.get(name) or "")
        if _plain(first, key) != _plain(second, key):
            yield key, name


def _plain(said: str, key: str) -> str:
    """A date as its digits, which are written in two ways, a name without its solidus."""
    if key.endswith("Date"):
        return "".join(filter(str.isdecimal, _GREENWICH.sub("", said)))
    return said.removeprefix("/")
