"""`#id .class key=value` between braces → Attributes, and what they mean on a block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from typing import TypeVar

from docgen.model import Prose
from docgen.read.scope import Scope, is_id
from docgen.read.suggest import suggest
from docgen.records import dataclass, replace
from docgen.report import Origin
from docgen.walk import rebuild

Node = TypeVar("Node")

_PART = re.compile(
    r"""\#(?P<id>\S*)
      | \.(?P<name>[^\s=]+)
      | (?P<key>[\w-]+)=(?P<quote>"?)(?P<value>[^\s"]+)(?P=quote)(?!\S)
      | (?P<wrong>\S+)""",
    re.VERBOSE,
)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RECEIVED = "as-received"
_LAST = 9999


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an editor says of a block beside its text; `origin` is the place where it is said."""

    origin: Origin
    id: str = ""
    classes: frozenset[str] = frozenset()
    values: dict[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of a block that is reproduced as received; empty for all others."""
        return self.values.get("lang", "") if _RECEIVED in self.classes else ""


def parse(text: str, origin: Origin, scope: Scope) -> Attributes:
    """Read what stands between braces, mostly an id alone; what is no attribute is an error."""
    if text.startswith("#") and is_id(text[1:]):
        return Attributes(origin, text[1:])
    parts = [_read(found, origin, scope) for found in _PART.finditer(text)]
    return merge(parts, origin, scope)


def merge(parts: Sequence[Attributes], origin: Origin, scope: Scope) -> Attributes:
    """The attributes of the block at `origin` from all the places where they are written."""
    if not parts:
        return Attributes(origin)
    said = [part for part in parts if part.id or part.classes or part.values]
    merged = said[0] if said else Attributes(origin)
    for attributes in said[1:]:
        merged = _joined(merged, attributes, scope)
    return merged


def check(
    attributes: Attributes,
    what: str,
    scope: Scope,
    *,
    classes: tuple[str, ...] = (),
    keys: tuple[str, ...] = (),
    has_id: bool = True,
    receivable: bool = False,
) -> None:
    """Claim the id, and report the attributes that mean nothing on `what`.

    Headings and containers are `receivable`: they can be marked as text in another language.
    """
    origin = attributes.origin
    if receivable:
        classes, keys = (*classes, _RECEIVED), (*keys, "lang")
    if attributes.classes or attributes.values:
        _check_meaning(attributes, what, scope, classes, keys)
    if attributes.id and not has_id:
        scope.report.error(origin, f"{what} has no id", "Give the id to a block inside it.")
    elif attributes.id:
        scope.claim(attributes.id, origin)
    if receivable:
        _check_language(attributes, scope)


def _check_meaning(
    attributes: Attributes,
    what: str,
    scope: Scope,
    classes: tuple[str, ...],
    keys: tuple[str, ...],
) -> None:
    for name in sorted(attributes.classes.difference(classes)):
        hint = suggest(name, classes, "Classes here")
        scope.report.error(attributes.origin, f"“.{name}” means nothing on {what}", hint)
    for key in sorted(attributes.values.keys() - set(keys)):
        hint = suggest(key, keys, "Keys here")
        scope.report.error(attributes.origin, f"“{key}=” means nothing on {what}", hint)


def start(attributes: Attributes, scope: Scope) -> int:
    """The number from which `start=` lets a sequence go on; 0 where it does not stand."""
    text = attributes.values.get("start", "")
    if not text or (re.fullmatch("[0-9]{1,4}", text) and int(text) > 0):
        return int(text or 0)
    hint = f"Write a whole number from 1 to {_LAST}, as in {{start=12}}."
    scope.report.error(attributes.origin, f"“start={text[:20]}” is no number to go on from", hint)
    return 0


def received(node: Node, attributes: Attributes) -> Node:
    """`node` with all its prose in the language of `attributes`, unless it has one already."""
    language = attributes.language

    def mark(value: object) -> object:
        unmarked = isinstance(value, Prose) and not value.language
        return replace(value, language=language) if unmarked else value  # type: ignore[type-var]

    return rebuild(node, mark, Prose) if language else node


def _read(found: re.Match[str], origin: Origin, scope: Scope) -> Attributes:
    if found["name"]:
        return Attributes(origin, classes=frozenset({found["name"]}))
    if found["key"]:
        return Attributes(origin, values={found["key"]: found["value"]})
    if found["wrong"]:
        hint = "Write {#id .class key=value}."
        scope.report.error(origin, f"“{found['wrong']}” is no attribute", hint)
        return Attributes(origin)
    return Attributes(origin, id=_id(found["id"], origin, scope))


def _id(id: str, origin: Origin, scope: Scope) -> str:
    """The id, if it can be one; if not, an error says what it could be."""
    if is_id(id):
        return id
    better = re.sub(r"[^a-z0-9]+", "-", id.lower()).removeprefix("fn-").strip("-")
    example = f" Write {{#{better}}}." if better else ""
    hint = f"Allowed are a to z, digits and hyphens; “fn-” is for notes.{example}"
    scope.report.error(origin, f"“{id}” cannot be an id", hint)
    return ""


def _joined(first: Attributes, second: Attributes, scope: Scope) -> Attributes:
    if first.id and second.id:
        scope.report.error(second.origin, "one block has two ids", f"The first is “{first.id}”.")
    return Attributes(
        first.origin,
        first.id or second.id,
        first.classes | second.classes,
        first.values | second.values,
    )


def _check_language(attributes: Attributes, scope: Scope) -> None:
    tag, marked = attributes.values.get("lang"), _RECEIVED in attributes.classes
    if marked != (tag is not None):
        hint = "Write both, as in {lang=es .as-received}."
        message = f"“lang=” and “.{_RECEIVED}” go together"
        scope.report.error(attributes.origin, message, hint)
    elif tag is not None and not _TAG.fullmatch(tag):
        hint = "Write two letters, as in lang=es."
        scope.report.error(attributes.origin, f"“{tag}” is no language tag", hint)
