"""House styles: lengths in points, changed by the language and by local.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import bundle as bundles
from docgen import style as styles
from docgen.report import DocgenError, Report

ROOT = Path(__file__).parents[1]
ENGLISH = bundles.load(ROOT / "locales", "en", Report())
CHINESE = bundles.load(ROOT / "locales", "zh", Report())


def test_the_page_of_headquarters_is_us_letter_with_the_measured_margins() -> None:
    page = styles.load(ROOT / "styles", "hq", ENGLISH).page
    assert (page.width, page.height, page.top, page.left) == (612, 792, 72, 60)
    assert page.measure == 492


def test_a_role_inherits_from_base_what_it_does_not_say() -> None:
    roles = styles.load(ROOT / "styles", "hq", ENGLISH).roles
    assert roles["paragraph"].size == roles["base"].size == 10
    assert roles["paragraph"].align == "justify"


def test_a_language_changes_the_roles_it_names() -> None:
    assert styles.load(ROOT / "styles", "hq", CHINESE).roles["paragraph"].size == 10.5


def test_a_local_file_names_the_emblem_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "un-hq.toml").write_bytes((ROOT / "styles/un-hq.toml").read_bytes())
    (tmp_path / "local.toml").write_text('[masthead]\nemblem = "ours.svg"\n', "utf-8")
    assert styles.load(tmp_path, "hq", ENGLISH).emblem == tmp_path / "ours.svg"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[mastheads]\nemblem = "ours.svg"\n', "“mastheads” is no part of a style"),
        ('[masthead]\nemblm = "ours.svg"\n', "“emblm” is no part of \\[masthead\\]"),
        ("[roles.paragraph]\nsise = 11\n", "“sise” is no field of a role"),
    ],
)
def test_a_name_in_a_local_file_that_changes_nothing_is_an_error(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "un-hq.toml").write_bytes((ROOT / "styles/un-hq.toml").read_bytes())
    (tmp_path / "local.toml").write_text(text, "utf-8")
    with pytest.raises(DocgenError, match=message):
        styles.load(tmp_path, "hq", ENGLISH)


def test_a_style_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(DocgenError, match=r"there is no style un-vienna\.toml") as raised:
        styles.load(ROOT / "styles", "vienna", ENGLISH)
    assert "hq" in raised.value.diagnostic.hint


def test_a_field_that_means_nothing_is_refused(tmp_path: Path) -> None:
    text = (ROOT / "styles/un-hq.toml").read_text("utf-8")
    (tmp_path / "un-hq.toml").write_text(text.replace("tracking = 0.2", "traking = 0.2"), "utf-8")
    with pytest.raises(DocgenError, match="“traking” is no field of a role"):
        styles.load(tmp_path, "hq", ENGLISH)
