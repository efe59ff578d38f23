"""Findings from how names stand together: hyphens, possessives, tickers, prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from allygraph.loaders.extraction.relations.authorities import is_authority, is_exchange
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.fitting import Context
from allygraph.loaders.extraction.relations.grammar.fillers import (
    ABSTRACT_NOUNS,
    PART_NOUNS,
    Filler,
    fillers,
    possessor,
    singular,
)
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.patterns import Patterns
from allygraph.loaders.extraction.relations.verb_arguments import own_subject, verb_argument

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
    if first.low != "the" or noun is None:
        return []
    known = _spoken_of(phrase, parse) or context.focus
    if known is None or is_authority(context.names_of(known), known.kind):
        return []
    slot = Slot(known.entities, known.kind, noun.text, noun.start, noun.end, True, 0.75)
    return [Filler(slot, slot.score)]


def _spoken_of(phrase: NounPhrase, parse: Parse) -> Slot | None:
    """ "B is buying shares in A, giving it 7% of the C-listed company": A, named before and no subject."""
    subjects = {parse.tokens[g.subject.head].slot for g in parse.groups if g.subject is not None}
    before = [token.slot for token in parse.tokens[: phrase.start] if token.slot is not None]
    bodies = [slot for slot in before if slot.kind == "Organisation" and slot not in subjects and not slot.reference]
    return bodies[-1] if bodies else None


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
        if known and known[0] == "OWNS" and not _is_body(place + 2, parse):
            # "A's B mine", "A's B project": a site or a plan is no firm.
            continue
        if known and named and ends_fit(known[0], owner, owned):
            yield Finding(known[0], owner, owned, known[1] * owner.score, place, status="active", nominal=True)


def _is_body(place: int, parse: Parse) -> bool:
    """True where no noun follows a name, or one that says it is a firm."""
    token = parse.tokens[place] if place < len(parse.tokens) else None
    if token is None or token.tag not in {"N", "J"}:
        return True
    while place + 1 < len(parse.tokens) and parse.tokens[place + 1].tag in {"N", "J"}:
        place += 1
    return singular(parse.tokens[place].low) in _BODIES | PART_NOUNS


def _kind_noun(place: int, parse: Parse) -> bool:
    """ "A's B electric car": the words after the name end in what kind of thing it is."""
    while place + 1 < len(parse.tokens) and parse.tokens[place + 1].tag in {"N", "J"}:
        place += 1
    return parse.tokens[place].tag == "N" and singular(parse.tokens[place].low) not in ABSTRACT_NOUNS


#: What a firm has and a product is, without being the firm's own work.
_NOT_OWN = frozenset(
    {"event", "summit", "conference", "forum", "festival", "benchmark", "index", "currency", "parent"}
) | (
    {
        "predecessor",
        "successor",
        "alternative",
        "equivalent",
        "counterpart",
        "answer",
        "target",
        "bet",
        "choice",
        "host",
    }
)


def match_possessions(parse: Parse) -> Iterator[Finding]:
    """ "A's next van, B", "its new platform B": what a firm has and a product names is its product."""
    for listed in parse.phrases:
        for phrase in listed.members:
            head = parse.tokens[phrase.head]
            if phrase.named is None or head.slot is not None or head.tag != "N":
                continue
            word = singular(head.low)
            if word in ABSTRACT_NOUNS | _NOT_OWN or word in _BODIES:
                continue
            owner = possessor(phrase, phrase.head, parse.tokens)
            owners = [Filler(owner, owner.score)] if owner else own_subject(phrase, parse)
            for one in owners:
                for other in fillers(phrase.named, parse.tokens):
                    kinds = (one.slot.kind, other.slot.kind)
                    if kinds == ("Organisation", "Product") and ends_fit("DEVELOPS", one.slot, other.slot):
                        yield Finding(
                            "DEVELOPS",
                            one.slot,
                            other.slot,
                            0.75 * one.score,
                            phrase.head,
                            phrase=phrase,
                            nominal=True,
                            status="planned" if _to_come(phrase, parse) else None,
                        )


def _to_come(phrase: NounPhrase, parse: Parse) -> bool:
    """ "Its next van, B", "its first van, B, is due in June"."""
    if any(token.low in {"next", "upcoming", "forthcoming"} for token in parse.tokens[phrase.start : phrase.end]):
        return True
    group = next((g for g in parse.groups if g.subject is phrase or g.subject is phrase.named), None)
    said = group.object if group is not None and group.lemma == "be" and not group.past else None
    return said is not None and parse.tokens[said.head].low == "due"


def match_tickers(parse: Parse, context: Context) -> Iterator[Finding]:
    """ "A (Nasdaq: AAA)": a name, and in brackets after it an exchange with a colon."""
    tokens = parse.tokens
    for place in range(len(tokens) - 3):
        company, exchange = tokens[place].slot, tokens[place + 2].slot
        if company is None and tokens[place].tag == "N":
            # "A is a listed company (Nasdaq: AAA)".
            phrase = next((p for p in parse.phrases if p.start <= place < p.end), None)
            company = next((filler.slot for filler in fillers(phrase, tokens)), None)
        if company is None or exchange is None or tokens[place + 1].tag != "LPAR" or tokens[place + 3].tag != "COLON":
            continue
        symbol = tokens[place + 4].text if place + 4 < len(tokens) else ""
        ticker = symbol.isupper() and symbol.isalpha() and len(symbol) < 6 and exchange.kind == "Organisation"
        if (
            company.kind == "Organisation"
            and (ticker or is_exchange(context.names_of(exchange)))
            and ends_fit("LISTED_ON", company, exchange)
        ):
            yield Finding("LISTED_ON", company, exchange, 0.9, place + 2, status="active", nominal=True)
