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
    return Weights(tuple(found["alone"]), tuple(found["both"]), found["threshold"])
