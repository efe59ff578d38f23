"""Small helpers to run the rules on a text of a few sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allygraph.graph.model import Document, Passage, Source
from allygraph.loaders.extraction.names import find_entities, resolve_references


def document_of(*sentences: str) -> tuple[Document, tuple[Passage, ...]]:
    """A document of the sentences, one passage each."""
    text = " ".join(sentences)
    passages: list[Passage] = []
    start = 0
    for index, sentence in enumerate(sentences):
        passages.append(Passage(f"p{index}", index, sentence, start, start + len(sentence)))
        start += len(sentence) + 1
    return Document("d", "d", "title", text, Source("s", "source")), tuple(passages)


@pytest.fixture
def kinds() -> Callable[..., dict[str, str]]:
    """Gives name -> kind of every entity in the sentences."""

    def run(*sentences: str) -> dict[str, str]:
        return {entity.name: entity.kind for entity in find_entities(*document_of(*sentences))}

    return run


@pytest.fixture
def aliases() -> Callable[..., dict[str, set[str]]]:
    """Gives name -> other names of every entity in the sentences."""

    def run(*sentences: str) -> dict[str, set[str]]:
        return {entity.name: set(entity.aliases) for entity in find_entities(*document_of(*sentences))}

    return run


@pytest.fixture
def references() -> Callable[..., list[tuple[str, tuple[str, ...]]]]:
    """Gives each resolved pronoun or nominal with the names it stands for, in reading order."""

    def run(*sentences: str) -> list[tuple[str, tuple[str, ...]]]:
        document, passages = document_of(*sentences)
        entities = find_entities(document, passages)
        names = {entity.id: entity.name for entity in entities}
        found = resolve_references(document, passages, entities)
        return [(one.text, tuple(names[who] for who in one.entities)) for one in found]

    return run
