"""A model on loopback and an engine that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from allygraph.loaders.extraction.llm import LlmEngine, LlmSettings
from tests.loaders.extraction.llm.answers import Make
from tests.loaders.extraction.llm.model_server import KEY, ModelServer, running


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A model that answers; what it says is for the test to set."""
    with running() as model:
        yield model


@pytest.fixture
def settings(server: ModelServer, tmp_path: Path) -> LlmSettings:
    """Impatient settings, with a cache of the test's own."""
    return LlmSettings(
        server.url,
        "small-model",
        KEY,
        request_timeout=2,
        total_timeout=6,
        attempts=3,
        first_wait=0.01,
        cache=tmp_path / "cache" / "llm",
    )


@pytest.fixture
def engine(settings: LlmSettings) -> Make:
    """Makes an engine; arguments change the settings."""
    return lambda **changes: LlmEngine(replace(settings, **changes))
