"""What two organisations, products or places share: one function per way two names can stand for one thing.

Each gives the two names, the left candidate's first.
"""

from __future__ import annotations

from itertools import product, takewhile

from allygraph.graph.names import acronyms, latin_name, normal_name
from allygraph.loaders.resolution.candidates import (
    SHORTEST_ACRONYM,
    Candidate,
    acronym_form,
    distinctive,
    generic_words,
    syllabic,
)
from allygraph.loaders.resolution.pairs import Pair, alphabetic, equal

#: Endings in which words of one stem may differ: "Transaction(s)", "Russia(n)", "China" and "Chinese". No others:
#: "Austria" and "Australia", "Niger" and "Nigeria" are not one.
ENDINGS = frozenset(
    {("", "s"), ("", "es"), ("y", "ies"), ("", "n"), ("", "an"), ("", "ian"), ("", "ese"), ("a", "ese")}
)
SHORTEST_STEM = 4
#: Shorter names written together meet by chance ("ABC" and "A BC").
SHORTEST_JOINED = 6


def full_names(candidate: Candidate) -> tuple[str, ...]:
    """The names that name it by themselves: the main one, and aliases that are neither acronyms nor parts of it."""
    main = set(_words(candidate.name, candidate))
    aliases = (
        alias
        for alias in candidate.aliases
        if not acronym_form(alias) and not set(_words(alias, candidate)) < main and not _generic(alias, candidate)
    )
    return (candidate.name, *aliases)


def same_name(left: Candidate, right: Candidate) -> Pair | None:
    """A full name of both is equal."""
    return equal(full_names(left), full_names(right), lambda name, one: normal_name(name, one.kind), left, right)


def same_in_latin(left: Candidate, right: Candidate) -> Pair | None:
    """Full names equal but for accents or an alphabet; Chinese and Japanese signs of one sound differ too often."""
    names = [tuple(name for name in full_names(one) if alphabetic(name)) for one in (left, right)]
    return equal(names[0], names[1], lambda name, one: latin_name(name, one.kind), left, right)


def same_sound(left: Candidate, right: Candidate) -> Pair | None:
    """Full names equal when Chinese or Japanese signs are read aloud."""
    return equal(full_names(left), full_names(right), lambda name, one: latin_name(name, one.kind), left, right)


def same_but_spaces(left: Candidate, right: Candidate) -> Pair | None:
    """Full names equal but for the spaces: "JP Morgan" and "JPMorgan"."""

    def joined(name: str, one: Candidate) -> str:
        text = latin_name(name, one.kind).replace(" ", "")
        return text if len(text) >= SHORTEST_JOINED and alphabetic(name) else f"{one.key} {name}"

    return equal(full_names(left), full_names(right), joined, left, right)


def acronym_told(left: Candidate, right: Candidate) -> Pair | None:
    """One is called by an acronym that the documents of the other introduce for it."""
    for one, other in ((left, right), (right, left)):
        own = acronym_form(one.name)
        for alias in other.aliases:
            if own and len(own) >= SHORTEST_ACRONYM and acronym_form(alias) == own and _long(other.name):
                return _as_given(left, one, one.name, other.name)
    return None


def acronym_of_other(left: Candidate, right: Candidate) -> Pair | None:
    """One is called by what may be an acronym of the other's full name."""
    for one, other in ((left, right), (right, left)):
        own = acronym_form(one.name)
        if own and len(own) >= SHORTEST_ACRONYM:
            for name in full_names(other):
                if own in acronyms(name) or (len(own) >= 5 and syllabic(own, name)):
                    return _as_given(left, one, one.name, name)
    return None


def inflected(left: Candidate, right: Candidate) -> Pair | None:
    """Full names of three or more words with one acronym, each word of one stem: "China ..." and "Chinese ..."."""
    for one, other in product(full_names(left), full_names(right)):
        words, others = _words(one, left), _words(other, right)
        if len(words) == len(others) >= 3 and all(_same_stem(*pair) for pair in zip(words, others, strict=True)):
            return one, other
    return None


def one_in_other(left: Candidate, right: Candidate) -> Pair | None:
    """Both bear one acronym, and one full name holds all words of the other: "SEC" with and without "U.S."."""
    words, others = set(_words(left.name, left)), set(_words(right.name, right))
    return homonyms(left, right) if words <= others or others <= words else None


def homonyms(left: Candidate, right: Candidate) -> Pair | None:
    """Both bear one acronym, but for full names that differ."""
    shared = _acronyms_borne(left) & _acronyms_borne(right)
    return (left.name, right.name) if shared and _long(left.name) and _long(right.name) else None


def short_name(left: Candidate, right: Candidate) -> Pair | None:
    """The whole name of one is what documents call the other for short, and what is left out is generic."""
    for one, other in ((left, right), (right, left)):
        words = _words(one.name, one)
        rest = set(_words(other.name, other)) - set(words)
        known = {normal_name(alias, other.kind) for alias in other.aliases}
        if (
            rest
            and rest <= generic_words()
            and normal_name(one.name, one.kind) in known
            and not _generic(one.name, one)
        ):
            return _as_given(left, one, one.name, other.name)
    return None


def generic_remainder(left: Candidate, right: Candidate) -> Pair | None:
    """The name of one is the other's with generic words added: "HashKey" and "HashKey Group"."""
    words, others = _words(left.name, left), _words(right.name, right)
    naming = distinctive(words)
    one_more = set(words) < set(others) or set(others) < set(words)
    return (left.name, right.name) if naming and naming == distinctive(others) and one_more else None


def any_name(left: Candidate, right: Candidate) -> Pair | None:
    """Any name of both is equal, generic words apart."""
    names = [tuple(name for name in one.names if not _generic(name, one)) for one in (left, right)]
    return equal(names[0], names[1], lambda name, one: normal_name(name, one.kind), left, right)


def _words(name: str, one: Candidate) -> list[str]:
    return normal_name(name, one.kind).split()


def _generic(name: str, one: Candidate) -> bool:
    return set(_words(name, one)) <= generic_words()


def _long(name: str) -> bool:
    return len(name.split()) > 1


def _same_stem(one: str, other: str) -> bool:
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    ending, other_ending = one[stem:], other[stem:]
    return one == other or (
        stem >= SHORTEST_STEM and ((ending, other_ending) in ENDINGS or (other_ending, ending) in ENDINGS)
    )


def _acronyms_borne(one: Candidate) -> set[str]:
    borne = {form for name in one.names if (form := acronym_form(name))}
    return borne | {form for form in acronyms(one.name) if len(form) >= SHORTEST_ACRONYM}


def _as_given(left: Candidate, one: Candidate, own: str, other: str) -> Pair:
    return (own, other) if one is left else (other, own)
