"""Pieces cut down to names: titles, roles, peoples' adjectives and opening words go, what they say is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allygraph.loaders.extraction.names.boundaries import is_small_lettered
from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.lower_names import is_lower_name
from allygraph.loaders.extraction.names.peoples import people_phrase, without_people
from allygraph.loaders.extraction.names.pieces import Piece
from allygraph.loaders.extraction.names.tokens import Shape, Tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name: tokens `first` to `last` of passage number `passage`.

    `titled`: a personal title stands before it; `role_before`: a role does ("CEO X").
    `initial`: its first capital says nothing; `headline`: nor do the others.
    `tail` is the lower-case word hyphened to its end.
    """

    passage: int
    first: int
    last: int
    text: str
    start: int
    end: int
    initial: bool = False
    headline: bool = False
    titled: bool = False
    role_before: bool = False
    tail: str | None = None


def trim(
    piece: Piece, tokens: Tokens, text: str, passage: int, words: Lexicon, known: Gazetteer
) -> Iterator[Candidate]:
    """The names in a piece; none where it holds only roles, adjectives or stop words. `text` is the document's."""
    for first, last, titled, role in _without_roles(piece, tokens, words, known):
        if after := people_phrase(first, last, tokens, words):
            start, end = tokens.starts[first], tokens.ends[after]
            yield Candidate(passage, first, after, text[start:end], start, end)
            continue
        initial = piece.initial and first == piece.first
        first, last, initial = _without_edges(first, last, initial, tokens, words, known)
        if first > last or _is_nothing(first, last, tokens, words, known):
            continue
        first = _with_year(first, last, tokens, words)
        start, end = tokens.starts[first], tokens.ends[last]
        last += _is_family(last, tokens, words)
        end = tokens.ends[last]
        tail = piece.tail if last == piece.last else None
        yield Candidate(passage, first, last, text[start:end], start, end, initial, False, titled, role, tail)


def _without_roles(
    piece: Piece, tokens: Tokens, words: Lexicon, known: Gazetteer
) -> Iterator[tuple[int, int, bool, bool]]:
    """Stretches between titles and roles: first, last, whether a title or a role stands before."""
    titles, roles, modifiers = words.classes["titles"], words.classes["roles"], words.classes["role_modifiers"]
    begin, index = piece.first, piece.first
    titled = role = False
    while index <= piece.last:
        after = known.match(tokens, index)
        if piece.first == piece.last and not piece.initial and tokens.words[index] in known.exact:
            after = index + 1
        if after > index and after - 1 <= piece.last:
            index = after
            continue
        low = tokens.lower[index].rstrip(".")
        word = low if low in titles or low in roles else tokens.lower[index]
        if (word in titles or word in roles) and _is_role(index, begin, piece, tokens, words):
            left = index
            while left > begin and (tokens.lower[left - 1] in modifiers or tokens.words[left - 1] == "-"):
                left -= 1
            if left > begin:
                yield begin, left - 1, titled, role
            if word in titles and word not in roles:
                titled, role = True, role and left == begin
            else:
                role, titled = True, titled and left == begin
            begin = index + 1
            if begin <= piece.last and (tokens.words[begin] == "." or tokens.lower[begin] == "general"):
                begin += 1
            index = begin
            continue
        index += 1
    if begin <= piece.last:
        yield begin, piece.last, titled, role


def _is_role(index: int, begin: int, piece: Piece, tokens: Tokens, words: Lexicon) -> bool:
    low = tokens.lower[index]
    if index < piece.last and tokens.shapes[index + 1] is Shape.POSSESSIVE:
        return False
    following = tokens.words[index + 1] if index < piece.last else ""
    if (
        following
        and following.casefold() in {"of", "and", "&"}
        and tokens.lower[index - 1] in {"of", "for"}
        and index > begin
    ):
        return False
    if low not in words.classes["doubtful_roles"]:
        return index == begin or tokens.lower[index - 1] not in {"of", "for", "and"}
    if following in words.given_names or _heads_person(index, piece, tokens, words):
        return True
    return index > begin and tokens.lower[index - 1] in words.classes["role_modifiers"] | {"-"}


def _is_family(last: int, tokens: Tokens, words: Lexicon) -> bool:
    """Whether "family" follows a surname: "the Weber family", which owns as one."""
    after = last + 1
    if tokens.shapes[last] is not Shape.CAPITAL or tokens.lower[after : after + 1] != ["family"]:
        return False
    named = not words.is_common(tokens.lower[last]) and tokens.words[last] not in words.demonyms
    return named and last > 0 and tokens.lower[last - 1] == "the" and tokens.gap(after) == 1


