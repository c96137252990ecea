"""A finished Word file taken apart for tests."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from lxml import etree

from docgen.render import docx
from docgen.render.docx import markup
from docgen.render.docx.markup import NAMESPACES
from tests.render import sample

Element = Any
XPATHS = {prefix: name for prefix, name in NAMESPACES.items() if prefix != "xml"}
W = f"{{{NAMESPACES['w']}}}"


class Opened:
    """The parts of a Word file by their names under `word/`."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    def root(self, path: str) -> Element:
        """The root of the XML file at `path`."""
        return etree.fromstring(self.files[path])

    def part(self, name: str) -> Element:
        """The root of `word/<name>.xml`."""
        return self.root(f"word/{name}.xml")

    def relationships(self, name: str) -> Element:
        """The relationships of `word/<name>.xml`."""
        return self.root(f"word/_rels/{name}.xml.rels")

    def find(self, path: str, name: str = "document") -> list[Element]:
        """What an XPath with the usual prefixes finds in a part."""
        return find(self.part(name), path)


@cache
def word_file(tag: str = sample.ENGLISH) -> Opened:
    """The sample report as a Word file."""
    return Opened(docx.write(sample.report(tag), sample.sheet(tag)))


def tree(element: Element) -> Element:
    """The tree of an element that the writer made; that of any other is itself."""
    return etree.fromstring(element.data()) if isinstance(element, markup.Element) else element


def find(element: Element, path: str) -> list[Element]:
    """What an XPath with the usual prefixes finds below `element`."""
    return list(tree(element).xpath(path, namespaces=XPATHS))


def value(element: Element, path: str) -> str:
    """The first value that an XPath finds; empty when there is none."""
    return str(tree(element).xpath(f"string({path})", namespaces=XPATHS))


def text_of(element: Element) -> str:
    """The words below `element`; a tab stands as a tab."""
    parts = find(element, ".//w:t | .//w:tab[parent::w:r]")
    return "".join(part.text or "" if part.tag == f"{W}t" else "\t" for part in parts)


def paragraphs(opened: Opened, style: str, name: str = "document") -> list[Element]:
    """The paragraphs of a part that have the style with the id `style`."""
    return opened.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", name)


def texts(opened: Opened, style: str) -> list[str]:
    """The words of the paragraphs of a style."""
    return [text_of(paragraph) for paragraph in paragraphs(opened, style)]


def style(opened: Opened, identity: str) -> Element:
    """The style with an id."""
    return opened.find(f"//w:style[@w:styleId='{identity}']", "styles")[0]


def xml(element: Element) -> str:
    """An element as text without the declarations of its namespaces."""
    text = etree.tostring(tree(element), encoding="unicode")
    for prefix, name in NAMESPACES.items():
        text = text.replace(f' xmlns:{prefix}="{name}"', "")
    return text
