"""Front matter → the facts of a report or an annex; every wrong key is named with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

import yaml

from docgen import limits
from docgen.model import FacetForm, Front, Prose
from docgen.read import values
from docgen.read.scope import Scope
from docgen.read.sources import Source
from docgen.read.suggest import suggest
from docgen.records import dataclass
from docgen.report import Origin

Value = TypeVar("Value")

REPORT_KEYS = {
    "type": "The type of the document: report, note, …",
    "organ": "The organ: general-assembly, security-council, economic-and-social-council, …",
    "symbol": "A document symbol such as A/79/968, or a list of them.",
    "distribution": "The distribution: general, limited, …",
    "date": "A date such as 2025-07-08.",
    "source": "The language that these files are written in, such as en.",
    "title": "The title of the document.",
    "original": "The language of the original, such as en, or a list of them.",
    "session": "The number of the session, or its name.",
    "agenda_item": "The item of the agenda: 123, 12 (h), or a list of them.",
    "agenda_list": "preliminary or provisional, where the agenda is not yet adopted.",
    "agenda_title": "The title of the agenda item, or a list of them.",
    "subtitle": "The subtitle of the document.",
    "author": "A key such as secretary-general, or the words of the by-line.",
    "notes": "Keys of notes under byline, symbol, agenda_item or title.",
    "job_number": "Two digits, a hyphen and five digits, such as 25-11131 or GE.19-00825.",
    "submitted": "A date such as 2025-07-08.",
    "issued": "A date such as 2025-07-08.",
    "contents": "true, if a list of contents is wanted.",
    "annexes": "The files of the annexes, in their order.",
    "style": "hq or geneva.",
    "require_approval": "true, if a final version needs translations that are approved.",
}
ANNEX_KEYS = {
    "title": "The title of the annex.",
    "id": "The id of the annex: small letters, digits and hyphens.",
    "original": "The language that the annex was written in, such as es, or a list of them.",
    "edited": "false, if the annex was not edited.",
    "numbered": "false, if its paragraphs are not numbered.",
    "facets": "A list of {key: …, place: start, end or full, heading: words}.",
}
"""The keys of the two kinds of front matter, and what their values can be."""

_REQUIRED = ("type", "organ", "symbol", "distribution", "date", "source", "title")
_REQUIRED_ANNEX = ("title",)


@dataclass(frozen=True, slots=True)
class ReportFront:
    """The front matter of a report, its annexes with their places, and the place of `notes`."""

    front: Front
    annexes: tuple[tuple[str, Origin], ...]
    marks: Origin


@dataclass(frozen=True, slots=True)
class AnnexFront:
    """The front matter of an annex."""

    title: Prose
    id: str
    original: tuple[str, ...]
    edited: bool
    numbered: bool
    facets: tuple[FacetForm, ...]


def report_front(source: Source, scope: Scope) -> ReportFront:
    """The front matter of a report.

    Where a value is missing or wrong, which is reported, there is an empty one.
    """
    front = _Entries(source, REPORT_KEYS, _REQUIRED, scope)
    language = front.take("source", values.tag, "")
    made = Front(
        type=front.take("type", values.word, ""),
        organ=front.take("organ", values.word, ""),
        symbols=front.all("symbol", values.symbol),
        distribution=front.take("distribution", values.word, ""),
        date=front.take("date", values.day, date.min),
        source=language,
        original=front.all("original", values.tag) or (language,),
        title=front.prose("title", "meta:title") or scope.prose("", 1, "meta:title"),
        session=front.take("session", values.session, None),
        agenda_items=front.all("agenda_item", values.text),
        agenda_list=front.take("agenda_list", values.choice("preliminary", "provisional"), ""),
        agenda_titles=front.proses("agenda_title", "meta:agenda_title"),
        subtitle=front.prose("subtitle", "meta:subtitle"),
        author=_author(front),
        marks=front.take("notes", values.marks, ()),
        job_number=front.take("job_number", values.job_number, ""),
        submitted=front.take("submitted", values.day, None),
        issued=front.take("issued", values.day, None),
        contents=front.take("contents", values.flag, False),
        style=front.take("style", values.choice("hq", "geneva"), "hq"),
        require_approval=front.take("require_approval", values.flag, False),
        places=tuple((key, front.at(key)) for key in front.nodes),
    )
    return ReportFront(made, front.all("annexes", front.name), front.at("notes"))


def annex_front(source: Source, number: int, scope: Scope) -> AnnexFront:
    """The front matter of the annex `number`; its id is `annex-<number>` unless it has another."""
    front = _Entries(source, ANNEX_KEYS, _REQUIRED_ANNEX, scope)
    id = front.take("id", values.id, f"annex-{number}")
    scope.claim(id, front.at("id"))
    title = front.prose("title", f"{id}.title")
    return AnnexFront(
        title=title or scope.prose("", 1, f"{id}.title"),
        id=id,
        original=front.all("original", values.tag),
        edited=front.take("edited", values.flag, True),
        numbered=front.take("numbered", values.flag, True),
        facets=tuple(
            FacetForm(key, place, front.text(heading, f"{id}.facet.{key}") if heading else "")
            for key, place, heading in front.all("facets", values.facet)
        ),
    )


def _author(front: _Entries) -> str | Prose:
    key = front.take("author", values.text, "")
    return key if values.is_word(key) else front.prose("author", "meta:author") or ""


class _Entries:
    """The nodes of a front matter by key; reading one reports what is wrong with it."""

    def __init__(
        self, source: Source, keys: Mapping[str, str], required: tuple[str, ...], scope: Scope
    ) -> None:
        self.keys, self.scope = keys, scope
        self.nodes: dict[str, yaml.Node] = {}
        node = self._compose(source.front) if source.front is not None else None
        if node is not None:
            self._enter(node)
            for key in required:
                if key not in self.nodes:
                    scope.error(1, f"the front matter has no “{key}”", keys[key])

    def take(self, key: str, read: Callable[[yaml.Node], Value], default: Value) -> Value:
        """The value of `key` as `read` has it; the default when there is none, or it is wrong."""
        if key not in self.nodes:
            return default
        try:
            return read(self.nodes[key])
        except values.WrongValue as wrong:
            hint = wrong.hint or self.keys[key]
            self.scope.error(wrong.line, f"{key}: {wrong}", hint)
            return default

    def all(self, key: str, read: Callable[[yaml.Node], Value]) -> tuple[Value, ...]:
        """The values of `key`, which may be a list; none when one of them is wrong."""
        empty: tuple[Value, ...] = ()
        return self.take(key, lambda node: tuple(map(read, values.items(node))), empty)

    def at(self, key: str) -> Origin:
        """The place of the value of `key`; the first line when there is none."""
        return self.scope.at(values.line(self.nodes[key]) if key in self.nodes else 1)

    def text(self, node: yaml.Node, id: str) -> Prose:
        """The unit of text in `node`."""
        return self.scope.prose(values.text(node), values.line(node), id)

    def prose(self, key: str, id: str) -> Prose | None:
        """The unit of text under `key`, if there is one."""
        return self.take(key, lambda node: self.text(node, id), None)

    def proses(self, key: str, id: str) -> tuple[Prose, ...]:
        """The units of text under `key`; the second has the id `<id>.2`, and so on."""
        texts = self.all(key, lambda node: (values.text(node), values.line(node)))
        return tuple(
            self.scope.prose(text, line, id if count == 1 else f"{id}.{count}")
            for count, (text, line) in enumerate(texts, 1)
        )

    def name(self, node: yaml.Node) -> tuple[str, Origin]:
        """The name of a file, and where it is written."""
        return values.text(node), self.scope.at(values.line(node))

    def _compose(self, text: str) -> yaml.MappingNode | None:
        hint = "Write a key, a colon and a value on each line; put a text with a colon in quotes."
        try:
            excess, node = composed(text)
        except yaml.MarkedYAMLError as wrong:
            number = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
            self.scope.error(number, f"the front matter cannot be read: {wrong.problem}", hint)
            return None
        if excess:
            self.scope.error(*excess)
            return None
        if isinstance(node, yaml.MappingNode):
            return node
        self.scope.error(1, "the front matter has no keys", hint)
        return None

    def _enter(self, node: yaml.MappingNode) -> None:
        for key, value in node.value:
            name, number = str(key.value), values.line(key)
            if name not in self.keys:
                hint = suggest(name, self.keys, "Keys")
                self.scope.error(number, f"there is no key “{name}”", hint)
            elif name in self.nodes:
                hint = f"The first is in line {values.line(self.nodes[name])}."
                self.scope.error(number, f"the key “{name}” is there twice", hint)
            else:
                self.nodes[name] = value


Excess = tuple[int, str, str]
Loader = type[yaml.SafeLoader]
QUICK: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader that is written in C, where there is one: it takes a twelfth of the time."""

