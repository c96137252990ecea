"""Small Word files out of pieces of markup, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{OFFICE}/wordprocessingml/2006/main",
        "r": f"{OFFICE}/officeDocument/2006/relationships",
        "a": f"{OFFICE}/drawingml/2006/main",
        "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
        "c": f"{OFFICE}/drawingml/2006/chart",
        "m": f"{OFFICE}/officeDocument/2006/math",
        "mc": f"{OFFICE}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def package(body: str, parts: Mapping[str, str | bytes] | None = None, **xml: str) -> bytes:
    """A Word file with this body; `styles="…"` and the like are the content of other parts.

    `parts` are further files by their whole names.
    """
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{name} {SPACES}>{text}</w:{name}>"
            for name, text in xml.items()
        },
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relations(**targets: tuple[str, str]) -> dict[str, str]:
    """The relations of the document: id → kind and target; a web address leads outside."""
    outside = ' TargetMode="External"'
    types = f"{OFFICE}/officeDocument/2006/relationships"
    ones = (
        f'<Relationship Id="{id}" Type="{types}/{kind}" Target="{target}"'
        f"{outside if ':' in target else ''}/>"
        for id, (kind, target) in targets.items()
    )
    name = f"{OFFICE}/package/2006/relationships"
    text = f'<Relationships xmlns="{name}">{"".join(ones)}</Relationships>'
    return {"word/_rels/document.xml.rels": text}


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of runs; plain words become one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; a tab in the text becomes one."""
    parts = text.split("\t")
    inside = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{one}</w:t>' if one else "" for one in parts
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def style(
    id: str, name: str = "", inside: str = "", base: str = "", kind: str = "paragraph"
) -> str:
    """The definition of a style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name or id}"/>{based}{inside}'
        "</w:style>"
    )


def table(*rows: str, properties: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a plain text becomes a cell with one paragraph."""
    made = (one if one.startswith("<w:tc>") else tc(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell of paragraphs."""
    inside = content if content.startswith("<w:p>") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
