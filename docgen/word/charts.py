"""The part of a chart → its kind, labels and series, as the file keeps them for display."""

from __future__ import annotations

from docgen.word.names import A, C, Element, whole
from docgen.word.values import Plot


def plot(root: Element, alt: str) -> Plot:
    """The numbers of a chart; `kind` is that of its first group, such as `barChart`."""
    area = root.find(f".//{C}plotArea")
    groups = [one for one in (() if area is None else area) if _is_group(one)]
    rows = [series for group in groups for series in group.findall(f"{C}ser")]
    names = [_column(series.find(f"{C}cat")) or _column(series.find(f"{C}xVal")) for series in rows]
    labels = max(names, key=len, default=[])
    columns = [_column(s.find(f"{C}val")) or _column(s.find(f"{C}yVal")) for s in rows]
    length = max([len(labels), *map(len, columns)], default=0)
    return Plot(
        groups[0].tag.removeprefix(C) if groups else "",
        _words(root.find(f".//{C}chart/{C}title")),
        tuple(_filled(labels, length)),
        tuple(
            (" ".join(_column(series.find(f"{C}tx"))), tuple(_filled(column, length)))
            for series, column in zip(rows, columns, strict=True)
        ),
        alt,
    )


def _is_group(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag.endswith("Chart")


def _filled(texts: list[str], length: int) -> list[str]:
    return texts + [""] * (length - len(texts))


def _column(parent: Element) -> list[str]:
    """The cached texts or numbers of a reference, gaps included."""
    if parent is None:
        return []
    points = {whole(one.get("idx")): _point(one) for one in parent.iter(f"{C}pt")}
    last = min(max(points, default=-1), 10_000)
    return [points.get(index, "") for index in range(last + 1)]


def _point(element: Element) -> str:
    return (element.findtext(f"{C}v") or "").strip()


def _words(title: Element) -> str:
    return "" if title is None else "".join(one.text or "" for one in title.iter(f"{A}t")).strip()
