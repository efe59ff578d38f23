"""One request to a server that speaks the chat-completions protocol, and what became of it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from allygraph.graph.trust import trusted
from allygraph.loaders.extraction.llm.settings import LlmSettings

#: Bytes. An answer about one part of a text has some ten thousand; a server that goes on for ever is cut here.
_LONGEST = 16 * 1024 * 1024
#: Seconds to reach the server at all.
_CONNECT = 10.0


class Trouble(Exception):
    """No answer came, but one might when asked again; `wait` is how many seconds the server wants to be left alone."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `body` is the decoded JSON object, empty where there was none; `words` the server's, cleaned."""

    status: int
    body: Mapping[str, Any]
    words: str
    wait: float | None = None


class Client:
    """A connection to the server; safe to share between threads."""

    def __init__(self, settings: LlmSettings) -> None:
        self._endpoint = settings.endpoint
        self._key = settings.key
        self._http = httpx.Client(
            headers={"Authorization": f"Bearer {settings.key}"} if settings.key else {},
            # Reading the certificates takes longer than a short answer; without TLS, and no redirects, none are asked.
            verify=trusted() if settings.endpoint.scheme == "https" else False,
            # A proxy cannot reach this machine's own loopback.
            trust_env=not settings.local,
        )

    def ask(self, question: Mapping[str, Any], seconds: float) -> Reply:
        """The reply of the server, good or bad; raises Trouble when none came whole within `seconds`."""
        until = time.monotonic() + seconds
        timeout = httpx.Timeout(seconds, connect=min(seconds, _CONNECT))
        received = bytearray()
        try:
            with self._http.stream("POST", self._endpoint, json=question, timeout=timeout) as response:
                # The library's own timeout starts anew with every byte; a server that trickles would hold us for ever.
                for block in response.iter_bytes():
                    received += block
                    if time.monotonic() > until:
                        raise Trouble(f"no answer within {seconds:.3g} s")
                    if len(received) > _LONGEST:
                        raise Trouble(f"an answer of more than {_LONGEST // 1024**2} MB")
        except httpx.TimeoutException as error:
            raise Trouble(f"no answer within {seconds:.3g} s") from error
        except httpx.HTTPError as error:
            raise Trouble(self._cleaned(str(error)) or type(error).__name__) from error
        text = received.decode("utf-8", errors="replace")
        return Reply(response.status_code, _object(text), self._cleaned(_message(text)), _wait(response.headers))

    def _cleaned(self, text: str) -> str:
        """Words of a server for a message: one short line, without the key, should the server repeat it."""
        shown = text.replace(self._key, "***") if self._key else text
        line = " ".join("".join(letter if letter.isprintable() else " " for letter in shown).split())
        return line if len(line) <= 200 else f"{line[:199]}…"


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _message(text: str) -> str:
    """What a server says of an error: the message in its JSON, else all it sent."""
    error = _object(text).get("error", _object(text).get("detail", _object(text).get("message")))
    if isinstance(error, dict):
        error = error.get("message")
    return error if isinstance(error, str) else text[:4000]


def _wait(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds: a number, or how far away a date is."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and len(value) < 10:
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
