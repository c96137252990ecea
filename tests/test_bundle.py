"""Every language is a folder that holds the same keys."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date

from docgen import bundle as bundles
from docgen import masthead, po
from docgen.bundle import Bundle
from docgen.check.translation import compiled
from docgen.numerals import SYSTEMS, system
from docgen.render.compose.facts import composition
from docgen.report import DocgenError, Report, UsageError
from docgen.style import load as load_style
from docgen.typeset import amount

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "locales"
TAGS = bundles.tags(LOCALES)
PHRASES = {entry.msgid for entry in po.read(LOCALES / "messages.pot") if entry.msgid}
OWN = "fonts", "typography", "styles", "days", "compose"
"""Tables of which a language has the keys that it needs."""
SLOT = re.compile(r"\{(\w+)\}")


def facts(tag: str) -> dict[str, Any]:
    return tomllib.loads((LOCALES / tag / "locale.toml").read_text("utf-8"))


def keys(table: Mapping[str, Any], *path: str) -> Iterator[str]:
    for key, value in table.items():
        yield ".".join((*path, key))
        if isinstance(value, dict) and key not in OWN:
            yield from keys(value, *path, key)


def load(tag: str) -> bundles.Bundle:
    return bundles.load(LOCALES, tag, Report())


def test_english_chinese_and_french_are_there() -> None:
    assert {"en", "fr", "zh"} <= set(TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_a_bundle_has_the_same_facts_as_english(tag: str) -> None:
    optional = {"typography", "styles", "dates.months", "dates.days"}
    assert set(keys(facts(tag))) - optional == set(keys(facts("en"))) - optional


@pytest.mark.parametrize("tag", TAGS)
def test_the_facts_for_lines_are_all_there(tag: str) -> None:
    composed, squeeze = composition(load(tag).facts["compose"])
    assert composed or squeeze


@pytest.mark.parametrize("tag", TAGS)
def test_the_facts_for_the_checks_can_be_compiled(tag: str) -> None:
    facts = compiled(load(tag))
    assert set(facts.ends.values()) == {".", ";", ":", "?", "!", ","}
    assert set(facts.numbers.month_names.values()) == set(range(1, 13))
    directions = load(tag).facts["checks"]["directions"]
    assert {"¶", "@"} <= set(directions["reference"])
    assert all("@" in pattern for _, pattern in directions["typed"])


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_that_the_language_prints_are_read_by_its_checks(tag: str) -> None:
    printed = amount("1234567.5", load(tag).facts["numbers"])
    (read,) = compiled(load(tag)).numbers.figures.finditer(printed)
    assert read[0] == printed


def test_every_key_for_the_checks_is_in_the_manual() -> None:
    manual = (ROOT / "docs" / "checks.md").read_text("utf-8")
    names = {key.rpartition(".")[2] for key in keys(facts("en")["checks"])}
    tables = {"numbers", "terms", "directions"}
    assert {name for name in names - tables if f"`{name}`" not in manual} == set()


@pytest.mark.parametrize("tag", TAGS)
def test_every_label_counts_in_a_known_system(tag: str) -> None:
    labels = load(tag).labels
    counting = {key for key in labels if key not in ("annex.single", "dash")}
    assert all(system(labels[key]) in SYSTEMS for key in counting)


@pytest.mark.parametrize("tag", TAGS)
def test_every_sequence_of_the_styles_has_a_label(tag: str) -> None:
    bundle = load(tag)
    assert set(load_style(ROOT / "styles", "hq", bundle).sequences) <= set(bundle.labels)


@pytest.mark.parametrize("tag", TAGS)
def test_every_phrase_is_worded_with_the_same_placeholders(tag: str) -> None:
    words = load(tag).words
    assert set(words) == PHRASES
    assert all(words.values())
    for phrase in PHRASES:
        assert sorted(SLOT.findall(words[phrase])) == sorted(SLOT.findall(phrase))


def test_every_phrase_that_the_engine_says_is_in_the_template() -> None:
    said = {
        node.args[0].value
        for path in (ROOT / "docgen").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say"
        if isinstance(node.args[0], ast.Constant)
    }
    tables = (masthead.ORGANS, masthead.DISTRIBUTIONS, *masthead.BYLINES.values())
    named = {phrase for table in tables for phrase in table.values()}
    agendas = {phrase for pair in masthead.AGENDAS.values() for phrase in pair}
    assert said | named | agendas <= PHRASES


@pytest.mark.parametrize("tag", TAGS)
def test_ordinals_cover_a_hundred_and_fifty_sessions_without_repetition(tag: str) -> None:
    ordinals = load(tag).ordinals
    assert list(ordinals) == list(range(1, 151))
    assert len(set(ordinals.values())) == 150


@pytest.mark.parametrize(
    ("tag", "number", "word"),
    [
        ("en", 21, "Twenty-first"),
        ("en", 79, "Seventy-ninth"),
        ("en", 80, "Eightieth"),
        ("en", 99, "Ninety-ninth"),
        ("en", 112, "One hundred and twelfth"),
        ("fr", 1, "Première"),
        ("fr", 21, "Vingt et unième"),
        ("fr", 71, "Soixante et onzième"),
        ("fr", 81, "Quatre-vingt-unième"),
        ("fr", 99, "Quatre-vingt-dix-neuvième"),
        ("fr", 112, "Cent douzième"),
        ("zh", 79, "第七十九"),
        ("zh", 80, "第八十"),
        ("zh", 105, "第一百零五"),
    ],
)
def test_ordinals_are_those_that_session_names_use(tag: str, number: int, word: str) -> None:
    assert load(tag).ordinals[number] == word


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "8 July 2025"), ("fr", "8 juillet 2025"), ("zh", "2025年7月8日")]
)
def test_dates_are_written_in_full(tag: str, text: str) -> None:
    assert load(tag).date(date(2025, 7, 8)) == text


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "1 July 2025"), ("fr", "1er juillet 2025"), ("zh", "2025年7月1日")]
)
def test_a_day_is_written_as_the_language_has_it(tag: str, text: str) -> None:
    assert load(tag).date(date(2025, 7, 1)) == text


@pytest.mark.parametrize("tag", bundles.tags(ROOT / "locales"))
def test_months_are_called_as_in_cldr(tag: str) -> None:
    facts = load(tag).facts
    months = Locale.parse(facts["cldr"]).months["format"]["wide"]
    assert facts["dates"].get("months") in (None, [months[number] for number in range(1, 13)])


@pytest.mark.parametrize("cldr", ["ar", "en", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize("pattern", ["d MMMM y", "d 'de' MMMM 'de' y", "y年M月d日", "MMMM d, y"])
def test_dates_are_those_that_babel_writes(cldr: str, pattern: str) -> None:
    day, facts = date(2025, 7, 8), {"cldr": cldr, "dates": {"pattern": pattern}}
    said = Bundle("any", Path(), facts, {}).date(day)
    assert said == format_date(day, pattern, locale=cldr)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "12, 45 and 136"), ("fr", "12, 45 et 136"), ("zh", "12、45和136")],
)
def test_lists_have_no_comma_before_the_last(tag: str, text: str) -> None:
    assert load(tag).listed(["12", "45", "136"]) == text


def test_an_unknown_language_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UsageError, match="there is no language “xx”") as raised:
        load("xx")
    assert "en" in raised.value.diagnostic.hint


def test_missing_wording_is_reported_and_printed_in_english(tmp_path: Path) -> None:
    for name in ("locale.toml", "messages.po", "ordinals.tsv"):
        text = (LOCALES / "en" / name).read_text("utf-8").replace('msgstr "Summary"', 'msgstr ""')
        (tmp_path / "en").mkdir(exist_ok=True)
        (tmp_path / "en" / name).write_text(text, "utf-8")
    (tmp_path / "messages.pot").write_bytes((LOCALES / "messages.pot").read_bytes())
    report = Report()
    bundle = bundles.load(tmp_path, "en", report)
    assert bundle.say("Summary") == "Summary"
    assert [found.message for found in report] == ["no wording for “Summary”"]


def language(root: Path, tag: str, facts: str, **files: str) -> None:
    (root / tag).mkdir(exist_ok=True)
    for name, text in {"locale.toml": facts, **files}.items():
        (root / tag / name).write_text(text, "utf-8")


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A project with English alone."""
    shutil.copytree(LOCALES / "en", tmp_path / "en")
    shutil.copy(LOCALES / "messages.pot", tmp_path)
    return tmp_path


