"""Who stops an alliance: "the regulator halted the partnership between A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allygraph.loaders.extraction.relations.authorities import is_authority
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.fitting import Context
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.verb_arguments import logical_object, verb_argument

STOPPING = frozenset(
    {
        "halt",
        "stop",
        "block",
        "suspend",
        "ban",
        "prohibit",
        "freeze",
        "veto",
        "cancel",
        "revoke",
        "forbid",
        "bar",
        "scrap",
        "quash",
        "outlaw",
        "prevent",
    }
)
_DEALS = frozenset({"PARTNERS_WITH", "ACQUIRES", "JOINT_VENTURE_IN", "INVESTS_IN"})


def halt_deals(findings: Sequence[Finding], parse: Parse, context: Context) -> Iterator[Finding]:
    """The findings, those of a stopped deal marked halted, with a finding for each authority that stopped it."""
    for finding in findings:
        group = _stopper(finding, parse)
        if group is None:
            yield finding
            continue
        yield replace(finding, status=finding.status if group.negated else "halted")
        for agent in verb_argument("subj", group, parse):
            official = is_authority(context.names_of(agent.slot), agent.slot.kind)
            outside = not set(agent.slot.entities) & {*finding.subject.entities, *finding.object.entities}
            if official and outside and ends_fit("HALTS", agent.slot, finding.subject):
                yield Finding(
                    "HALTS",
                    agent.slot,
                    finding.subject,
                    0.9 * agent.score,
                    group.end - 1,
                    group,
                    finding.phrase,
                    counterpart=finding.object,
                )


def _stopper(finding: Finding, parse: Parse) -> VerbGroup | None:
    """The verb that stops the deal a noun names, in either voice."""
    if finding.relation not in _DEALS:
        return None
    if not finding.nominal and finding.group is not None:
        return _of_action(finding.group)
    if not finding.nominal or finding.phrase is None:
        return None
    for group in parse.groups:
        if group.lemma in STOPPING and _reaches(logical_object(group), finding.phrase):
            return group
    return None


def _of_action(group: VerbGroup) -> VerbGroup | None:
    """ "Barred B from buying C", "refused to let B buy C": the verb by which the action is kept from happening."""
    governor = group.governor
    if governor is None or group.link not in {"gerund", "infinitive"}:
        return None
    if governor.lemma in STOPPING:
        return governor
    outer = governor.governor
    lets = governor.lemma in {"let", "allow", "permit"}
    return outer if lets and outer is not None and outer.lemma in {"refuse", "decline"} else None


def _reaches(target: NounPhrase | None, phrase: NounPhrase) -> bool:
    return target is not None and (target is phrase or any(member is phrase for member in target.members))
