"""The arguments of a trigger word: which noun phrases fill them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from allygraph.loaders.extraction.relations.grammar.parse import (
    Filler,
    Parse,
    fillers,
    modifiers,
    noun_preps,
    possessor,
    singular,
)
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup

_COPULAR = frozenset({"be", "become", "remain", "represent"})
_SAYING = frozenset({"say", "report", "tell", "note"})
_MONEY = frozenset({"capital", "funding", "money", "fund", "loan", "grant", "investment", "financing", "amount"})
_CARRYING_PREPS = frozenset(
    {"through", "under", "via", "as part of", "by", "with", "thanks to", "in", "into", "for", "to"}
)


def verb_argument(name: str, group: VerbGroup, parse: Parse) -> list[Filler]:
    """Who fills the argument `name` of a verb group."""
    tokens = parse.tokens
    if name == "subj":
        return _agent(group, parse)
    if name == "obj":
        return fillers(logical_object(group), tokens)
    if name == "second":
        return fillers(group.second, tokens)
    if name == "purpose":
        return _purpose(group, parse)
    if name == "with_partner":
        return [
            filler
            for prep, phrase in group.preps
            if prep in {"with", "together with"}
            for filler in fillers(phrase, tokens)
        ]
    if name == "gov_subj":
        return _around_subject(group, parse)
    if name.endswith("_within"):
        return [
            filler
            for prep, phrase in group.preps
            if prep == name[:-7]
            for filler in _inner("poss", phrase, parse) or _inner("of", phrase, parse)
        ]
    if name.startswith("obj_"):
        phrase = logical_object(group)
        return _inner(name[4:], phrase, parse) if phrase is not None else []
    found: list[Filler] = []
    preps = group.preps
    if group.passive and group.subject is not None and name != "by" and not any(prep == name for prep, _ in preps):
        # "A stake in B was bought by C": the phrase stands with the subject.
        preps = noun_preps(group.subject, parse)
    for prep, phrase in preps:
        if prep == name and not (found and name != "by"):
            found = found + fillers(phrase, tokens)
    return found


def _around_subject(group: VerbGroup, parse: Parse) -> list[Filler]:
    """Who has what the participle describes: "B raised a round led by C": B."""
    subject = group.subject
    outer = parse.governors.get(subject.place) if subject is not None else None
    if outer is None or outer is group:
        outer = group.governor
    return fillers(outer.subject, parse.tokens) if outer is not None and outer.lemma not in _SAYING else []


def joint_subjects(group: VerbGroup, parse: Parse) -> list[Filler]:
    """Two or more who act together: a list, or a subject and its partner, here or in the deal this verb is the purpose of."""
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


def logical_object(group: VerbGroup) -> NounPhrase | None:
    """What is acted on, in either voice. "Was granted a licence" keeps its own object."""
    return group.subject if group.passive else group.object


def _agent(group: VerbGroup, parse: Parse) -> list[Filler]:
    if not group.passive:
        return fillers(group.subject, parse.tokens)
    return [filler for prep, phrase in group.preps if prep == "by" for filler in fillers(phrase, parse.tokens)]


def _inner(name: str, phrase: NounPhrase, parse: Parse) -> list[Filler]:
    if parse.tokens[phrase.head].slot is not None:
        return []
    if name == "poss":
        owner = possessor(phrase, phrase.head, parse.tokens)
        return [Filler(owner, owner.score)] if owner else _own(phrase, parse)
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


def noun_argument(name: str, phrase: NounPhrase, place: int, parse: Parse, support: Sequence[str]) -> list[Filler]:
    """Who fills the argument `name` of the noun at token `place` of a phrase."""
    tokens = parse.tokens
    if name == "self":
        return noun_self(phrase, place, parse)
    if name == "poss":
        owner = possessor(phrase, place, tokens)
        return [Filler(owner, owner.score)] if owner else _own(phrase, parse)
    if name in {"mod", "compound"}:
        found = modifiers(phrase, place, tokens)
        return [Filler(slot, slot.score) for slot in (found if name == "compound" else found[-1:])]
    group = parse.governors.get(phrase.place)
    if name == "subj":
        return (
            _agent(group, parse)
            if group is not None and supports(group, phrase, support)
            else _of_passive(phrase, parse, support)
        )
    if name == "joint":
        return joint_subjects(group, parse) if group is not None and supports(group, phrase, support) else []
    if name == "clause":
        return _clause_subject(phrase, parse)
    preps = noun_preps(phrase, parse)
    if name == "of":
        return [filler for prep, inner in preps[:1] if prep == "of" for filler in fillers(inner, tokens)]
    for prep, inner in preps:
        if prep == name:
            return fillers(inner, tokens)
    if (group is not None and group.object is phrase) or _subject_of(phrase, parse) is not None:
        group = group or _subject_of(phrase, parse)
        if group is not None and group.passive and group.lemma not in support:
            return []
        return [
            filler
            for prep, inner in (group.preps if group else ())
            if prep == name
            for filler in fillers(inner, tokens)
        ]
    return []


def _own(phrase: NounPhrase, parse: Parse) -> list[Filler]:
    """ "Its unit", where nothing says whose: that of the subject of the same clause."""
    if parse.tokens[phrase.start].low not in {"its", "their"} or parse.tokens[phrase.start].slot is not None:
        return []
    group = parse.governors.get(phrase.place)
    if group is None or group.subject is phrase:
        return []
    return [
        Filler(filler.slot, filler.score * 0.9)
        for filler in fillers(group.subject, parse.tokens)
        if filler.slot.kind != "Person"
    ]


def supports(group: VerbGroup, phrase: NounPhrase, support: Sequence[str]) -> bool:
    """True where the verb does the noun: "signed an agreement", "entered into a partnership"."""
    while group.lemma not in support and group.link in {"infinitive", "gerund"} and group.governor is not None:
        return False
    return group.lemma in support and (
        group.object is phrase or group.second is phrase or any(phrase is inner for _, inner in group.preps)
    )


def _subject_of(phrase: NounPhrase, parse: Parse) -> VerbGroup | None:
    return next(
        (group for group in parse.groups if group.subject is phrase and (group.passive or group.lemma == "be")), None
    )


def _of_passive(phrase: NounPhrase, parse: Parse, support: Sequence[str]) -> list[Filler]:
    group = _subject_of(phrase, parse)
    return _agent(group, parse) if group is not None and group.lemma in support else []


def _clause_subject(phrase: NounPhrase, parse: Parse) -> list[Filler]:
    """ "Through the partnership with B, A will ...": A."""
    if phrase.prep not in _CARRYING_PREPS - {"to", "for"}:
        return []
    group = parse.governors.get(phrase.place)
    if group is None:
        group = next((g for g in parse.groups if g.place > phrase.place and g.form == "finite"), None)
    return [Filler(filler.slot, filler.score * 0.9) for filler in fillers(group.subject, parse.tokens)] if group else []


def noun_self(phrase: NounPhrase, place: int, parse: Parse) -> list[Filler]:
    """Whom the noun denotes: the name after it, what it explains, the subject it is said of, "as a ..."."""
    tokens = parse.tokens
    if place != phrase.head:
        following = tokens[place + 1]
        return [Filler(following.slot, following.slot.score)] if following.slot is not None else []
    if len(phrase.members) > 1 and phrase.apposed_to is None:
        return []
    found = fillers(phrase.named, tokens) or fillers(phrase.apposed_to, tokens)
    if found:
        return found
    own = modifiers(phrase, place, tokens)[-1:] if possessor(phrase, place, tokens) is not None else []
    if own:
        return [Filler(own[0], own[0].score)]
    outer = _one_of(phrase, parse)
    if outer is not phrase and outer.named is not None:
        return fillers(outer.named, tokens)
    if outer is not phrase and outer.apposed_to is not None:
        return fillers(outer.apposed_to, tokens)
    group = parse.governors.get(outer.place)
    if group is None:
        return []
    said_of = group.object is outer and group.lemma in _COPULAR
    as_phrase = phrase.prep == "as"
    if said_of or (as_phrase and group.lemma not in {"see", "regard"}):
        target = group.object if as_phrase and not group.passive and group.object is not None else group.subject
        return fillers(target, tokens)
    return []


def _one_of(phrase: NounPhrase, parse: Parse) -> NounPhrase:
    """ "One of the backers": what is said of "one" is said of a backer."""
    before = parse.items[phrase.place - 2] if phrase.prep == "of" and phrase.place > 1 else None
    if isinstance(before, NounPhrase) and parse.tokens[before.head].low in {
        "one",
        "some",
        "several",
        "two",
        "three",
        "many",
        "most",
    }:
        return before
    return phrase


def trigger_nouns(phrase: NounPhrase, parse: Parse) -> list[tuple[int, str]]:
    """The places and singular forms of the nouns of a phrase; two words that belong together give their joint form as well."""
    found = []
    for place in range(phrase.start, phrase.end):
        token = parse.tokens[place]
        if token.tag not in {"N", "J"} or token.slot is not None:
            continue
        word = singular(token.low)
        if place > phrase.start and parse.tokens[place - 1].tag in {"N", "J"}:
            found.append((place, f"{parse.tokens[place - 1].low} {word}"))
        found.append((place, word))
    return found


def head_word(phrase: NounPhrase | None, parse: Parse) -> str:
    """The singular head of a phrase; "" for none and for a name."""
    if phrase is None or parse.tokens[phrase.head].slot is not None:
        return ""
    return singular(parse.tokens[phrase.head].low)


def has_word(phrase: NounPhrase | None, parse: Parse, wanted: Collection[str]) -> bool:
    """True where a noun of the phrase, or its PCT, is one of the wanted words."""
    if phrase is None:
        return False
    for place in range(phrase.start, phrase.end):
        token = parse.tokens[place]
        if token.tag == "PCT" and "percent" in wanted:
            return True
        if token.tag in {"N", "J"} and singular(token.low) in wanted:
            return True
    return False


def has_money(phrase: NounPhrase | None, parse: Parse) -> bool:
    """True where a phrase names an amount, or speaks of capital."""
    if phrase is None:
        return False
    amount = any(token.tag == "AMT" for token in parse.tokens[phrase.start : phrase.end])
    return amount or singular(parse.tokens[phrase.head].low) in _MONEY
