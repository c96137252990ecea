"""What a style of a Word file amounts to with all that it inherits, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator

from tests.render.docx.opened import Element, W, find, value

_LENGTHS = {
    "before": "w:pPr/w:spacing/@w:before",
    "after": "w:pPr/w:spacing/@w:after",
    "left": "w:pPr/w:ind/@w:left",
    "right": "w:pPr/w:ind/@w:right",
}
_MARKS = {"bold": "b", "italic": "i", "keep": "keepNext"}
_HALVES = {"size": "sz", "width": "w", "spacing": "spacing", "kern": "kern"}


class Styles:
    """The styles part of a Word file."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id = {style.get(f"{W}styleId"): style for style in find(root, "w:style")}

    def __contains__(self, identity: str) -> bool:
        return identity in self._by_id

    def facts(self, identity: str) -> dict[str, str]:
        """Fact → value of a style: lengths in twips, sizes in half points; nothing that is off."""
        facts = {"name": value(self._by_id[identity], "w:name/@w:val")}
        facts["line"] = f"{self._of(identity, 'w:pPr/w:spacing/@w:line')}{self._rule(identity)}"
        facts |= {fact: self._of(identity, path) for fact, path in _LENGTHS.items()}
        for fact, name in _HALVES.items():
            facts[fact] = self._of(identity, f"w:rPr/w:{name}/@w:val")
        facts |= {fact: self._switch(identity, name) for fact, name in _MARKS.items()}
        facts["hang"] = self._hang(identity)
        facts["align"] = self._of(identity, "w:pPr/w:jc/@w:val").replace("end", "right")
        facts["outline"] = self._outline(identity)
        facts["stops"] = " ".join(self._stops(identity))
        facts["on"] = value(self._by_id[identity], "w:basedOn/@w:val")
        facts["next"] = value(self._by_id[identity], "w:next/@w:val")
        return {
            fact: said for fact, said in facts.items() if said not in ("", "0", "left", "start")
        }

    def _line(self, identity: str) -> Iterator[Element]:
        """The style and those that it rests on, from itself up."""
        while identity in self._by_id:
            style = self._by_id[identity]
            yield style
            identity = value(style, "w:basedOn/@w:val")

    def _of(self, identity: str, path: str) -> str:
        found = (str(said) for style in self._line(identity) for said in find(style, path)[:1])
        return next(found, "")

    def _rule(self, identity: str) -> str:
        return " auto" if self._of(identity, "w:pPr/w:spacing/@w:lineRule") == "auto" else ""

    def _switch(self, identity: str, name: str) -> str:
        for style in self._line(identity):
            for mark in find(style, f"*[self::w:pPr or self::w:rPr]/w:{name}"):
                return "" if mark.get(f"{W}val") == "0" else "yes"
        return ""

    def _hang(self, identity: str) -> str:
        """How far the first line begins before the others, or behind them with a plus."""
        for style in self._line(identity):
            for indent in find(style, "w:pPr/w:ind[@w:hanging or @w:firstLine]"):
                behind = indent.get(f"{W}firstLine", "0")
                return indent.get(f"{W}hanging") or ("" if behind == "0" else f"+{behind}")
        return ""

    def _outline(self, identity: str) -> str:
        level = self._of(identity, "w:pPr/w:outlineLvl/@w:val")
        return f"level {int(level) + 1}" if level not in ("", "9") else ""

    def _stops(self, identity: str) -> list[str]:
        stops: dict[int, str] = {}
        for style in reversed(list(self._line(identity))):
            for stop in find(style, "w:pPr/w:tabs/w:tab"):
                kind = stop.get(f"{W}val")
                place = int(stop.get(f"{W}pos"))
                stops[place] = "" if kind == "clear" else kind[0]
        return [f"{kind}{place}" for place, kind in sorted(stops.items()) if kind]
