"""The chapters that go through the facts by relation: who owns whom, who halts and licenses, who works where."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.queries.records import Edge
from allygraph.views.report.facts import Facts
from allygraph.views.report.records import Group, Section
from allygraph.views.report.sentences import joined
from allygraph.views.wording import relation_name

_OWNERSHIP = ("OWNS", "ACQUIRES", "INVESTS_IN", "JOINT_VENTURE_IN", "MEMBER_OF")
_AUTHORITY = ("HALTS", "REGULATES")
_OTHER = ("PARTNERS_WITH", "SUPPLIES", "DEVELOPS", "POWERED_BY", "COMPETES_WITH", "LISTED_ON", "HOSTS", "BASED_IN")
_HEADINGS = {
    "OWNS": "Ownership",
    "ACQUIRES": "Acquisitions",
    "INVESTS_IN": "Capital",
    "JOINT_VENTURE_IN": "Joint ventures",
    "MEMBER_OF": "Groups and consortia",
    "HALTS": "Halts",
    "REGULATES": "Licences and supervision",
    "SUPPLIES": "Supply",
    "DEVELOPS": "Products and technology",
    "POWERED_BY": "What runs on what",
    "COMPETES_WITH": "Competition",
    "LISTED_ON": "Listings",
    "HOSTS": "Events and projects",
    "BASED_IN": "Seats",
}


def ownership(facts: Facts) -> Section:
    """Ownership, acquisitions, capital, joint ventures, membership."""
    return _section(facts, "ownership", "Ownership and control", _OWNERSHIP)


def authorities(facts: Facts) -> Section:
    """What authorities stopped, then whom they license or supervise."""
    return _section(facts, "authorities", "Authorities and halts", _AUTHORITY)


def other_relations(facts: Facts) -> Section:
    """Every fact that no other chapter tells."""
    return _section(facts, "other", "Supply, technology, competition, places", _OTHER)


def _section(facts: Facts, key: str, title: str, predicates: Sequence[str]) -> Section:
    groups = []
    for predicate in predicates:
        edges = [edge for edge in facts.of(predicate) if predicate != "PARTNERS_WITH" or not facts.is_told(edge)]
        if edges:
            groups.append(Group(_HEADINGS.get(predicate, relation_name(predicate)), facts.say_all(edges)))
    return Section(key, title, "" if groups else "Nothing in the documents.", tuple(groups))


def people(facts: Facts) -> Section:
    """People by what they connect: first those with roles at several organisations, then the rest."""
    roles: dict[str, list[Edge]] = {}
    for edge in facts.of("HAS_ROLE"):
        roles.setdefault(edge.source, []).append(edge)
    connecting = {person: edges for person, edges in roles.items() if len({edge.target for edge in edges}) > 1}
    groups = [Group(_link(facts, edges), facts.say_all(edges)) for edges in connecting.values()]
    rest = [edge for person, edges in roles.items() if person not in connecting for edge in edges]
    if rest:
        groups.append(Group("With one organisation each", facts.say_all(rest)))
    lead = "" if connecting else "No person in the documents has a role at more than one organisation."
    return Section("people", "People who connect organisations", lead, tuple(groups))


def _link(facts: Facts, edges: Sequence[Edge]) -> str:
    organisations = dict.fromkeys(facts.ends(edge)[1] for edge in edges)
    return f"{facts.ends(edges[0])[0]}: {joined(organisations)}"
