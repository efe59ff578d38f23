"""The amount of a finding, and what a sentence as a whole settles about its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.parse import Parse, noun_preps
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase


def amount_of(finding: Finding, parse: Parse) -> tuple[float, str] | None:
    """The first amount in the words of the finding's own clause, for relations that carry one."""
    if "amount" not in relation_kinds()[finding.relation].qualifiers:
        return None
    phrases: list[NounPhrase] = [finding.phrase] if finding.phrase is not None else []
    group = finding.group
    if group is not None and not (finding.relation == "OWNS" and finding.nominal):
        phrases += [phrase for phrase in (group.object, group.second) if phrase is not None]
        phrases += [phrase for prep, phrase in group.preps if prep in {"for", "of", "with", "worth", "at", "to", "in"}]
        if group.passive and group.subject is not None:
            phrases += [group.subject, *(phrase for prep, phrase in noun_preps(group.subject, parse) if prep == "of")]
        if group.form == "part" and group.governor is not None and group.governor.object is not None:
            phrases.append(group.governor.object)
    if finding.nominal and finding.phrase is not None:
        phrases += [
            item
            for item in parse.items[finding.phrase.place + 1 : finding.phrase.place + 7]
            if isinstance(item, NounPhrase) and item.prep in {"of", "worth", "for"}
        ]
    for phrase in phrases:
        for token in parse.tokens[phrase.start : phrase.end]:
            if token.amount is not None:
                return token.amount.value, token.amount.currency
    return None


def settled(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that another of the same sentence rules out."""
    ventures = {
        (finding.subject.start, finding.object.start) for finding in findings if finding.relation == "JOINT_VENTURE_IN"
    }
    bought = {(f.subject.start, f.object.start) for f in findings if f.relation == "ACQUIRES"}
    hard = {(f.subject.start, f.object.start) for f in findings if f.relation in {"DEVELOPS", "POWERED_BY", "HOSTS"}}
    shown = {f.object.start for f in findings if f.relation == "HOSTS"}
    stakes = {(f.subject.start, f.object.start) for f in findings if f.relation == "INVESTS_IN" and f.nominal}
    alliances = [finding for finding in findings if finding.relation == "HALTS" and finding.counterpart is not None]
    kept = []
    for finding in findings:
        if (
            finding.relation == "HALTS"
            and finding.counterpart is None
            and any(_covers(whole, finding) for whole in alliances)
        ):
            continue
        ends = (finding.subject.start, finding.object.start)
        if finding.relation in {"DEVELOPS", "OWNS"} and ends in ventures:
            continue
        if finding.relation == "DEVELOPS" and finding.object.start in shown:
            # "B will host the group's first fair, C": C is a fair.
            continue
        if finding.relation == "OWNS" and ends in stakes and finding.nominal:
            # "A raised its stake in B" tells more than that it has one.
            continue
        if finding.relation in {"SUPPLIES", "DEVELOPS"} and ends in bought:
            continue
        if finding.relation == "OWNS" and ends in hard and finding.weight < 0.8:
            continue
        kept.append(finding)
    return [_as_plan(finding, kept) for finding in kept]


def _covers(whole: Finding, finding: Finding) -> bool:
    """The halt of an alliance says all that the halt of one party says."""
    return whole.subject == finding.subject and finding.object in {whole.object, whole.counterpart}


def _as_plan(finding: Finding, findings: Sequence[Finding]) -> Finding:
    """A venture takes the status of the deal that founds it."""
    if finding.relation != "JOINT_VENTURE_IN" or finding.group is None or finding.group.governor is None:
        return finding
    deal = next(
        (other for other in findings if other.relation == "PARTNERS_WITH" and other.group is finding.group.governor),
        None,
    )
    return (
        replace(finding, group=deal.group, status=deal.status)
        if deal is not None and finding.group.link == "infinitive"
        else finding
    )
