"""What tests share: texts kept in files, which `make accept` renews, and examples made by chance.

The examples are the same in every run, so that a change alone can make a test fail; with
`pytest --hypothesis-profile=chance` they are new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from docgen import fontconfig

settings.register_profile("same", derandomize=True)
settings.register_profile("chance", derandomize=False)
settings.load_profile("same")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="keep the present texts as those to be expected"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the file that keeps it; with --accept the file is written first."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return compare


@pytest.fixture
def forgotten_fonts() -> Iterator[None]:
    """Before and after the test Fontconfig is asked anew for the fonts of the machine."""
    fontconfig.forget()
    yield
    fontconfig.forget()