def _with_year(first: int, last: int, tokens: Tokens, words: Lexicon) -> int:
    """Takes in the year before an event: "2020 Lisbon Energy Week"."""
    year = tokens.words[first - 1] if first else ""
    if len(year) != 4 or year[:2] not in ("19", "20") or not year.isdigit() or tokens.gap(first) != 1:
        return first
    event = any(tokens.lower[index] in words.classes["events"] for index in range(first + 1, last + 1))
    return first - 1 if event else first


def _heads_person(index: int, piece: Piece, tokens: Tokens, words: Lexicon) -> bool:
    """Whether "General", "Major" stand before two or three words that look like a person's name."""
    rest = range(index + 1, piece.last + 1)
    if tokens.lower[index] not in words.classes["titles"] or not 2 <= len(rest) <= 4:
        return False
    return all(
        tokens.shapes[i] in (Shape.CAPITAL, Shape.LETTER, Shape.OTHER) and not words.is_common(tokens.lower[i])
        for i in rest
    )


def _without_edges(
    first: int, last: int, initial: bool, tokens: Tokens, words: Lexicon, known: Gazetteer
) -> tuple[int, int, bool]:
    """Cuts small words and punctuation at both ends, opening words, adjectives of peoples."""
    while first <= last and (
        tokens.shapes[first] in (Shape.OTHER, Shape.LOWER)
        and not is_lower_name(tokens, first, words)
        and not is_small_lettered(tokens, first, words)
    ):
        first += 1
    while first < last and tokens.shapes[last] in (Shape.OTHER, Shape.LOWER) and not _belongs(last, tokens, words):
        last -= 1
    while first <= last and initial and not _keeps_opening(first, last, tokens, words, known):
        first += 1
        initial = first <= last and tokens.lower[first - 1] in words.classes["role_modifiers"] and initial
        while first <= last and tokens.shapes[first] in (Shape.OTHER, Shape.LOWER):
            first += 1
    first = without_people(first, last, tokens, words, known)
    return first, last, initial


def _belongs(index: int, tokens: Tokens, words: Lexicon) -> bool:
    """Whether a last token without capital is part of the name: the dot of "Inc.", the tail of "Hyung-chul"."""
    if tokens.words[index] == ".":
        return tokens.lower[index - 1] in words.classes["legal_forms"] | words.classes["abbreviations"]
    if "." in tokens.lower[index]:
        return tokens.lower[index] in words.classes["legal_forms"]
    return tokens.words[index].isalnum() and (tokens.gap(index) == 0 or tokens.words[index][0].isdigit())


def _keeps_opening(first: int, last: int, tokens: Tokens, words: Lexicon, known: Gazetteer) -> bool:
    """Whether the capital that opens a sentence belongs to a name."""
    low, shape = tokens.lower[first], tokens.shapes[first]
    if shape not in (Shape.CAPITAL, Shape.LETTER) or known.match(tokens, first) > first:
        return True
    if low in words.function:
        return False
    if first + 2 <= last and tokens.words[first + 1] == "-" and tokens.shapes[first + 2] is Shape.UPPER:
        return low not in words.classes["prefixes"]
    if tokens.words[first] in known.exact and not words.is_common(low):
        return True
    if not words.is_common(low):
        return True
    if first == last or known.find(" ".join(tokens.words[first + 1 : last + 1])):
        return False
    ending = tokens.lower[last - 1] if tokens.words[last] == "." else tokens.lower[last]
    if ending in words.classes["organisation_heads"] or ending in words.classes["legal_forms"]:
        return True
    if tokens.words[first] in words.given_names:
        return True
    if (
        low in words.classes["opening_verbs"]
        or low.endswith(("ing", "ed", "ly"))
        or low in words.classes["roles"]
        or low in cue_tables()["noun_before"]
    ):
        return False
    return (
        tokens.words[first + 1] not in words.given_names
        and tokens.words[first + 1] not in words.demonyms
        and tokens.lower[first + 1] not in words.classes["roles"]
    )


def _is_nothing(first: int, last: int, tokens: Tokens, words: Lexicon, known: Gazetteer) -> bool:
    """Whether the stretch is a stop word, or stop words only, or a body that every organisation has."""
    if first < last and " ".join(tokens.lower[first : last + 1]) in words.generic_bodies:
        return True
    if known.match(tokens, first) > first:
        return False
    for index in range(first, last + 1):
        word = tokens.words[index]
        if (
            tokens.lower[index] in words.classes["broadcasting"]
            and index < last
            and tokens.shapes[last] is Shape.NUMBER
        ):
            return False
        if tokens.shapes[index] in (Shape.OTHER, Shape.LOWER, Shape.NUMBER):
            if is_lower_name(tokens, index, words):
                return False
            continue
        if tokens.shapes[index] is Shape.LETTER and index > first and tokens.gap(index) == 1:
            continue
        if word in known.exact and not (word.casefold() in words.not_names and first == last):
            return False
        if not words.is_not_name(word) and word not in words.demonyms:
            return tokens.shapes[index] is Shape.LETTER and first == last
    return True
