"""Reading entities and claims out of documents, with engines chosen by name."""

from __future__ import annotations

from allygraph.loaders.extraction.engines import DEFAULT_ENGINE, engine, engine_names
from allygraph.loaders.extraction.prediction import to_prediction
from allygraph.loaders.extraction.protocol import Engine, Extraction, FoundClaim, FoundEntity

__all__ = [
    "DEFAULT_ENGINE",
    "Engine",
    "Extraction",
    "FoundClaim",
    "FoundEntity",
    "engine",
    "engine_names",
    "to_prediction",
]
