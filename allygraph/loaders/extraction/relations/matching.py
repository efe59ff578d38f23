"""Patterns against a parsed sentence: verbs, nouns, hyphened words, prepositions and bare possessives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.relations.arguments import (
    has_money,
    has_word,
    head_word,
    joint_subjects,
    noun_argument,
    supports,
    trigger_nouns,
    verb_argument,
)
from allygraph.loaders.extraction.relations.authorities import (
    group_word,
    is_authority,
    is_exchange,
    is_group,
    market_word,
    official_word,
)
from allygraph.loaders.extraction.relations.finding import Finding, all_pairs, ends_fit
from allygraph.loaders.extraction.relations.grammar.parse import NAMED_NOUNS, Filler, Parse, fillers, singular
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.patterns import Frame, Patterns

_HOLDINGS = frozenset(
    {
        "stake",
        "share",
        "business",
        "company",
        "asset",
        "unit",
        "subsidiary",
        "brand",
        "portfolio",
        "right",
        "division",
        "operation",
        "interest",
        "firm",
        "property",
        "site",
        "building",
        "rest",
        "arm",
        "remainder",
        "control",
        "majority",
        "licence",
        "license",
        "store",
        "station",
        "land",
        "title",
        "information",
        "access",
        "support",
        "service",
        "assistance",
        "advice",
    }
)
#: Who buys a part has not bought the whole.
_OF_WHOLES = frozenset({"ACQUIRES", "OWNS", "DEVELOPS", "MEMBER_OF"})
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


@dataclass(frozen=True, slots=True)
class Context:
    """What a pattern may know beyond the sentence: the names of each entity of the document.

    `focus` is the organisation that the sentences before were about.
    """

    names: Mapping[str, tuple[str, ...]]
    focus: Slot | None = None

    def names_of(self, slot: Slot) -> list[str]:
        """All names of the entities a slot stands for, and its own words."""
        return [slot.text, *(name for entity in slot.entities for name in self.names.get(entity, ()))]


def match_verbs(parse: Parse, patterns: Patterns, context: Context) -> Iterator[Finding]:
    """Findings of the verb frames; for each verb and relation the first frame that fits is taken."""
    for group in parse.groups:
        done: set[str] = set()
        for frame in patterns.verbs.get(group.lemma, ()):
            if frame.relation in done or not _verb_fits(frame, group, parse):
                continue
            found = list(_verb_frame(frame, group, parse, context))
            if found:
                done.add(frame.relation)
                yield from found


def _verb_fits(frame: Frame, group: VerbGroup, parse: Parse) -> bool:
    """The conditions of a frame on the words around its verb."""
    own = group.subject if group.passive else group.object
    if frame.with_object and not has_word(own, parse, frame.with_object):
        return False
    if frame.with_second and not (
        has_word(group.second, parse, frame.with_second)
        or (group.passive and has_word(group.object, parse, frame.with_second))
    ):
        return False
    if frame.no_object and own is not None and not group.passive and head_word(own, parse):
        return False
    if frame.has_object and own is None:
        return False
    if frame.money_object and not has_money(own, parse):
        return False
    if frame.goods and not _is_goods(own, parse):
        return False
    if frame.needs and not _has_particle(frame.needs, group, parse):
        return False
    if frame.as_ and not any(prep == "as" and has_word(phrase, parse, frame.as_) for prep, phrase in group.preps):
        return False
    if frame.control and not any(other.governor is group and other.lemma in frame.control for other in parse.groups):
        return False
    if frame.under and not (group.governor is not None and group.governor.lemma in frame.under):
        return False
    if frame.adverb and not _has_adverb(frame.adverb, group, parse):
        return False
    return not frame.words or any(singular(token.low) in frame.words for token in parse.tokens)


def _is_goods(phrase: NounPhrase | None, parse: Parse) -> bool:
    """True for things sold by the piece; a named thing, a firm or a holding changes its owner instead."""
    if phrase is None or has_money(phrase, parse):
        return False
    slot = parse.tokens[phrase.head].slot
    if slot is not None:
        return slot.kind == "Product"
    return parse.tokens[phrase.head].tag == "N" and not has_word(phrase, parse, _HOLDINGS)


def _has_particle(wanted: Sequence[str], group: VerbGroup, parse: Parse) -> bool:
    after = [token.low for token in parse.tokens[group.start : group.end + 8]]
    return any(word in after for word in wanted)


def _has_adverb(wanted: Sequence[str], group: VerbGroup, parse: Parse) -> bool:
    near = parse.tokens[max(group.start - 1, 0) : group.end + 2]
    return any(token.low in wanted for token in near)


def _verb_frame(frame: Frame, group: VerbGroup, parse: Parse, context: Context) -> Iterator[Finding]:
    def argument(names: Sequence[str]) -> list[Filler]:
        return next((found for name in names if (found := verb_argument(name, group, parse))), [])

    pairs: list[tuple[Filler, Filler]]
    if frame.joint:
        pairs = [(one, other) for one in joint_subjects(group, parse) for other in argument(frame.object)]
    elif frame.pairs:
        pairs = list(all_pairs(argument(frame.pairs)))
    else:
        pairs = [(one, other) for one in argument(frame.subject) for other in argument(frame.object)]
    main = next(place for place in range(group.end - 1, -1, -1) if parse.tokens[place].tag in {"V", "BE"})
    for one, other in _fitting(frame, pairs, parse, context):
        weight = frame.weight * one.score * other.score
        yield Finding(
            frame.relation,
            one.slot,
            other.slot,
            weight,
            main,
            group,
            group.object,
            status=frame.status,
            nominal=bool(frame.with_object),
            stative=frame.stative,
        )


def _fitting(
    frame: Frame, pairs: Sequence[tuple[Filler, Filler]], parse: Parse, context: Context
) -> Iterator[tuple[Filler, Filler]]:
    """The pairs of the right kinds; an owner stands in for what it owns where only the owner fits."""
    for one, other in pairs:
        owners = [
            one if one.owner is None else Filler(one.owner, 0.8),
            other if other.owner is None else Filler(other.owner, 0.8),
        ]
        if other.part and frame.relation in _OF_WHOLES:
            continue
        for left, right in ((one, other), (one, owners[1]), (owners[0], other)):
            if _frame_fits(frame, left.slot, right.slot, parse, context):
                yield left, right
                break


def _frame_fits(frame: Frame, one: Slot, other: Slot, parse: Parse, context: Context) -> bool:
    if not ends_fit(
        frame.relation, one, other, frame.kinds, frame.object_kinds or (frame.kinds if frame.pairs else ())
    ):
        return False
    if frame.authority and not (is_authority(context.names_of(one), one.kind) or _described(one, parse, official_word)):
        return False
    if frame.exchange and not (is_exchange(context.names_of(other)) or _described(other, parse, market_word)):
        return False
    return not frame.group or is_group(context.names_of(other)) or _described(other, parse, group_word)


def _described(slot: Slot, parse: Parse, test: Callable[[str], bool]) -> bool:
    """True where the words before a name say what it is: "the regulator X", "the exchange Y"."""
    for phrase in parse.phrases:
        for member in phrase.members:
            if parse.tokens[member.head].slot is slot:
                before = any(test(token.low) for token in parse.tokens[member.start : member.head])
                explained = any(
                    other.apposed_to is phrase and any(test(t.low) for t in parse.tokens[other.start : other.end])
                    for other in parse.phrases
                )
                return before or explained
    return False


def match_nouns(parse: Parse, patterns: Patterns, context: Context) -> Iterator[Finding]:
    """Findings of the noun frames; for each noun and relation the first frame that fits is taken."""
    for listed in parse.phrases:
        for phrase in listed.members if len(listed.members) > 1 else (listed,):
            if phrase is not listed:
                # A member of a list explains what the list explains and stands where the list stands.
                phrase.apposed_to, phrase.prep, phrase.place = (
                    phrase.apposed_to or listed.apposed_to,
                    phrase.prep or listed.prep,
                    listed.place,
                )
            used: set[tuple[int, str]] = set()
            for place, word in trigger_nouns(phrase, parse):
                for frame in patterns.nouns.get(word, ()):
                    if (place, frame.relation) in used:
                        continue
                    found = list(_noun_frame(frame, phrase, place, parse, context))
                    if found:
                        used.add((place, frame.relation))
                        yield from found


def _noun_frame(frame: Frame, phrase: NounPhrase, place: int, parse: Parse, context: Context) -> Iterator[Finding]:
    def argument(names: Sequence[str]) -> list[Filler]:
        return next(
            (found for name in names if (found := noun_argument(name, phrase, place, parse, frame.support))), []
        )

    if frame.pairs:
        pairs = next((found for name in frame.pairs if (found := list(all_pairs(argument((name,)))))), [])
    else:
        subjects = argument(frame.subject)
        if not subjects and frame.modifier and "self" in frame.subject:
            subjects = _after_modifier(phrase, place, parse)
        if frame.joint and len({filler.slot.entities for filler in subjects}) < 2:
            return
        pairs = [(one, other) for one in subjects for other in argument(frame.object)]
    group = parse.governors.get(phrase.place) or next((g for g in parse.groups if g.subject is phrase), None)
    for one, other in _fitting(frame, pairs, parse, context):
        weight = frame.weight * one.score * other.score
        yield Finding(
            frame.relation, one.slot, other.slot, weight, place, group, phrase, status=frame.status, nominal=True
        )


def _after_modifier(phrase: NounPhrase, place: int, parse: Parse) -> list[Filler]:
    """ "Rival chip maker B": the name at the end of the phrase."""
    slot = parse.tokens[phrase.head].slot
    between = parse.tokens[place + 1 : phrase.head]
    return (
        [Filler(slot, slot.score)]
        if slot is not None and len(between) < 4 and all(t.tag in {"N", "J", "SLOT", "HYP"} for t in between)
        else []
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
                    for head in _whole(phrase, listed, parse, context):
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


def _whole(phrase: NounPhrase, listed: NounPhrase, parse: Parse, context: Context) -> list[Filler]:
    if parse.tokens[phrase.head].slot is not None or phrase.named or phrase.apposed_to:
        return fillers(phrase if len(listed.members) == 1 else phrase, parse.tokens)
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
            for one, other in ends:
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


__all__ = [
    "Context",
    "match_hyphens",
    "match_nouns",
    "match_possessives",
    "match_preps",
    "match_tickers",
    "match_verbs",
    "supports",
]
