"""A document of docgen → the same in the input of each other program, and the command for it.

Every program gets the same words, notes, lists, tables, picture, fonts and page. What each leaves
out stands in docs/performance.md.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from bench import plain
from bench.results import PYTHON
from bench.runs import Command, Work
from docgen import machine, pipeline
from docgen.model import Document, Figure
from docgen.project import Project
from docgen.render import charts, docx, html
from docgen.render.raster import raster
from docgen.report import Report
from docgen.style import Stylesheet

TYPST, OFFICE, LATEX, STOCK = "Typst", "LibreOffice", "pandoc + xelatex", "stock WeasyPrint"
PANDOC = "pandoc"
PREAMBLE = Path(__file__).with_name("preamble")
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def lacking() -> dict[str, machine.Need]:
    """The programs from Debian that this machine lacks, by the peer that needs them."""
    needs = {need.name: need for need in machine.missing_for_benchmarks()}
    wanted = {OFFICE: machine.PROGRAMS["soffice"], LATEX: machine.LATEX}
    return {peer: need for peer, need in wanted.items() if need.name in needs}


@dataclass(frozen=True)
class Inputs:
    """A finished document in the `folder` where the inputs of all programs lie under its name."""

    folder: Path
    document: Document
    sheet: Stylesheet

    def file(self, ending: str) -> Path:
        """The file of this document with such an ending."""
        return self.folder / f"{self.document.name}-{self.document.language}.{ending}"


def opened(root: Path, name: str, language: str, folder: Path) -> Inputs:
    """A document of the project at `root`, finished, with a `folder` for inputs."""
    document, sheet = pipeline.prepare(Project(root), name, language, final=False, report=Report())
    return Inputs(folder, document, sheet)


def pandoc() -> Path:
    """The program that the package pypandoc_binary brings along."""
    found = next(PYTHON.parents[1].glob("lib/python3*/site-packages/pypandoc/files/pandoc"), None)
    if found is None:
        raise SystemExit("pandoc is not installed: `make bench` does it")
    return found


# ---- inputs ------------------------------------------------------------------------------------


def _tree(made: Inputs) -> Path:
    """The document as pandoc keeps it."""
    tree = made.file("json")
    if not tree.exists():
        words = plain.write(made.document, lambda figure: _picture(made, figure))
        tree.write_text(words, "utf-8")
    return tree


def _picture(made: Inputs, figure: Figure) -> str:
    picture = raster(charts.image(figure, made.sheet), made.sheet.page.measure)
    (made.folder / picture.name).write_bytes(picture.data)
    return picture.name


def _converted(made: Inputs, form: str, ending: str) -> Path:
    """The document in a format that pandoc writes."""
    target = made.file(ending)
    options = ("--from=json", f"--to={form}", "--wrap=none", f"--output={target}")
    command: Command = [pandoc(), _tree(made), *options]
    subprocess.run(command, check=True)
    return target


def _filled(made: Inputs, name: str) -> str:
    """What stands before the text: the page, the fonts and the sizes of the style."""
    sheet, text = made.sheet, made.sheet.roles["paragraph"]
    page, faces = sheet.page, sheet.faces
    values = {
        **{"width": page.width, "height": page.height, "top": page.top, "bottom": page.bottom},
        **{"side": page.left + text.left, "size": text.size, "after": text.after},
        **{"leading": text.leading, "between": text.leading - text.size},
        "lang": made.document.lang.partition("-")[0],
        "symbol": made.document.running_symbol,
        **{use: _quoted(faces[use].pdf) for use in ("text", "heading", "emphasis")},
        **{"latin": faces["text"].pdf[0], "han": faces["text"].pdf[-1]},
        "kai": faces["emphasis"].pdf[1],
    }
    return Template((PREAMBLE / name).read_text("utf-8")).substitute(values)


def _quoted(families: tuple[str, ...]) -> str:
    return ", ".join(f'"{family}"' for family in families)


# ---- commands ----------------------------------------------------------------------------------


def typst(made: Inputs) -> Work:
    """A PDF by Typst."""
    body = _converted(made, "typst", "body.typ").read_text("utf-8")
    made.file("typ").write_text(_filled(made, "report.typ") + body, "utf-8")
    target = made.file("typ.pdf")
    return Work([PYTHON, "-c", COMPILE, made.file("typ"), target], made=target)


def office(made: Inputs) -> Work:
    """A PDF by LibreOffice, from our own DOCX."""
    made.file("docx").write_bytes(docx.write(made.document, made.sheet))
    profile = f"-env:UserInstallation=file://{made.folder}/office"
    options = ("--headless", profile, "--convert-to", "pdf", "--outdir", made.folder)
    return Work(["soffice", *options, made.file("docx")], made=made.file("pdf"))


def latex(made: Inputs) -> Work:
    """A PDF by xelatex, which pandoc calls."""
    made.file("header.tex").write_text(_filled(made, "header.tex"), "utf-8")
    page, text = made.sheet.page, made.sheet.roles["paragraph"]
    kind = "ctexart" if "-Han" in made.document.lang else "article"
    geometry = (
        f"paperwidth={page.width}bp,paperheight={page.height}bp,top={page.top}bp,"
        f"bottom={page.bottom}bp,hmargin={page.left + text.left}bp"
    )
    variables = (f"documentclass={kind}", f"geometry:{geometry}", "fontsize=10pt")
    options = (
        *("--pdf-engine=xelatex", f"--include-in-header={made.file('header.tex')}"),
        *(f"--variable={each}" for each in variables),
    )
    return _pandoc(made, "tex.pdf", *options)


def stock(made: Inputs) -> Work:
    """A PDF by WeasyPrint as it comes, from our own HTML."""
    made.file("html").write_text(html.write(made.document, made.sheet, "print"), "utf-8")
    target = made.file("html.pdf")
    return Work([PYTHON.with_name("weasyprint"), "--quiet", made.file("html"), target], made=target)


def word(made: Inputs) -> Work:
    """A DOCX by pandoc."""
    return _pandoc(made, "pandoc.docx")


def _pandoc(made: Inputs, ending: str, *options: str) -> Work:
    """What pandoc makes of the document in Markdown."""
    text, target = _converted(made, "markdown", "md"), made.file(ending)
    common = ("--from=markdown", f"--resource-path={made.folder}", f"--output={target}")
    return Work([pandoc(), text, *common, *options], made=target)


PDF: Mapping[str, Callable[[Inputs], Work]] = {
    TYPST: typst,
    OFFICE: office,
    LATEX: latex,
    STOCK: stock,
}
"""The programs that make a PDF, the slowest last: each writes its input, and gives its command."""
