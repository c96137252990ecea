"""Chinese paragraphs × a measure → a PDF by each program, with one paragraph on a page.

All have the same fonts, size of letters and measure, justified, without indent. Each is given what
it has for Chinese text: strict breaks, gaps between scripts, no mark out of the line, and no single
character on a last line where it can be asked for that.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Text:
    """Paragraphs to be set in lines of `ems` characters of `size` points, in the lines of `facts`.

    `folder` is where programs find their input and leave their output.
    """

    folder: Path
    paragraphs: Sequence[str]
    ems: float
    size: float
    leading: float
    facts: Mapping[str, Any]

    @property
    def measure(self) -> float:
        """The width of lines in points."""
        return self.ems * self.size

    def filled(self, name: str, paragraphs: Iterable[str]) -> Path:
        """The input for a program, by the template `name` of bench/preamble/."""
        template = Template((peers.PREAMBLE / name).read_text("utf-8"))
        values = {
            **{"width": self.measure + 2 * MARGIN, "height": HEIGHT, "margin": MARGIN},
            **{"size": self.size, "leading": self.leading, "between": self.leading - self.size},
            **{"latin": LATIN, "han": HAN, "ranges": RANGES, "text": "\n".join(paragraphs)},
        }
        path = self.folder / name
        path.write_text(template.substitute(values), "utf-8")
        return path


def docgen(text: Text) -> Path:
    """Our own lines."""
    from weasyprint import HTML

    from docgen.render import compose

    source, target = _html(text), text.folder / "docgen.pdf"
    with compose.installed(text.facts):
        HTML(source).write_pdf(target)
    return target


def stock(text: Text) -> Path:
    """WeasyPrint as it comes."""
    source, target = _html(text), text.folder / "stock.pdf"
    _run(PYTHON.with_name("weasyprint"), "--quiet", source, target)
    return target


def _html(text: Text) -> Path:
    return text.filled("lines.html", (f"<p>{escape(one)}</p>" for one in text.paragraphs))


def typst(text: Text) -> Path:
    """Typst, as it comes: it looks for the best breaks of a whole paragraph."""
    literals = (one.replace("\\", "\\\\").replace('"', '\\"') for one in text.paragraphs)
    source = text.filled("lines.typ", (f'#page[#"{one}"]' for one in literals))
    target = source.with_suffix(".typ.pdf")
    _run(PYTHON, "-c", peers.COMPILE, source, target)
    return target


def latex(text: Text) -> Path:
    """Xelatex with xeCJK, told to look after single characters and to stretch in need."""
    signs = re.compile(r"([#$%&_{}])")
    pages = (signs.sub(r"\\\1", one) + "\\par\\newpage" for one in text.paragraphs)
    source = text.filled("lines.tex", pages)
    _run("xelatex", "-interaction=batchmode", f"-output-directory={text.folder}", source)
    return source.with_suffix(".pdf")


def office(text: Text) -> Path:
    """LibreOffice."""
    pages = (f'<text:p text:style-name="P">{escape(one)}</text:p>' for one in text.paragraphs)
    source = text.filled("lines.fodt", pages)
    target = source.with_suffix(".office") / "lines.pdf"
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
    "xelatex, xeCJK": latex,
    peers.OFFICE: office,
    peers.STOCK: stock,
}


def lacking() -> list[str]:
    """The programs that this machine lacks."""
    needs = {"xelatex, xeCJK": "xelatex", peers.OFFICE: "soffice"}
    return [name for name, command in needs.items() if not shutil.which(command)]
