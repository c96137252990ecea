"""Where the search for inputs begins: small pieces of what each target reads."""

from __future__ import annotations

from collections.abc import Mapping

from tests.attacks.attack import FRONT
from tests.attacks.pictures import svg
from tests.fuzz.returned import FILES, MEMORY
from tests.word.made import p, package, r, table, tc, tr

_TEXT = (
    "*a* **b** [c](https://un.org) [](#p-dug) A[^n].\n\n[^n]: N.\n",
    "::: table {#t .landscape}\nA\n\n| a | b |\n|---|--:|\n| x | 1,234 |\n\nSource: B.\n:::\n",
    "::: box {#b}\n# T\n\n- a\n  1. b\n\n> c\n:::\n",
    "::: {lang=es .as-received}\n## H {#h .unnumbered start=3}\n\nA/RES/79/1\n:::\n",
    ":::: option {#o}\n# T\n\n::: benefits\na\n:::\n::::\n",
)
SEEDS: Mapping[str, tuple[str | bytes, ...]] = {
    "markdown": _TEXT,
    "document": _TEXT,
    "front_matter": (FRONT, "notes: {byline: a}\nannexes: [a.md, b.md]\ncontents: true\n"),
    "symbol": ("A/79/968", "A/68/984-S/2014/642", "A/80/6 (Sect. 24)/Corr.1*", "ST/AI/2013/4"),
    "translation": ('#, fuzzy\n#| msgid "a"\nmsgctxt "p"\nmsgid "b"\nmsgstr ""\n"c\\n"\n"d"\n',),
    "translated": ('"水[^tn-1]"\n', '""\n"**a** \\t"\n'),
    "differences": (
        '[notes.tn-1]\ntext = "a"\n[tables.t]\ncolumns = ["c2", "c1"]\n'
        '[[accept]]\nunit = "p"\ncheck = "codes"\nreason = "r"\n',
    ),
    "approvals": ("# unit\nu\t0123456789abcdef\t0123456789abcdef\tA\t2026-01-01\n",),
    "table": ("a,b\nx,1\ny,-2.5\n", 'a,b\n"x ""y""",1 000\n'),
    "drawing": (
        svg('<g id="a"><rect width="1" height="1" fill="url(#b)"/></g><use href="#a"/>'),
        svg('<text x="1" y="2">a</text><path d="M0 0L1 1z" stroke-dasharray="1 2"/>'),
    ),
    "word_file": (package(p("Text.")), package(table(tr(tc(p("a")))))),
    "xliff": FILES,
    "returned": (
        "井<g id='1'>水</g><x id='2'/><mrk mtype='seg'>b</mrk>",
        "<ph id='1' dataRef='d1'/><pc id='2'>水</pc><sc id='3'/><ec startRef='3'/>",
        "水</target></trans-unit><trans-unit id='s-wells'><source>Wells</source><target>a",
        "<cp hex='0001'/>&#38;<mrk id='m1'>水</mrk>",
    ),
    "memory": (MEMORY,),
    "word_text": (p("Text."), table(tr(tc(p("a")), tc(p("b")))), p(r("a") + r("b"), "H1")),
}


def seeds(target: str) -> list[bytes]:
    return [one.encode() if isinstance(one, str) else one for one in SEEDS[target]]
