"""The kinds files: complete, consistent with one another and with the model."""

from __future__ import annotations

from typing import get_args

import pytest

from allygraph.graph.kinds import entity_kinds, relation_kinds
from allygraph.graph.model import Kind


def test_every_kind_of_the_model_has_its_file() -> None:
    """The four kinds of entity, each with its own prefix, and the sixteen relations."""
    assert set(entity_kinds()) == set(get_args(Kind))
    assert len({kind.prefix for kind in entity_kinds().values()}) == 4
    assert len(relation_kinds()) == 16


def test_kinds_are_sorted_by_name() -> None:
    """Everything that lists them lists them in one order."""
    assert list(entity_kinds()) == sorted(entity_kinds())
    assert list(relation_kinds()) == sorted(relation_kinds())


@pytest.mark.parametrize("name", sorted(relation_kinds()))
def test_the_ends_of_a_relation_are_kinds(name: str) -> None:
    """Ends are kinds of entity, or an alliance; a symmetric relation has the same ends both ways."""
    relation = relation_kinds()[name]
    assert set(relation.subject) <= set(entity_kinds())
    assert set(relation.object) <= {*entity_kinds(), "Alliance"}
    assert not relation.symmetric or relation.subject == relation.object


def test_names_outside_the_graph_are_given() -> None:
    """Every relation has a term of our vocabulary of its own and a FollowTheMoney schema, every kind a label."""
    terms = [relation.rdf for relation in relation_kinds().values()]
    assert len(set(terms)) == len(terms)
    assert all(relation.ftm["schema"] for relation in relation_kinds().values())
    assert all({kind.name, "Entity"} <= set(kind.labels) for kind in entity_kinds().values())
