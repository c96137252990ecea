"""The closed inline language → inlines: one small scanner for sources and translations alike."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator
from typing import ClassVar

from docgen import limits
from docgen.model import CrossRef, Inline, Link, NoteRef, Prose, State, Text
from docgen.read.emphasis import Spans
from docgen.read.reflow import UNFIT, Flow, reflow, unfit
from docgen.report import Origin, Report

SCHEMES = ("http", "https", "mailto", "symbol")

_FOREIGN = (
    (
        r"!\[[^\]]{0,999}\]\([^()]*(?:\([^()]*\)[^()]*)?\)|!\[(?!\^)",
        "a picture cannot stand in a line of text",
        "Put it into ::: figure … :::.",
    ),
    (r"`", "code is not part of the format", "Write \\` for a grave accent."),
    (r"<[A-Za-z/!?][^<>]*>", "HTML is not part of the format", "Write \\< for the sign itself."),
    (r"~~", "struck-out text is not part of the format", "Write \\~ for the sign itself."),
    (
        r"(?<!\w)_{1,2}(?=[^\s_])[^_]*(?<=[^\s_])_{1,2}(?!\w)",
        "underscores do not emphasise",
        "Write *italic* or **bold**, and \\_ for the sign itself.",
    ),
    (
        r"\{\s*[\#.][^{}]*\}|\{[\#.](?=[^\W\d])",
        "attributes cannot stand in a line of text",
        "Write them on a line of their own before the block, or at the end of a heading.",
    ),
    (r"\^\[", "a note cannot be written in the line", "Write [^key], and [^key]: text below."),
    (
        r"\](?:\(|\[(?!\^|\]))",
        "this link cannot be understood",
        "Write [words](https://…), [words](symbol:…) or [](#id); \\] for the sign itself.",
    ),
)
"""Markup of other Markdowns: its pattern, what is wrong with it, what to write instead."""

# A bare address ends before punctuation and before any character that is not ASCII, since a
# Chinese sentence goes on without a space.
_ADDRESS = r"[\x00-\x08\x0e-\x1b!#-'+-/0-9:;=?@A-Z_a-z~]"
_ADDRESS_END = r"[A-Za-z0-9/_~\#=&%+$@-]"
_BALANCED = rf"\({_ADDRESS}*\)"

TOKEN = re.compile(
    rf"""
    \\(?P<escaped>[!-/:-@\[-`{{-~])
  | \[\^(?P<note>[^\]]*)\]
  | \[\]\(\#(?P<reference>[^()\s]*)\)
  | (?P<link>(?<!!)\[(?P<words>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]
      \((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))
  | <(?P<angle>[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*)>
  | (?P<bare>(?<![A-Za-z0-9])https?://(?:{_ADDRESS}|{_BALANCED})*(?:{_ADDRESS_END}|{_BALANCED}))
  | (?P<stars>\*+)
  | (?P<entity>&(?:\#\w+|[A-Za-z]\w*);)
  | (?P<foreign>{"|".join(pattern for pattern, _, _ in _FOREIGN)})
    """,
    re.VERBOSE,
)
_SIGNS = r"\[<*&!`~_{^]"
_LEAD = re.compile(f"[{re.escape(_SIGNS)}]")
_LEAD_WITH_ADDRESS = re.compile(f"[{re.escape(_SIGNS)}h]")
"""The characters that a token begins with, without and with bare addresses. Running text has few
of them: to look for them first takes a tenth of the time of trying a token at each character."""

_PLAIN_NOT = (*_SIGNS, "  ", "http")
"""What stands in no text that says what it means. To look for each takes less time than for all
at once by a pattern."""

_KEY = re.compile(r"[A-Za-z0-9_.-]+")
_NOT_IN_LINK = ("note", "reference", "link", "angle")


def parse_inline(
    source: str, origin: Origin, report: Report, *, id: str = "", state: State = "source"
) -> Prose:
    """Read one unit of text; the prose keeps its markup, with all its lines joined into one.

    `origin` is the place of the first line. Markup that the format does not know is reported as an
    error and kept as text. No text becomes a block, whatever it begins with.
    """
    if len(source) > limits.TEXT.most:
        report.error(origin, limits.TEXT.message("this text"), limits.TEXT.reason)
        source = source[: limits.TEXT.most // 100]
    if _plain(source):
        text = source.strip()
        return Prose(id, text, (Text(text),) if text else (), origin, "", state)
    return _parsed(source, origin, report, id, state)


def _plain(source: str) -> bool:
    """Whether a text is one line of words without any mark, as most are: it says what it means.

    What is not printable is left to a closer look, line breaks and UNFIT characters among it.
    """
    return not any(map(source.__contains__, _PLAIN_NOT)) and source.isprintable()


def _parsed(source: str, origin: Origin, report: Report, id: str, state: State) -> Prose:
    """The prose of any unit of text, whatever is in it."""
    flow = reflow(source, origin, report)
    if not flow.text.isprintable() and (found := UNFIT.search(flow.text)):
        report.error(flow.at(found.start()), *unfit(found))
    inlines = _Scan(flow, 0, len(flow.text), report).inlines()
    return Prose(id, flow.text, inlines, origin, "", state)


class _Scan:
    """Reads a text from `start` to `end`; the words of a link hold no marks and no other links."""

    def __init__(
        self, flow: Flow, start: int, end: int, report: Report, *, in_link: bool = False
    ) -> None:
        self.flow, self.start, self.end, self.report = flow, start, end, report
        self.in_link = in_link
        self.spans = Spans(flow, start, end, report)

    def inlines(self) -> tuple[Inline, ...]:
        text, position, words = self.flow.text, self.start, self.spans.words
        for token in self._tokens():
            words(text[position : token.start()])
            kind = token.lastgroup or ""
            if self.in_link and kind in _NOT_IN_LINK:
                hint = "Put it after the link."
                self._refuse(token, "marks and links cannot stand inside a link", hint)
            else:
                self._takers[kind](self, token)
            position = token.end()
        words(text[position : self.end])
        return self.spans.finish()

    def _tokens(self) -> Iterator[re.Match[str]]:
        text, at = self.flow.text, self.start
        lead = _LEAD_WITH_ADDRESS if "http" in text else _LEAD
        while found := lead.search(text, at, self.end):
            token = TOKEN.match(text, found.start(), self.end)
            if token:
                yield token
            at = token.end() if token else found.end()

    def _escaped(self, token: re.Match[str]) -> None:
        self.spans.words(token["escaped"])

    def _stars(self, token: re.Match[str]) -> None:
        self.spans.stars(token.start(), len(token["stars"]))

    def _refuse(self, token: re.Match[str], message: str, hint: str) -> None:
        """Report what is wrong with `token`, and keep it as text."""
        self.spans.error(token.start(), token[0], message, hint)

    def _note(self, token: re.Match[str]) -> None:
        if _KEY.fullmatch(token["note"]):
            self.spans.add(NoteRef(token["note"]))
            return
        hint = "A key has letters, digits, hyphens and full stops, and no spaces."
        self._refuse(token, f"“{token['note']}” cannot be the key of a note", hint)

    def _reference(self, token: re.Match[str]) -> None:
        if token["reference"]:
            self.spans.add(CrossRef(token["reference"]))
        else:
            self._refuse(token, "this reference leads nowhere", "Write [](#id).")

    def _link(self, token: re.Match[str]) -> None:
        address, words = token["address"], token["words"]
        if address.startswith("#"):
            hint = f"Write the words before it: {words} []({address})."
            self._refuse(token, "a reference prints the number alone", hint)
        elif not words.strip():
            self._refuse(token, "this link has no words", "Write [words](address) or <address>.")
        elif self._allowed(token, address):
            inner = _Scan(self.flow, *token.span("words"), self.report, in_link=True)
            self.spans.add(Link(address, inner.inlines()))

    def _angle(self, token: re.Match[str]) -> None:
        self._address(token, token["angle"])

    def _bare(self, token: re.Match[str]) -> None:
        if self.in_link:
            self.spans.words(token["bare"])
        else:
            self._address(token, token["bare"])

    def _address(self, token: re.Match[str], address: str) -> None:
        if self._allowed(token, address):
            web = address.lower().startswith("http")
            words = address if web else address.partition(":")[2]
            self.spans.add(Link(address, (Text(words),)))

    def _allowed(self, token: re.Match[str], address: str) -> bool:
        scheme, _, rest = address.partition(":")
        if scheme.lower() in SCHEMES and rest.strip("/"):
            return True
        known = ", ".join(f"{known}:" for known in SCHEMES)
        self._refuse(token, f"a link cannot lead to “{address}”", f"Addresses begin with {known}.")
        return False

    def _entity(self, token: re.Match[str]) -> None:
        if token[0][1] == "#" or token[0][1:] in html.entities.html5:
            hint = "Write the character itself, or \\& for the sign."
            self._refuse(token, "HTML is not part of the format", hint)
        else:
            self.spans.words(token[0])

    def _foreign(self, token: re.Match[str]) -> None:
        for pattern, message, hint in _FOREIGN:
            if re.compile(pattern).match(self.flow.text, token.start()):
                self._refuse(token, message, hint)
                return

    _takers: ClassVar = {
        "escaped": _escaped,
        "note": _note,
        "reference": _reference,
        "link": _link,
        "angle": _angle,
        "bare": _bare,
        "stars": _stars,
        "entity": _entity,
        "foreign": _foreign,
    }
    """What takes in a token, by the name of its group."""
