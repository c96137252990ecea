"""Paragraphs, headings, lists, notes and references of a Word file as they arrive."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.importing.imported import FRONT, STYLES, Imported, document, imported
from tests.word.made import p, package, r, relations

STRONG, ITALIC, RAISED = "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'


def text(*paragraphs: str) -> str:
    return "".join(p(one, "SingleTxt") for one in paragraphs)


def made(body: str, **parts: str) -> Imported:
    return imported(document(body, **parts))


def test_the_first_page_becomes_front_matter() -> None:
    body = (
        p("Ninety-ninth session", "Session")
        + p("Items 12 (h) and 14 of the provisional agenda*", "AgendaItemNormal")
        + p("Water", "AgendaTitleH2")
    )
    front = made(body + text("1.\tOne.")).front.splitlines()
    assert front == [
        'type: "report"',
        'organ: "general-assembly"',
        'symbol: "A/99/1"',
        'distribution: "general"',
        "date: 2045-03-14",
        'source: "en"',
        'original: "en"',
        "session: 99",
        'agenda_list: "provisional"',
        'agenda_item: ["12 (h)", "14"]',
        'agenda_title: "Water"',
        'title: "Water for all"',
        'author: "secretary-general"',
    ]


def test_what_the_first_page_does_not_say_is_told() -> None:
    found = imported(package(p("Only a text.")))
    assert "# symbol: not found" in found.front
    assert any("no “symbol”" in error for error in found.errors)
    assert "Only a text." in found.body


def test_typed_numbers_are_counted_again() -> None:
    found = made(text("1.\tOne.", "2.\tTwo."))
    assert found.body == "One.\n\nTwo."
    assert found.warnings == []


def test_numbers_that_jump_say_from_where_they_go_on() -> None:
    found = made(text("1.\tOne.", "12.\tTwelve.", "13.\tThirteen."))
    assert found.body == "One.\n\n{start=12}\nTwelve.\n\nThirteen."
    assert "numbered\t13.\tThirteen." in found.dump


def test_numbers_of_other_kinds_stay_as_they_are_typed() -> None:
    found = made(text("24.11\tEleven.", "12 bis.\tTwelve again."))
    assert "24.11 Eleven." in found.body
    assert "12 bis. Twelve again." in found.body
    assert "“24.11” cannot be counted here" in found.warnings[0]


def test_headings_have_the_level_of_their_style_and_number() -> None:
    body = (
        p("\tI.\tOne", "HCh") + p("\tA.\tTwo", "H1") + p("\t1.\tThree", "H23") + p("\t\tFour", "H4")
    )
    assert made(body + text("1.\tText.")).body == (
        "# One\n\n## Two\n\n### Three\n\n#### Four {.unnumbered}\n\nText."
    )


def test_a_heading_number_that_jumps_is_kept() -> None:
    found = made(p("\tIII.\tThree", "HCh") + text("1.\tText."))
    assert found.body == "# Three {start=3}\n\nText."
    assert "heading 1\tIII.\tThree" in found.dump


def test_a_number_that_its_level_cannot_have_stays_typed() -> None:
    found = made(p("\tB.\tLost", "H1") + text("1.\tText."))
    assert "heading 2\t\tB. Lost" in found.dump or "heading 1\t\tB. Lost" in found.dump
    assert found.lost == []


def test_typed_letters_become_lists() -> None:
    body = text("1.\tTasks:", "\t(a)\tFirst:", "\t\t(i)\tInner;", "\t\t(ii)\tMore;", "\t(b)\tLast.")
    assert made(body).body == (
        "Tasks:\n\n1.\n   First:\n   1.\n      Inner;\n   1.\n      More;\n1.\n   Last."
    )


def test_a_list_goes_on_after_a_paragraph() -> None:
    found = made(text("1.\tTasks:", "\t(a)\tFirst;", "Between.", "\t(b)\tSecond."))
    assert "{.continued}\nBetween." in found.body
    assert "{start=2}\n1.\n   Second." in found.body
    assert "item\t(b)\tSecond." in found.dump


def test_bullets_become_dashes() -> None:
    assert made(text("1.\tTasks:", "\t•\tFirst;", "\t•\tSecond.")).body == (
        "Tasks:\n\n-\n  First;\n-\n  Second."
    )


def test_numbers_of_word_lists_count_too() -> None:
    levels = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/>' + (
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = made(p("Four.", "SingleTxt", listed), numbering=levels)
    assert found.body == "{start=4}\nFour."


def test_bold_and_italic_words_keep_their_looks() -> None:
    runs = r("1.\tIt ") + r("recommends ", STRONG) + r("that ", STRONG + ITALIC) + r("all", STRONG)
    assert made(p(runs, "SingleTxt")).body == "It **recommends *that* all**"


def test_signs_of_the_markup_are_words() -> None:
    said = "1.\tSee [Original: *Spanish*] at a_b <here> & `there` {#x} ![y](z) #1 | 2~3"
    found = made(text(escape(said)))
    assert said.removeprefix("1.\t") in found.dump.replace("\u00a0", " ")
    assert found.errors == []


def test_texts_that_look_like_blocks_are_texts() -> None:
    for said in (
        "# One",
        "> two",
        "+ three",
        "2045. That year",
        "::: box",
        "| a |",
        "===",
    ):
        found = made(text("1.\tText.") + p(said, "SingleTxt"))
        assert " ".join(said.split()) in found.dump, said
        assert found.errors == [], said


def test_links_to_documents_become_symbols() -> None:
    link = f'1.\tSee </w:t></w:r><w:hyperlink r:id="rId1">{r("80/241")}</w:hyperlink>'
    body = f'<w:p><w:pPr><w:pStyle w:val="SingleTxt"/></w:pPr><w:r><w:t>{link}</w:p>'.replace(
        "1.\tSee", "See"
    )
    address = "https://docs.un.org/en/A/RES/80/241"
    found = imported(document(body, parts=relations(rId1=("hyperlink", address))))
    assert "[80/241](symbol:A/RES/80/241)" in found.body


def test_notes_arrive_with_their_marks() -> None:
    note = (
        '<w:footnote w:id="2"><w:p><w:r><w:tab/></w:r><w:r><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> See A/75/982.</w:t></w:r></w:p></w:footnote>'
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = made(p(r("1.\tText.") + mark + r(" More."), "SingleTxt"), footnotes=note)
    assert "numbered\t1.\tText.⟨1⟩ More.\nnote\t1\tSee A/75/982.\n" in found.dump


def test_a_number_cited_above_or_below_is_a_reference() -> None:
    found = made(
        text("1.\tOne.", "2.\tSee paras. 1 and 3 above and para. 9 of A/75/982.", "3.\tX.")
    )
    assert found.body.count("[]()") == 2
    assert "See paras. 1 and 3 above and para. 9 of A/75/982." in found.dump.replace("\u00a0", " ")


def test_sections_are_cited_by_their_whole_number() -> None:
    body = p("\tI.\tOne", "HCh") + p("\tA.\tTwo", "H1") + text("1.\tSee sect. I.A above.")
    assert made(body).body.endswith("See sect. []() above.")


def test_annexes_become_files_with_numbers_of_their_own() -> None:
    body = text("1.\tSee annex II to the present report.") + "".join(
        p(f"Annex {number}", "HCh") + p() + p(f"Title {number}", "HCh") + text("1.\tInside.")
        for number in ("I", "II")
    )
    found = made(body)
    assert list(found.files) == ["annex-1.md", "annex-2.md", "report.md"]
    assert 'title: "Title II"' in found.files["annex-2.md"]
    assert "annex\tAnnex II\t" in found.dump
    assert "annex [](#annex-" in found.files["report.md"]
    assert found.warnings == []


def test_asterisk_notes_of_the_title_are_notes() -> None:
    framed = '<w:framePr w:w="9792"/>'
    body = p("*\tReissued for technical reasons.", "FootnoteText", framed) + text("1.\tText.")
    found = imported(_with_star(body))
    assert "title\t\tWater for all⟨*⟩" in found.dump
    assert "note\t*\tReissued for technical reasons." in found.dump


def _with_star(body: str) -> bytes:
    lines = "".join(p(line) for line in FRONT)
    return package(lines + p("Water for all*", "TitleHCH") + body, styles=STYLES)


def test_asterisks_at_an_annex_are_its_note() -> None:
    body = (
        p("Annex*", "HCh")
        + p("Title", "HCh")
        + p("*\tThe present annex is being issued without formal editing.", "FootnoteText")
        + text("1.\tInside.")
    )
    found = made(body)
    assert "edited: false" in found.files["annex-1.md"]
    assert "annex title\t\tTitle⟨*⟩\nnote\t*\tThe present annex" in found.dump
    assert (found.warnings, found.lost) == ([], [])


def test_asterisks_without_a_note_are_words() -> None:
    found = imported(_with_star(text("1.\tText.")))
    assert "title\t\tWater for all*\n" in found.dump


def test_a_list_of_contents_is_made_anew() -> None:
    body = p("Contents", "HCh") + p("\tPage") + p("I.\tOne\t2") + p("\tI.\tOne", "HCh")
    found = made(body + text("1.\tText."))
    assert "contents: true" in found.front
    assert found.body == "# One\n\nText."
    assert found.lost == []


def test_what_reviewers_took_away_is_told() -> None:
    changed = r("1.\tText") + '<w:del w:author="B"><w:r><w:delText> old</w:delText></w:r></w:del>'
    found = made(p(changed, "SingleTxt"))
    assert "text that was deleted by B is left out: “old”" in found.warnings[0]


def test_hidden_text_is_left_out_and_told() -> None:
    found = made(p(r("1.\tText") + r(" draft", "<w:vanish/>"), "SingleTxt"))
    assert found.body == "Text"
    assert "hidden text is left out: “draft”" in found.warnings[0]


def test_raised_characters_that_are_no_marks_stay_raised() -> None:
    found = made(p(r("1.\tAn area of 3 km") + r("2", RAISED) + r("."), "SingleTxt"))
    assert found.body == "An area of 3 km²."
