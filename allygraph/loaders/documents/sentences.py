"""Sentences of one block of text, by their characters.

A stop ends a sentence when white space and something other than a small letter follow, and the word before it is no
abbreviation that goes on. Closing marks and footnote marks after the stop belong to the sentence before. Chinese and
Japanese stops need no space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["LONGEST", "sentences_of"]

#: Characters. Text without stops (tables, rubbish) is cut at this length at the latest.
LONGEST = 2000

_CLOSING = r"[\"'”’»)\]]"
_NOTE = r"(?:\s?\[(?:\d{1,3}|[a-z]|\^\w+)(?:\s*[,;–-]\s*\d{1,3})*\]|[⁰¹²³⁴-⁹]+|(?<=[^\W\d_][.!?\"”’)])\d{1,3}(?=\s))"
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+){_CLOSING}*(?P<notes>{_NOTE}*){_CLOSING}*(?P<gap>\s+|(?=[A-Z“\"])|$)"
    rf"|(?P<wide>[。！？｡]+)[”’」』）》\"]*(?P<wide_notes>{_NOTE}*)\s*"
)
_OPENING = "\"'“‘«([„‚—–- \u00a1\u00bf"
_WORD = re.compile(r"[\w.'’!-]*\Z")
_NEXT = re.compile(r"\w[\w'’-]*")
_CAPITALISED = re.compile(r"(?:[^\W\d_a-z][\w&’'.-]*\s+){1,3}?(?P<verb>[a-z]+)\b")
_LETTERS_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_LOOK_BACK = 40
_LOOK_AHEAD = 120


@cache
def _words() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("abbreviations.yaml").read_text(encoding="utf-8")
    # YAML 1.1 reads "no" as false; as an abbreviation it is the word.
    return {
        key: frozenset("no" if word is False else str(word) for word in words)
        for key, words in yaml.safe_load(text).items()
    }


def sentences_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences in `text[start:end]` as (start, end), in order, without white space at their ends."""
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and stop.start() > at and not _ends(text, stop, at, end):
            continue
        yield from _bounded(text, at, stop.end())
        at = stop.end()
    yield from _bounded(text, at, end)


def _ends(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    if stop["wide"]:
        return True
    following = text[stop.end() : min(end, stop.end() + _LOOK_AHEAD)].lstrip(_OPENING)
    if not stop["gap"] and not stop["notes"]:
        return _stuck_together(text, stop, following)
    if following[:1].islower() and not following[1:2].isupper():
        return False
    if stop["mark"] != "." or stop["notes"]:
        return not _is_abbreviation(text, stop, start, "!") or _opens(following)
    return _period_ends(text, stop, start, following)


def _stuck_together(text: str, stop: re.Match[str], following: str) -> bool:
    """Whether a stop without a space after it ends a sentence: "the alliance.The deal"."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    word = _NEXT.match(following)
    opens = word is not None and word[0].casefold() in _words()["openers"]
    return opens and len(before) == 3 and before.isalpha() and before.islower()


def _is_abbreviation(text: str, stop: re.Match[str], start: int, mark: str) -> bool:
    return stop["mark"] == mark and f"{_word_before(text, stop, start)}{mark}" in _words()["may_end"]


def _word_before(text: str, stop: re.Match[str], start: int) -> str:
    found = _WORD.search(text[max(start, stop.start() - _LOOK_BACK) : stop.start()])
    return found[0].strip("'’-").casefold() if found else ""


def _period_ends(text: str, stop: re.Match[str], start: int, following: str) -> bool:
    word, lists = _word_before(text, stop, start), _words()
    if word in lists["before_figures"] and following[:1].isdigit():
        return False
    if word == "no":
        return True
    if word in lists["never"]:
        return False
    if word in lists["before_names"]:
        return _opens(following, with_subject=False)
    if word in lists["may_end"]:
        # "the U.S. Treasury said" is one subject, "Co. Korbit said" is not.
        return _opens(following, with_subject="." not in word)
    if word and _LETTERS_DOTTED.match(word):
        return _opens(following, with_subject=False)
    return not (word.isdigit() and text[start : stop.start()].strip() == word)


def _opens(following: str, *, with_subject: bool = True) -> bool:
    """Whether what follows a doubtful stop looks like the beginning of a sentence: its word, or subject and verb."""
    lists = _words()
    word = _NEXT.match(following)
    if word is None:
        return not following
    folded = word[0].casefold()
    if folded in lists["openers"]:
        return True
    if folded in lists["continuing"]:
        return False
    subject = _CAPITALISED.match(following) if with_subject else None
    return subject is not None and subject["verb"] in lists["verbs"]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start` to `end` without white space, cut where it is longer than LONGEST."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        if end - start <= LONGEST:
            yield start, end
            return
        cut = _cut(text, start, start + LONGEST)
        last = cut
        while text[last - 1].isspace():
            last -= 1
        yield start, last
        start = cut


def _cut(text: str, start: int, limit: int) -> int:
    """The last good place to cut in the second half of the stretch: after ";", else ",", else a space, else `limit`."""
    half = (start + limit) // 2
    for mark in ("; ", ", ", "、", "\n", " "):
        found = text.rfind(mark, half, limit)
        if found >= 0:
            return found + len(mark)
    return limit
