"""Any mixture of Han, marks, Latin, digits and markup is set without a fault."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.render.compose import sample
from tests.render.compose.printed import pages
from tests.render.compose.rules import faults
from tests.render.compose.sample import MARGIN, SIZE

HAN = st.text("联合国秘书长关于改革的报告说明各项建议和执行情况一二三", min_size=1, max_size=14)
LATIN = st.sampled_from(("UN80", "API", "XML", "Umoja", "data", "A/80/123", "ICT", "5(e)"))
NUMBER = st.sampled_from(("7", "2025", "48.6%", "1.25", "(a)", "12–15"))
RARE = st.sampled_from(("甲——乙", "未完……再说", "约翰·米勒", "亚洲／太平洋", "第㈠项", "①和②"))
PAIRS = st.sampled_from(("《》", "（）", "“”", "‘’", "〔〕", "「」"))
STOPS = st.sampled_from("，。、；：！？")
TAGS = st.sampled_from(("b", "i", "a href='https://example.org'", "em", "code"))

core = st.one_of(HAN, HAN, HAN, LATIN, NUMBER, RARE)
enclosed = st.builds(lambda pair, text: pair[0] + text + pair[1], PAIRS, core)
plain = st.one_of(core, core, enclosed)
tagged = st.builds(lambda tag, text: f"<{tag}>{text}</{tag.split()[0]}>", TAGS, plain)
noted = st.builds(lambda text: f"{text}<span class=note>见《文件》。</span>", enclosed)
stopped = st.builds(lambda text, stop: text + stop, st.one_of(plain, tagged), STOPS)
parts = st.lists(st.one_of(plain, stopped, stopped, tagged, noted), min_size=2, max_size=25)


def joined(parts: list[str]) -> str:
    """The parts, with a Han character where two would become one long word."""
    texts = [sample.source(part) for part in parts]
    ends = zip(texts, [*texts[1:], "。"], strict=True)
    words = [(one[-1] + other[0]).isascii() for one, other in ends]
    return "".join(
        part + "与" * (word or part.endswith("</span>"))
        for part, word in zip(parts, words, strict=True)
    )


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(parts.map(joined), min_size=1, max_size=4), st.integers(10, 40))
def test_any_text_is_set_without_a_fault(paragraphs: list[str], ems: int) -> None:
    data = sample.pdf(sample.page(ems, paragraphs, "code { font: inherit }"))
    right = MARGIN + ems * SIZE
    found = [
        fault
        for html, lines in zip(paragraphs, pages(data, SIZE), strict=True)
        for fault in faults(lines, sample.source(html), MARGIN, right, indent=2 * SIZE)
    ]
    assert found == []
