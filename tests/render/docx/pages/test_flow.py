"""Pages filled with pieces: what is kept together, where a page turns, where notes stand."""

from __future__ import annotations

from docgen.render.docx.pages.flow import RULE_ABOVE_NOTES, Pages, Piece


def filled(*pieces: Piece, first: float = 100, capacity: float = 100) -> Pages:
    pages = Pages(first, capacity)
    pages.fill(pieces)
    return pages


def text(lines: int, *names: str, keep: bool = False, whole: bool = False) -> Piece:
    return Piece(lines, 10, names=names, keep=keep, whole=whole)


def test_lines_go_on_on_the_next_page() -> None:
    assert filled(text(10)).number == 1
    assert filled(text(12)).number == 2
    assert filled(text(25)).number == 3


def test_the_first_page_can_have_another_height() -> None:
    assert filled(text(9), first=50).number == 2


def test_a_place_is_the_page_of_the_first_line() -> None:
    assert filled(text(8), text(8, "b"), text(1, "c")).places == {"b": 1, "c": 2}


def test_one_line_alone_does_not_stand_at_the_foot_of_a_page() -> None:
    assert filled(text(9), text(4, "next")).places == {"next": 2}


def test_a_paragraph_of_three_lines_is_not_split() -> None:
    assert filled(text(8), text(3, "next")).places == {"next": 2}
    assert filled(text(8), text(4, "next")).places == {"next": 1}


def test_what_is_whole_stands_on_one_page() -> None:
    assert filled(text(6), text(5, "row", whole=True)).places == {"row": 2}


def test_a_heading_stands_on_the_page_of_its_text() -> None:
    heading = text(1, "heading", keep=True)
    assert filled(text(8), heading, text(4)).places == {"heading": 2}
    assert filled(text(7), heading, text(4)).places == {"heading": 1}


def test_the_space_before_a_piece_is_dropped_at_the_head_of_a_page() -> None:
    spaced = Piece(9, 10, before=20)
    assert filled(text(10), spaced, text(1, "last")).places == {"last": 2}


def test_a_note_takes_room_at_the_foot_of_its_page_with_a_rule_above() -> None:
    noted = Piece(1, 10, notes={0: 20})
    room = 100 - 20 - RULE_ABOVE_NOTES
    lines = int(room // 10) - 1
    assert filled(noted, text(lines), text(1, "last")).places == {"last": 2}
    assert filled(noted, text(lines - 1), text(1, "last")).places == {"last": 1}


def test_the_rule_stands_once_above_the_notes_of_a_page() -> None:
    noted = [Piece(1, 10, notes={0: 10}, names=(str(index),)) for index in range(5)]
    assert filled(*noted).places["3"] == 1


def test_the_head_of_a_table_is_repeated() -> None:
    rows = [Piece(1, 30, head=20, whole=True, names=(str(index),)) for index in range(6)]
    assert filled(*rows).places == {"0": 1, "1": 1, "2": 1, "3": 2, "4": 2, "5": 3}


def test_a_piece_can_open_a_page_of_another_height() -> None:
    opening = Piece(1, 10, names=("open",), opens=True, capacity=30)
    pages = filled(text(1), opening, text(4, "next", whole=True))
    assert pages.places == {"open": 2, "next": 3}


def test_pieces_that_come_later_are_put_as_if_they_had_come_at_once() -> None:
    pieces = [
        *(text(3, f"heading {number}", keep=number % 3 > 0) for number in range(9)),
        Piece(2, 10, names=("open",), keep=True, opens=True, capacity=60),
        *(text(4, str(number)) for number in range(5)),
        text(1, "last", keep=True),
    ]
    whole = filled(*pieces)
    for place in range(len(pieces) + 1):
        pages = Pages(100, 100)
        pages.fill(pieces[:place], more=True)
        pages.fill(pieces[place:])
        assert (pages.number, pages.places) == (whole.number, whole.places)
    assert whole.number > 4
