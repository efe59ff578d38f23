"""Titles in noun phrases: their words, what they are for, and the bodies they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.relations.grammar.fillers import fillers, modifiers, possessor, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse, noun_preps
from allygraph.loaders.extraction.relations.grammar.phrases import Mark, NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.titles import role_words

_BODY_PREPS = frozenset({"of", "at", "for", "with", "in", "from", "to"})


@dataclass(frozen=True, slots=True)
class Title:
    """A role as written in tokens `start` to `end`, inside `phrase`; `bodies` are those its own words name."""

    phrase: NounPhrase
    start: int
    end: int
    text: str
    bodies: tuple[Slot, ...]
    former: bool = False


def titled(phrase: NounPhrase, parse: Parse) -> tuple[NounPhrase, ...]:
    """The members that may hold a title; of "founder and CEO" the last, which takes in the first."""
    if len(phrase.members) == 2 and all(parse.tokens[member.head].slot is None for member in phrase.members):
        return phrase.members[-1:]
    return phrase.members


def titles_of(phrase: NounPhrase, listed: NounPhrase, parse: Parse) -> Iterator[Title]:
    """The titles of a phrase: a run of role words that ends in a head word."""
    phrase.place, phrase.prep = listed.place, phrase.prep or listed.prep
    if len(listed.members) > 1 and phrase.apposed_to is None:
        phrase.apposed_to = listed.apposed_to
    tokens, known = parse.tokens, role_words()
    place = phrase.end - 1
    while place >= phrase.start:
        token = tokens[place]
        if token.tag not in {"N", "J"} or singular(token.low) not in known.heads:
            place -= 1
            continue
        start = place
        while (
            start > phrase.start
            and tokens[start - 1].tag in {"N", "J"}
            and (tokens[start - 1].low in known.before | known.heads or tokens[start - 1].text[:1].isupper())
        ):
            start -= 1
        yield _title(phrase, start, place + 1, parse)
        return


def _title(phrase: NounPhrase, start: int, end: int, parse: Parse) -> Title:
    """The title with its function ("of Outreach") and, for a pair such as "President and CEO", its first half."""
    tokens = parse.tokens
    former = tokens[start].low in {"former", "ex"}
    start += former or tokens[start].low in {"new", "current", "then"}
    begin, finish, bodies = start, end, list(_own_bodies(phrase, start, parse))
    after_head = end == phrase.end
    # "President and CEO": the list folded both, or the first half stands before "and".
    begin = _joined_before(phrase, start, parse)
    rest = tokens[end : phrase.end]
    if rest and all(token.tag == "N" and token.text[:1].isupper() for token in rest):
        # "VP Business Development": what a title is for may follow it.
        finish = end = phrase.end
        after_head = True
    if after_head:
        finish, more = _function(phrase, end, parse)
        bodies += more
    text = words_of(tokens, begin, finish)
    return Title(phrase, begin, finish, text, tuple(dict.fromkeys(bodies)), former)


def words_of(tokens: Sequence[Token], start: int, end: int) -> str:
    words = ""
    for token in tokens[start:end]:
        words += (" " if words and token.tag != "POS" and not token.text.startswith(("-", ",")) else "") + token.text
    return words


def _joined_before(phrase: NounPhrase, start: int, parse: Parse) -> int:
    tokens, known = parse.tokens, role_words()
    if (
        start != phrase.start
        or start < 2
        or tokens[start - 1].low not in {"and", "&"}
        or singular(tokens[start - 2].low) not in known.heads
    ):
        return start
    begin = start - 2
    while begin > 0 and tokens[begin - 1].tag in {"N", "J"} and tokens[begin - 1].low in known.before | known.heads:
        begin -= 1
    return begin


def _own_bodies(phrase: NounPhrase, start: int, parse: Parse) -> Iterator[Slot]:
    """ "B's chairman", "B chairman": the body stands before the title."""
    owner = possessor(phrase, start, parse.tokens)
    if owner is not None:
        yield owner
        return
    found = [slot for slot in modifiers(phrase, start, parse.tokens) if slot.kind != "Person"]
    yield from found[-1:]


def _function(phrase: NounPhrase, end: int, parse: Parse) -> tuple[int, list[Slot]]:
    """The end of "Head of Capital Funding", and the bodies after "of", "at", "for"."""
    bodies: list[Slot] = []
    finish = end
    preps = noun_preps(phrase, parse)
    for prep, inner in preps:
        if prep not in _BODY_PREPS:
            break
        found = [filler.slot for filler in fillers(inner, parse.tokens) if filler.slot.kind != "Person"]
        owner = possessor(inner, inner.head, parse.tokens)
        if found:
            bodies += found
            break
        if owner is not None and prep in {"of", "at", "in"}:
            bodies.append(owner)
            break
        last = parse.tokens[inner.head]
        if prep in {"of", "for"} and last.slot is None and (last.text[:1].isupper() or inner.end - inner.start < 3):
            finish = inner.end
        first = next(
            (parse.tokens[p].slot for p in range(inner.start, inner.end) if parse.tokens[p].slot is not None), None
        )
        if first is not None and first.kind != "Person":
            bodies.append(first)
            break
    if not bodies:
        bodies = _after_comma(phrase, parse)
    return finish, bodies


def _after_comma(phrase: NounPhrase, parse: Parse) -> list[Slot]:
    """ "Dr B, Chairman, C": the body follows a comma."""
    items = parse.items
    place = phrase.place + 1
    while place + 1 < len(items) and isinstance(items[place], Mark) and items[place].kind == "IN":  # type: ignore[union-attr]
        place += 2
    if place + 1 >= len(items) or not isinstance(items[place], Mark) or items[place].kind != "COMMA":  # type: ignore[union-attr]
        return []
    following, after = items[place + 1], items[place + 2] if place + 2 < len(items) else None
    if (
        not isinstance(following, NounPhrase)
        or following.prep
        or isinstance(after, VerbGroup)
        or len(following.members) > 1
        or following.head - following.start > (parse.tokens[following.start].tag == "DT")
    ):
        return []
    slot = parse.tokens[following.head].slot
    return [slot] if slot is not None and slot.kind == "Organisation" else []
