"""What a colleague does to a Word file, as changes of its XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = Any


class Edited:
    """A Word file that is being changed; `data` gives its bytes."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = self.root("document")
        self.notes = self.root("footnotes")

    def root(self, name: str) -> Element:
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    def data(self) -> bytes:
        parts = self.parts | {
            "word/document.xml": etree.tostring(self.body),
            "word/footnotes.xml": etree.tostring(self.notes),
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return stream.getvalue()

    # ---- finding ----

    def paragraph(self, words: str, root: Element = None) -> Element:
        """The only paragraph, outside of the contents list, whose text has `words`."""
        within = self.body if root is None else root
        found = [one for one in within.iter(f"{W}p") if words in text(one)]
        assert len(found) == 1, f"{len(found)} paragraphs have “{words}”"
        return found[0]

    def run(self, words: str, root: Element = None) -> Element:
        """The only run whose text has `words`."""
        within = self.body if root is None else root
        found = [one for one in within.iter(f"{W}r") if words in text(one)]
        assert len(found) == 1, f"{len(found)} runs have “{words}”"
        return found[0]

    # ---- changing ----

    def replace(self, old: str, new: str, root: Element = None) -> None:
        """Type `new` over `old`, which stands in one run."""
        for piece in self.run(old, root).iter(f"{W}t"):
            piece.text = (piece.text or "").replace(old, new, 1)
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def split(self, words: str, root: Element = None) -> Element:
        """Put `words`, which stand in one run, into a run of their own."""
        run = self.run(words, root)
        before, _, after = text(run).partition(words)
        made = [with_text(run, piece) for piece in (before, words, after)]
        parent = run.getparent()
        place = parent.index(run)
        parent[place : place + 1] = [one for one in made if text(one)]
        return made[1]

    def delete(self, words: str) -> None:
        """Delete the paragraph with `words`."""
        paragraph = self.paragraph(words)
        paragraph.getparent().remove(paragraph)

    def insert_after(self, words: str, new: str) -> Element:
        """Type a paragraph with the text `new`, in the same style, after that with `words`."""
        before = self.paragraph(words)
        made = plain_copy(before, new)
        before.addnext(made)
        return made

    def move_after(self, words: str, target: str) -> None:
        """Move the paragraph with `words` behind that with `target`."""
        self.paragraph(target).addnext(self.paragraph(words))

    def divide(self, words: str) -> None:
        """Press Enter before `words`, which stand in a run without mark or field."""
        self.split(words)
        run = self.run(words)
        paragraph = run.getparent()
        rest = list(paragraph)[paragraph.index(run) :]
        made = etree.Element(f"{W}p")
        if (properties := paragraph.find(f"{W}pPr")) is not None:
            made.append(deepcopy(properties))
        made.extend(rest)
        paragraph.addnext(made)

    def join(self, first: str, second: str) -> None:
        """Delete the end of the paragraph with `first`, so that it takes in that with `second`."""
        one, other = self.paragraph(first), self.paragraph(second)
        one.append(with_text(next(one.iter(f"{W}r")), " "))
        one.extend([child for child in other if child.tag != f"{W}pPr"])
        other.getparent().remove(other)

    def track(self, old: str, new: str) -> None:
        """Type `new` over `old` with changes being tracked."""
        run = self.split(old)
        gone = etree.Element(f"{W}del", {f"{W}id": "901", f"{W}author": "Reviewer"})
        come = etree.Element(f"{W}ins", {f"{W}id": "902", f"{W}author": "Reviewer"})
        come.append(with_text(run, new))
        run.addprevious(gone)
        gone.append(run)
        for piece in run.iter(f"{W}t"):
            piece.tag = f"{W}delText"
        gone.addnext(come)

    def remark(self, words: str, remark: str) -> None:
        """Comment on the run with `words`."""
        mark = etree.Element(f"{W}r")
        etree.SubElement(mark, f"{W}commentReference", {f"{W}id": "7"})
        self.run(words).addnext(mark)
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="A. Reader">'
            f"<w:p><w:r><w:t>{remark}</w:t></w:r></w:p></w:comment></w:comments>"
        ).encode()
        relations = "word/_rels/document.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        entry = f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
        self.parts[relations] = self.parts[relations].replace(b"</Relationships>", entry.encode())

    def unfield(self, shown: str, paragraph: str) -> None:
        """Type over a field that shows `shown` what it shows."""
        within = self.paragraph(paragraph)
        runs = list(within.iter(f"{W}r"))
        for begin, end in fields(runs):
            if "".join(text(run) for run in runs[begin : end + 1]) == shown:
                runs[begin].addprevious(with_text(runs[begin - 1], shown))
                for run in runs[begin : end + 1]:
                    run.getparent().remove(run)
                return
        raise AssertionError(f"no field shows {shown}")


def fields(runs: list[Element]) -> Iterator[tuple[int, int]]:
    """Where each field begins and ends among runs."""
    begin = -1
    for index, run in enumerate(runs):
        for mark in run.iter(f"{W}fldChar"):
            if mark.get(f"{W}fldCharType") == "begin":
                begin = index
            elif mark.get(f"{W}fldCharType") == "end":
                yield begin, index


def text(element: Element) -> str:
    """The characters in an element."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def with_text(run: Element, words: str) -> Element:
    """A run that looks like `run` and says `words`."""
    made = etree.Element(f"{W}r")
    if (properties := run.find(f"{W}rPr")) is not None:
        made.append(deepcopy(properties))
    piece = etree.SubElement(made, f"{W}t")
    piece.text = words
    piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def plain_copy(paragraph: Element, words: str) -> Element:
    """A paragraph in the style of `paragraph` that says `words`."""
    made = etree.Element(f"{W}p")
    if (properties := paragraph.find(f"{W}pPr")) is not None:
        made.append(deepcopy(properties))
    made.append(with_text(etree.Element(f"{W}r"), words))
    return made


def change(data: bytes, edit: Callable[[Edited], object]) -> bytes:
    """A Word file after `edit`."""
    edited = Edited(data)
    edit(edited)
    return edited.data()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)
