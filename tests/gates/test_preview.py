"""The pages of `docgen preview` in a browser, from the link to what is in the files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from docgen import bundle
from docgen.cli import main
from docgen.project import Project
from docgen.report import Report
from tests.gates.conftest import HERE, from_npm, program, run
from tests.gates.test_web import validated
from tests.libraries import CITY, ENTRIES, LAW, LEND, LIMA, ROOT
from tests.preview import desk
from tests.translation.project import NAME, edited, entry, made, reworded, translated

pytestmark = pytest.mark.gate

START = (
    "import sys; from pathlib import Path; from docgen.cli import main; "
    "sys.exit(main(['preview', '--port=0', '--by=Wen Li'], Path(sys.argv[1])))"
)


@dataclass(frozen=True)
class Served:
    """A project that is served, and the link that opens its pages."""

    project: Project
    link: str

    @property
    def address(self) -> str:
        return self.link.partition("/?")[0]

    @property
    def review(self) -> str:
        return f"{self.address}/{NAME}/zh/review"

    @property
    def file(self) -> Path:
        return self.project.catalogue(NAME, "zh")

    @property
    def report(self) -> Path:
        return self.project.content / NAME / "report.md"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    project = made(tmp_path)
    project.styles.unlink()
    shutil.copytree(ROOT / "styles", project.styles)
    translated(project, "zh", replace(LIMA, msgstr=""), replace(CITY, flags=("fuzzy",)))
    command = [sys.executable, "-c", START, str(tmp_path)]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=plain
    ) as at:
        assert at.stdout
        yield Served(project, at.stdout.readline().strip())
        at.terminate()


def played(scene: str, *given: str) -> Any:
    """What a browser saw in a scene of preview.mjs, during which no page had a fault."""
    node, browser = program("node", "Node.js"), program("chromium", "Chromium")
    from_npm("axe-core/axe.min.js")
    from_npm("playwright-core/index.mjs")
    said = run(node, str(HERE / "preview.mjs"), browser, scene, *given)
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    assert len(found["asked"]) <= 1, "only the server itself is asked"
    return found


def test_a_text_that_is_edited_and_saved_is_in_the_file_and_checked(served: Served) -> None:
    found = played("edit", served.link, served.review, "fn-law", "第8号法。")
    assert found["address"] == f"{served.address}/"
    assert (found["raw"], found["findings"]) == ("第8号法。", ["numbers"])
    assert entry(served.file, "fn-law").msgstr == "第8号法。"
    assert found["faults"] == []


def test_everything_can_be_done_with_the_keys_alone(served: Served) -> None:
    found = played("keys", served.link, served.review, json.dumps(["都市", "利马市"]))
    assert found["path"] == [CITY.context, LIMA.context]
    assert found["help"]
    assert (entry(served.file, CITY.context or "").msgstr, found["last"]) == ("都市", LIMA.context)
    assert not entry(served.file, CITY.context or "").fuzzy
    ledger = served.file.with_suffix(".approved.tsv").read_text("utf-8")
    assert f"{LIMA.context}\t" in ledger
    assert found["faults"] == []


def test_a_finding_is_accepted_with_the_keys_and_goes_at_once(served: Served) -> None:
    edited(served.file, "fn-law", "第8号法。")
    reason = 'The Act was “renumbered”: \\ "8".'
    found = played("accept", served.link, served.review, "fn-law", reason)
    assert (found["left"], found["counts"]) == (True, ["1", "0", "1"])
    (accepted,) = found["accepted"]
    assert reason in accepted
    assert found["faults"] == []
    assert served.project.overlay(NAME, "zh").read_text("utf-8") == ""


def test_what_is_found_now_is_not_what_was_accepted(served: Served) -> None:
    edited(served.file, "fn-law", "第8号法。")
    given = ("fn-law", str(served.file), "第9号法。", "It was renumbered.")
    found = played("acceptLate", served.link, served.review, *given)
    assert "changed elsewhere" in found["told"]
    assert (found["kept"], found["raw"]) == ("It was renumbered.", "第9号法。")
    assert not served.project.overlay(NAME, "zh").exists()


def test_the_keys_of_an_input_method_are_its_own(served: Served) -> None:
    found = played("composing", served.link, served.review, "fn-law")
    assert (found["composed"], found["after"], found["faults"]) == ([], ["asks"], [])


def test_of_two_who_change_a_text_none_loses_it(served: Served) -> None:
    given = ("fn-law", str(served.file), "别人的译文。", "我的译文。")
    found = played("conflict", served.link, served.review, *given)
    assert found["theirsStood"]
    assert found["kept"] == "我的译文。"
    assert "was changed elsewhere" in found["told"]
    assert "别人的译文。" in found["told"]
    assert found["raw"] == "我的译文。"


def test_a_document_comes_anew_when_its_file_is_saved(served: Served) -> None:
    document = f"{served.address}/{NAME}/en"
    found = played("watch", served.link, document, str(served.report), "Act 7.", "Act 7, revised.")
    assert "report.md:" in found["told"]
    assert "p-nowhere" in found["told"]
    assert found["stayed"]
    assert found["scrolled"] > 0
    assert found["faults"] == []


def test_a_document_comes_anew_when_a_file_of_its_language_or_style_is_saved(
    served: Served,
) -> None:
    chinese, styles = served.project.locales / "zh", served.project.styles
    edits = [
        (chinese / "messages.po", 'msgstr "大会"', 'msgstr "全会"', "全会"),
        (chinese / "locale.toml", 'table = "表{1}"', 'table = "图表{1}"', "图表1"),
        (styles / "un-hq.toml", "size = 20", "size = 21.5", "21.5pt"),
        (styles / "screen.css", "#fff", "#fefefe", "#fefefe"),
        (served.file, "第7号法", "第七号法", "第七号法"),
    ]
    names = ("file", "old", "fresh", "has")
    given = [dict(zip(names, map(str, edit), strict=True)) for edit in edits]
    document = f"{served.address}/{NAME}/zh"
    found = played("saved", served.link, document, json.dumps(given))
    assert [one["file"] for one in found["found"]] == [str(edit[0]) for edit in edits]
    assert not any(one["had"] for one in found["found"])
    assert found["faults"] == []


def test_a_review_page_renews_what_has_changed_and_nothing_that_is_being_written(
    served: Served,
) -> None:
    given = (str(served.report), "fn-law", LAW.msgid, "Law 7.", "p-lend")
    found = played("renew", served.link, served.review, *given)
    assert (found["deleted"][0], found["inserted"][0]) == ("Act", "Law")
    assert found["state"] == "stale"
    assert "p-nowhere" in found["told"]
    assert found["writing"] == "…"
    assert entry(served.file, "p-lend").msgstr == LEND.msgstr


SHOWN = {
    "all": 9,
    "open": 2,
    "untranslated": 1,
    "stale": 1,
    "translated": 7,
    "approved": 0,
    "found": 0,
}


def test_texts_are_shown_by_their_state(served: Served) -> None:
    assert played("filter", served.review, served.link)["shown"] == SHOWN


def static(served: Served, folder: Path, language: str = "zh") -> str:
    file = folder / f"review-{language}.html"
    words = ["i18n", "review", NAME, f"--lang={language}", f"--output={file}"]
    assert main(words, served.project.root) == 0
    return str(file)


def test_the_file_for_sending_filters_too_and_asks_nobody(served: Served, tmp_path: Path) -> None:
    found = played("filter", static(served, tmp_path))
    assert found["shown"] == SHOWN
    assert (found["asked"], found["faults"]) == ([], [])


def looked_at(served: Served, *paths: str) -> Mapping[str, Any]:
    """What axe finds on pages by day and by night, on three sizes of screens."""
    found: Mapping[str, Any] = played("axe", served.link, *paths)["found"]
    assert len(found) == len(paths) * 6
    return found


def pages(served: Served) -> list[str]:
    paths = ("/", f"/{NAME}/zh", f"/{NAME}/zh/review", "/nothing/zh")
    return [f"{served.address}{path}" for path in paths]


def faulty(found: Mapping[str, Any]) -> dict[str, list[str]]:
    """The pages on which axe finds something, or which are broader than the screen."""
    wide = {path: ["too wide"] for path, one in found.items() if one["over"] > 0}
    return wide | {path: one["violations"] for path, one in found.items() if one["violations"]}


def test_axe_finds_nothing_on_any_page(served: Served, tmp_path: Path) -> None:
    edited(served.file, "fn-law", "第8号法。")
    served.report.write_text(
        served.report.read_text("utf-8").replace("Act 7.", "Act 9, of the United Nations."), "utf-8"
    )
    found = looked_at(served, *pages(served), static(served, tmp_path))
    assert faulty(found) == {}
    assert all(one["passed"] > 12 for one in found.values())


def test_axe_finds_nothing_where_a_text_is_being_written(served: Served) -> None:
    edited(served.file, "fn-law", "第8号法。")
    given = ("p-lend", "fn-law")
    assert played("axeWriting", served.link, served.review, *given)["violations"] == []


def test_axe_finds_nothing_where_the_content_has_errors(served: Served) -> None:
    text = served.report.read_text("utf-8")
    served.report.write_text(text.replace("Act 7.", "Act 7. [](#p-nowhere)"), "utf-8")
    assert faulty(looked_at(served, *pages(served)[:3])) == {}


def into_arabic(project: Project) -> None:
    """Give the project a language from right to left, with the words of the pseudo-language."""
    folder = project.locales / "ar"
    shutil.copytree(project.locales / "qps-arab", folder)
    facts = (folder / "locale.toml").read_text("utf-8").replace("qps-Arab", "ar")
    (folder / "locale.toml").write_text(re.sub(r"\[pseudo\]\n(?:.+\n)+", "", facts), "utf-8")
    disguise = bundle.load(project.locales, "qps-arab", Report()).disguise
    assert disguise
    words = [replace(one, msgstr=disguise.text(one.msgid)) for one in ENTRIES]
    translated(project, "ar", *words)


def assert_each_reads_its_way(found: Mapping[str, Any]) -> None:
    source, target = found["source"], found["target"]
    assert (source["direction"], target["direction"]) == ("ltr", "rtl")
    assert source["to"] <= target["from"]
    assert source["left"] < 2 < source["right"]
    assert target["right"] < 25 < target["left"], "behind the line in the colour of its state"


def test_a_translation_from_right_to_left_is_read_and_written_so(served: Served) -> None:
    into_arabic(served.project)
    review = f"{served.address}/{NAME}/ar/review"
    found = played("rightToLeft", served.link, review, "fn-law", "القانون رقم 7.")
    assert_each_reads_its_way(found)
    assert (found["writing"], found["buttons"]) == ("rtl", "ltr")
    assert (found["raw"], found["faults"]) == ("القانون رقم 7.", [])
    saved = entry(served.project.catalogue(NAME, "ar"), "fn-law")
    assert saved.msgstr == "القانون رقم 7."
    assert faulty(looked_at(served, review)) == {}


def test_so_is_the_pseudo_language_in_a_file_for_sending(served: Served, tmp_path: Path) -> None:
    file = static(served, tmp_path, "qps-arab")
    assert_each_reads_its_way(played("rightToLeft", "", file, "fn-law", ""))


def test_html_validate_finds_nothing(tmp_path: Path) -> None:
    project = desk.project(tmp_path / "project")
    edited(project.catalogue(NAME, "zh"), "fn-law", "第8号法。")
    asking = desk.client(project)
    paths = ["/", f"/{NAME}/zh", desk.REVIEW, "/nothing/zh"]
    files = {f"{number}.html": asking.get(path).text for number, path in enumerate(paths)}
    reworded(project, "Act 7.", "Act 7. [](#p-nowhere)")
    asking.app.app.state.desk.forget()  # type: ignore[attr-defined]
    files |= {f"wrong-{number}.html": asking.get(path).text for number, path in enumerate(paths)}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert "This page cannot be made" in files["wrong-2.html"]
    assert validated([str(tmp_path / name) for name in files]) == []


def test_it_finds_nothing_in_the_file_for_sending(served: Served, tmp_path: Path) -> None:
    assert validated([static(served, tmp_path, "zh"), static(served, tmp_path, "qps-arab")]) == []
