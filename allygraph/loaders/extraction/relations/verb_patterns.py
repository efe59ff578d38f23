"""Findings of the verb frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allygraph.loaders.extraction.relations.finding import Finding, all_pairs
from allygraph.loaders.extraction.relations.fitting import Context, fitting
from allygraph.loaders.extraction.relations.grammar.fillers import Filler, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.patterns import Frame, Patterns
from allygraph.loaders.extraction.relations.trigger_words import has_word, head_word
from allygraph.loaders.extraction.relations.verb_arguments import has_money, joint_subjects, verb_argument

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
    return (
        _object_fits(frame, group, own, parse)
        and (not frame.needs or _has_particle(frame.needs, group, parse))
        and (not frame.adverb or _has_adverb(frame.adverb, group, parse))
        and (not frame.as_ or _has_as(frame.as_, group, parse))
        and (not frame.control or any(g.governor is group and g.lemma in frame.control for g in parse.groups))
        and (not frame.under or (group.governor is not None and group.governor.lemma in frame.under))
        and (not frame.words or any(singular(token.low) in frame.words for token in parse.tokens))
        and not (frame.without and any(singular(token.low) in frame.without for token in parse.tokens))
        and (not frame.with_subject or has_word(group.subject, parse, frame.with_subject))
        and (not frame.with_money or any(prep == "with" and has_money(phrase, parse) for prep, phrase in group.preps))
    )


def _object_fits(frame: Frame, group: VerbGroup, own: NounPhrase | None, parse: Parse) -> bool:
    """The conditions of a frame on what is acted on."""
    second = group.object if group.passive else group.second
    return (
        (not frame.with_object or has_word(own, parse, frame.with_object))
        and (not frame.with_second or has_word(second, parse, frame.with_second))
        and (not frame.no_object or own is None or group.passive or not head_word(own, parse))
        and (not frame.has_object or own is not None)
        and (not frame.money_object or has_money(own, parse))
        and (not frame.goods or _is_goods(own, parse))
    )


def _has_as(wanted: Sequence[str], group: VerbGroup, parse: Parse) -> bool:
    return any(prep == "as" and has_word(phrase, parse, wanted) for prep, phrase in group.preps)


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
    main = next(place for place in range(group.end - 1, -1, -1) if parse.tokens[place].tag in {"V", "BE"})

    def argument(names: Sequence[str]) -> list[Filler]:
        found = (
            context.spoken_of(name, parse.tokens[main])
            if name in {"topic", "focus"}
            else verb_argument(name, group, parse)
            for name in names
        )
        return next((fillers for fillers in found if fillers), [])

    pairs: list[tuple[Filler, Filler]]
    if frame.joint:
        pairs = [(one, other) for one in joint_subjects(group, parse) for other in argument(frame.object)]
    elif frame.pairs:
        pairs = list(all_pairs(argument(frame.pairs)))
    else:
        pairs = [(one, other) for one in argument(frame.subject) for other in argument(frame.object)]
    for one, other in fitting(frame, pairs, parse, context):
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
