"""The pages, and what is done in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from docgen.preview import Desk, application
from docgen.project import Project
from tests.libraries import BODY, LEND
from tests.preview import desk
from tests.preview.desk import ADDRESS, KEYS, REVIEW, client, sending
from tests.translation.project import NAME, edited, entry, reworded


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk.project(tmp_path)


@pytest.fixture
def asking(project: Project) -> TestClient:
    return client(project)


def page(asking: TestClient, path: str) -> Any:
    return html.document_fromstring(asking.get(path).text)


def row(asking: TestClient, id: str) -> Any:
    (found,) = page(asking, REVIEW).xpath(f"//article[@data-id='{id}']")
    return found


def post(asking: TestClient, what: str, id: str, **sent: Any) -> Any:
    body = {"unit": id, "seen": row(asking, id).get("data-seen"), **sent}
    return asking.post(f"/{NAME}/zh/{what}", headers=sending(), json=body)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def changed(asking: TestClient) -> None:
    """What the watch does when a file was saved."""
    asking.app.app.state.desk.forget()  # type: ignore[attr-defined]


# ---- reading ------------------------------------------------------------------------------------


def test_the_list_tells_how_far_each_translation_is(asking: TestClient) -> None:
    (table,) = page(asking, "/").xpath("//table")
    told = [words(line) for line in table.xpath(".//tbody/tr")]
    assert told[0] == "en source Read"
    assert "zh 1 (1) 1 (1) 7 (15) 0 (0) … Read Review" in told


def test_the_list_is_told_of_findings_when_it_asks(project: Project, asking: TestClient) -> None:
    assert asking.get(f"/{NAME}/zh/findings").json() == {"said": "none"}
    edited(project.catalogue(NAME, "zh"), "fn-law", "第8号法。")
    changed(asking)
    assert asking.get(f"/{NAME}/zh/findings").json() == {"said": "1 text"}


def test_a_document_with_errors_is_in_the_list_with_what_is_wrong(
    project: Project, asking: TestClient
) -> None:
    reworded(project, "[^law]: Act 7.", "[^law]: Act 7.[^nothing]")
    text = page(asking, "/").text_content()
    assert "libraries cannot be read" in text
    assert "report.md:" in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_document_is_shown_as_the_writer_prints_it(asking: TestClient, language: str) -> None:
    frame = page(asking, f"/{NAME}/{language}").xpath("//iframe/@src")
    assert frame == [f"/{NAME}/{language}/page"]
    assert page(asking, frame[0]).xpath("//main")


def test_errors_take_the_place_of_a_document_and_the_last_good_one_stays(
    project: Project, asking: TestClient
) -> None:
    good = asking.get(f"/{NAME}/en/page").text
    reworded(project, LEND.msgid, f"{LEND.msgid} [](#p-nowhere)")
    changed(asking)
    (status,) = page(asking, f"/{NAME}/en").xpath("//*[@id='status']")
    assert (status.get("class"), status.get("data-good")) == ("refused", "1")
    assert "report.md:" in words(status)
    assert "p-nowhere" in words(status)
    assert asking.get(f"/{NAME}/en/page").text == good
    reworded(project, " [](#p-nowhere)", " Now.")
    changed(asking)
    (status,) = page(asking, f"/{NAME}/en").xpath("//*[@id='status']")
    assert (status.get("class"), status.get("data-good")) == (None, "2")
    assert "Now." in asking.get(f"/{NAME}/en/page").text


def test_the_page_of_a_document_is_counted_only_when_it_changes(asking: TestClient) -> None:
    asking.get(f"/{NAME}/en")
    changed(asking)
    (status,) = page(asking, f"/{NAME}/en").xpath("//*[@id='status']")
    assert status.get("data-good") == "1"


def test_a_review_of_content_with_errors_tells_them(project: Project, asking: TestClient) -> None:
    reworded(project, LEND.msgid, f"{LEND.msgid} [](#p-nowhere)")
    answer = asking.get(REVIEW)
    assert answer.status_code == 200
    assert html.document_fromstring(answer.text).xpath("//*[@id='stop']//li[@class='error']")


def test_a_file_that_cannot_be_read_is_told_with_its_line(
    project: Project, asking: TestClient
) -> None:
    project.catalogue(NAME, "zh").write_text('msgid ""\nmsgstr ""\nnonsense\n', "utf-8")
    (problem,) = page(asking, REVIEW).xpath("//*[@id='stop']//li")
    assert "libraries.po:3" in words(problem)


def test_a_pdf_is_made_when_it_is_asked_for(project: Project, asking: TestClient) -> None:
    answer = asking.get(f"/{NAME}/zh/pdf")
    assert answer.content.startswith(b"%PDF-1.7")
    assert answer.headers["content-type"] == "application/pdf"
    assert list((project.root / "build" / NAME / "zh").iterdir()) == [
        project.root / "build" / NAME / "zh" / "A_99_1-zh.pdf"
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/zh",
        "/nothing/zh/review",
        f"/{NAME}/xx",
        f"/{NAME}/xx/review",
        f"/{NAME}/..%2F..%2Fetc/review",
        "/..%2F..%2Fetc/zh",
        "/%2Fetc/zh/page",
        "/../styles/zh",
        "/desk.py",
        "/..%2Fdesk.css",
        "/pages/home.html.j2",
    ],
)
def test_no_address_leads_to_anything_else(asking: TestClient, path: str) -> None:
    assert asking.get(path).status_code == 404


def test_a_document_elsewhere_is_called_by_the_name_of_its_folder(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere" / "books"
    (project.content / NAME).rename(folder.parent.parent / "moved")
    folder.parent.mkdir()
    (tmp_path / "moved").rename(folder)
    app = application(Desk(project, {"books": str(folder)}), KEYS, watching=False)
    asking = TestClient(app, base_url=ADDRESS, cookies={KEYS.cookie: KEYS.token})
    assert "Libraries" in asking.get("/").text
    assert "Libraries" in asking.get("/books/en/page").text


# ---- writing ------------------------------------------------------------------------------------


def test_a_text_is_saved_and_checked_at_once(project: Project, asking: TestClient) -> None:
    answer = post(asking, "revise", "fn-law", text="第8号法。")
    assert answer.status_code == 200
    fresh = html.fragment_fromstring(answer.json()["row"].strip())
    assert fresh.get("data-raw") == "第8号法。"
    assert fresh.get("data-seen") == answer.json()["seen"]
    assert fresh.xpath(".//span[@class='check']/text()") == ["numbers"]
    assert entry(project.catalogue(NAME, "zh"), "fn-law").msgstr == "第8号法。"


def test_a_text_with_missing_codes_is_saved_and_told(project: Project, asking: TestClient) -> None:
    answer = post(asking, "revise", "p-lend", text="图书馆出借书籍。")
    fresh = html.fragment_fromstring(answer.json()["row"].strip())
    assert fresh.xpath(".//ul[@class='findings']/li/@class")[0] == "error"
    assert entry(project.catalogue(NAME, "zh"), "p-lend").msgstr == "图书馆出借书籍。"


def test_a_stale_edit_is_refused_with_what_is_there_now(
    project: Project, asking: TestClient
) -> None:
    seen = row(asking, "fn-law").get("data-seen")
    edited(project.catalogue(NAME, "zh"), "fn-law", "别人的译文。")
    answer = post(asking, "revise", "fn-law", text="我的译文。", seen=seen)
    assert answer.status_code == 409
    assert answer.json()["message"] == "fn-law was changed elsewhere in the meantime"
    fresh = html.fragment_fromstring(answer.json()["row"].strip())
    assert fresh.get("data-raw") == "别人的译文。"
    assert entry(project.catalogue(NAME, "zh"), "fn-law").msgstr == "别人的译文。"
    again = post(asking, "revise", "fn-law", text="我的译文。", seen=fresh.get("data-seen"))
    assert again.status_code == 200


def test_an_approval_goes_into_the_ledger(project: Project, asking: TestClient) -> None:
    answer = post(asking, "approve", "fn-law", by="Wen Li")
    fresh = html.fragment_fromstring(answer.json()["row"].strip())
    assert fresh.get("data-state") == "approved"
    assert "Wen Li" in fresh.text_content()
    ledger = project.catalogue(NAME, "zh").with_suffix(".approved.tsv").read_text("utf-8")
    assert "fn-law\t" in ledger
    assert "\tWen Li\t" in ledger


def test_what_was_changed_since_it_was_seen_is_not_approved(
    project: Project, asking: TestClient
) -> None:
    seen = row(asking, "fn-law").get("data-seen")
    edited(project.catalogue(NAME, "zh"), "fn-law", "别人的译文。")
    assert post(asking, "approve", "fn-law", by="Wen Li", seen=seen).status_code == 409
    assert not project.catalogue(NAME, "zh").with_suffix(".approved.tsv").exists()


@pytest.mark.parametrize(
    ("id", "by", "message"),
    [
        ("fn-law", "  ", "an approval needs a name"),
        ("t-loans.r1.c1", "Wen Li", "cannot be approved: it is not translated"),
    ],
)
def test_what_cannot_be_approved_is_told(
    asking: TestClient, id: str, by: str, message: str
) -> None:
    answer = post(asking, "approve", id, by=by)
    assert answer.status_code == 422
    assert message in answer.json()["message"]


def finding(answer: Any) -> Any:
    (found,) = html.fragment_fromstring(answer.json()["row"].strip()).xpath(
        ".//ul[@class='findings']/li"
    )
    return found


def test_a_finding_is_accepted_with_a_reason_and_taken_back(
    project: Project, asking: TestClient
) -> None:
    edited(project.catalogue(NAME, "zh"), "fn-law", "第8号法。")
    given = {"check": "numbers", "reason": "The Act was renumbered."}
    answer = post(asking, "accept", "fn-law", **given)
    assert (answer.status_code, finding(answer).get("class")) == (200, "accepted")
    assert "The Act was renumbered." in words(finding(answer))
    assert 'check = "numbers"' in project.overlay(NAME, "zh").read_text("utf-8")
    assert asking.get(f"/{NAME}/zh/findings").json() == {"said": "none"}
    answer = post(asking, "withdraw", "fn-law", check="numbers")
    assert (answer.status_code, finding(answer).get("class")) == (200, "warning")


def test_only_what_is_found_can_be_accepted(project: Project, asking: TestClient) -> None:
    answer = post(asking, "accept", "fn-law", check="numbers", reason="It is right.")
    assert answer.status_code == 409
    assert "row" in answer.json()
    edited(project.catalogue(NAME, "zh"), "fn-law", "第8号法。")
    changed(asking)
    assert post(asking, "accept", "fn-law", check="ending", reason="So.").status_code == 409
    assert post(asking, "accept", "fn-law", check="numbers", reason=" ").status_code == 422
    assert not project.overlay(NAME, "zh").exists()


def test_half_of_a_character_is_refused(project: Project, asking: TestClient) -> None:
    before = project.catalogue(NAME, "zh").read_bytes()
    body = json.dumps({"unit": "fn-law", "seen": "", "text": "第\ud800号法。"})
    answer = asking.post(f"/{NAME}/zh/revise", headers=sending(), content=body)
    assert (answer.status_code, answer.json()["message"]) == (
        422,
        "the text holds half of a character",
    )
    assert project.catalogue(NAME, "zh").read_bytes() == before


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"x"', b'{"unit": "fn-law"}', b'{"unit": 1, "seen": 2, "text": 3}']
)
def test_nonsense_is_refused_and_writes_nothing(
    project: Project, asking: TestClient, body: bytes
) -> None:
    before = project.catalogue(NAME, "zh").read_bytes()
    answer = asking.post(f"/{NAME}/zh/revise", headers=sending(), content=body)
    assert answer.status_code == 422
    assert answer.json()["hint"] == "Load the page again."
    assert project.catalogue(NAME, "zh").read_bytes() == before


def test_nothing_is_written_into_another_folder(project: Project, asking: TestClient) -> None:
    for path in ("/..%2F..%2Fx/zh/revise", f"/{NAME}/..%2Fx/revise"):
        body = {"unit": "fn-law", "seen": "", "text": "x"}
        status = asking.post(path, headers=sending(), json=body).status_code
        assert status in (404, 422)
    assert BODY in (project.content / NAME / "report.md").read_text("utf-8")
