"""The extraction engines, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from allygraph.graph.errors import UnknownName
from allygraph.graph.model import Document, Passage
from allygraph.loaders.extraction.names import find_entities, resolve_references
from allygraph.loaders.extraction.protocol import Engine, Extraction
from allygraph.loaders.extraction.relations.claims import find_claims


class RulesEngine:
    """Names and patterns written by hand: no training, no download, the same answer every time."""

    name: str = "rules"

    def extract(self, document: Document, passages: Sequence[Passage]) -> Extraction:
        """The entities and claims of one document; never raises for odd text."""
        entities = find_entities(document, passages)
        references = resolve_references(document, passages, entities)
        return Extraction(tuple(entities), find_claims(document, passages, entities, references))


def _combined_engine() -> Engine:
    # Imported late: the run time of the network takes a quarter of a second.
    from allygraph.loaders.extraction.learned.engine import CombinedEngine

    return CombinedEngine()


def _model_engine() -> Engine:
    from allygraph.loaders.extraction.learned.engine import ModelEngine

    return ModelEngine()


def _llm_engine() -> Engine:
    # Imported late: the HTTP library takes a quarter of a second, which only who asks a model should pay.
    from allygraph.loaders.extraction.llm import LlmEngine

    return LlmEngine()


_ENGINES: Mapping[str, Callable[[], Engine]] = MappingProxyType(
    {"combined": _combined_engine, "rules": RulesEngine, "model": _model_engine, "llm": _llm_engine}
)
#: What documents are read with when nothing else is asked for.
DEFAULT_ENGINE = "combined"


def engine_names() -> tuple[str, ...]:
    """The names that `engine` takes, sorted."""
    return tuple(sorted(_ENGINES))


def engine(name: str = DEFAULT_ENGINE) -> Engine:
    """The engine of that name. Raises UnknownName, with the nearest names, for any other."""
    if name not in _ENGINES:
        nearest = tuple(get_close_matches(name, _ENGINES, n=3, cutoff=0.3))
        raise UnknownName("extraction engine", name, nearest, f"Known engines: {', '.join(engine_names())}.")
    return _ENGINES[name]()
