"""Who is let in, and what a browser is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.preview import desk
from tests.preview.desk import ADDRESS, KEYS, PORT, REVIEW, client, sending
from tests.translation.project import NAME


@pytest.fixture
def asking(tmp_path: Path) -> TestClient:
    return client(desk.project(tmp_path))


def test_without_the_link_nothing_is_shown(tmp_path: Path) -> None:
    stranger = client(desk.project(tmp_path), let_in=False)
    for path in ("/", REVIEW, "/desk.css", "/events", "/nothing"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert "Open the link" in answer.text


def test_the_link_lets_in_and_takes_the_token_out_of_the_address(tmp_path: Path) -> None:
    stranger = client(desk.project(tmp_path), let_in=False)
    answer = stranger.get("/?token=open")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"docgen-preview-{PORT}=open;")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/?token=wrong", "/?token=", "/?token=%C3%A9"])
def test_a_wrong_token_does_not(tmp_path: Path, path: str) -> None:
    answer = client(desk.project(tmp_path), let_in=False).get(path)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_link_leads_to_no_other_site(tmp_path: Path) -> None:
    stranger = client(desk.project(tmp_path), let_in=False)
    answer = stranger.get(f"{ADDRESS}//elsewhere.example/?token=open")
    assert answer.headers["location"] == "/elsewhere.example/"


@pytest.mark.parametrize(
    "host", ["elsewhere.example", f"elsewhere.example:{PORT}", "127.0.0.1", "127.0.0.1:80", ""]
)
def test_another_name_for_this_machine_is_refused(asking: TestClient, host: str) -> None:
    assert asking.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", [f"localhost:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}"])
def test_the_names_of_this_machine_are_not(asking: TestClient, host: str) -> None:
    cookie = f"{KEYS.cookie}={KEYS.token}"
    assert asking.get("/", headers={"Host": host, "Cookie": cookie}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8898"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_is_refused(asking: TestClient, headers: dict[str, str]) -> None:
    assert asking.get("/", headers=headers).status_code == 403
    assert asking.get("/?token=open", headers=headers).status_code == 403
    for what in ("revise", "approve"):
        sent = {**sending(), **headers}
        assert asking.post(f"/{NAME}/zh/{what}", headers=sent, json={}).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (sending(X_Docgen_Token=""), 403),
        (sending(X_Docgen_Token="open"), 403),
        (sending(Origin=""), 403),
        (sending(Content_Type="text/plain"), 415),
        (sending(Content_Type="application/x-www-form-urlencoded"), 415),
        (sending(), 422),
    ],
)
def test_only_our_own_pages_write(asking: TestClient, headers: dict[str, str], status: int) -> None:
    answer = asking.post(f"/{NAME}/zh/revise", headers=headers, content=b"{}")
    assert answer.status_code == status


def test_who_is_not_let_in_cannot_write_either(tmp_path: Path) -> None:
    stranger = client(desk.project(tmp_path), let_in=False)
    assert stranger.post(f"/{NAME}/zh/revise", headers=sending(), json={}).status_code == 403


def test_pages_load_nothing_of_other_places(asking: TestClient) -> None:
    headers = asking.get(REVIEW).headers
    policy = dict(
        one.strip().split(" ", 1) for one in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert not any("http" in source or "*" in source for source in policy.values())
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


def test_a_nonce_holds_for_one_page(asking: TestClient) -> None:
    policies = {asking.get(REVIEW).headers["content-security-policy"] for _ in range(3)}
    assert len(policies) == 3


def test_a_document_in_its_frame_runs_no_script(asking: TestClient) -> None:
    policy = asking.get(f"/{NAME}/zh/page").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy


def test_refusals_have_the_headers_too(tmp_path: Path) -> None:
    answer = client(desk.project(tmp_path), let_in=False).get("/")
    assert answer.headers["x-content-type-options"] == "nosniff"
