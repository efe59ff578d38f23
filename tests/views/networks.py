"""Networks for the tests of views: a small one with every status, and random ones of any size.

The names and sentences are invented.
"""

from __future__ import annotations

import random
from dataclasses import replace

from allygraph.queries.records import (
    AllianceParty,
    AllianceRecord,
    DocumentRecord,
    Edge,
    Event,
    Evidence,
    Network,
    Node,
)

STATUSES = ("planned", "announced", "signed", "active", "halted", "ended", None)
SYMMETRIC = ("PARTNERS_WITH", "COMPETES_WITH")
DIRECTED = ("OWNS", "INVESTS_IN", "SUPPLIES", "DEVELOPS", "MEMBER_OF", "REGULATES")


def node(number: int, **changes: object) -> Node:
    """A node `n000N` named 'Firm N', an organisation unless changed."""
    return replace(Node(id=f"n{number:04d}", name=f"Firm {number}", kind="Organisation", facts=1), **changes)


def evidence(sentence: str = "Firm 1 and Firm 2 signed an agreement.", **changes: object) -> Evidence:
    """A positive claim whose words are the whole sentence but its full stop."""
    plain = Evidence(
        claim="cla-1",
        predicate="PARTNERS_WITH",
        sentence=sentence,
        start=0,
        end=max(len(sentence) - 1, 0),
        document="doc-1",
        document_title="Weekly survey",
        published="2020-10-01",
        source="Survey Press",
        reliability="B",
        credibility=2,
        rating_words="High",
        polarity="positive",
        status="signed",
        date="2020-09",
        likelihood_words=None,
        likelihood_low=None,
        likelihood_high=None,
        engine="rules",
        confidence=0.9,
        review="unreviewed",
    )
    return replace(plain, **changes)


def edge(number: int, source: str, target: str, predicate: str = "PARTNERS_WITH", **changes: object) -> Edge:
    """A signed fact `f000N` with one claim, symmetric where its relation is."""
    plain = Edge(
        id=f"f{number:04d}",
        source=source,
        target=target,
        predicate=predicate,
        symmetric=predicate in SYMMETRIC,
        status="signed",
        valid_from="2020-09",
        valid_to=None,
        role=None,
        amount=None,
        currency=None,
        likelihood_low=None,
        likelihood_high=None,
        grade="B2",
        confidence=0.9,
        sources=1,
        origins=1,
        conflict=False,
        first_reported="2020-10-01",
        last_reported="2020-10-01",
        alliance=None,
        evidence=(evidence(claim=f"cla-{number}", predicate=predicate),),
    )
    return replace(plain, **changes)


def document(number: int = 1, **changes: object) -> DocumentRecord:
    """A document `doc-N` of a usually reliable source."""
    plain = DocumentRecord(f"doc-{number}", "Weekly survey", "2020-10-01", "Survey Press", "B", claims=3)
    return replace(plain, **changes)


def small_network(**changes: object) -> Network:
    """Six nodes of four kinds, one isolated; seven facts of every status, three of them parallel; a halted alliance."""
    nodes = (
        node(1, name="Alder Bank", aliases=("AB", "Alder Banking Group"), facts=5),
        node(2, name="Birch Chain", facts=4),
        node(3, name="Cedar Authority", facts=2),
        node(4, name="Dana Elm", kind="Person"),
        node(5, name="Firport", kind="Place"),
        node(6, name="Gorse Pay", kind="Product"),
    )
    halting = evidence(
        "Cedar Authority stopped the alliance of Alder Bank and Birch Chain.", claim="cla-3", status="halted"
    )
    denial = evidence(
        "Birch Chain denied any alliance with Alder Bank.", claim="cla-9", polarity="negative", status=None
    )
    plan = evidence(
        "It is highly likely that Alder Bank will join Birch Chain.", claim="cla-1", status="planned", start=25
    )
    plan = replace(plan, likelihood_words="highly likely", likelihood_low=80, likelihood_high=95)
    edges = (
        edge(1, "n0001", "n0002", status="halted", alliance="all-1", conflict=True, evidence=(plan, halting, denial)),
        edge(2, "n0002", "n0001", "SUPPLIES", status="planned", valid_from="2021"),
        edge(3, "n0003", "n0001", "HALTS", status="active", evidence=(halting,)),
        edge(4, "n0004", "n0002", "HAS_ROLE", role="Chief Executive", status="ended", valid_from=None, grade="D4"),
        edge(5, "n0001", "n0005", "BASED_IN", status=None, valid_from=None, first_reported="2018-02-03", grade=None),
        edge(6, "n0003", "n0002", "REGULATES", status="announced", origins=3, sources=4),
        edge(7, "n0001", "n0002", "INVESTS_IN", amount=80_000_000.0, currency="USD"),
    )
    alliance = AllianceRecord(
        id="all-1",
        title="Alliance of Alder Bank and Birch Chain",
        kind="partnership",
        status="halted",
        valid_from="2020-09",
        valid_to="2020-10",
        grade="B2",
        conflict=True,
        parties=(
            AllianceParty("n0001", "Alder Bank", "lender", 80_000_000.0, "USD"),
            AllianceParty("n0002", "Birch Chain", None, None, None),
        ),
        creates=("Gorse Pay",),
        events=(
            Event("planned", "2020-09", ("Alder Bank",), (plan,)),
            Event("halted", "2020-10", ("Cedar Authority",), (halting,)),
        ),
    )
    plain = Network(nodes, edges, (alliance,), scope="the whole graph", documents=(document(),))
    return replace(plain, **changes)


def random_network(size: int, seed: int = 0, degree: float = 2.4) -> Network:
    """A network of `size` nodes in groups, `degree` facts per node on average, some without any; repeatable by seed."""
    chance = random.Random(seed)
    kinds = ("Organisation",) * 6 + ("Product", "Product", "Person", "Place")
    nodes = tuple(node(number, kind=chance.choice(kinds), facts=chance.randint(0, 9)) for number in range(size))
    joined = nodes[: max(2, size - size // 20)] if size > 1 else ()
    edges = tuple(_random_edge(number, joined, chance) for number in range(int(size * degree / 2))) if joined else ()
    return Network(nodes, edges, (), scope=f"a random graph of {size}", documents=(document(),))


def _random_edge(number: int, nodes: tuple[Node, ...], chance: random.Random) -> Edge:
    first = chance.randrange(len(nodes))
    step = chance.randint(1, min(12, len(nodes) - 1)) if chance.random() < 0.85 else chance.randrange(1, len(nodes))
    second = (first + step) % len(nodes)
    predicate = chance.choice((*SYMMETRIC, *DIRECTED))
    ends = (nodes[first].id, nodes[second].id)
    source, target = sorted(ends) if predicate in SYMMETRIC else ends
    year = str(chance.randint(2015, 2021))
    return edge(
        number, source, target, predicate, status=chance.choice(STATUSES), valid_from=year, origins=chance.randint(1, 4)
    )
