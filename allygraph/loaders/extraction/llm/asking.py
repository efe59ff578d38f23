"""A question asked until a usable answer comes, within the limits of attempts and time."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Mapping
from typing import Any

from allygraph.loaders.extraction.llm.answer import read_object
from allygraph.loaders.extraction.llm.client import Client, Reply, Trouble
from allygraph.loaders.extraction.llm.dialect import SpokenDialect
from allygraph.loaders.extraction.llm.errors import LlmError, LlmRefused, LlmUnreachable
from allygraph.loaders.extraction.llm.prompt import Prompt
from allygraph.loaders.extraction.llm.settings import LlmSettings
from allygraph.loaders.extraction.llm.usage import Usage

_TOO_LONG = re.compile(
    r"context[_ ](?:length|window|size)|maximum context|too (?:long|large|many tokens)", re.IGNORECASE
)
#: The server itself found that the model left the schema; it may keep to it the next time.
_NOT_JSON = re.compile(r"json_validate_failed|failed to (?:generate|validate) json", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"model.{0,80}(?:not (?:found|exist|valid|available)|unknown|invalid)|(?:unknown|invalid|no such) model", re.I
)
_NO_MONEY = re.compile(r"insufficient_quota|exceeded your current quota|insufficient (?:credit|balance|funds)", re.I)
#: Seconds; the longest pause that we choose ourselves.
_LONGEST_WAIT = 30.0


class Unusable(Exception):
    """Every attempt ended without a usable answer; `reason` says how the last one did."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooLong(Exception):
    """The part of the text is too long for the model: its answer was cut, or the question did not fit."""


class Asker:
    """Asks one server and remembers what it knows and whether it works; safe to share between threads.

    A server that fails twice with no good answer in between is taken for down, which ends the run; a single failure
    among good answers costs one document.
    """

    def __init__(self, settings: LlmSettings, usage: Usage) -> None:
        self._settings = settings
        self._usage = usage
        self._client = Client(settings)
        self._dialect = SpokenDialect()
        self._works = False

    def ask(self, prompt: Prompt) -> dict[str, Any]:
        """The object a model answers with. Raises TooLong, Unusable, LlmUnreachable, LlmRefused."""
        until = time.monotonic() + self._settings.total_timeout
        reason, wait, failed = "", 0.0, True
        for attempt in range(self._settings.attempts):
            if attempt:
                if time.monotonic() + wait >= until:
                    reason += f", and no time left of {self._settings.total_timeout:g} s"
                    break
                time.sleep(wait)
                self._usage.add(repeated=1)
            wait = self._pause(attempt)
            try:
                reply = self._send(prompt, until)
            except Trouble as trouble:
                reason, wait = trouble.reason, wait if trouble.wait is None else trouble.wait
                failed = True
                continue
            failed = False
            found = read_object(_content(reply.body))
            if found is not None:
                self._works = True
                return found
            reason = _fault(reply)
        if failed:
            raise self._down(reason)
        raise Unusable(reason)

    def _pause(self, attempt: int) -> float:
        """Seconds before the next attempt: twice as long each time, less up to a quarter so that threads spread."""
        return min(self._settings.first_wait * 2.0**attempt, _LONGEST_WAIT) * random.uniform(0.75, 1)

    def _send(self, prompt: Prompt, until: float) -> Reply:
        """A reply with status 200; raises Trouble for what may pass, else TooLong, Unusable or LlmRefused."""
        while True:
            dialect = self._dialect.now
            seconds = max(0.05, min(self._settings.request_timeout, until - time.monotonic()))
            started = time.monotonic()
            try:
                reply = self._client.ask(dialect.question(self._settings.model, prompt.messages), seconds)
            finally:
                self._usage.add(requests=1, seconds=time.monotonic() - started)
            self._usage.add(**_tokens(reply.body))
            if reply.status == 200:
                if _choice(reply.body).get("finish_reason") == "length":
                    self._works = True
                    raise TooLong
                return reply
            if not self._dialect.refused(dialect, reply.status, reply.body, reply.words):
                self._judge(reply)

    def _judge(self, reply: Reply) -> None:
        """Raises what a status other than 200 means."""
        status, words, everything = reply.status, reply.words, f"{reply.words} {reply.body}"
        model, address = self._settings.model, self._settings.address
        if status == 401 or (status == 403 and not _NO_MONEY.search(everything)):
            # What the server says is left out: some repeat a part of the key.
            remedy = "Correct ALLYGRAPH_LLM_KEY, or ask for the right to use the model."
            raise LlmRefused(f"{address} refuses the key (status {status}).", remedy)
        if status == 402 or _NO_MONEY.search(everything):
            raise LlmRefused(f"{address} says that nothing is left to pay with: {words}", "Add to the account.")
        if status == 413 or (status < 500 and _TOO_LONG.search(everything)):
            raise TooLong
        if status == 404 or (status in (400, 422) and _NO_MODEL.search(everything)):
            remedy = "Name one that it has in ALLYGRAPH_LLM_MODEL; check the path of ALLYGRAPH_LLM_URL, often /v1."
            what = f"has no model '{model}', or nothing at this path (status {status}: {words})."
            raise LlmRefused(f"{address} {what}", remedy)
        if status in (408, 409, 425, 429) or status >= 500 or _NOT_JSON.search(everything):
            raise Trouble(f"status {status}: {words}", reply.wait)
        if self._works:
            self._works = False
            raise Unusable(f"status {status}: {words}")
        remedy = "Check that ALLYGRAPH_LLM_URL is the address of a server that speaks the chat-completions protocol."
        raise LlmRefused(f"{address} turns the request away (status {status}: {words}).", remedy)

    def _down(self, reason: str) -> LlmError | Unusable:
        """What is raised after the last attempt got no reply."""
        if self._works:
            self._works = False
            return Unusable(reason)
        return LlmUnreachable(
            f"The language model at {self._settings.address} does not answer ({reason}).",
            "Start it, or set ALLYGRAPH_LLM_URL to one that runs; ALLYGRAPH_LLM_TIMEOUT sets the seconds to wait. What "
            "was answered is kept: the same command goes on from here.",
        )


def _choice(body: Mapping[str, Any]) -> dict[str, Any]:
    choices = body.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    return first if isinstance(first, dict) else {}


def _content(body: Mapping[str, Any]) -> str:
    """The words of the model; empty where it has none."""
    message = _choice(body).get("message")
    content = message.get("content") if isinstance(message, dict) else None
    if isinstance(content, list):
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _fault(reply: Reply) -> str:
    """Why a reply with status 200 is of no use."""
    if not reply.body:
        return "not JSON, or cut short"
    message = _choice(reply.body).get("message")
    if isinstance(message, dict) and message.get("refusal"):
        return "the model declined to answer"
    return "no JSON object with entities and facts" if _content(reply.body) else "no words of the model"


def _tokens(body: Mapping[str, Any]) -> dict[str, int]:
    """The tokens a server says it counted."""
    usage = body.get("usage")
    if not isinstance(usage, dict):
        return {}
    counts = {"tokens_in": usage.get("prompt_tokens"), "tokens_out": usage.get("completion_tokens")}
    return {name: count for name, count in counts.items() if isinstance(count, int) and 0 <= count < 10**9}
