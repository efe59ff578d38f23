"""The status a clause gives its claim: planned, announced, signed, active, halted or ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from allygraph.graph.data_files import read_yaml
from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup


@cache
def _words() -> Mapping[str, frozenset[str]]:
    data: dict[str, Any] = read_yaml(__package__, "status.yaml")
    return {name: frozenset(words) for name, words in data.items()}


def planned_words() -> frozenset[str]:
    """Words that call a deal a plan: "proposed", "upcoming"."""
    return _words()["planned_words"]


def status_of(
    parse: Parse, trigger: int, group: VerbGroup | None, phrase: NounPhrase | None, *, nominal: bool, stative: bool
) -> Status:
    """The status of a claim triggered by token `trigger`, inside `phrase`, governed by `group`.

    `nominal` is true where a noun names the relation ("the agreement"), `stative` where the relation is a state that a
    past tense ends ("was owned by").
    """
    words = _words()
    near = [token.low for token in _around(parse, trigger, phrase)]
    if any(word in words["ended_words"] for word in near):
        return "ended"
    if nominal and any(word in words["planned_words"] for word in near):
        return "planned"
    named = _named_event(parse, phrase) if nominal else None
    if named is not None:
        return named
    if group is None:
        return "active"
    if any(token.low == "no longer" for token in parse.tokens[group.start : group.end + 1]):
        return "ended"
    if nominal and phrase is not None and _is_name(parse, phrase) and trigger != phrase.head:
        # "Supplier B will open a plant": what B does says nothing of the supplying.
        return "active"
    said = _by_verb(parse, group, phrase, nominal=nominal)
    if said is not None:
        return said
    if _used_to(group) or (
        stative
        and group.past
        and not group.perfect
        and group.form in {"finite"}
        and _is_over(parse, group, nominal=nominal)
    ):
        return "ended"
    return "active"


def _named_event(parse: Parse, phrase: NounPhrase | None) -> Status | None:
    """ "The signing of an agreement", "the end of the alliance": the noun before tells the status."""
    before = parse.items[phrase.place - 2] if phrase is not None and phrase.prep == "of" and phrase.place > 1 else None
    if not isinstance(before, NounPhrase):
        return None
    event: dict[str, Status] = {
        "signing": "signed",
        "announcement": "announced",
        "termination": "ended",
        "end": "ended",
    }
    return event.get(parse.tokens[before.head].low)


def _around(parse: Parse, trigger: int, phrase: NounPhrase | None) -> Sequence[Any]:
    if phrase is not None and phrase.start <= trigger < phrase.end:
        return parse.tokens[phrase.start : trigger + 1]
    return parse.tokens[max(trigger - 2, 0) : trigger]


def _used_to(group: VerbGroup) -> bool:
    return group.modal == "used"


def _is_over(parse: Parse, group: VerbGroup, *, nominal: bool) -> bool:
    """A state in the past is over; "founded", "appointed" and their like are events."""
    window = [token.low for token in parse.tokens[group.start : group.end + 14]]
    return "until" in window or (
        group.lemma in {"work", "serve", "own", "hold", "control", "be", "play", "head", "lead", "have"}
        and (nominal or group.lemma != "be")
    )


def _by_verb(parse: Parse, group: VerbGroup, phrase: NounPhrase | None, *, nominal: bool) -> Status | None:
    words = _words()
    lemma = group.lemma
    if lemma in words["parting_verbs"] and _planned(group, parse) is None:
        return "ended"
    if lemma == "call" and any(token.low == "off" for token in parse.tokens[group.start : group.end + 1]):
        return "halted"
    if nominal and phrase is not None and not _is_name(parse, phrase):
        said = _of_the_deal(group, phrase)
        if said is not None:
            return said
    planned = _planned(group, parse)
    if planned:
        return planned
    if lemma in words["signed_verbs"] or (lemma in words["signed_with_paper"] and _has_paper(parse, group)):
        return "signed"
    if nominal and lemma in words["announced_verbs"]:
        return "announced"
    governor = group.governor
    if governor is not None and group.progressive and governor.lemma in words["reporting_verbs"]:
        return "announced"
    return None


def _of_the_deal(group: VerbGroup, phrase: NounPhrase) -> Status | None:
    """What a verb does with the deal that `phrase` names: "scrapped the deal", "will form an alliance"."""
    words, lemma = _words(), group.lemma
    if not (group.object is phrase or group.subject is phrase or any(phrase is inner for _, inner in group.preps)):
        return None
    if lemma in words["halted_verbs"] and not group.negated:
        return "halted"
    if lemma in words["ended_verbs"] - words["signed_verbs"] or (
        group.subject is phrase and lemma in words["ended_verbs"]
    ):
        return "ended"
    return "planned" if group.modal in words["planned_modals"] or lemma in words["planned_verbs"] else None


def _is_name(parse: Parse, phrase: NounPhrase) -> bool:
    return parse.tokens[phrase.head].slot is not None


def _planned(group: VerbGroup, parse: Parse) -> Status | None:
    words = _words()
    link: VerbGroup | None = group
    for _ in range(4):
        if link is None:
            return None
        if link.modal in words["planned_modals"] or link.link == "headline":
            return "planned"
        governor = link.governor
        if link.form in {"to", "ing"} and link.link in {"infinitive", "gerund"} and governor is not None:
            if governor.lemma in words["planned_verbs"] or (governor.lemma == "be" and link.form == "to"):
                return "planned"
            if governor.lemma in words["signed_verbs"]:
                return "signed"
            if (
                governor.object is not None
                and singular(parse.tokens[governor.object.head].low) in words["planned_nouns"]
            ):
                return "planned"
            link = governor
            continue
        if link.link == "coordinate":
            link = governor if governor is not None and governor.form == link.form == "to" else None
            continue
        return None
    return None


def _has_paper(parse: Parse, group: VerbGroup) -> bool:
    phrases = [group.object, *(phrase for prep, phrase in group.preps if prep in {"into", "of"})]
    return any(
        singular(token.low) in _words()["papers"]
        for phrase in phrases
        if phrase
        for token in parse.tokens[phrase.start : phrase.end]
    )
