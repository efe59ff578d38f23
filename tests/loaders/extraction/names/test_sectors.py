"""The rules on invented texts of many sectors."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from allygraph.graph.names import normal_name
from allygraph.loaders.documents import read_text
from allygraph.loaders.extraction.names import find_entities

_TEXTS = yaml.safe_load((Path(__file__).parent / "data" / "texts.yaml").read_text(encoding="utf-8"))


def _folded(names):
    return {normal_name(name) for name in names}


@pytest.mark.parametrize("case", _TEXTS, ids=[case["sector"] for case in _TEXTS])
def test_most_names_are_found_and_little_else(case):
    """At most one name in seven is missed, and at most one in seven is wrong."""
    gold = [_folded(row.split("|")) for rows in case["entities"].values() for row in rows]
    found = [_folded([entity.name, *entity.aliases]) for entity in find_entities(*read_text(case["text"]))]
    hits = [names for names in gold if any(names & other for other in found)]
    wrong = [names for names in found if not any(names & other for other in gold)]
    assert len(hits) >= len(gold) * 6 / 7, [names for names in gold if names not in hits]
    assert len(wrong) <= len(found) / 7, wrong
