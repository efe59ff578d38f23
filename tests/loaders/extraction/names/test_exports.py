"""What the package offers."""

from __future__ import annotations

from allygraph.loaders.extraction import names


def test_the_list_of_names_is_complete():
    """Everything in `__all__` is there, once."""
    assert all(hasattr(names, name) for name in names.__all__)
    assert len(names.__all__) == len(set(names.__all__))
