"""A document of docgen → the same in the input of each other program, and the command for it.

Every program gets the same words, notes, lists, tables, picture, fonts and page. What each leaves
out stands in docs/performance.md.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
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
MARKDOWN = "--from=markdown"


def lacking() -> dict[str, machine.Need]:
    """The programs from Debian that this machine lacks, by the peer that needs them."""
    needs = {need.name: need for need in machine.missing_for_benchmarks()}
    wanted = {OFFICE: machine.PROGRAMS["soffice"], LATEX: machine.PEERS["xelatex"]}
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


def prepare(root: Path, name: str, language: str, folder: Path) -> Inputs:
    """Write the inputs of all programs into `folder`."""
    document, sheet = pipeline.prepare(Project(root), name, language, final=False, report=Report())
    made = Inputs(folder, document, sheet)
    _plain(made)
    _typst(made)
    made.file("docx").write_bytes(docx.write(document, sheet))
    made.file("html").write_text(html.write(document, sheet, "print"), "utf-8")
    made.file("header.tex").write_text(_filled(made, "header.tex"), "utf-8")
    return made


def pandoc() -> Path:
    """The program that the package pypandoc_binary brings along."""
    found = next(PYTHON.parents[1].glob("lib/python3*/site-packages/pypandoc/files/pandoc"), None)
    if found is None:
        raise SystemExit("pandoc is not installed: `make bench` does it")
    return found


# ---- inputs ------------------------------------------------------------------------------------


def _plain(made: Inputs) -> None:
    """The document as pandoc keeps it, and as Markdown."""
    tree = made.file("json")
    tree.write_text(plain.write(made.document, lambda figure: _picture(made, figure)), "utf-8")
    _convert(tree, made.file("md"), "markdown")


def _picture(made: Inputs, figure: Figure) -> str:
    picture = raster(charts.image(figure, made.sheet), made.sheet.page.measure)
    (made.folder / picture.name).write_bytes(picture.data)
    return picture.name


def _typst(made: Inputs) -> None:
    body = made.file("body.typ")
    _convert(made.file("json"), body, "typst")
    text = _filled(made, "report.typ") + body.read_text("utf-8")
    made.file("typ").write_text(text, "utf-8")


def _convert(tree: Path, target: Path, form: str) -> None:
    options = ("--from=json", f"--to={form}", "--wrap=none", f"--output={target}")
    command: Command = [pandoc(), tree, *options]
    subprocess.run(command, check=True)


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


def pdf(made: Inputs, wanted: tuple[str, ...]) -> dict[str, Work]:
    """For each of the programs `wanted` the command that makes its PDF."""
    commands = {name: (command, target) for name, command, target in _pdf(made)}
    return {
        name: Work(command, made=target)
        for name, (command, target) in commands.items()
        if name in wanted
    }


def _pdf(made: Inputs) -> Iterator[tuple[str, Command, Path]]:
    target = made.file("typ.pdf")
    yield TYPST, typst(made, target), target
    target = made.file("pdf")
    yield OFFICE, _office(made), target
    target = made.file("tex.pdf")
    yield LATEX, _latex(made, target), target
    target = made.file("html.pdf")
    stock = PYTHON.with_name("weasyprint")
    yield STOCK, [stock, "--quiet", made.file("html"), target], target


def typst(made: Inputs, target: Path) -> Command:
    """The command by which Typst makes a PDF."""
    return [PYTHON, "-c", COMPILE, made.file("typ"), target]


def _office(made: Inputs) -> Command:
    profile = f"-env:UserInstallation=file://{made.folder}/office"
    options = ("--headless", profile, "--convert-to", "pdf", "--outdir", made.folder)
    return ["soffice", *options, made.file("docx")]


def _latex(made: Inputs, target: Path) -> Command:
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
        *(f"--resource-path={made.folder}", f"--output={target}"),
    )
    return [pandoc(), made.file("md"), MARKDOWN, *options]


def word(made: Inputs) -> Work:
    """The command by which pandoc makes a DOCX."""
    target = made.file("pandoc.docx")
    options = (MARKDOWN, f"--resource-path={made.folder}", f"--output={target}")
    return Work([pandoc(), made.file("md"), *options], made=target)
