"""A term of a glossary → what finds it in running text, inflected as its language does."""

from __future__ import annotations

import re
from functools import cache

from docgen.check.translation.facts import TermFacts
from docgen.check.translation.patterns import Pattern

_BLANK = r"[\s\u00a0\u202f-]+"


def bare(text: str, facts: TermFacts) -> str:
    """`text` without what does not count in the language, such as vowel signs."""
    return facts.ignored.sub("", text)


@cache
def pattern(term: str, facts: TermFacts) -> Pattern:
    """Without spaces between words it is the term itself; else its words with other endings."""
    if not facts.spaces:
        return re.compile(re.escape(term))
    words = [_word(word, facts) for word in re.split(_BLANK, bare(term, facts))]
    proper = facts.capitals and term[:1].isupper()
    flags = re.NOFLAG if proper else re.IGNORECASE
    return re.compile(rf"(?<!\w){_BLANK.join(words)}(?!\w)", flags)


def beginning(term: str, facts: TermFacts) -> str:
    """The letters with which every form of a term begins, in lower case."""
    if not facts.spaces:
        return term.lower()
    first = re.split(_BLANK, bare(term, facts))[0]
    return (facts.cut.sub("", first) if _inflected(first, facts) else first).lower()


def _word(word: str, facts: TermFacts) -> str:
    if not _inflected(word, facts):
        return facts.before + re.escape(word)
    return facts.before + re.escape(facts.cut.sub("", word)) + facts.after


def _inflected(word: str, facts: TermFacts) -> bool:
    """Figures, short words and abbreviations in capital letters have one form."""
    abbreviation = word.isupper() and len(word) > 1
    return len(word) >= facts.least and word.isalpha() and not abbreviation
