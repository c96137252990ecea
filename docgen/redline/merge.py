"""Two packages → one with the text of the newer and its changes against the older.

The new state is the ground: accepting all changes leaves its elements, with its ids, and what only
the old state needs has ids beyond those. Looks are not tracked: styles, columns and settings are
those of the new state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import count

from docgen.redline.blocks import Blocks, track_section
from docgen.redline.carry import Carry
from docgen.redline.inline import Inline
from docgen.redline.lists import Lists
from docgen.redline.moves import moves
from docgen.redline.names import Names
from docgen.redline.notes import Notes
from docgen.redline.pen import Pen
from docgen.redline.plan import Kept, kept, plan
from docgen.redline.summary import Change, Log
from docgen.redline.xml import Element, Tree, grow, inside, name, root, w
from docgen.render.docx.package import Package, Part
from docgen.word import lists as word_lists
from docgen.word import styles as word_styles

MACHINE = "docgen"
"""In whose name changes stand that nobody made: numbers counted anew, the contents list."""

_DOCUMENT, _NOTES, _STYLES, _NUMBERING = (
    f"word/{part}.xml" for part in ("document", "footnotes", "styles", "numbering")
)


def merge(old: Package, new: Package, author: str, date: str) -> list[Change]:
    """Put the changes of `new` against `old` into `new`, in the name of `author`.

    `date` is the moment of all changes in the form of ISO 8601. Returns the changes of the text.
    """
    for package in (old, new):
        grow(package)
    pen = Pen(author, date, count(_bookmarks(old) + _bookmarks(new) + 1))
    labels = _labels(old), _labels(new)
    steps = plan(_body(old)[:-1], _body(new)[:-1])
    carry = _carry(old, new, list(kept(steps)))
    blocks = Blocks(Inline(carry, pen, pen.by(MACHINE)), moves(steps), Log(*labels))
    section = _section(blocks, old, new)
    body = w("body", list(blocks.steps(steps)), section)
    running = [change for part in _running(old, new) for change in _set_running(blocks, part)]
    noted = _set_notes(blocks, body)
    new.parts[_DOCUMENT].content = Tree(w("document", body))
    _add_styles(old, new)
    return [*running, *blocks.log.found, *noted]


# ---- the two packages --------------------------------------------------------------------------


def _carry(old: Package, new: Package, pairs: Sequence[Kept]) -> Carry:
    """What brings elements of the old text to the new one."""
    return Carry(
        old.parts[_DOCUMENT],
        new.parts[_DOCUMENT],
        old,
        new,
        Names(root(old, _DOCUMENT), root(new, _DOCUMENT), pairs),
        Lists(root(old, _NUMBERING), root(new, _NUMBERING), pairs),
        Notes(root(old, _NOTES), root(new, _NOTES)),
        count(_drawings(new) + 1),
        _bookmarks(new),
    )


def _body(package: Package) -> list[Element]:
    """The blocks of the text, and as the last of them the properties of its last section."""
    return inside(root(package, _DOCUMENT), "body")


def _labels(package: Package) -> Mapping[Element, str]:
    """The number before each paragraph of the text; empty for those without."""
    counted = word_lists.Lists.of(
        root(package, _NUMBERING), word_styles.Styles.of(root(package, _STYLES))
    )
    paragraphs = root(package, _DOCUMENT).iter(name("p"))
    return {one: counted.label(one).text for one in paragraphs}


def _bookmarks(package: Package) -> int:
    """The highest id of a bookmark in the text."""
    starts = root(package, _DOCUMENT).iter(name("bookmarkStart"))
    return max((int(start.get(name("id"), "0")) for start in starts), default=0)


def _drawings(package: Package) -> int:
    """The highest id of a drawing, wherever it is."""
    trees = (root(package, part) for part in package.parts if part.endswith(".xml"))
    drawn = [found for tree in trees for found in tree.iter(name("wp:docPr"))]
    return max((int(found.get("id", "0")) for found in drawn), default=0)


# ---- the stories -------------------------------------------------------------------------------


def _section(blocks: Blocks, old: Package, new: Package) -> Element:
    made = deepcopy(_body(new)[-1])
    track_section(blocks.inline, made, _body(old)[-1])
    return made


def _running(old: Package, new: Package) -> Iterator[str]:
    """The names of the heads and feet that both states have."""
    names = (part for part in new.parts if re.fullmatch(r"word/(header|footer)\d+\.xml", part))
    return (part for part in sorted(names) if part in old.parts)


def _set_running(blocks: Blocks, part: str) -> list[Change]:
    """Put changes into a head or a foot."""
    carry = blocks.inline.carry
    story = _story(blocks, carry.source.parts[part], carry.merged.parts[part], "running line")
    old, new = root(carry.source, part), root(carry.merged, part)
    content = list(story.steps(plan(old, new, alone=True)))
    new[:] = content
    return story.log.found


def _set_notes(blocks: Blocks, body: Element) -> list[Change]:
    """Put changes into the notes, which are counted anew in the order of their marks in `body`.

    LibreOffice finds the note of a mark by counting, whatever its id.
    """
    carry = blocks.inline.carry
    notes, held = carry.notes, root(carry.merged, _NOTES)
    story = _story(blocks, carry.source.parts[_NOTES], carry.merged.parts[_NOTES], "note")
    marks = list(body.iter(name("footnoteReference")))
    made = [_note(story, notes, mark.get(name("id"), "")) for mark in marks]
    for identity, pair in enumerate(zip(marks, made, strict=True), 1):
        for element in pair:
            element.set(name("id"), str(identity))
    held[len(held) - len(notes.new) :] = made
    return story.log.found


def _note(story: Blocks, notes: Notes, identity: str) -> Element:
    """A note that stays, comes or goes."""
    old, new = notes.lines(identity)
    return w("footnote", story.steps(plan(old, new, alone=True)))


def _story(blocks: Blocks, old: Part, new: Part, place: str) -> Blocks:
    """The same means for another story."""
    carry = replace(blocks.inline.carry, old=old, new=new)
    return replace(blocks, inline=replace(blocks.inline, carry=carry), log=Log({}, {}, place))


def _add_styles(old: Package, new: Package) -> None:
    """Add the styles that only the old text has, or what goes would lose its looks."""
    styles = root(new, _STYLES)
    known = {style.get(name("styleId")) for style in styles.iter(name("style"))}
    for style in root(old, _STYLES).iter(name("style")):
        if style.get(name("styleId")) not in known:
            styles.append(deepcopy(style))
