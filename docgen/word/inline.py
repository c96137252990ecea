"""The content of a paragraph → runs, marks of notes, pictures and boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.word.drawings import drawn
from docgen.word.names import MC, A, Element, M, R, W, child, is_on, kind, value
from docgen.word.signs import sign
from docgen.word.state import Field, Story
from docgen.word.values import Break, Comment, Mark, NoteKind, Piece, Run

Blocks = Callable[[Element, Story], tuple[object, ...]]
"""Reads the blocks inside a text box."""

_THROUGH = (
    "smartTag",
    "customXml",
    "sdt",
    "sdtContent",
    "ins",
    "moveTo",
    "dir",
    "bdo",
    "fldSimple",
)
_GONE: Mapping[str, str] = {"del": "deleted", "moveFrom": "moved"}
_CHARACTERS: Mapping[str, str] = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "‑",
    "softHyphen": "\u00ad",
}


@dataclass(frozen=True, slots=True)
class Within:
    """What surrounds a run: the style of its paragraph, a link, whether it was inserted."""

    style: str = ""
    link: str = ""
    inserted: bool = False


def pieces(paragraph: Element, style: str, story: Story, blocks: Blocks) -> tuple[Piece, ...]:
    """The pieces of a paragraph; neighbours that look and lead alike are one run."""
    return tuple(_joined(_inside(paragraph, Within(style), story, blocks)))


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in found:
        if (
            isinstance(last, Run)
            and isinstance(piece, Run)
            and replace(last, text="") == replace(piece, text="")
        ):
            last = replace(last, text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _inside(parent: Element, within: Within, story: Story, blocks: Blocks) -> Iterator[Piece]:
    for element in parent:
        name = kind(element)
        if name == "r":
            yield from _run(element, within, story, blocks)
        elif name == "hyperlink":
            link = _address(element, story)
            yield from _inside(element, replace(within, link=link), story, blocks)
        elif name in _GONE:
            story.state.changed(_GONE[name], spoken(element), element.get(f"{W}author") or "")
        elif name == "fldSimple" or name in _THROUGH:
            yield from _through(element, name, within, story, blocks)
        elif name == f"{MC}AlternateContent":
            yield from _inside(_choice(element), within, story, blocks)
        elif name in (f"{M}oMath", f"{M}oMathPara"):
            story.state.fault("a formula is kept as plain text")
            yield Run("".join(one.text or "" for one in element.iter(f"{M}t")), link=within.link)


def _through(
    element: Element, name: str, within: Within, story: Story, blocks: Blocks
) -> Iterator[Piece]:
    if name in ("ins", "moveTo"):
        within = replace(within, inserted=True)
    if name != "fldSimple":
        yield from _inside(element, within, story, blocks)
        return
    story.fields.append(Field(element.get(f"{W}instr") or "", shown=True))
    yield from _inside(element, within, story, blocks)
    story.fields.pop()


def _choice(element: Element) -> Element:
    """The form of a picture or shape for present word processors; else that for old ones."""
    found = element.find(f"{MC}Choice")
    return found if found is not None else element.find(f"{MC}Fallback") or ()


def _address(element: Element, story: Story) -> str:
    target, anchor = story.target(element.get(f"{R}id")), element.get(f"{W}anchor")
    if target is None:
        return f"#{anchor}" if anchor else ""
    return f"{target.name}#{anchor}" if anchor else target.name


def _run(run: Element, within: Within, story: Story, blocks: Blocks) -> Iterator[Piece]:
    look = story.state.styles.look(run, within.style)
    named = value(run, "rPr/rStyle")
    form = Run(
        "",
        look,
        within.link,
        style=story.state.styles.name(named) if named else "",
        inserted=within.inserted or child(run, "rPr/ins") is not None,
    )
    custom = _custom(run)
    for element in run:
        if custom is not None and kind(element) in ("t", "sym"):
            continue
        yield from _content(element, form, story, blocks)


def _content(element: Element, form: Run, story: Story, blocks: Blocks) -> Iterator[Piece]:
    name = kind(element)
    if name == "fldChar":
        _field(element.get(f"{W}fldCharType"), story)
    elif name == "instrText":
        if story.fields:
            story.fields[-1].instruction += element.text or ""
    elif name in ("footnoteReference", "endnoteReference"):
        yield _mark(element, "footnote" if name == "footnoteReference" else "endnote", story)
    elif name == "commentReference":
        _remark(element, story)
    elif name in ("drawing", "pict", "object"):
        yield from drawn(element, story, blocks)
    elif name == f"{MC}AlternateContent":
        for inner in _choice(element):
            yield from _content(inner, form, story, blocks)
    elif name == "br" and element.get(f"{W}type") in ("page", "column"):
        yield Break(element.get(f"{W}type"))
    elif name == "ruby":
        story.state.fault("a reading above characters is left out")
        yield from _inside(child(element, "rubyBase"), Within(link=form.link), story, blocks)
    elif not story.hidden and (text := _text(element, name, story)):
        yield replace(form, text=text, field=story.instruction)


def _text(element: Element, name: str, story: Story) -> str:
    if name == "t":
        return element.text or ""
    if name == "sym":
        return sign(element.get(f"{W}font") or "", element.get(f"{W}char") or "", story.state)
    return "\n" if name == "br" else _CHARACTERS.get(name, "")


def _field(step: str | None, story: Story) -> None:
    """ECMA-376 part 1, 17.16.18: begin, instruction, separation, result, end."""
    if step == "begin":
        story.fields.append(Field())
    elif step == "separate" and story.fields:
        story.fields[-1].shown = True
    elif step == "end" and story.fields:
        story.fields.pop()


def _custom(run: Element) -> Element:
    """The reference in a run whose characters are the mark of a note, or None."""
    found = (
        one
        for one in run
        if kind(one) in ("footnoteReference", "endnoteReference")
        and (one.get(f"{W}customMarkFollows") is not None)
        and is_on(one.get(f"{W}customMarkFollows"))
    )
    return next(found, None)


def _mark(element: Element, note: NoteKind, story: Story) -> Mark:
    run = element.getparent()
    id = element.get(f"{W}id") or ""
    if _custom(run) is not None:
        typed = "".join(one.text or "" for one in run.iter(f"{W}t"))
        signs = (
            sign(s.get(f"{W}font") or "", s.get(f"{W}char") or "", story.state)
            for s in run.iter(f"{W}sym")
        )
        return Mark(note, id, typed + "".join(signs), custom=True)
    story.state.notes[note] += 1
    return Mark(note, id, str(story.state.notes[note]))


def _remark(element: Element, story: Story) -> None:
    found = story.state.comments.get(element.get(f"{W}id") or "")
    if found is not None:
        author = found.get(f"{W}author") or ""
        story.state.remarks.append(Comment(author, spoken(found), story.state.place))


def spoken(element: Element) -> str:
    """All words under an element, whatever became of them; paragraphs stand apart."""
    texts = []
    for one in element.iter():
        name = kind(one)
        if name in ("t", "delText", f"{A}t"):
            texts.append(one.text or "")
        elif (name in ("tab", "br") and one.getparent().tag == f"{W}r") or (name == "p" and texts):
            texts.append(" ")
    return "".join(texts).strip() if element.tag != f"{W}del" else "".join(texts)
