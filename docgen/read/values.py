"""Values of the front matter: YAML nodes → what their keys stand for.

A text is taken as it is written, whatever YAML would make of it: `no` is a language, `1.10` no
number. Each function returns the value of a node or raises `WrongValue`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar, get_args

import yaml

from docgen import symbols as grammar
from docgen.model import Place
from docgen.read.reflow import UNFIT, unfit
from docgen.read.scope import FRAMED, is_id

Value = TypeVar("Value")

_WORD = re.compile(r"[a-z][a-z-]*")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_JOB = re.compile(r"([A-Z]+\.)?\d\d-\d{5}")
_MARKED = ("agenda_item", "byline", "symbol", "title")
_SESSION = re.compile(r"[0-9]{1,4}")
_FACET_KEYS = ("heading", "key", "place")


class WrongValue(ValueError):
    """A value that its key cannot have, the line it stands in, and a hint if there is one."""

    def __init__(self, node: yaml.Node, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.line, self.hint = line(node), hint


def line(node: yaml.Node) -> int:
    """The line in which `node` begins, counted from 1."""
    return int(node.start_mark.line) + 1


def text(node: yaml.Node) -> str:
    """Words, on one line or several."""
    if not isinstance(node, yaml.ScalarNode):
        raise WrongValue(node, "this is no text", "Put a text with brackets or colons in quotes.")
    if not node.value.strip():
        raise WrongValue(node, "this is empty")
    if found := UNFIT.search(node.value):
        raise WrongValue(node, *unfit(found))
    return str(node.value).strip()


def items(node: yaml.Node) -> list[yaml.Node]:
    """The nodes of a list; one value alone is a list of it."""
    if isinstance(node, yaml.SequenceNode) and not node.value:
        raise WrongValue(node, "this list is empty")
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def word(node: yaml.Node) -> str:
    """A key such as `general-assembly`."""
    return _matching(_WORD, node, "is no key: small letters and hyphens")


def is_word(written: str) -> bool:
    """Whether a text is a key, and not words to print."""
    return bool(_WORD.fullmatch(written))


def id(node: yaml.Node) -> str:
    """The id of a block."""
    if not is_id(text(node)):
        raise WrongValue(node, f"“{text(node)}” cannot be an id")
    return text(node)


def tag(node: yaml.Node) -> str:
    """The tag of a language."""
    return _matching(_TAG, node, "is no language tag")


def job_number(node: yaml.Node) -> str:
    """A job number: year and five digits, at some offices after the letters of the office."""
    return _matching(_JOB, node, "is no job number")


def symbol(node: yaml.Node) -> str:
    """A document symbol as printed, asterisks for a reissue included."""
    written = text(node)
    try:
        grammar.parse(written)
    except grammar.SymbolError as error:
        hint = error.hint[:1].upper() + error.hint[1:]
        raise WrongValue(node, f"“{written}” is no symbol: {error.reason}", hint) from error
    return written


def day(node: yaml.Node) -> date:
    """A date: year, month and day."""
    try:
        return date.fromisoformat(text(node))
    except ValueError as error:
        if isinstance(error, WrongValue):
            raise
        raise WrongValue(node, f"“{text(node)}” is no date") from error


def session(node: yaml.Node) -> int | str:
    """A session by its number, or in words."""
    written = text(node)
    return int(written) if _SESSION.fullmatch(written) else written


def flag(node: yaml.Node) -> bool:
    """True or false."""
    return choice("true", "false")(node) == "true"


def choice(*allowed: str) -> Callable[[yaml.Node], str]:
    """A reader of one of the words `allowed`."""

    def read(node: yaml.Node) -> str:
        if text(node) not in allowed:
            raise WrongValue(node, f"“{text(node)}” is none of {', '.join(allowed)}")
        return text(node)

    return read


def marks(node: yaml.Node) -> tuple[tuple[str, str], ...]:
    """Lines of the first page, each with the key of the note that it is marked with."""
    return tuple((key, text(value)) for key, value in _pairs(node, _MARKED).items())


def facet(node: yaml.Node) -> tuple[str, Place, yaml.Node | None]:
    """A facet of options: its key, its place, and the node of its heading if there is one."""
    values = _pairs(node, _FACET_KEYS)
    if "key" not in values or "place" not in values:
        raise WrongValue(node, "a facet has a key and a place")
    key = word(values["key"])
    if key in FRAMED or key in ("box", "option", "summary"):
        raise WrongValue(values["key"], f"“{key}” is the name of a container")
    places: dict[str, Place] = {place: place for place in get_args(Place)}
    return key, places[choice(*places)(values["place"])], values.get("heading")


def _matching(pattern: re.Pattern[str], node: yaml.Node, fault: str) -> str:
    if not pattern.fullmatch(text(node)):
        raise WrongValue(node, f"“{text(node)}” {fault}")
    return text(node)


def _pairs(node: yaml.Node, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise WrongValue(node, "this is no list of keys and values")
    for key, _ in node.value:
        if text(key) not in known:
            raise WrongValue(key, f"“{text(key)}” is none of {', '.join(known)}")
    return {text(key): value for key, value in node.value}
