"""Templates, compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.render.templates import Compiled, Sandbox
from docgen.report import NOWHERE
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


# ---- what templates may see --------------------------------------------------------------------

THINGS = (
    NOWHERE,
    "text",
    [1],
    {"key": 1},
    {1},
    len,
    lambda: 1,
    (one for one in "a"),
    type(NOWHERE),
)
NAMES = (
    *("file", "line", "format", "append", "pop", "update", "add", "keys", "items", "mro"),
    *("__class__", "__globals__", "__code__", "gi_frame", "gi_code", "__subclasses__", "_private"),
)


@pytest.mark.parametrize("name", NAMES)
def test_the_sandbox_says_of_each_thing_what_that_of_jinja_says(name: str) -> None:
    ours, theirs = Sandbox(), ImmutableSandboxedEnvironment()
    for _ in range(2):
        for thing in THINGS:
            value = getattr(thing, name, None)
            said = theirs.is_safe_attribute(thing, name, value)
            assert ours.is_safe_attribute(thing, name, value) == said


@pytest.mark.parametrize(
    "text",
    ["{{ thing.__class__.__mro__ }}", "{{ things.append(1) }}", "{{ thing['__class__'].x }}"],
)
def test_a_template_that_reaches_beyond_is_stopped(text: str) -> None:
    template = Sandbox().from_string(text)
    for _ in range(2):
        with pytest.raises(SecurityError):
            template.render(thing=NOWHERE, things=[])
