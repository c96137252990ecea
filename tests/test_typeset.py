"""Spaces that never break, and the numbers of tables."""

import re
import tomllib
from pathlib import Path

import pytest

from docgen.model import Inline, Marks, NoteRef, Strong, Text
from docgen.typeset import amount, bind, compiled, parted

ROOT = Path(__file__).parents[1]
ENGLISH, FRENCH = (
    tomllib.loads((ROOT / f"locales/{tag}/locale.toml").read_text("utf-8")) for tag in ("en", "fr")
)
BONDS, FRENCH_BONDS = (compiled(each["typeset"]["no_break"]) for each in (ENGLISH, FRENCH))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("see para. ", "see para.~"),
        ("paragraphs 20 to 26", "paragraphs~20 to 26"),
        ("in paragraph ", "in paragraph~"),
        ("8 July 2045", "8~July 2045"),
        ("11.2 per cent", "11.2~per~cent"),
        ("$325 million", "$325~million"),
        ("resolution 79/1", "resolution~79/1"),
        ("resolution 2793 (2025)", "resolution~2793~(2025)"),
        ("A/80/6 (Sect. 3)", "A/80/6~(Sect.~3)"),
        ("within 10 days", "within 10~days"),
        ("at 9 a.m. or 25 km", "at 9~a.m. or 25~km"),
        ("2.4 percentage points", "2.4~percentage points"),
        ("Sections IV", "Sections~IV"),
        ("action 55 (e) of", "action~55~(e)~of"),
        ("cities – and towns", "cities~– and towns"),
        ("(a) the first", "(a)~the first"),
        ("(i) one; (iii) three; (viii) eight", "(i)~one; (iii)~three; (viii)~eight"),
        ("Mr. A. Larsen and Ms. J. K. Okafor", "Mr.~A.~Larsen and Ms.~J.~K.~Okafor"),
        ("Nos. 5 and 6, pp. 12–14, vol. II", "Nos.~5 and 6, pp.~12–14, vol.~II"),
        ("tables 3 and 4, figures I and II", "tables~3 and 4, figures~I and II"),
        ("resolutions 79/1 and decision 79/512", "resolutions~79/1 and decision~79/512"),
        ("Supplement No. 32", "Supplement~No.~32"),
        ("option a and options b and c", "option~a and options~b and c"),
        ("part II of, a part in", "part~II of, a part in"),
        ("rule 55, regulation 5.9, target 5.1", "rule~55, regulation~5.9, target~5.1"),
        ("30 °C, 15 kilometres, 8 litres", "30~°C, 15~kilometres, 8~litres"),
        ("this section concerns", "this section concerns"),
        ("an annex is", "an annex is"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, bound: str) -> None:
    assert bind(text, BONDS).replace("\u00a0", "~") == bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("« Le texte » : quoi ?", "«~Le texte~»~: quoi~?"),
        ("n° 5, nos 5 et 6", "n°~5, nos~5 et 6"),
        ("M. A. Diallo, Mme Sow, MM. Diop", "M.~A.~Diallo, Mme~Sow, MM.~Diop"),
        ("5 %, 12 000 dollars, 15 h 30", "5~%, 12~000~dollars, 15~h~30"),
        ("i) un ; iii) trois", "i)~un~; iii)~trois"),
        ("résolutions 79/1, points 5 et 6", "résolutions~79/1, points~5 et 6"),
        ("le 1er mai du XXIe siècle", "le 1er~mai du XXIe~siècle"),
        ("art. 5, vol. II, p. 12, page 4", "art.~5, vol.~II, p.~12, page~4"),
    ],
)
def test_what_belongs_together_in_french_does_so(text: str, bound: str) -> None:
    assert bind(text, FRENCH_BONDS).replace("\u00a0", "~") == bound


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("7", "7"),
        ("1234.5", "1_234.5"),
        ("1000000", "1_000_000"),
        ("-21.8", "(21.8)"),
        ("-1234", "(1_234)"),
        ("0.25", "0.25"),
    ],
)
def test_table_numbers_are_grouped_by_thin_spaces_and_negatives_stand_in_brackets(
    value: str, text: str
) -> None:
    assert amount(value, ENGLISH["numbers"]).replace("\u2009", "_") == text


@pytest.mark.parametrize(
    ("bond", "bound"),
    [
        (r"(?<=\bNo\.) ", "No.~7 of a"),
        (r"(?<=o|\.) ", "No.~7 of a"),
        (r"(?<=\d) (?=of\b)", "No. 7~of a"),
        (r"(?<=[.(]) ", "No.~7 of a"),
        (r"(?<=(?:7|8)) ", "No. 7~of a"),
        (r" (?=a$)", "No. 7 of~a"),
    ],
)
def test_a_bond_may_look_before_and_after_its_space(bond: str, bound: str) -> None:
    assert bind("No. 7 of a", compiled([bond])).replace("\u00a0", "~") == bound


def test_without_bonds_every_space_may_break() -> None:
    assert bind("No. 7 of a", compiled([])) == "No. 7 of a"


ONE, TWO = NoteRef("one"), NoteRef("two")


@pytest.mark.parametrize(
    ("inlines", "found"),
    [
        ((Text("a"), ONE, TWO), (Text("a"), Marks((ONE, TWO), ","))),
        ((ONE, Text(" "), TWO), (ONE, Text(" "), TWO)),
        ((Strong((Text("a"), ONE)), TWO), (Strong((Text("a"),)), Marks((ONE, TWO), ","))),
        ((Strong((Text("a"), ONE)), Text("b")), (Strong((Text("a"),)), ONE, Text("b"))),
    ],
)
def test_marks_of_notes_at_one_place_are_parted(
    inlines: tuple[Inline, ...], found: tuple[Inline, ...]
) -> None:
    assert tuple(parted(inlines, ",")) == found


@pytest.mark.parametrize(
    "before", [r"\d", r"\bpp?\.", r"\([ivx]{2}\)", r"\x41", "A|B", r"[\d.]", "[º°]", r"\\d", "e"]
)
def test_a_bond_matches_what_it_matches_alone(before: str) -> None:
    text = "7 p. pp. (iv) A B . 3 º \\d e x"
    bond = f"(?<={before}) " if before != r"\bpp?\." else r"(?<=\bp\.) "
    assert bind(text, compiled([bond, "(?<=Z) "])) == re.sub(bond, "\u00a0", text)


def test_bonds_that_ask_for_the_same_behind_a_space_each_match_what_they_match_alone() -> None:
    bonds = [
        r"(?<=\bitem) (?=\d|$)",
        r"(?<=\bgoal) (?=\d|$)",
        r"(?<=\d) (?=(?:km|h)\b)",
        r"(?<=x|y) (?=\d|$)",
    ]
    text = "item 3 km goal 4 goals 5 items x 6 h item y z 7 goal "
    alone = text
    for bond in bonds:
        alone = re.sub(bond, "\u00a0", alone)
    assert bind(text, compiled(bonds)) == alone
    assert alone.count("\u00a0") == 6
