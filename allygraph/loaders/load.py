"""Loading: documents are read, extracted and written in batches, each batch one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from allygraph.graph.errors import InputError
from allygraph.graph.model import LoadResult, Skipped
from allygraph.graph.store import Store
from allygraph.graph.store.clock import now
from allygraph.loaders.batch import load_batch
from allygraph.loaders.content import Prepared
from allygraph.loaders.documents import ReadDocument
from allygraph.loaders.extraction import DEFAULT_ENGINE, Engine
from allygraph.loaders.extraction import engine as engine_named

#: Documents of one transaction. Larger batches load faster and lose more when killed; 20 average articles hold some
#: 1,000 claims, which Neo4j writes in about a second.
BATCH = 20

Progress = Callable[[str], None]


def load(
    store: Store,
    inputs: Iterable[ReadDocument | Skipped],
    *,
    engine: str | Engine = DEFAULT_ENGINE,
    progress: Progress | None = None,
) -> LoadResult:
    """Loads what was read into the store; what could not be read is in `skipped`.

    Loading the same again writes nothing. `progress` is called with the path of each document once it is in the store.
    """
    total = LoadResult()
    skipped: list[Skipped] = []
    for batch in _batches(_prepared(inputs, engine, skipped)):
        at = now()
        total = _add(total, store.in_write(partial(load_batch, batch=batch, at=at)))
        for prepared in batch:
            if progress:
                progress(prepared.read.path)
    return replace(total, skipped=tuple(skipped))


def _prepared(
    inputs: Iterable[ReadDocument | Skipped], engine: str | Engine, skipped: list[Skipped]
) -> Iterator[Prepared]:
    extractor = engine_named(engine) if isinstance(engine, str) else engine
    for item in inputs:
        if isinstance(item, Skipped):
            skipped.append(item)
        elif item.extraction is not None:
            yield Prepared(item, item.extraction, "curated")
        else:
            try:
                extraction = extractor.extract(item.document, item.passages)
            except InputError as error:
                # Without an answer the document keeps the claims it has; an empty extraction would retire them.
                skipped.append(Skipped(item.path, str(error)))
                continue
            yield Prepared(item, extraction, extractor.name)


def _batches(prepared: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    batch: dict[str, Prepared] = {}
    for one in prepared:
        # Twice the same text is one document; a later batch finds it unchanged.
        if len(batch) == BATCH or one.read.document.id in batch:
            yield list(batch.values())
            batch = {}
        batch[one.read.document.id] = one
    if batch:
        yield list(batch.values())


def _add(left: LoadResult, right: LoadResult) -> LoadResult:
    names = ("documents", "claims", "entities", "facts", "created", "changed", "unchanged")
    return replace(left, **{name: getattr(left, name) + getattr(right, name) for name in names})
