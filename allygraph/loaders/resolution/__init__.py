"""Which names stand for the same entity, across documents. Pure: plain records in, plain records out."""

from allygraph.loaders.resolution.candidates import Candidate, block_keys
from allygraph.loaders.resolution.judging import AUTOMATIC, automatic_judgements
from allygraph.loaders.resolution.present import present
from allygraph.loaders.resolution.resolve import Resolution, resolve
from allygraph.loaders.resolution.rules import SAME, Decision, decide

__all__ = [
    "AUTOMATIC",
    "SAME",
    "Candidate",
    "Decision",
    "Resolution",
    "automatic_judgements",
    "block_keys",
    "decide",
    "present",
    "resolve",
]
