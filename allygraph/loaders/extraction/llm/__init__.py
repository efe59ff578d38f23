"""The engine `llm`: a language model reads, and only what stands word for word in the text is kept."""

from allygraph.loaders.extraction.llm.engine import LlmEngine
from allygraph.loaders.extraction.llm.errors import (
    LlmError,
    LlmNotConfigured,
    LlmRefused,
    LlmUnreachable,
    UnusableAnswer,
)
from allygraph.loaders.extraction.llm.settings import LlmSettings

__all__ = [
    "LlmEngine",
    "LlmError",
    "LlmNotConfigured",
    "LlmRefused",
    "LlmSettings",
    "LlmUnreachable",
    "UnusableAnswer",
]
