"""Any mixture of Han, marks, Latin, digits and markup is set without a fault."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.render.compose import sample
from tests.render.compose.printed import pages
from tests.render.compose.rules import faults
from tests.render.compose.sample import MARGIN, SIZE

HAN = st.text("联合国秘书长关于改革的报告说明各项建议和执行情况一二三", min_size=1, max_size=14)
WORDS = ("UN80", "API", "XML", "Umoja", "data", "A/80/123", "ICT", "5(e)", "shared", "We", "fi")
NUMBERS = ("7", "2025", "48.6%", "1.25", "(a)", "12–15", "1\u00a0234", "$3.2", "25℃", "2015～2020")
DENSE = ("data—above", "ICT——HR", "and data", "HR, ICT and", "AV/To", "3—4", "a–b–c", "Yes? No!")
RARE = ("甲——乙", "未完……再说", "约翰·米勒", "亚洲／太平洋", "第㈠项", "①和②", "——", "……")
SIGNS = (
    "5km²",
    "½页",
    "Ⅳ类",
    "时々",
    "±2",
    "0.5%",
    "汉(hàn)字",
    "聯合國報告",
    "or/和",
    "1\u00a0234",
)
PAIRS = st.sampled_from(("《》", "（）", "“”", "‘’", "〔〕", "「」", "()"))
STOPS = st.sampled_from("，。、；：！？")
TAGS = st.sampled_from(("b", "i", "a href='https://example.org'", "em", "strong", "code"))

JOINING = {*map(chr, range(33, 127)), *"—…–～／±℃"}

core = st.one_of(
    *(HAN, HAN, HAN),
    *map(st.sampled_from, (WORDS, WORDS, NUMBERS, DENSE, RARE, SIGNS)),
)
enclosed = st.builds(lambda pair, text: pair[0] + text + pair[1], PAIRS, core)
plain = st.one_of(core, core, enclosed, st.builds(lambda a, b: a + b, enclosed, enclosed))
stopped = st.builds(lambda text, stop: text + stop, plain, STOPS)
text = st.one_of(plain, stopped)
tagged = st.builds(lambda tag, text: f"<{tag}>{text}</{tag.split()[0]}>", TAGS, text)
nested = st.builds(lambda tag, a, b: f"<{tag}>{a}{b}</{tag.split()[0]}>", TAGS, text, tagged)
noted = st.builds(
    lambda text: f"{text}<span class=note>见《文件》。</span>", st.one_of(text, tagged)
)
parts = st.lists(st.one_of(text, text, tagged, nested, noted), min_size=2, max_size=25)


def joined(parts: list[str]) -> str:
    """The parts, with a Han character where two would become one long word or dash, and first."""
    texts = [sample.source(part) for part in parts]
    ends = zip(texts, [*texts[1:], "。"], strict=True)
    words = [set(one[-1] + other[0]) <= JOINING for one, other in ends]
    return "本" + "".join(
        part + "与" * (word or part.endswith("</span>"))
        for part, word in zip(parts, words, strict=True)
    )


paragraphs = st.lists(parts.map(joined), min_size=1, max_size=4)
ems = st.integers(8, 40)


def found(paragraphs: list[str], ems: int) -> list[str]:
    data = sample.pdf(sample.page(ems, paragraphs, "code { font: inherit }"))
    right = MARGIN + ems * SIZE
    return [
        fault
        for html, lines in zip(paragraphs, pages(data, SIZE), strict=True)
        for fault in faults(lines, sample.source(html), MARGIN, right, indent=2 * SIZE)
    ]


# Faults are shown as they were found: the search for the least of them takes minutes.
by_chance = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
    database=None,
)


@settings(by_chance, max_examples=50)
@given(paragraphs, ems)
def test_any_text_is_set_without_a_fault(paragraphs: list[str], ems: int) -> None:
    assert found(paragraphs, ems) == []


@pytest.mark.slow
@settings(by_chance, max_examples=500)
@given(paragraphs, ems)
def test_any_text_is_set_without_a_fault_in_five_hundred_tries(
    paragraphs: list[str], ems: int
) -> None:
    assert found(paragraphs, ems) == []
