"""In a pseudo-language every text shows that is not translated, and every page is set."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from docgen import bundle as bundles
from docgen import pipeline, translation
from docgen.project import Project
from docgen.pseudo import Pseudo, pseudo
from docgen.report import Report, UsageError
from docgen.units import units

ROOT = Path(__file__).parents[1]
SAMPLE = "local-partnerships"
TAGS = bundles.pseudo_tags(ROOT / "locales")
ACCENTS = Pseudo(("[", "]"), letters={"a": "å", "e": "é", "T": "Ţ"}, longer=0.25, padding=" ñöñ")
FILLED = Pseudo(("【", "】"), words=("文字", "样"), signs={",": "，", ".": "。"}, spaces=False)


def test_letters_have_accents_and_a_text_is_a_quarter_longer() -> None:
    assert ACCENTS.text("The date that was late") == "[Ţhé dåté thåt wås låté ñöñ ñ]"


def test_words_stand_for_words_and_signs_for_signs() -> None:
    assert FILLED.text("One two, three 12 four.") == "【文字样，文字12样。】"


@pytest.mark.parametrize(
    "code",
    ["[^mark]", "[](#p-late)", "A/99/968/Add.1", "97/214", "<https://a.example/late>", "(a)", "**"],
)
def test_codes_symbols_and_figures_stay(code: str) -> None:
    assert code in ACCENTS.text(f"date {code} late")
    assert code in FILLED.text(f"date {code} late")


def test_the_words_of_a_link_are_text_and_its_address_is_none() -> None:
    assert ACCENTS.words_of("[date](symbol:A/RES/70/1)") == "[dåté](symbol:A/RES/70/1)"


def test_placeholders_of_fixed_wording_stay() -> None:
    assert ACCENTS.words_of("Item {items} at {mark}") == "Itém {items} åt {mark}"


def test_letters_go_in_pairs() -> None:
    with pytest.raises(ValueError, match="shorter"):
        pseudo({"frame": ["[", "]"], "letters": ["abc", "åb"]}, spaces=True)


def test_nobody_translates_into_a_pseudo_language() -> None:
    with pytest.raises(UsageError, match="is a pseudo-language"):
        translation.sync(
            Project(ROOT), SAMPLE, translation.Syncing([TAGS[0]], check=True), Report()
        )


# ---- the sample ---------------------------------------------------------------------------------

KEPT = re.compile(r"https?://\S+|\S*\d\S*|\b[IVX]+\b")
WORD = re.compile(r"(?<![^\W_])[A-Za-z]{3,}(?![^\W_])")
ISSUING = {"Distr", "General", "March", "Pseudo", "Chinese", "Arabic", "Original", "English"}
"""The block of the first page that documents in these languages have in English."""


def addresses() -> set[str]:
    """The words of the web addresses in the sample, which lines break."""
    texts = (file.read_text("utf-8") for file in (ROOT / "content" / SAMPLE).glob("*.md"))
    found = (each for text in texts for each in re.findall(r"https?://\S+", text))
    return {word for each in found for word in WORD.findall(each)}


@pytest.fixture(scope="module", params=TAGS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sample in one pseudo-language, made without a warning."""
    output = tmp_path_factory.mktemp(request.param)
    formats = ("pdf", "docx", "html")
    done = pipeline.build(Project(ROOT), SAMPLE, request.param, formats, final=True, output=output)
    assert [str(found) for found in done.report] == []
    return output / SAMPLE / request.param


def printed(file: Path) -> str:
    if file.suffix == ".pdf":
        said = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
        return said.stdout.decode()
    if file.suffix == ".docx":
        names = ("document", "footnotes", "header1", "footer1")
        with ZipFile(file) as package:
            parts = [package.read(f"word/{name}.xml").decode() for name in names]
        return " ".join(
            unescape(text) for text in re.findall(r"<w:t[ >][^<]*|</w:p>", "".join(parts))
        )
    body = file.read_text("utf-8").partition("</head>")[2]
    return unescape(re.sub(r"<svg.*?</svg>|<[^>]*>", " ", body, flags=re.DOTALL))


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_no_text_is_left_that_nobody_could_translate(made: Path, suffix: str) -> None:
    (file,) = made.glob(f"*.{suffix}")
    text = KEPT.sub(" ", re.sub(r"<w:t[^>]*>|</w:p>", " ", printed(file)))
    assert set(WORD.findall(text)) - ISSUING - addresses() == set()


def test_the_page_says_which_way_its_lines_run(made: Path) -> None:
    direction = bundles.load(ROOT / "locales", made.name, Report()).facts["direction"]
    (file,) = made.glob("*.html")
    assert f'dir="{direction}"' in file.read_text("utf-8")


@pytest.mark.parametrize("tag", TAGS)
def test_every_unit_keeps_its_codes(tag: str) -> None:
    project, report = Project(ROOT), Report()
    document, _ = pipeline.prepare(project, SAMPLE, tag, final=True, report=report)
    assert list(report) == []
    assert document.language == tag
    assert all(unit.text for unit in units(document))
