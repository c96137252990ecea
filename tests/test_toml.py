"""TOML files, and what their writers are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import toml
from docgen.report import DocgenError


def kept(folder: Path, data: bytes) -> Path:
    path = folder / "local.toml"
    path.write_bytes(data)
    return path


def test_a_file_is_read_with_a_mark_of_byte_order_and_any_ends_of_lines(tmp_path: Path) -> None:
    assert toml.read(kept(tmp_path, b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"[masthead]\nemblem = none.svg\n", 2, "not valid TOML: Invalid value"),
        (b'[masthead]\nemblem = "none', 2, "not valid TOML: Unterminated string"),
        (b"a = 1\nb = '\xe9'\n", 2, "the text is not UTF-8"),
        (b"a = " + b"[" * 50_000, 0, "the file"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, data: bytes, line: int, message: str
) -> None:
    with pytest.raises(DocgenError, match=message) as caught:
        toml.read(kept(tmp_path, data))
    assert caught.value.diagnostic.origin.line == line
    assert caught.value.diagnostic.hint


def test_a_text_that_was_read_before_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "facts.toml"
    path.write_text('[page]\nname = "a page that is read twice"\n', "utf-8")
    first = toml.read(path)
    monkeypatch.setattr(toml, "parse", lambda *given: pytest.fail("it is known"))
    assert toml.read(path) == first == {"page": {"name": "a page that is read twice"}}
