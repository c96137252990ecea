"""Attacks by drawings and photographs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.attack import SECRET, Attack, endure, report
from tests.attacks.pictures import embedded, png, svg

FIGURE = report("::: figure {{#f}}\nWells\n\n![A well](figures/{0})\n\nSource: Survey.\n:::\n")
USED = "".join(
    f'<g id="g{n}">{f"<use href={chr(34)}#g{n - 1}{chr(34)}/>" * 10}</g>' for n in range(1, 8)
)


def drawing(content: str, attributes: str = "") -> dict[str, str | bytes]:
    return {**_figure("a.svg"), "content/water/figures/a.svg": svg(content, attributes)}


def photograph(data: bytes, name: str = "a.png") -> dict[str, str | bytes]:
    return {**_figure(name), f"content/water/figures/{name}": data}


def _figure(name: str) -> dict[str, str]:
    return {
        file: text.replace("{0}", name).replace("{{", "{").replace("}}", "}")
        for file, text in FIGURE.items()
    }


ATTACKS = [
    Attack(
        "a script in a drawing",
        "run JavaScript in the browser of a reader",
        drawing("<script>alert(1)</script>"),
        "the image “figures/a.svg” holds a <script>",
    ),
    Attack(
        "a script that an event starts",
        "run JavaScript in the browser of a reader",
        drawing('<rect onclick="alert(1)" width="1" height="1"/>'),
        "holds a script (onclick)",
    ),
    Attack(
        "a page in a drawing",
        "put a form of the attacker's into the document",
        drawing("<foreignObject><p>x</p></foreignObject>"),
        "holds a <foreignObject>",
    ),
    Attack(
        "an element of HTML in a drawing",
        "load a frame of the attacker's",
        drawing('<h:img xmlns:h="http://www.w3.org/1999/xhtml" alt="x"/>'),
        "holds a <img>",
    ),
    Attack(
        "an attribute that an animation changes",
        "make a link lead to a script after it was checked",
        drawing('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
        "holds a <set>",
    ),
    Attack(
        "a link in a drawing",
        "run JavaScript in the browser of a reader",
        drawing('<a href="javascript:alert(1)"><text>x</text></a>'),
        "leads to “javascript:alert(1)”",
    ),
    Attack(
        "a picture from the network in a drawing",
        "tell the attacker who reads the document",
        drawing('<image href="https://evil.example/x.png" width="1" height="1"/>'),
        "leads to “https://evil.example/x.png”",
    ),
    Attack(
        "a file of the builder's in a drawing",
        "print a file of the builder's",
        drawing('<image href="file:///etc/passwd" width="1" height="1"/>'),
        "leads to “file:///etc/passwd”",
    ),
    Attack(
        "another base for all addresses",
        "turn an address within the drawing into one outside",
        drawing('<g xml:base="https://evil.example/"><use href="#a"/></g>'),
        "leads to “https://evil.example/”",
    ),
    Attack(
        "a style from the network",
        "tell the attacker who reads the document",
        drawing('<style>@import "https://evil.example/x.css";</style>'),
        "takes a style from another file",
    ),
    Attack(
        "a style whose address is written in escapes",
        "tell the attacker who reads the document",
        drawing("<style>rect{fill:u\\72l(https://evil.example/x)}</style>"),
        "takes a style from another file",
    ),
    Attack(
        "a style sheet beside the drawing",
        "tell the attacker who reads the document",
        {
            **drawing(""),
            "content/water/figures/a.svg": '<?xml-stylesheet href="https://evil.example/x.css"?>'
            + svg(""),
        },
        "takes a style from another file",
    ),
    Attack(
        "entities of entities",
        "unfold a few lines into gigabytes",
        {
            **drawing(""),
            "content/water/figures/a.svg": "<!DOCTYPE svg ["
            + '<!ENTITY a0 "x">'
            + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
            + "]>"
            + svg("<text>&a11;</text>"),
        },
        "defines entities",
    ),
    Attack(
        "an entity that is a file",
        "print a file of the builder's",
        {
            **drawing(""),
            "content/water/figures/a.svg": '<!DOCTYPE svg [<!ENTITY x SYSTEM "../secret.txt">]>'
            + svg("<text>&x;</text>"),
        },
        "defines entities",
    ),
    Attack(
        "a part that is used ten times by a part that is used ten times",
        "draw ten million squares",
        drawing(f'<rect id="g0" width="1" height="1"/>{USED}<use href="#g7"/>'),
        "has more than 50,000 elements",
    ),
    Attack(
        "a part that uses itself",
        "draw for ever",
        drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        "has parts that use themselves",
    ),
    Attack(
        "a pattern within a pattern",
        "draw ten million squares",
        drawing(
            "".join(
                f'<pattern id="p{n}" width="1" height="1">'
                + f'<rect width="1" height="1" fill="url(#p{n - 1})"/>' * 10
                + "</pattern>"
                for n in range(1, 8)
            )
            + '<rect fill="url(#p7)" width="9" height="9"/>'
        ),
        "has more than 50,000 elements",
    ),
    Attack(
        "elements within elements",
        "overflow the stack of whoever draws them",
        drawing("<g>" * 5_000 + "</g>" * 5_000),
        "has more than 100 elements within one another",
    ),
    Attack(
        "a drawing as thin as a line",
        "fill the memory with an image a million dots high",
        {
            **drawing(""),
            "content/water/figures/a.svg": svg("").replace("0 0 10 10", "0 0 1 900000"),
        },
        "is more than 100 times as long as it is wide",
    ),
    Attack(
        "noise of a billion octaves",
        "keep the drawing program at work for ever",
        drawing('<filter id="f"><feTurbulence numOctaves="1000000000"/></filter>'),
        "too much to draw",
    ),
    Attack(
        "dashes too short to see",
        "make millions of strokes of one line",
        drawing('<path d="M0 0h9" stroke="red" stroke-dasharray="0.0000001"/>'),
        "has dashes too short to draw",
    ),
    Attack(
        "a bomb within a drawing",
        "unpack a photograph of a few bytes into gigabytes",
        drawing(f'<image width="1" height="1" href="{embedded(png(60_000, 60_000))}"/>'),
        "holds a picture that has more than 100,000,000 pixels",
    ),
    Attack(
        "a drawing within a drawing",
        "hide from the check what it holds",
        drawing(f'<image width="1" height="1" href="{embedded(b"<svg/>", "image/svg+xml")}"/>'),
        "leads to “data:image/svg+xml",
    ),
    Attack(
        "a photograph of 3,600 million dots",
        "unpack a few bytes into gigabytes",
        photograph(png(60_000, 60_000)),
        "has more than 100,000,000 pixels",
    ),
    Attack(
        "a damaged photograph",
        "confuse the library that reads it",
        photograph(png(40, 40, rows=40, damaged=True)),
        "is no PNG file, or a damaged one",
    ),
    Attack(
        "a photograph cut off after its first bytes",
        "confuse the library that reads it",
        photograph(b"\x89PNG\r\n\x1a\n\0\0"),
        "is no PNG file, or a damaged one",
    ),
    Attack(
        "a photograph in 65,536 shades of gray",
        "be printed as half of it in black",
        photograph(png(40, 40, bits=16)),
        "has more than 8 bits of gray for each dot",
    ),
    Attack(
        "a page that is called a photograph",
        "be shown as a page by whoever looks at the content rather than at the name",
        photograph(b"<html><script>alert(1)</script></html>", "a.jpg"),
        "is no JPEG file, or a damaged one",
    ),
    Attack(
        "PostScript that is called a photograph",
        "run the program in it through the library that reads pictures",
        photograph(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "a.jpg"),
        "is no JPEG file, or a damaged one",
    ),
    Attack(
        "a picture from outside the folder",
        "print a file of the builder's",
        {**_figure("../../../secret.svg"), "secret.svg": svg(f"<text>{SECRET}</text>")},
        "is outside the folder of the document",
    ),
    Attack(
        "a picture that is a link out of the folder",
        "print a file of the builder's",
        {**_figure("a.svg"), "secret.svg": svg(f"<text>{SECRET}</text>")},
        "is outside the folder of the document",
        links={"content/water/figures/a.svg": "../../../secret.svg"},
    ),
    Attack(
        "a picture from the network",
        "tell the attacker that the document is built",
        _figure("https://evil.example/a.svg"),
        "there is no file",
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_is_refused(attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    endure(attack, tmp_path / "project", capsys)
