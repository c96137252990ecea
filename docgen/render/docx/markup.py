"""Elements as plain values, and the bytes of a part of a file that they are written as.

Loading lxml and building its trees took a third of the time of a DOCX, to no use: a writer never
looks anything up in them. What stands in a file often can be one element in many places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_MAIN = "w"
_RUN, _TEXT, _LOOK_AND_TEXT = "w:r", "w:t", 2
_MARKED = re.compile('[&<>"\t\n\r]').search
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_NO_CHARACTERS = ("\ufffe", "\uffff")
"""What XML 1.0 has no place for, not even by number (section 2.2)."""

_Put: TypeAlias = Callable[[str], None]


class Element:
    """An element: its name with its prefix, its attributes by such names, and what is in it.

    `text` stands before the children. `prefixes` are those of its own name and its attributes, but
    for that of WordprocessingML: they are declared where no element around it does so. `written` is
    the element as text, if that is known already.
    """

    __slots__ = ("attributes", "children", "prefixes", "tag", "text", "written")

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str],
        children: list[Element],
        text: str | None = None,
        prefixes: tuple[str, ...] = (),
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children = children
        self.text = text
        self.prefixes = prefixes
        self.written: str | None = None

    def append(self, child: Element) -> None:
        """Put `child` at the end."""
        self.children.append(child)

    def child(self, tag: str) -> Element | None:
        """The first child with a name, if there is one."""
        return next((child for child in self.children if child.tag == tag), None)

    def iter(self, tag: str) -> Iterator[Element]:
        """All elements with a name, in reading order, this one included."""
        if self.tag == tag:
            yield self
        for child in self.children:
            yield from child.iter(tag)

    def data(self) -> bytes:
        """The bytes of the file whose root this is.

        Raises ValueError for characters that no XML has.
        """
        own = (_MAIN,) if self.tag.startswith(f"{_MAIN}:") else ()
        return encoded(_DECLARATION + _written(self, own + self.prefixes, frozenset()))


def encoded(written: str) -> bytes:
    """The bytes of elements as text; raises ValueError for characters that no XML has."""
    if any(map(written.__contains__, _NO_CHARACTERS)):
        raise ValueError("a character that XML has no place for")
    data = written.encode()
    if len(data.translate(None, _CONTROLS)) != len(data):
        raise ValueError("a control character, for which XML has no place")
    return data


def fragment(elements: Iterable[Element]) -> str:
    """Elements as text, as they are written within an element of WordprocessingML."""
    pieces, around = list[str](), frozenset((_MAIN,))
    for each in elements:
        if each.written is None:
            _put(each, each.prefixes, around, pieces.append)
        else:
            pieces.append(each.written)
    return "".join(pieces)


def ready(written: str) -> Element:
    """What stands for elements of which nothing is needed any more but how they are `written`."""
    made = Element("", {}, [])
    made.written = written
    return made


def enclosing(root: Element, tag: str) -> tuple[str, str]:
    """What stands before and after the elements of a file that are in `tag`, all that is in `root`.

    `root` itself is given without anything in it.
    """
    inside = Element(tag, {}, [])
    whole = Element(root.tag, root.attributes, [inside], None, root.prefixes).data().decode()
    before, _, after = whole.partition(f"<{tag}/>")
    return f"{before}<{tag}>", f"</{tag}>{after}"


def shared(element: Element) -> Element:
    """`element`, which is to stand in many places of WordprocessingML and is written once for all.

    Nothing in it may be changed any more, and it needs no namespace but that.
    """
    element.written = _written(element, (), frozenset())
    return element


def _written(element: Element, prefixes: tuple[str, ...], around: frozenset[str]) -> str:
    """An element as text, with declarations for those of `prefixes` that are not `around` it."""
    pieces: list[str] = []
    _put(element, prefixes, around, pieces.append)
    return "".join(pieces)


def _put(element: Element, prefixes: tuple[str, ...], around: frozenset[str], put: _Put) -> None:
    """Put the text of an element piece by piece."""
    tag, text = element.tag, element.text
    start = tag
    if prefixes:
        fresh = dict.fromkeys(prefix for prefix in prefixes if prefix not in around)
        start += "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in fresh)
        around = around.union(fresh)
    if element.attributes:
        start += _attributes(element)
    if not element.children:
        put(f"<{start}/>" if text is None else f"<{start}>{_escaped(text)}</{tag}>")
        return
    put(f"<{start}>{_escaped(text)}" if text else f"<{start}>")
    for child in element.children:
        if child.written is not None:
            put(child.written)
        elif child.tag == _RUN:
            _put_run(child, around, put)
        elif child.children or child.prefixes or child.text is not None:
            _put(child, child.prefixes, around, put)
        else:
            put(f"<{child.tag}{_attributes(child)}/>")
    put(f"</{tag}>")


def _put_run(run: Element, around: frozenset[str], put: _Put) -> None:
    """Put a run; the usual one, a text with properties that others share, is a single piece."""
    if len(run.children) == _LOOK_AND_TEXT and not run.attributes:
        look, said = run.children
        if look.written and said.text and said.tag == _TEXT:
            kept = _attributes(said) if said.attributes else ""
            put(f"<w:r>{look.written}<w:t{kept}>{_escaped(said.text)}</w:t></w:r>")
            return
    _put(run, run.prefixes, around, put)


def _attributes(element: Element) -> str:
    said = ""
    for name, value in element.attributes.items():
        said += f' {name}="{_quoted(value) if _MARKED(value) else value}"'
    return said


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def _quoted(value: str) -> str:
    value = _escaped(value).replace('"', "&quot;")
    return value.replace("\t", "&#9;").replace("\n", "&#10;")