def test_a_language_can_extend_another_and_has_the_rest_from_it(locales: Path) -> None:
    own = 'extends = "en"\nlang = "en-US"\n[numbers]\ngroup = ","'
    language(locales, "en-us", own)
    bundle = bundles.load(locales, "en-us", Report())
    assert (bundle.lang, bundle.facts["cldr"]) == ("en-US", "en_GB")
    assert bundle.facts["numbers"] == {"decimal": ".", "group": ",", "negative": "({})"}
    assert bundle.say("Summary") == "Summary"
    assert bundle.ordinals[79] == "Seventy-ninth"


@pytest.mark.parametrize("base", ["nn", "en-us"])
def test_a_language_extends_one_whose_facts_are_complete(locales: Path, base: str) -> None:
    language(locales, "en-us", f'extends = "{base}"')
    with pytest.raises(DocgenError, match=f"“{base}” is no language that another can extend"):
        bundles.load(locales, "en-us", Report())


def test_a_pseudo_language_is_none_of_the_languages(locales: Path) -> None:
    language(locales, "qps", 'extends = "en"\n[pseudo]\nframe = ["[", "]"]')
    assert bundles.tags(locales) == ["en"]
    assert bundles.pseudo_tags(locales) == ["qps"]
    assert bundles.load(locales, "qps", Report()).say("Summary") == "[Summary]"


def test_a_pseudo_language_with_a_key_that_means_nothing_is_refused(locales: Path) -> None:
    language(locales, "qps", 'extends = "en"\n[pseudo]\nframe = ["[", "]"]\nwider = 2')
    with pytest.raises(DocgenError, match=r"\[pseudo\] cannot be understood: .*wider"):
        bundles.load(locales, "qps", Report())


def test_fuzzy_wording_is_printed_and_reported(locales: Path) -> None:
    file = locales / "en" / "messages.po"
    text = file.read_text("utf-8").replace('msgid "Summary"', '#, fuzzy\nmsgid "Summary"')
    file.write_text(text, "utf-8")
    report = Report()
    assert bundles.load(locales, "en", report).say("Summary") == "Summary"
    assert [found.message for found in report] == ["still fuzzy is the wording for “Summary”"]


def test_many_open_wordings_are_counted(locales: Path) -> None:
    file = locales / "en" / "messages.po"
    file.write_text(
        re.sub(r'(?m)^(msgid "[A-Z])', r"#, fuzzy\n\1", file.read_text("utf-8")), "utf-8"
    )
    report = Report()
    bundles.load(locales, "en", report)
    assert [found.message for found in report] == [
        "65 wordings are missing or to be revised; “United Nations” is the first"
    ]
