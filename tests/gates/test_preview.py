"""The pages of `docgen preview` in a browser, from the link to what is in the files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from docgen.cli import main
from docgen.project import Project
from tests.gates.conftest import HERE, from_npm, program, run
from tests.libraries import CITY, LAW, LEND, LIMA
from tests.translation.project import NAME, edited, entry, made, translated

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


def static(served: Served, folder: Path) -> str:
    file = folder / "review.html"
    words = ["i18n", "review", NAME, "--lang=zh", f"--output={file}"]
    assert main(words, served.project.root) == 0
    return str(file)


def test_the_file_for_sending_filters_too_and_asks_nobody(served: Served, tmp_path: Path) -> None:
    found = played("filter", static(served, tmp_path))
    assert found["shown"] == SHOWN
    assert (found["asked"], found["faults"]) == ([], [])


def test_axe_finds_nothing_on_any_page(served: Served, tmp_path: Path) -> None:
    served.report.write_text(
        served.report.read_text("utf-8").replace("Act 7.", "Act 8, of the United Nations."), "utf-8"
    )
    paths = [f"{served.address}{path}" for path in ("/", f"/{NAME}/zh", f"/{NAME}/zh/review")]
    found = played("axe", served.link, *paths, static(served, tmp_path))["found"]
    assert len(found) == 8
    assert {path: one["violations"] for path, one in found.items() if one["violations"]} == {}
    assert all(one["passed"] > 15 for one in found.values())


def test_axe_finds_nothing_where_a_text_is_being_written(served: Served) -> None:
    edited(served.file, "fn-law", "第8号法。")
    given = ("p-lend", "fn-law")
    assert played("axeWriting", served.link, served.review, *given)["violations"] == []


def test_axe_finds_nothing_where_the_content_has_errors(served: Served) -> None:
    text = served.report.read_text("utf-8")
    served.report.write_text(text.replace("Act 7.", "Act 7. [](#p-nowhere)"), "utf-8")
    paths = [f"{served.address}{path}" for path in ("/", f"/{NAME}/zh", f"/{NAME}/zh/review")]
    found = played("axe", served.link, *paths)["found"]
    assert {path: one["violations"] for path, one in found.items() if one["violations"]} == {}