_DISPUTED = re.compile("[\t\r\x85\u2028\u2029\ufeff!?|>]")
"""Signs of which the two loaders make different things, or of which one of them alone complains."""


def composed(text: str, quick: Loader = QUICK) -> tuple[Excess | None, yaml.Node | None]:
    """What is too much of front matter, or its node.

    The quick loader reads what both read alike; of all else the other one has the word, so that
    the same is made and said on every machine. Raises YAMLError.
    """
    if _DISPUTED.search(text):
        return _composed(text, yaml.SafeLoader)
    try:
        return _composed(text, quick)
    except yaml.YAMLError:
        return _composed(text, yaml.SafeLoader)


def _composed(text: str, loader: Loader) -> tuple[Excess | None, yaml.Node | None]:
    excess = _excess(text, loader)
    return excess, None if excess else yaml.compose(text, Loader=loader)


def _excess(text: str, loader: Loader) -> Excess | None:
    """Line, message and hint where front matter is more than that: aliases, depth, length.

    An alias stands for a value written elsewhere; a few lines of them stand for billions.
    """
    if len(text) > limits.FRONT.most:
        return 1, limits.FRONT.message("the front matter"), limits.FRONT.reason
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        place = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            return place, f"“*{event.anchor}” stands for another value", "Write the value itself."
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > limits.VALUES.most:
            return place, limits.VALUES.message("the front matter"), limits.VALUES.reason
    return None
