"""The figures that were fitted after training, kept beside the weights."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from allygraph.loaders.extraction.relations.reading import Weights


@cache
def weights() -> Weights:
    """How rules and readings become one confidence, and the threshold of claims."""
    text = files(__package__).joinpath("weights", "settings.json").read_text(encoding="utf-8")
    found = json.loads(text)
    alone, both = found["alone"], found["both"]
    return Weights((alone[0], alone[1]), (both[0], both[1], both[2]), found["threshold"])
