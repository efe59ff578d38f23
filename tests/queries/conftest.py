"""A store with the made-up graph of `graph.yaml` in it."""

from __future__ import annotations

import pytest

from tests.queries.example_graph import load_example


@pytest.fixture
def example(store):
    """A store that holds the made-up graph."""
    load_example(store)
    return store
