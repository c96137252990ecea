"""Units that have a translation ↔ TMX 1.4b (LISA, 26 April 2005), for translation memories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docgen import __version__
from docgen.interchange.codes import numbered_as, pieces
from docgen.interchange.values import Exchange, Unit, lines
from docgen.interchange.xml import (
    LANG,
    Element,
    add,
    characters,
    local,
    origin,
    parse,
    printed,
    write,
)
from docgen.model import State
from docgen.report import DocgenError, Origin

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_DOCUMENT, _STATE, _PREVIOUS, _STAMP = (
    f"x-docgen-{name}" for name in ("document", "state", "previous", "stamp")
)
_ABOUT = "x-docgen-about"
_CODES = {"alone": ("ph", "x"), "open": ("bpt", "i"), "close": ("ept", "i")}


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation in a memory; `id` is that of the unit, `document` if known."""

    id: str
    document: str
    source: str
    target: str


# ---- writing --------------------------------------------------------------------------------


def dump(exchange: Exchange) -> bytes:
    """The translated units as a memory; those without translation are left out."""
    root = etree.Element("tmx", version="1.4")
    head = {
        "creationtool": "docgen",
        "creationtoolversion": __version__,
        "segtype": "paragraph",
        "o-tmf": "docgen",
        "adminlang": exchange.source,
        "srclang": exchange.source,
        "datatype": "plaintext",
    }
    add(root, "header", attributes=head)
    body = add(root, "body")
    for unit in exchange.units:
        if unit.target.strip():
            _unit(body, unit, exchange)
    return printed(root, _DOCTYPE)


def _unit(body: Element, unit: Unit, exchange: Exchange) -> None:
    made = add(body, "tu", attributes={"tuid": unit.id})
    if unit.notes:
        add(made, "note", "\n".join(unit.notes))
    for kind, value in (
        (_DOCUMENT, exchange.document),
        (_STATE, unit.state),
        (_PREVIOUS, unit.previous),
        (_STAMP, unit.stamp),
        *((_ABOUT, line) for line in unit.about),
    ):
        if value:
            add(made, "prop", value, {"type": kind})
    for lang, source, text in (
        (exchange.source, unit.source, unit.source),
        (exchange.target, unit.source, unit.target),
    ):
        _fill(add(add(made, "tuv", attributes={LANG: lang}), "seg"), source, text)


def _fill(segment: Element, source: str, text: str) -> None:
    found = pieces(text) if source == text else numbered_as(source, text)
    for piece in found:
        if piece.role == "text":
            write(segment, piece.text)
        else:
            name, number = _CODES[piece.role]
            kind = None if piece.role == "close" else piece.kind
            # What matches between languages is `x`; `i` joins the ends of a pair.
            matched = None if piece.role == "close" else str(piece.number)
            code = {number: str(piece.number), "x": matched, "type": kind}
            add(segment, name, piece.text, code)


# ---- reading --------------------------------------------------------------------------------


def load(data: bytes, name: str) -> list[Exchange]:
    """The units of each document in a memory that docgen wrote; DocgenError for another one."""
    root = parse(data, name)
    source = _header(root, name).get("srclang") or ""
    found: dict[tuple[str, str], list[Unit]] = {}
    for tu in root.iter("tu"):
        props = _props(tu)
        others = [lang for lang in _texts(tu) if lang != source]
        if _DOCUMENT not in props or len(others) != 1:
            hint = "Take what it has with `docgen i18n prefill --tm=FILE.tmx`."
            raise DocgenError("this memory is not of a document", hint, origin(tu, name))
        unit = _read(tu, props, source, others[0], name)
        found.setdefault((props[_DOCUMENT][0], others[0]), []).append(unit)
    return [
        Exchange(document, source, target, tuple(units))
        for (document, target), units in found.items()
    ]


def _read(tu: Element, props: dict[str, list[str]], source: str, target: str, name: str) -> Unit:
    texts = _texts(tu)
    state: State = "stale"
    for known in ("translated", "approved"):
        if props.get(_STATE) == [known]:
            state = known
    notes = tu.findall("note")
    return Unit(
        tu.get("tuid") or "",
        texts.get(source, ""),
        texts[target],
        state if texts[target].strip() else "untranslated",
        "".join(props.get(_PREVIOUS, ())),
        tuple(props.get(_ABOUT, ())),
        tuple(line for note in notes for line in lines(note.text)),
        "".join(props.get(_STAMP, ())),
        origin(tu, name),
    )


def pairs(data: bytes, name: str, source: str, target: str) -> Iterator[Pair]:
    """The texts of a memory that it has in both languages, compared by their main part alone.

    Codes of other programs are left out, since their markup means nothing here.
    Raises DocgenError when the file is no memory.
    """
    root = parse(data, name)
    _header(root, name)
    for tu in root.iter("tu"):
        document = "".join(_props(tu).get(_DOCUMENT, ()))
        found = _texts(tu, codes=bool(document))
        texts = {_main(lang): text for lang, text in reversed(found.items())}
        here, there = texts.get(_main(source), ""), texts.get(_main(target), "")
        if here.strip() and there.strip():
            yield Pair(tu.get("tuid") or "", document, here, there)


def _header(root: Element, name: str) -> Element:
    header = root.find("header")
    if local(root) != "tmx" or header is None:
        raise DocgenError("this is no TMX file", "Its root is tmx, with a header.", Origin(name))
    return header


def _props(tu: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for prop in tu.findall("prop"):
        found.setdefault(prop.get("type") or "", []).append(prop.text or "")
    return found


def _texts(tu: Element, *, codes: bool = True) -> dict[str, str]:
    found = {}
    for version in tu.findall("tuv"):
        segment = version.find("seg")
        lang = version.get(LANG) or version.get("lang") or ""
        found[lang] = "" if segment is None else characters(segment) if codes else _bare(segment)
    return found


def _bare(element: Element) -> str:
    return (element.text or "") + "".join(
        (_bare(child) if local(child) in ("hi", "sub") else "") + (child.tail or "")
        for child in element
    )


def _main(lang: str) -> str:
    return lang.lower().replace("_", "-").partition("-")[0]
