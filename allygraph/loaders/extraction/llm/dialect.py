"""How much of the protocol a server knows: found out from its refusals, and remembered for the run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from allygraph.loaders.extraction.llm.schema import answer_schema

#: What the answer is asked to be, the strictest first: our schema, any JSON object, nothing.
_FORMATS = ("json_schema", "json_object", "")
_OF_FORMAT = re.compile(r"response_?format|json[_ ]?(?:schema|object)|structured|schema|grammar|guided", re.IGNORECASE)
_OF_TEMPERATURE = re.compile(r"temperature", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is put into a request beside model and messages."""

    format: str = _FORMATS[0]
    temperature: bool = True

    def question(self, model: str, messages: list[dict[str, str]]) -> dict[str, Any]:
        """The body of a request."""
        question: dict[str, Any] = {"model": model, "messages": messages}
        if self.temperature:
            question["temperature"] = 0
        if self.format == "json_schema":
            schema = {"name": "extraction", "strict": True, "schema": answer_schema()}
            question["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.format:
            question["response_format"] = {"type": self.format}
        return question

    def without(self, words: str) -> Dialect | None:
        """A plainer dialect where the words of a refusal speak of something in this one; None where they do not."""
        if self.temperature and _OF_TEMPERATURE.search(words):
            return replace(self, temperature=False)
        if self.format and _OF_FORMAT.search(words):
            return replace(self, format=_FORMATS[_FORMATS.index(self.format) + 1])
        return None


class SpokenDialect:
    """The dialect of a run; safe to share between threads."""

    def __init__(self) -> None:
        self._now = Dialect()
        self._lock = Lock()

    @property
    def now(self) -> Dialect:
        """What the server is known to take, so far."""
        return self._now

    def refused(self, used: Dialect, status: int, body: Mapping[str, Any], words: str) -> bool:
        """Whether a refusal of `used` was for what it holds; then a plainer one is spoken from now on."""
        if status not in (400, 404, 415, 422, 500, 501):
            return False
        plainer = used.without(f"{words} {body}")
        with self._lock:
            if plainer is not None and self._now == used:
                self._now = plainer
        return plainer is not None
