"""Spans → the inline markup of the content format, tested by reading it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from docgen import symbols
from docgen.importing.spans import Span, Spans, flat, joined, trimmed
from docgen.model import Emphasis, Inline, Link, Prose, Strong, Text
from docgen.read.inline import parse_inline
from docgen.report import NOWHERE, Report

_FEW = re.compile(r"[\\*`]")
_MANY = re.compile(r"[\\*`\[\]<>&_~{}^|!]")
_BLANKS = re.compile(r"[ \t\n\r]+")
_BEGINNING = re.compile(
    r"""\A(?:
    (?P<number>\d{1,9})(?=[.)](?:\s|$))            # an item
  | (?=\#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|[-*_=~]{2,}(?!\S*\w)  # heading, quotation, item, rule
      |[|{<(（]|:(?:\s|::)|!\[|\[\^?[^\]]*\]:)   # bars, attributes, HTML, typed number, definition
    )""",
    re.VERBOSE,
)
_SYMBOL = re.compile(r"https?://(?:docs\.un\.org|undocs\.org)/(?:(?:[a-z]{2}|[A-Z]{1,2})/)?(.+)")
_ALLOWED = re.compile(r"(?:https?://|mailto:|symbol:)[^\s()<>]+", re.IGNORECASE)

Replace = Callable[[str], str]
"""Puts references into the text of a span that is escaped already."""


def markup(found: Spans, refer: Replace = lambda text: text) -> str:
    """The markup of one text, on one line.

    As few characters as can be are escaped; where even then something else would be read, the
    text goes without bold and italic.
    """
    found = flat(found)
    for pattern, keep in ((_FEW, found), (_MANY, found), (_MANY, _bare(found))):
        tidy = trimmed(_tidy(keep))
        if _reads_back("".join(_nested(tidy, pattern, _as_it_is)), found):
            return _referred(tidy, pattern, refer)
    return "".join(_nested(_unlinked(_bare(found)), _MANY, _as_it_is))


def _referred(tidy: Spans, pattern: re.Pattern[str], refer: Replace) -> str:
    """The markup with references, if it is read without complaint."""
    report = Report()
    made = "".join(_nested(tidy, pattern, refer))
    parse_inline(made, NOWHERE, report)
    return "".join(_nested(tidy, pattern, _as_it_is)) if report.diagnostics else made


def _as_it_is(text: str) -> str:
    return text


def begun(text: str) -> str:
    """`text` as the begin of a block, which is no heading, item or other mark of a block."""
    return _BEGINNING.sub(lambda at: f"{at['number'] or ''}\\", text, count=1)


def _bare(found: Spans) -> Spans:
    return joined(replace(span, bold=False, italic=False) for span in found)


def _unlinked(found: Spans) -> Spans:
    return joined(replace(span, link="") for span in found)


def _tidy(found: Iterable[Span]) -> Spans:
    """Blanks in a row as one, and none that is bold or italic at the edge of its words."""
    made: list[Span] = []
    for span in found:
        text = span.text if span.note else _BLANKS.sub(" ", span.text)
        if made and not span.note and made[-1].text.endswith(" ") and not made[-1].note:
            text = text.removeprefix(" ")
        words = text.strip(" ")
        if span.note or not words:
            made.append(replace(span, text=text) if span.note else Span(text))
            continue
        before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        made += [Span(before), replace(span, text=words), Span(after)]
    return joined(_bridged(joined(made)))


def _bridged(found: Spans) -> Iterator[Span]:
    """A blank or a mark between two bold or italic texts is so too."""
    for index, span in enumerate(found):
        sides = found[max(index - 1, 0) : index + 2 : 2]
        if (span.note or not span.text.strip()) and len(sides) == 2 and 0 < index < len(found) - 1:
            span = replace(
                span,
                bold=all(side.bold for side in sides),
                italic=all(side.italic for side in sides),
            )
        yield span


def _nested(found: Spans, pattern: re.Pattern[str], refer: Replace) -> Iterator[str]:
    for bold, group in groupby(found, lambda span: span.bold):
        inner = "".join(_italics(tuple(group), pattern, refer))
        yield f"**{inner}**" if bold else inner


def _italics(found: Spans, pattern: re.Pattern[str], refer: Replace) -> Iterator[str]:
    for italic, group in groupby(found, lambda span: span.italic):
        inner = "".join(_one(span, pattern, refer) for span in group)
        yield f"*{inner}*" if italic else inner


def _one(span: Span, pattern: re.Pattern[str], refer: Replace) -> str:
    if span.note:
        return f"[^{span.note}]"
    words = pattern.sub(lambda sign: "\\" + sign[0], span.text)
    return _link(words, span) if span.link else refer(words)


def _link(words: str, span: Span) -> str:
    """A link to a document by its symbol, to a web address, or the words alone."""
    cited = _SYMBOL.fullmatch(span.link)
    if cited and (symbol := _symbol(cited[1])):
        bare = [found for found in symbols.find(span.text) if str(found.symbol) == symbol]
        return words if bare and span.text == symbol else f"[{words}](symbol:{symbol})"
    if not _ALLOWED.fullmatch(span.link):
        return words
    same = span.link.rstrip("/") in (span.text, f"https://{span.text}", f"mailto:{span.text}")
    return f"<{span.link}>" if same and span.link == span.text else f"[{words}]({span.link})"


def _symbol(text: str) -> str:
    """The symbol in an address, as far as it is one."""
    try:
        return str(symbols.parse(text.replace("%20", " ").replace(" ", "")))
    except symbols.SymbolError:
        return ""


def _reads_back(made: str, found: Spans) -> bool:
    """Whether the markup is read without complaint as the words it was made of."""
    report = Report()
    prose = parse_inline(made, NOWHERE, report)
    wanted = re.sub(r" +", " ", _words(trimmed(_tidy(found))))
    return not report.diagnostics and words_of(prose) == wanted


def _words(found: Spans) -> str:
    return "".join("" if span.note else span.text for span in found)


def words_of(prose: Prose) -> str:
    """The words of inline text without marks."""
    return "".join(map(_text, prose.inlines))


def _text(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Strong(children=inner) | Emphasis(children=inner) | Link(children=inner):
            return "".join(map(_text, inner))
        case _:
            return ""
