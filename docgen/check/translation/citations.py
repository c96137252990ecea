"""Document symbols and the numbers of resolutions, which are the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.translation.values import Fault, Passage

# Han characters may touch a number, Latin letters may not.
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9/.])(?P<session>\d{1,4})/(?P<number>\d{1,4})"
    r"(?:\s?(?P<section>[A-Z])(?![A-Za-z]))?(?![A-Za-z0-9/])"
)
_FIRST_SESSION = 10
"""Two smaller numbers with a stroke between them are a fraction."""


def symbols_differ(source: Passage, target: Passage) -> Iterator[Fault]:
    """Symbols such as A/79/968 that only one of the two texts has."""
    hint = "The symbol of a document is the same in every language."
    yield from _differences(_symbols(source), _symbols(target), hint)


def resolutions_differ(source: Passage, target: Passage) -> Iterator[Fault]:
    """Numbers of resolutions such as 79/1 that only one of the two texts has."""
    hint = "The number of a resolution is the same in every language."
    yield from _differences(_resolutions(source), _resolutions(target), hint)


def without_citations(passage: Passage) -> str:
    """The text with blanks for its symbols and the numbers of its resolutions."""
    return _NUMBER.sub(
        lambda found: " " * len(found[0]) if _is_one(found) else found[0], passage.uncited
    )


def _symbols(passage: Passage) -> set[str]:
    return {str(found.symbol).replace(" ", "") for found in passage.symbols}


def _resolutions(passage: Passage) -> set[str]:
    return {
        f"{found['session']}/{found['number']}{found['section'] or ''}"
        for found in _NUMBER.finditer(passage.uncited)
        if _is_one(found)
    }


def _is_one(found: re.Match[str]) -> bool:
    """Neither a fraction such as 2/3 nor a season such as 2025/26 is the number of a resolution."""
    session, number = int(found["session"]), int(found["number"])
    years = session > 1900 and number in ((session + 1) % 100, session + 1)
    return session >= _FIRST_SESSION and not years


def _differences(here: set[str], there: set[str], hint: str) -> Iterator[Fault]:
    """How often a text has each does not matter: languages repeat what others refer to."""
    lost, added = sorted(here - there), sorted(there - here)
    parts = [f"lacks {', '.join(lost)}"] if lost else []
    parts += [f"has {', '.join(added)}, which its source has not"] if added else []
    if parts:
        yield Fault(" and ".join(parts), hint)
