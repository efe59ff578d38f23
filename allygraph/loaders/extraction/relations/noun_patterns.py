"""Findings of the noun frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allygraph.loaders.extraction.relations.finding import Finding, all_pairs
from allygraph.loaders.extraction.relations.fitting import Context, fitting
from allygraph.loaders.extraction.relations.grammar.fillers import Filler, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse, noun_preps
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.noun_arguments import noun_argument
from allygraph.loaders.extraction.relations.patterns import Frame, Patterns
from allygraph.loaders.extraction.relations.trigger_words import trigger_nouns

#: Heads that leave the noun before them its meaning.
_LIGHT_HEADS = frozenset(
    {"talk", "agreement", "deal", "tie", "plan", "relationship", "programme", "program", "contract", "arrangement"}
    | {"negotiation", "announcement", "effort", "role", "status", "memorandum", "pact", "bid", "offer", "project"}
    | {"firm", "company", "state", "bank", "organisation", "organization", "country", "subsidiary", "vote"}
)


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
                if not _carries(phrase, place, parse):
                    continue
                for frame in patterns.nouns.get(word, ()):
                    if (place, frame.relation) in used:
                        continue
                    found = list(_noun_frame(frame, phrase, place, parse, context))
                    if found:
                        used.add((place, frame.relation))
                        yield from found


def _carries(phrase: NounPhrase, place: int, parse: Parse) -> bool:
    """True for the head, for a noun before a name, and before a head that adds little: "partnership talks"."""
    names = parse.tokens[phrase.head].slot is not None
    return place == phrase.head or names or singular(parse.tokens[phrase.head].low) in _LIGHT_HEADS


def _noun_frame(frame: Frame, phrase: NounPhrase, place: int, parse: Parse, context: Context) -> Iterator[Finding]:
    if frame.with_set and not _opens_set(phrase, parse):
        return
    if frame.without and any(singular(token.low) in frame.without for token in parse.tokens):
        return

    own = any(prep in {"of", "in"} for prep, _ in noun_preps(phrase, parse))

    def argument(names: Sequence[str]) -> list[Filler]:
        found = (
            ([] if own else context.spoken_of(name, parse.tokens[place]))
            if name in {"topic", "focus"}
            else noun_argument(name, phrase, place, parse, frame.support)
            for name in names
        )
        return next((fillers for fillers in found if fillers), [])

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
    for one, other in fitting(frame, pairs, parse, context):
        weight = frame.weight * one.score * other.score
        yield Finding(
            frame.relation, one.slot, other.slot, weight, place, group, phrase, status=frame.status, nominal=True
        )


def _opens_set(phrase: NounPhrase, parse: Parse) -> bool:
    """ "Investors include A", "key customers are B and C": a bare plural at the front, named by what follows."""
    verb = parse.items[phrase.place + 1] if phrase.place + 1 < len(parse.items) else None
    return (
        phrase.place == 0
        and parse.tokens[phrase.head].low.endswith("s")
        and isinstance(verb, VerbGroup)
        and verb.lemma in {"include", "be", "comprise"}
        and verb.subject is phrase
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
