"""Findings from how names stand together: hyphens, possessives, tickers, prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from allygraph.loaders.extraction.relations.authorities import is_exchange
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.fitting import Context
from allygraph.loaders.extraction.relations.grammar.fillers import NAMED_NOUNS, Filler, fillers, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.patterns import Patterns
from allygraph.loaders.extraction.relations.verb_arguments import verb_argument

_BODIES = frozenset(
    {
        "company",
        "firm",
        "group",
        "bank",
        "maker",
        "manufacturer",
        "producer",
        "provider",
        "operator",
        "business",
        "start-up",
        "startup",
        "lender",
        "carrier",
        "developer",
        "miner",
        "insurer",
    }
)


def match_hyphens(parse: Parse, patterns: Patterns, context: Context) -> Iterator[Finding]:
    """ "A-based B", "a C-listed company": the name before the hyphen and whom the phrase stands for."""
    for listed in parse.phrases:
        for phrase in listed.members:
            for place in range(phrase.start + 1, phrase.end):
                token, before = parse.tokens[place], parse.tokens[place - 1]
                if token.tag != "HYP" or before.slot is None:
                    continue
                for pattern in patterns.hyphens.get(token.low, ()):
                    for head in _whole(phrase, parse, context):
                        one, other = (head.slot, before.slot) if pattern.reverse else (before.slot, head.slot)
                        if (pattern.mod_kinds and before.slot.kind not in pattern.mod_kinds) or (
                            pattern.head_kinds and head.slot.kind not in pattern.head_kinds
                        ):
                            continue
                        if ends_fit(pattern.relation, one, other):
                            yield Finding(
                                pattern.relation,
                                one,
                                other,
                                pattern.weight * head.score,
                                place,
                                phrase=phrase,
                                status="active",
                                nominal=True,
                            )


def _whole(phrase: NounPhrase, parse: Parse, context: Context) -> list[Filler]:
    if parse.tokens[phrase.head].slot is not None or phrase.named or phrase.apposed_to:
        return fillers(phrase, parse.tokens)
    for place in range(phrase.start, phrase.head + 1):
        slot = parse.tokens[place].slot
        # "The Nasdaq-listed company's revenue": a reference inside the phrase.
        if slot is not None and slot.reference and place + 1 < phrase.end and parse.tokens[place + 1].tag == "POS":
            return [Filler(slot, slot.score)]
    group = parse.governors.get(phrase.place)
    if group is not None and group.lemma == "be" and group.object is phrase:
        return fillers(group.subject, parse.tokens)
    return _focus(phrase, parse, context)


def _focus(phrase: NounPhrase, parse: Parse, context: Context) -> list[Filler]:
    """ "The Nasdaq-listed company": the one that the text is about."""
    first = parse.tokens[phrase.start]
    noun = next(
        (t for t in parse.tokens[phrase.start : phrase.end] if t.tag == "N" and singular(t.low) in _BODIES), None
    )
    if context.focus is None or first.low != "the" or noun is None:
        return []
    slot = Slot(context.focus.entities, context.focus.kind, noun.text, noun.start, noun.end, True, 0.75)
    return [Filler(slot, slot.score)]


def match_preps(parse: Parse, patterns: Patterns) -> Iterator[Finding]:
    """ "A, in partnership with B, ...": the subject of the clause and the phrase after the preposition."""
    for phrase in parse.phrases:
        for pattern in patterns.preps.get(phrase.prep, ()):
            group = parse.governors.get(phrase.place) or next(
                (g for g in parse.groups if g.form == "finite" and g.place > phrase.place), None
            )
            if group is None or (phrase.prep == "behind" and group.lemma != "be"):
                continue
            ends = [(one, other) for one in _actor(group, parse) for other in fillers(phrase, parse.tokens)]
            for one, other in [(b, a) for a, b in ends] if pattern.reverse else ends:
                if ends_fit(pattern.relation, one.slot, other.slot, pattern.kinds, pattern.kinds):
                    yield Finding(
                        pattern.relation,
                        one.slot,
                        other.slot,
                        pattern.weight * one.score * other.score,
                        phrase.start,
                        group,
                        phrase,
                    )


def _actor(group: VerbGroup, parse: Parse) -> list[Filler]:
    return verb_argument("subj", group, parse) or fillers(group.subject, parse.tokens)


def match_possessives(parse: Parse, patterns: Patterns) -> Iterator[Finding]:
    """ "A's B" with two names side by side."""
    tokens = parse.tokens
    for place in range(1, len(tokens) - 1):
        owner, owned = tokens[place - 1].slot, tokens[place + 1].slot
        if tokens[place].tag != "POS" or owner is None or owned is None or owned.possessive:
            continue
        named = (
            place + 2 >= len(tokens) or tokens[place + 2].tag not in {"N", "J", "SLOT"} or _kind_noun(place + 2, parse)
        )
        known = patterns.possessives.get((owner.kind, owned.kind))
        if known and named and ends_fit(known[0], owner, owned):
            yield Finding(known[0], owner, owned, known[1] * owner.score, place, status="active", nominal=True)


def _kind_noun(place: int, parse: Parse) -> bool:
    """ "A's B electric car": the words after the name end in what kind of thing it is."""
    while place + 1 < len(parse.tokens) and parse.tokens[place + 1].tag in {"N", "J"}:
        place += 1
    return parse.tokens[place].tag == "N" and singular(parse.tokens[place].low) in NAMED_NOUNS


def match_tickers(parse: Parse, context: Context) -> Iterator[Finding]:
    """ "A (Nasdaq: AAA)": a name, and in brackets after it an exchange with a colon."""
    tokens = parse.tokens
    for place in range(len(tokens) - 3):
        company, exchange = tokens[place].slot, tokens[place + 2].slot
        if company is None or exchange is None or tokens[place + 1].tag != "LPAR" or tokens[place + 3].tag != "COLON":
            continue
        if (
            company.kind == "Organisation"
            and is_exchange(context.names_of(exchange))
            and ends_fit("LISTED_ON", company, exchange)
        ):
            yield Finding("LISTED_ON", company, exchange, 0.9, place + 2, status="active", nominal=True)
