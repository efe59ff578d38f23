"""The arguments of a noun: which noun phrases fill them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from allygraph.loaders.extraction.relations.grammar.fillers import Filler, fillers, modifiers, possessor, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse, noun_preps
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.verb_arguments import agent, joint_subjects, own_subject

_GIVING = frozenset({"give", "allow", "help", "enable", "let", "grant", "offer", "permit", "hand"})
_COPULAR = frozenset({"be", "become", "remain", "represent"})


_CARRYING_PREPS = frozenset(
    {"through", "under", "via", "as part of", "by", "with", "thanks to", "in", "into", "for", "to"}
)


def noun_argument(name: str, phrase: NounPhrase, place: int, parse: Parse, support: Sequence[str]) -> list[Filler]:
    """Who fills the argument `name` of the noun at token `place` of a phrase."""
    simple = _ARGUMENTS.get(name)
    if simple is not None:
        return simple(phrase, place, parse)
    if name == "parties":
        return _parties(phrase, place, parse, support)
    if name == "poss":
        owner = possessor(phrase, place, parse.tokens)
        return [Filler(owner, owner.score)] if owner else own_subject(phrase, parse)
    if name in {"mod", "compound"}:
        found = modifiers(phrase, place, parse.tokens)
        return [Filler(slot, slot.score) for slot in (found if name == "compound" else found[-1:])]
    if name in {"subj", "joint"}:
        return _of_support(name, phrase, parse, support)
    return _noun_prep(name, phrase, parse, support)


def _of_support(name: str, phrase: NounPhrase, parse: Parse, support: Sequence[str]) -> list[Filler]:
    """The subject of the verb that does the noun, alone or with its partner."""
    group = parse.governors.get(phrase.place)
    done = group is not None and supports(group, phrase, support)
    if name == "joint":
        return joint_subjects(group, parse) if group is not None and done else []
    return agent(group, parse) if group is not None and done else _of_passive(phrase, parse, support)


def _noun_prep(name: str, phrase: NounPhrase, parse: Parse, support: Sequence[str]) -> list[Filler]:
    """What follows the preposition `name`: behind the noun, or behind the verb whose object or subject it is."""
    preps = noun_preps(phrase, parse)
    if name == "of":
        preps = preps[:1]
    inner = next((inner for prep, inner in preps if prep == name), None)
    if inner is None and name == "of":
        # "Of which A and B are members".
        around = parse.governors.get(phrase.place)
        relative = around.preps if around is not None and around.link == "relative" else []
        inner = next((other for prep, other in relative if prep == "of" and other.place < phrase.place), None)
    if inner is not None or name == "of":
        return fillers(inner, parse.tokens)
    group = parse.governors.get(phrase.place)
    if group is None or group.object is not phrase:
        group = _subject_of(phrase, parse)
    if group is None or (group.passive and group.lemma not in support):
        return []
    return [filler for prep, inner in group.preps if prep == name for filler in fillers(inner, parse.tokens)]


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
    return agent(group, parse) if group is not None and group.lemma in support else []


def _parties(phrase: NounPhrase, place: int, parse: Parse, support: Sequence[str]) -> list[Filler]:
    """ "A's venture with B", "A formed a venture with B": A and B."""
    partners = _noun_prep("with", phrase, parse, support)
    if not partners:
        return []
    for name in ("poss", "subj", "mod"):
        found = noun_argument(name, phrase, place, parse, support)
        if found:
            return [*found, *partners]
    return []


def _relative(phrase: NounPhrase, _place: int, parse: Parse) -> list[Filler]:
    """ "A partnership under which A and B run a dock": A and B."""
    for group in parse.groups:
        if group.link == "relative" and any(inner is phrase for _, inner in group.preps):
            return fillers(group.subject, parse.tokens)
    return []


def _gainer(phrase: NounPhrase, _place: int, parse: Parse) -> list[Filler]:
    """ "A pact with B gives A access": A."""
    for group in parse.groups:
        if group.subject is phrase and group.lemma in _GIVING and not group.passive:
            return [Filler(filler.slot, filler.score * 0.9) for filler in fillers(group.object, parse.tokens)]
    return []


def _around(phrase: NounPhrase, _place: int, parse: Parse) -> list[Filler]:
    """Of whom a clause speaks that takes the noun as object or adjunct: "B is taking on rivals such as C": B."""
    group = parse.governors.get(phrase.place)
    if group is None or (group.lemma in _COPULAR and group.object is phrase):
        return []
    return [Filler(filler.slot, filler.score * 0.9) for filler in agent(group, parse)]


def _selves(phrase: NounPhrase, place: int, parse: Parse) -> list[Filler]:
    """Whom the noun denotes, but not by example: "rivals such as B and C" are rivals of someone else."""
    example = phrase.named is not None and phrase.named.prep in {"as", "like", "such as", "including", "includes"}
    return [] if example else noun_self(phrase, place, parse)


def _jointly(phrase: NounPhrase, _place: int, parse: Parse) -> list[Filler]:
    """ "Under the partnership, A and B will ...": A and B."""
    return _clause_subject(phrase, parse) if phrase.prep in {"under", "through", "as part of"} else []


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
        following = tokens[place + 1].slot
        if following is None:
            return []
        return [Filler(following, following.score), *_rest_of_list(phrase, place, parse)]
    if len(phrase.members) > 1 and phrase.apposed_to is None:
        return []
    found = fillers(phrase.named, tokens) or fillers(phrase.apposed_to, tokens)
    if found:
        return found
    own = modifiers(phrase, place, tokens)[-1:] if possessor(phrase, place, tokens) is not None else []
    if own:
        return [Filler(own[0], own[0].score)]
    outer = _one_of(phrase, parse)
    if outer is not phrase and (outer.named is not None or outer.apposed_to is not None):
        return fillers(outer.named if outer.named is not None else outer.apposed_to, tokens)
    return _said_of(phrase, outer, parse)


def _said_of(phrase: NounPhrase, outer: NounPhrase, parse: Parse) -> list[Filler]:
    """Of whom a noun is said: "B is a member", "B joined as a member"."""
    group = parse.governors.get(outer.place)
    if group is None:
        return []
    joined = group.object is outer or any(prep == "and" and inner is outer for prep, inner in group.preps)
    said_of = joined and group.lemma in _COPULAR
    if phrase.prep == "as" and group.lemma in {"join", "leave"} and group.object is not None:
        return []
    as_phrase = phrase.prep == "as"
    if said_of or (as_phrase and group.lemma not in {"see", "regard"}):
        target = group.object if as_phrase and not group.passive and group.object is not None else group.subject
        return fillers(target, parse.tokens)
    return []


def _rest_of_list(phrase: NounPhrase, place: int, parse: Parse) -> list[Filler]:
    """ "Its brands A, B and C": the plural before the first name holds for the names behind it."""
    listed = parse.items[phrase.place]
    if not isinstance(listed, NounPhrase) or phrase not in listed.members or not _is_plural(parse.tokens[place].low):
        return []
    behind = listed.members[listed.members.index(phrase) + 1 :]
    found = []
    for member in behind:
        slot = parse.tokens[member.head].slot
        if slot is None or member.head != member.start:
            break
        found.append(Filler(slot, slot.score))
    return found


def _is_plural(word: str) -> bool:
    return word.endswith("s") and singular(word) != word


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


_ARGUMENTS: Mapping[str, Callable[[NounPhrase, int, Parse], list[Filler]]] = MappingProxyType(
    {
        "self": noun_self,
        "selves": _selves,
        "around": _around,
        "gainer": _gainer,
        "relative": _relative,
        "jointly": _jointly,
        "clause": lambda phrase, _, parse: _clause_subject(phrase, parse),
    }
)
