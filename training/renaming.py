"""Names drawn anew: the same paragraph with other names each time it is shown, so that no name is learned.

Words are replaced one by one and alike through a paragraph ("Harrow Tidal", "Harrow" and "HT" stay one family); words
that say what a thing is (Bank, Ministry, Labs, Ltd) stay, since they are what a reader goes by.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml
from faker import Faker

from training.corpus import KINDS, Line, Mark, Paragraph


@cache
def _pools() -> Mapping[str, Sequence[str]]:
    """What `name_pools.yaml` holds, with people's names of many languages; the same in every run."""
    pools: dict[str, list[str]] = yaml.safe_load(
        Path(__file__).with_name("name_pools.yaml").read_text(encoding="utf-8")
    )
    first, last = set(pools["first"]), set(pools["last"])
    for number, locale in enumerate(pools["locales"]):
        fake = Faker(locale)
        fake.seed_instance(number)
        for _ in range(80):
            first.add(fake.first_name().split()[0])
            last.add(fake.last_name().split()[-1])
    people = {"first": first, "last": last}
    return {
        **pools,
        **{sort: sorted(one for one in found if one[:1].isupper() and len(one) > 1) for sort, found in people.items()},
    }


def generic_words(paragraphs: Sequence[Paragraph], lots: int = 6) -> frozenset[str]:
    """Words of names that stand in at least so many lots: they say what a thing is, and are kept."""
    seen: dict[str, set[str]] = defaultdict(set)
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            if mark.is_name and mark.entities[0][0] in "ot":
                for word in re.findall(r"[^\W\d_]+", paragraph.text[mark.start : mark.end]):
                    seen[word].add(paragraph.lot)
    return frozenset(word for word, where in seen.items() if len(where) >= lots or len(word) < 3)


def renamed(paragraph: Paragraph, generic: frozenset[str], random_: random.Random, share: float = 0.8) -> Paragraph:
    """The paragraph with new names for about `share` of its families of names; offsets follow."""
    table = _Table(paragraph, generic, random_, share)
    return _rebuilt(paragraph, {mark: table.name(mark) for mark in paragraph.marks if mark.is_name})


class _Table:
    """What each word of the names of one paragraph becomes."""

    def __init__(self, paragraph: Paragraph, generic: frozenset[str], random_: random.Random, share: float) -> None:
        self.text, self.generic, self.random = paragraph.text, generic, random_
        self.words: dict[str, str] = {}
        self.whole: dict[str, str] = {}
        self.full: dict[str, str] = {}
        forms = paragraph.names()
        for entity, names in forms.items():
            longest = max(names, key=len, default="")
            self.full[entity] = longest
            keep = random_.random() > share
            if entity[0] == "l":
                for name in names:
                    self.whole.setdefault(name, name if keep else self._place(name))
                continue
            for name in sorted(names, key=len, reverse=True):
                parts = re.findall(r"\w+", name)
                for place, word in enumerate(parts):
                    if word not in self.words and not self._acronym(word, longest):
                        kept = keep or (entity[0] != "p" and (word in generic or (word.islower() and len(parts) > 1)))
                        self.words[word] = word if kept else self._word(word, entity[0], place, len(parts))

    def name(self, mark: Mark) -> str:
        words = self.text[mark.start : mark.end]
        entity = mark.entities[0]
        if words in self.whole and entity[0] == "l":
            return self.whole[words]
        full = self.full[entity]
        return re.sub(r"\w+", lambda match: self._one(match[0], full), words)

    def _one(self, word: str, full: str) -> str:
        if word in self.words:
            return self.words[word]
        if self._acronym(word, full):
            initials = "".join(self.words.get(part, part)[0] for part in _initial_words(full))
            return initials.upper() if len(initials) == len(word) else word
        return word

    def _acronym(self, word: str, full: str) -> bool:
        initials = "".join(part[0] for part in _initial_words(full)).upper()
        return len(word) > 1 and word.isupper() and word != full and initials == word

    def _place(self, name: str) -> str:
        pools = _pools()
        for pool in ("cities", "countries"):
            if name in pools[pool]:
                return self.random.choice(pools[pool])
        return name

    def _word(self, word: str, sort: str, place: int, parts: int) -> str:
        random_ = self.random
        if sort == "p" and len(word) == 1:
            return random_.choice(_CAPITALS)
        if sort == "p":
            return random_.choice(_pools()["first" if place == 0 and parts > 1 else "last"])
        if any(char.isdigit() for char in word) or (word.isupper() and len(word) > 1):
            return "".join(_like(char, random_) for char in word)
        if word.islower():
            return _brand(random_).lower()
        if not word[1:].islower() and len(word) > 3:
            return _plain(random_) + _plain(random_)
        return _title(random_)


_CAPITALS = "ABCDEFGHIKLMNOPRSTUVWX"


def _like(char: str, random_: random.Random) -> str:
    """Another character of the same sort."""
    if char.isdigit():
        return str(random_.randrange(1, 10))
    return random_.choice(_CAPITALS) if char.isupper() else char


def _plain(random_: random.Random) -> str:
    return random_.choice(_pools()["plain"])


def _title(random_: random.Random) -> str:
    """A word that names a firm: a coined one, an ordinary one, two in one, a surname, a city."""
    makers: tuple[tuple[float, Callable[[], str]], ...] = (
        (0.40, lambda: _brand(random_)),
        (0.62, lambda: _plain(random_)),
        (0.72, lambda: _plain(random_) + _plain(random_).lower()),
        (0.92, lambda: random_.choice(_pools()["last"])),
        (1.00, lambda: random_.choice([city for city in _pools()["cities"] if " " not in city])),
    )
    pick = random_.random()
    return next(make() for bound, make in makers if pick <= bound)


def _initial_words(full: str) -> list[str]:
    return [part for part in re.findall(r"\w+", full) if part[0].isupper()]


def _brand(random_: random.Random) -> str:
    """A pronounceable word of two or three syllables."""
    pools = _pools()
    word = "".join(
        random_.choice(pools["onsets"]) + random_.choice(pools["nuclei"]) for _ in range(random_.choice((1, 1, 2)))
    )
    if random_.random() < 0.5:
        return (word + random_.choice(pools["onsets"][:12]) + random_.choice(pools["endings"])).capitalize()
    return (word + random_.choice(pools["codas"])).capitalize()


def _rebuilt(paragraph: Paragraph, new: Mapping[Mark, str]) -> Paragraph:
    """The paragraph with some names worded anew; of nested marks the outer one is, and the inner are dropped."""
    changes: list[Mark] = []
    for mark in new:
        if not changes or mark.start >= changes[-1].end:
            changes.append(mark)
    pieces: list[str] = []
    place = 0
    for mark in changes:
        pieces += [paragraph.text[place : mark.start], new[mark]]
        place = mark.end
    pieces.append(paragraph.text[place:])

    def moved(offset: int) -> int:
        return offset + sum(len(new[one]) - (one.end - one.start) for one in changes if one.end <= offset)

    def cut(offset: int) -> bool:
        return any(one.start < offset < one.end for one in changes)

    marks = []
    for mark in paragraph.marks:
        if mark in changes:
            marks.append(replace(mark, start=moved(mark.start), end=moved(mark.start) + len(new[mark])))
        elif not cut(mark.start) and not cut(mark.end):
            marks.append(replace(mark, start=moved(mark.start), end=moved(mark.end)))
    lines = tuple(Line(moved(line.start), moved(line.end), line.sort) for line in paragraph.lines)
    return replace(paragraph, text="".join(pieces), marks=tuple(marks), lines=lines)


__all__ = ["KINDS", "generic_words", "renamed"]
