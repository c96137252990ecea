"""Templates, compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from docgen.render.templates import Compiled
from docgen.store import Store


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the templates that are compiled, as they are."""
    found: list[str] = []
    original = Environment.compile

    def compile(self: Environment, source: str, *given: object) -> object:
        found.append(source)
        return original(self, source, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile)
    return found


def printed(project: Path, kept: Path, text: str) -> str:
    """What the template `text` prints, in a process that has not seen it."""
    project.mkdir(exist_ok=True)
    (project / "a.j2").write_text(text, "utf-8")
    environment = Environment(
        loader=FileSystemLoader(project), bytecode_cache=Compiled(Store(kept)), autoescape=True
    )
    return environment.get_template("a.j2").render(word="<b>")


def test_a_template_is_compiled_once_in_whatever_project(
    tmp_path: Path, compiled: list[str]
) -> None:
    for project in ("one", "two", "one"):
        assert printed(tmp_path / project, tmp_path / "kept", "{{ word }}!") == "&lt;b&gt;!"
    assert compiled == ["{{ word }}!"]


def test_a_changed_template_is_compiled_again(tmp_path: Path, compiled: list[str]) -> None:
    texts = ["{{ word }}!", "{{ word }}?"]
    found = [printed(tmp_path / "one", tmp_path / "kept", text) for text in texts]
    assert found == ["&lt;b&gt;!", "&lt;b&gt;?"]
    assert compiled == texts


def test_a_damaged_one_is_compiled_again(tmp_path: Path, compiled: list[str]) -> None:
    printed(tmp_path / "one", tmp_path / "kept", "{{ word }}!")
    for path in (tmp_path / "kept").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert printed(tmp_path / "one", tmp_path / "kept", "{{ word }}!") == "&lt;b&gt;!"
    assert len(compiled) == 2


def test_where_nothing_can_be_kept_it_is_compiled_each_time(
    tmp_path: Path, compiled: list[str]
) -> None:
    (tmp_path / "kept").write_text("in the way", "utf-8")
    for _ in range(2):
        assert printed(tmp_path / "one", tmp_path / "kept", "{{ word }}!") == "&lt;b&gt;!"
    assert len(compiled) == 2
