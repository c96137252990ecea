"""Drawings are read as WeasyPrint reads them."""

from __future__ import annotations

from inspect import unwrap

import pytest
from weasyprint.svg import utils

from docgen.render.drawing import pictures
from tests.render.drawing.drawn import both

LENGTHS = ("3", "-2.5", ".5e1", "2em", "50%", "3mm", "1rem", "4ex", "x", "", None, 0, 7.5, "1,2")


@pytest.mark.parametrize("length", LENGTHS)
def test_a_length_is_what_weasyprint_finds(length: str | float | None) -> None:
    theirs = unwrap(utils.size)
    assert pictures.size(theirs)(length, 10, 200) == theirs(length, 10, 200)


@pytest.mark.parametrize("name", ["red", "#0af", "rgb(1 2 3 / 40%)", "nothing", "", None])
def test_a_colour_can_be_changed_by_who_asked_for_it(name: str | None) -> None:
    theirs = unwrap(utils.color)
    ours = pictures.color(theirs)
    first = ours(name)
    first.alpha *= 0.5
    again, expected = ours(name), theirs(name)
    assert (again.space, again.alpha, tuple(again)) == (
        expected.space,
        expected.alpha,
        tuple(expected),
    )


def test_the_operators_are_those_of_weasyprint() -> None:
    drawing = """<svg viewBox='0 0 90 60' font-size='5'>
      <defs><linearGradient id='g'><stop stop-color='red'/><stop offset='1' stop-color='blue'/>
      </linearGradient><clipPath id='c'><circle cx='9' cy='9' r='40%'/></clipPath></defs>
      <rect x='1' y='2' width='10%' height='3mm' fill='url(#g)' stroke='#0af' stroke-width='.5'/>
      <g opacity='.5' transform='rotate(9) scale(1.5 2)' fill='red' fill-opacity='.5'>
      <path d='M0 0h7v1H0zM10,0l1-1a3 3 0 0 1 5 5c1 1 2 2 3 3z' clip-path='url(#c)'/>
      <circle r='2em' stroke='red' stroke-dasharray='1 2,3'/></g>
      <text x='9' y='9' text-anchor='middle' fill='red'>AV To</text>
      <text x='9' y='20' text-anchor='end'>office <tspan dx='2'>12</tspan></text></svg>"""
    theirs, ours = both(drawing * 2)
    assert ours == theirs
