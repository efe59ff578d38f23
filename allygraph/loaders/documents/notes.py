"""Footnotes: which lines are notes, how they rate what they cite, which notes a sentence cites.

An assessment may rate each citation at its end: `[3] (High)`, `3. (Moderate)`, `[3] High reliability: http://...`,
`[3] http://... (High)`. The words become a letter of the Admiralty scale by `scales.RATING_RELIABILITY`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from allygraph.graph.scales import RATING_RELIABILITY

__all__ = ["Note", "cited_notes", "note_of", "notes_of", "rate"]

_RATING = r"(?P<{name}>high|moderate|medium|low)"
_NUMBER = r"(?:\[\^?(?P<bracketed>\d{1,3})\]:?|\(?(?P<plain>\d{1,3})[.):]?)"
_RATED = re.compile(
    rf"{_NUMBER}\s*(?:"
    rf"\W*{_RATING.format(name='alone')}(?:\s+(?:source\s+)?(?:reliability|credibility|confidence))?\W*"
    rf"|\W*{_RATING.format(name='first')}\s+(?:source\s+)?(?:reliability|credibility)\b.*"
    rf"|\W*(?:source\s+)?(?:reliability|credibility)\s*(?:is|[:=–-])?\s*{_RATING.format(name='after')}\b.*"
    rf"|\(\s*{_RATING.format(name='opening')}\s*\).*"
    rf"|.*[(\[]\s*(?:(?:source\s+)?(?:reliability|credibility)\s*[:=]?\s*)?{_RATING.format(name='last')}"
    rf"(?:\s+(?:source\s+)?(?:reliability|credibility))?\s*[)\]]\W*"
    rf")",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_NOTE = re.compile(r"\[\^?(?P<number>\d{1,3})\]:?\s*(?=\S)", re.IGNORECASE)
_CITED = re.compile(
    r"\[\^?(?P<list>\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]"
    r"|\[(?P<low>\d{1,3})\s*[–-]\s*(?P<high>\d{1,3})\]"
    r"|\((?P<round>\d{1,3})\)"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?<=[^\W\d_][.,!?\"”’)])(?P<bare>\d{1,3})(?=\s|\Z)"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FIRST = frozenset("[(0123456789")
#: Characters. A rated note is a line with at most an address and a title.
_LONGEST_RATED = 500


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, the word that rates what it cites, as written, and whether it is numbered `[3]`."""

    number: int
    rating: str | None
    bracketed: bool


def note_of(line: str) -> Note | None:
    """The footnote that `line` is, list marker included; None for any other line.

    An unrated line is a note only with its number in square brackets; a plain number may be a list.
    """
    found = _RATED.fullmatch(line) if len(line) <= _LONGEST_RATED else None
    if found:
        word = next(found[name] for name in ("alone", "first", "after", "opening", "last") if found[name])
        # "3. High reliability of the network" is an item of a list.
        if found["bracketed"] or "://" in line or (found["alone"] and "(" in line) or found["opening"]:
            return Note(int(found["bracketed"] or found["plain"]), word, found["bracketed"] is not None)
    plain = _PLAIN_NOTE.match(line)
    return Note(int(plain["number"]), None, True) if plain else None


def notes_of(text: str) -> dict[int, Note]:
    """The footnotes of a text by the number of their line, from 0.

    An unrated line counts only when another line cites its number: court rulings number their paragraphs like that.
    """
    lines = [line.strip() for line in text.splitlines()]
    found = {at: note for at, line in enumerate(lines) if line[:1] in _FIRST and (note := note_of(line))}
    if all(note.rating for note in found.values()):
        return found
    cited = {number for at, line in enumerate(lines) if at not in found and "[" in line for number in cited_notes(line)}
    return {at: note for at, note in found.items() if note.rating or note.number in cited}


def cited_notes(sentence: str, *, in_round: bool = False) -> tuple[int, ...]:
    """The numbers of the footnotes that a sentence cites, in order, each once; `(3)` counts only with `in_round`."""
    numbers: list[int] = []
    for found in _CITED.finditer(sentence):
        if found["low"]:
            numbers.extend(range(int(found["low"]), min(int(found["high"]), int(found["low"]) + 50) + 1))
        elif in_round or not found["round"]:
            figures = found["list"] or found["round"] or found["raised"] or found["bare"]
            numbers.extend(int(figure) for figure in re.findall(r"\d+", figures.translate(_RAISED)))
    return tuple(dict.fromkeys(numbers))


def rate(sentence: str, ratings: Mapping[int, str], *, in_round: bool = False) -> tuple[str | None, str | None]:
    """Reliability (the weakest) and rating words (all, in order) of the notes that a sentence cites."""
    cited = cited_notes(sentence, in_round=in_round) if ratings else ()
    words = [ratings[number] for number in cited if number in ratings]
    if not words:
        return None, None
    return max(RATING_RELIABILITY[word.casefold()] for word in words), ", ".join(dict.fromkeys(words))
