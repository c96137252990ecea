"""Chinese text to be composed: paragraphs of many kinds, their markup, the page they stand on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from weasyprint import HTML

from docgen.render import compose

ROOT = Path(__file__).parents[3]
FACTS: dict[str, Any] = tomllib.loads((ROOT / "locales/zh/locale.toml").read_text("utf-8"))[
    "compose"
]
PLAIN: dict[str, Any] = tomllib.loads((ROOT / "locales/en/locale.toml").read_text("utf-8"))[
    "compose"
]

SIZE = 10.5
MARGIN = 20.0

PARAGRAPHS = (
    "秘书处在本报告中说明了本期间的主要进展，并就今后三年的安排提出建议。各部门已经完成第一轮自查，"
    "查出的问题大多与流程重复、数据分散有关；其余问题须由各主管机构一并处理。",
    "会议听取了三方面的意见：（一）“先易后难”，即先办条件成熟的事项；（二）“分步推进”（见附件二）；"
    "（三）“逐项评估”——每完成一步，都要写出书面小结。《工作纲要》《实施细则》《评估办法》三份文件"
    "（以下称“三份文件”）已分发各方。",
    "他问道：“什么时候能看到结果？”答复是：“明年春天！”会场里有人笑了，也有人说：“‘明年春天’？"
    "去年也是这样说的……”主席于是请大家安静，并宣布：“下面讨论《预算大纲》（草案）。”",
    "2024年12月31日，共有1 234名工作人员在37个工作地点任职，其中女性占48.6%，"
    "比上年增加2.3个百分点；全年支出3.25亿美元，约为核定数额的97%。第5(e)段和第12(b)㈡段另有说明。",
    "新的平台称为One Secretariat Information Portal，采用开放标准（如JSON、XML和OpenAPI 3.1），并与"
    "Umoja、Inspira等现有系统相连；其中API接口由ICT部门维护，HR数据每24小时更新一次。",
    "有关资料见https://www.example.org/zh/reform/2025/overview/index.html和A/80/123、A/80/123/Corr.1及"
    "ST/SGB/2025/4号文件，查询地址为reform-office@example.org。",
    "改革不是一次性的工程——它更像一条河：有时平缓，有时湍急……关键在于，掌舵的人要知道河流的方向"
    "——也要知道船上每一个人的重量。",
    "约翰·斯图尔特·米勒和玛丽亚·费尔南德斯·加西亚两位专家指出，北京—上海—广州一线和亚洲／太平洋区域"
    "的数据，2015～2020年之间并不完整。",
    "总的说来，理想、热情、耐心、细致、公正、廉洁，缺一不可；但是，光有这些，还不够：人、财、物，时、地、"
    "势，也都要合适。好，坏，快，慢，都由实践来说。",
    "（1）本款所称“工作人员”，系指（a）长期任用人员、（b）定期任用人员和（c）临时任用人员。（2）上述（1）"
    "所列人员（不含（c）类）适用《工作人员条例》第3.2条。",
    "委员会注意到，方案厅、规划厅、财务厅、人力厅四个单位合并之后，重复的职能得到归并，节余的员额转用于"
    "一线；同时也注意到，合并后的单位在头十二个月内没有建立统一的绩效指标，以致无法比较前后的成绩。"
    "委员会建议在下一份报告中补上这一部分，并说明所用的方法、样本、时段和误差。",
    "她写道：In order to “deliver as one”, we need shared services, shared data and—above all—"
    "shared trust。这句话（that sentence）后来写进了《指导说明》（Guidance Note）。",
)

JOINT = re.compile(r"(?<=[/.@-])(?=\w)(?![/.])")
ATOM = re.compile(r"https?://[!-~]+|[\w.-]+@[\w.-]+|[\w.,%&-]+|——|……|.", re.ASCII)


def css(ems: float, more: str = "") -> str:
    """The style of a page with lines of `ems` characters; quotes and dashes from the Han face."""
    faces = "".join(
        f'@font-face{{font-family:Latin;src:local("Liberation Serif{name}");font-weight:{weight};'
        "unicode-range:U+20-7E,U+A0-B6,U+B8-24F,U+2010-2013,U+2020-2022,U+2030-205E}"
        for name, weight in (("", "normal"), (" Bold", "bold"))
    )
    return f"""{faces}
        @page {{ size: {ems * SIZE + 2 * MARGIN}pt 800pt; margin: {MARGIN}pt;
          @footnote {{ border-top: .5pt solid; padding-top: 4pt; margin-top: 8pt }} }}
        body {{ margin: 0; font: {SIZE}pt/17pt Latin, "Noto Serif CJK SC";
          overflow-wrap: anywhere }}
        p {{ margin: 0; text-align: justify; text-indent: 2em; break-after: page }}
        [lang=en] {{ font-family: "Liberation Serif" }}
        .note {{ float: footnote; footnote-policy: line; font-size: 8pt; line-height: 11pt;
          font-weight: normal; text-indent: 0; text-align: justify }}
        .note::footnote-call {{ content: counter(footnote); font-size: 65%; vertical-align: .45em;
          line-height: 0 }}
        .note::footnote-marker {{ content: counter(footnote) " " }}
        {more}"""


def page(ems: float, paragraphs: Iterable[str], more: str = "") -> str:
    """A file with one paragraph on each page."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<html lang="zh-Hans"><style>{css(ems, more)}</style>{text}'


def pdf(html: str, facts: dict[str, Any] = FACTS) -> bytes:
    """The finished file of `html`, composed by `facts`."""
    with compose.installed(facts) as status:
        assert status.installed
        return HTML(string=html).write_pdf()  # type: ignore[no-any-return]


def marked(text: str, kinds: Sequence[str], seed: int) -> str:
    """`text` as HTML with a few of `kinds` of markup ("b", "a", "note") put in by chance.

    Notes stand where a Han character or mark follows.
    """
    chance = Random(seed)
    atoms = ATOM.findall(text)
    places = [at for at, atom in enumerate(atoms[1:]) if not atom.isascii()]
    parts = [_breakable(atom) for atom in atoms]
    for kind in kinds:
        for at in chance.sample(places, len(atoms) // 25 + 1):
            parts[at] = _wrapped(parts[at], kind)
    return "".join(parts)


def source(html: str) -> str:
    """The text of `html` without its notes; a place to break at is a space of no width."""
    unnoted = re.sub(r"<span class=note>.*?</span>", "", html)
    return re.sub(r"<[^>]*>", "", unnoted.replace("<wbr>", "\u200b"))


def _breakable(atom: str) -> str:
    return JOINT.sub("<wbr>", atom) if "/" in atom or "@" in atom else atom


def _wrapped(atom: str, kind: str) -> str:
    if kind == "note":
        return f"{atom}<span class=note>见《文件》第12段（“附件”）。</span>"
    attribute = ' href="https://example.org"' if kind == "a" else ""
    return f"<{kind}{attribute}>{atom}</{kind}>"
