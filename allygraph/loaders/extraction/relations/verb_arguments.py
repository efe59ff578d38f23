"""The arguments of a verb: which noun phrases fill them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from allygraph.loaders.extraction.relations.grammar.fillers import (
    PART_NOUNS,
    Filler,
    fillers,
    modifiers,
    possessor,
    singular,
)
from allygraph.loaders.extraction.relations.grammar.parse import Parse, noun_preps
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.shares import gapped
from allygraph.loaders.extraction.relations.trigger_words import head_word

_SAYING = frozenset({"say", "report", "tell", "note"})

#: "The likes of A and B" are A and B.
_QUANTITIES = frozenset(
    {"city", "town", "state", "municipality", "province", "canton", "kingdom", "republic"}
) | frozenset({"like", "number", "range", "host", "series", "handful", "variety", "duo", "trio", "string"})
#: Before those who take part beside the first: "led by A with participation from B".
_JOINING = frozenset({"by", "with", "from", "alongside", "including", "along with", "together with"})

#: Nouns of which an amount is the price: "a 5 million order" is no capital.
_PRICED = frozenset(
    {"order", "contract", "deal", "bill", "fine", "penalty", "settlement", "refund", "tender", "lawsuit"}
)
_MONEY = frozenset({"capital", "funding", "money", "fund", "loan", "grant", "investment", "financing", "amount"})


def verb_argument(name: str, group: VerbGroup, parse: Parse) -> list[Filler]:
    """Who fills the argument `name` of a verb group."""
    simple = _ARGUMENTS.get(name)
    if simple is not None:
        return simple(group, parse)
    if name.endswith("_within"):
        inside = (
            _inner("poss", phrase, parse) or _inner("of", phrase, parse)
            for prep, phrase in group.preps
            if prep == name[:-7]
        )
        return [filler for found in inside for filler in found]
    if name.startswith("obj_"):
        phrase = logical_object(group)
        return _inner(name[4:], phrase, parse) if phrase is not None else []
    return _verb_prep(name, group, parse)


def _verb_prep(name: str, group: VerbGroup, parse: Parse) -> list[Filler]:
    """What follows the first preposition `name`; agents after every "by"."""
    preps = group.preps
    if group.passive and group.subject is not None and name != "by" and not any(prep == name for prep, _ in preps):
        # "A stake in B was bought by C": the phrase stands with the subject.
        preps = noun_preps(group.subject, parse)
    found: list[Filler] = []
    for prep, phrase in preps:
        if prep == name and (name == "by" or not found):
            found = found + _stands_for(phrase, parse) + _and_named(phrase, parse)
    return found


def _and_named(phrase: NounPhrase, parse: Parse) -> list[Filler]:
    """ "From A and the venture arm of B, C": C as well."""
    after = parse.items[phrase.place + 1 : phrase.place + 3]
    if len(after) < 2 or not is_mark(after[0], "CC") or not isinstance(after[1], NounPhrase) or after[1].prep:
        return []
    return fillers(after[1].named, parse.tokens) if fillers(phrase, parse.tokens) else []


def _object(group: VerbGroup, parse: Parse) -> list[Filler]:
    return _stands_for(logical_object(group), parse)


def _stands_for(phrase: NounPhrase | None, parse: Parse) -> list[Filler]:
    """ "The tokens of B", "the local subsidiary of B": a part with its owner behind it stands for B."""
    found = fillers(phrase, parse.tokens)
    if found or phrase is None:
        return found
    owners = [inner for prep, inner in noun_preps(phrase, parse)[:1] if prep == "of"]
    if head_word(phrase, parse) in _QUANTITIES:
        return [filler for inner in owners for filler in fillers(inner, parse.tokens)]
    if head_word(phrase, parse) not in PART_NOUNS:
        return []
    return [
        Filler(filler.slot, filler.score * 0.75, part=True)
        for inner in owners
        for filler in fillers(inner, parse.tokens)
        if filler.slot.kind == "Organisation"
    ]


def _second(group: VerbGroup, parse: Parse) -> list[Filler]:
    return fillers(group.second, parse.tokens)


def _partner(group: VerbGroup, parse: Parse) -> list[Filler]:
    phrases = [phrase for prep, phrase in group.preps if prep in {"with", "together with"}]
    return [filler for phrase in phrases for filler in fillers(phrase, parse.tokens)]


def _around_subject(group: VerbGroup, parse: Parse) -> list[Filler]:
    """Who has what the participle describes: "B raised a round led by C": B."""
    subject = group.subject
    outer = parse.governors.get(subject.place) if subject is not None else None
    if outer is None or outer is group:
        outer = group.governor
    return fillers(outer.subject, parse.tokens) if outer is not None and outer.lemma not in _SAYING else []


def joint_subjects(group: VerbGroup, parse: Parse) -> list[Filler]:
    """Two or more who act together: a list, or a subject and its partner, here or in the deal that has this purpose."""
    found = verb_argument("subj", group, parse)
    chain: VerbGroup | None = group
    while chain is not None:
        if found:
            found = found + [
                filler
                for filler in verb_argument("with_partner", chain, parse)
                if filler.slot not in {known.slot for known in found}
            ]
        if chain.link not in {"infinitive", "gerund"} or chain.governor is chain:
            break
        chain = chain.governor
    return found if len({filler.slot.entities for filler in found}) > 1 else []


def _ends(group: VerbGroup, parse: Parse) -> list[Filler]:
    return [*agent(group, parse), *_object(group, parse)]


def _named_subject(group: VerbGroup, parse: Parse) -> list[Filler]:
    """The subject that a name or a description of one stands for, not one that its object names."""
    subject = group.subject
    told = subject is not None and (parse.tokens[subject.head].slot is not None or subject.apposed_to is not None)
    return agent(group, parse) if told else []


def _agents_via(group: VerbGroup, parse: Parse) -> list[Filler]:
    """ "A owns half of B through its vehicle C": A and C."""
    means = [phrase for prep, phrase in group.preps if prep in {"through", "via"}]
    return [*agent(group, parse), *(filler for phrase in means for filler in fillers(phrase, parse.tokens))]


def _investors(group: VerbGroup, parse: Parse) -> list[Filler]:
    """Who leads and who joins: "led by A, with B and C also taking part", "... and joined by D"."""
    found = agent(group, parse)
    if not group.passive:
        return found
    preps = list(group.preps)
    for other in parse.groups:
        if other.governor is group and other.link == "coordinate" and other.passive:
            preps += [pair for pair in other.preps if pair[0] == "by"]
    for prep, phrase in preps:
        if prep in _JOINING:
            found += [filler for filler in fillers(phrase, parse.tokens) if filler.slot.kind != "Place"]
    return list({filler.slot.start: filler for filler in found}.values())


def logical_object(group: VerbGroup) -> NounPhrase | None:
    """What is acted on, in either voice. "Was granted a licence" keeps its own object."""
    return group.subject if group.passive else group.object


def agent(group: VerbGroup, parse: Parse) -> list[Filler]:
    if not group.passive:
        return _stands_for(group.subject, parse) + gapped(group, parse)
    found = [filler for prep, phrase in group.preps if prep == "by" for filler in fillers(phrase, parse.tokens)]
    styled = (phrase for prep, phrase in group.preps if prep == "by" and head_word(phrase, parse) in _QUANTITIES)
    return found or [filler for phrase in styled for filler in _stands_for(phrase, parse)]


def _makers(group: VerbGroup, parse: Parse) -> list[Filler]:
    """ "A has developed it together with B", "developed by A jointly with B": both."""
    found = agent(group, parse)
    for prep, phrase in group.preps:
        before = parse.tokens[phrase.start - 2].low if phrase.start > 1 else ""
        if prep == "together with" or (prep == "with" and before in {"jointly", "together"}):
            found = found + [filler for filler in fillers(phrase, parse.tokens) if filler.slot.kind == "Organisation"]
    return found


def _inner(name: str, phrase: NounPhrase, parse: Parse) -> list[Filler]:
    if parse.tokens[phrase.head].slot is not None:
        return []
    if name == "poss":
        owner = possessor(phrase, phrase.head, parse.tokens)
        return [Filler(owner, owner.score)] if owner else own_subject(phrase, parse)
    if name == "mod":
        return [Filler(slot, slot.score) for slot in modifiers(phrase, phrase.head, parse.tokens)[:1]]
    return [
        filler
        for prep, inner in noun_preps(phrase, parse)[:1]
        if prep in {name, "in", "at"}
        for filler in fillers(inner, parse.tokens)
    ]


def _purpose(group: VerbGroup, parse: Parse) -> list[Filler]:
    """What an infinitive of purpose is about: "to promote the start-up of C".

    "A gives 5 and B gives 6 to promote C": what stands behind the last of equal verbs holds for all.
    """
    equal = [
        other
        for other in parse.groups
        if other.lemma == group.lemma and other.place >= group.place and other.form == group.form
    ]
    for other in parse.groups:
        if other.governor in equal and other.form == "to" and other.link == "infinitive":
            found = fillers(other.object, parse.tokens)
            if not found and other.object is not None:
                found = _inner("of", other.object, parse)
            return [Filler(filler.slot, filler.score * 0.9) for filler in found]
    return []


def own_subject(phrase: NounPhrase, parse: Parse) -> list[Filler]:
    """ "Its unit", where nothing says whose: that of the subject of the same clause."""
    if parse.tokens[phrase.start].low not in {"its", "their"} or parse.tokens[phrase.start].slot is not None:
        return []
    listed = parse.items[phrase.place]
    if isinstance(listed, NounPhrase) and phrase in listed.members[1:]:
        # "A and its partner B": A's.
        return fillers(listed.members[0], parse.tokens)
    group = parse.governors.get(phrase.place) or _next_clause(phrase, parse)
    if group is None or group.subject is phrase:
        return []
    return [
        Filler(filler.slot, filler.score * 0.9)
        for filler in fillers(group.subject, parse.tokens)
        if filler.slot.kind != "Person"
    ]


def _next_clause(phrase: NounPhrase, parse: Parse) -> VerbGroup | None:
    """ "Unlike its rival B, A cut prices": the clause that follows."""
    if not phrase.prep:
        return None
    return next((g for g in parse.groups if g.place > phrase.place and g.form == "finite"), None)


def has_money(phrase: NounPhrase | None, parse: Parse) -> bool:
    """True where a phrase names an amount, or speaks of capital."""
    if phrase is None:
        return False
    amount = any(token.tag == "AMT" for token in parse.tokens[phrase.start : phrase.end])
    if singular(parse.tokens[phrase.head].low) in _PRICED:
        return False
    return amount or singular(parse.tokens[phrase.head].low) in _MONEY


_ARGUMENTS: Mapping[str, Callable[[VerbGroup, Parse], list[Filler]]] = MappingProxyType(
    {
        "subj": agent,
        "ends": _ends,
        "subj_named": _named_subject,
        "subj_via": _agents_via,
        "investors": _investors,
        "makers": _makers,
        "obj": _object,
        "second": _second,
        "purpose": _purpose,
        "with_partner": _partner,
        "gov_subj": _around_subject,
    }
)
