"""Paragraphs × a measure → a PDF by each program, with one paragraph on a page.

All have the same fonts, size of letters and measure, justified, without indent. Each is given what
it has for Chinese text: strict breaks, gaps between scripts, no mark out of the line, and no single
character on a last line where it can be asked for that. Words are set without hyphens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from bench import peers
from bench.results import FIRST, PYTHON

MARGIN, HEIGHT = 20.0, 800.0
LATIN, HAN = "Liberation Serif", "Noto Serif CJK SC"
MARKS = "·—‘’“”…"
"""Marks of both fonts, to be taken from the second."""

RANGES = "U+20-7E, U+A0-B6, U+B8-24F, U+2010-2013, U+2020-2022, U+2030-205E"
"""What is taken from the first font."""

LATEX = "xelatex"
COMMANDS = {peers.OFFICE: "soffice", LATEX: LATEX}
"""The commands of programs that a machine may lack."""

TEX = {"\u00a0": "~", "\u2060": ""} | {sign: f"\\{sign}" for sign in "#$%&_{}"}
"""What TeX writes in other ways; it knows no word joiner."""


@dataclass(frozen=True)
class Text:
    """Paragraphs to be set in lines of `ems` characters of `size` points, in the lines of `facts`.

    `folder` is where programs find their input, by the templates `kind` of bench/preamble/, and
    leave their output. Letters stand `tracking` points further apart than those of the font.
    """

    folder: Path
    kind: str
    language: str
    paragraphs: Sequence[str]
    ems: float
    size: float
    leading: float
    tracking: float
    facts: Mapping[str, Any]

    @property
    def measure(self) -> float:
        """The width of lines in points."""
        return self.ems * self.size

    def filled(self, ending: str, paragraphs: Iterable[str]) -> Path:
        """The input for a program, by the template with such an ending."""
        name = f"{self.kind}.{ending}"
        template = Template((peers.PREAMBLE / name).read_text("utf-8"))
        values = {
            **{"width": self.measure + 2 * MARGIN, "height": HEIGHT, "margin": MARGIN},
            **{"size": self.size, "leading": self.leading, "between": self.leading - self.size},
            **{"latin": LATIN, "han": HAN, "ranges": RANGES, "text": "\n".join(paragraphs)},
            **{"language": self.language, "tracking": self.tracking},
            "percent": 100 * self.tracking / self.size,
        }
        path = self.folder / name
        path.write_text(template.substitute(values), "utf-8")
        return path


def docgen(text: Text) -> Path:
    """Our own lines."""
    from weasyprint import HTML

    from docgen.render import compose

    _drawing()
    source, target = _html(text), text.folder / "docgen.pdf"
    with compose.installed(text.facts):
        HTML(source).write_pdf(target)
    return target


@cache
def _drawing() -> None:
    """Let spaces be widened and drawn as in a report, from now on."""
    from docgen.render.drawing.hooks import keep
    from docgen.render.start.pages import spare

    spare()
    keep()


def stock(text: Text) -> Path:
    """WeasyPrint as it comes."""
    source, target = _html(text), text.folder / "stock.pdf"
    _run(PYTHON.with_name("weasyprint"), "--quiet", source, target)
    return target


def _html(text: Text) -> Path:
    return text.filled("html", (f"<p>{escape(one)}</p>" for one in text.paragraphs))


def typst(text: Text) -> Path:
    """Typst, as it comes: it looks for the best breaks of a whole paragraph."""
    literals = (one.replace("\\", "\\\\").replace('"', '\\"') for one in text.paragraphs)
    source = text.filled("typ", (f'#page[#"{one}"]' for one in literals))
    target = source.with_suffix(".typ.pdf")
    _run(PYTHON, "-c", peers.COMPILE, source, target)
    return target


def latex(text: Text) -> Path:
    """Xelatex, told to stretch in need, and with xeCJK to look after single characters."""
    signs = str.maketrans(TEX)
    pages = (one.translate(signs) + "\\par\\newpage" for one in text.paragraphs)
    source = text.filled("tex", pages)
    _run(LATEX, "-interaction=batchmode", f"-output-directory={text.folder}", source)
    return source.with_suffix(".pdf")


def office(text: Text) -> Path:
    """LibreOffice."""
    pages = (f'<text:p text:style-name="P">{escape(one)}</text:p>' for one in text.paragraphs)
    source = text.filled("fodt", pages)
    target = source.with_suffix(".office") / f"{text.kind}.pdf"
    profile = f"-env:UserInstallation=file://{text.folder}/profile"
    options = ("--headless", profile, "--convert-to", "pdf", "--outdir", target.parent)
    _run("soffice", *options, source)
    return target


def _run(*command: str | Path) -> None:
    """Run a program, in silence unless it fails."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


PROGRAMS: Mapping[str, Callable[[Text], Path]] = {
    FIRST: docgen,
    peers.TYPST: typst,
    LATEX: latex,
    peers.OFFICE: office,
    peers.STOCK: stock,
}


def lacking() -> list[str]:
    """The programs that this machine lacks."""
    return [name for name, command in COMMANDS.items() if not shutil.which(command)]
