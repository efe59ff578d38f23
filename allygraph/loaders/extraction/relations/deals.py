"""One deal, many claims: which findings of a sentence speak of the same alliance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.phrases import VerbGroup

_OF_DEALS = frozenset({"PARTNERS_WITH", "JOINT_VENTURE_IN", "HALTS"})


def share_deals(findings: Sequence[Finding], prefix: str) -> list[Finding]:
    """The findings with `deal` set: what hangs on one verb, or on a verb and its purpose, is one deal.

    `prefix` keeps the deals of two sentences apart.
    """
    numbers: dict[int, int] = {}
    shared = []
    for finding in findings:
        if finding.relation not in _OF_DEALS or (finding.relation == "HALTS" and finding.counterpart is None):
            shared.append(finding)
            continue
        anchor = _anchor(finding.group)
        key = (
            anchor.place
            if anchor is not None
            else -1 - (finding.phrase.place if finding.phrase is not None else finding.trigger)
        )
        number = numbers.setdefault(key, len(numbers) + 1)
        shared.append(replace(finding, deal=f"{prefix}.{number}"))
    return shared


def _anchor(group: VerbGroup | None) -> VerbGroup | None:
    """The verb at the top of a chain of purposes."""
    for _ in range(4):
        if group is None or group.link not in {"infinitive", "gerund"} or group.governor is None:
            return group
        group = group.governor
    return group
