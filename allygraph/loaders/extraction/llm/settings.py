"""Which language model to ask, and how: all from the environment."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

import httpx

from allygraph.graph.settings import Settings
from allygraph.loaders.extraction.llm.errors import LlmNotConfigured


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """An address that speaks the chat-completions protocol, a model, and the limits of asking.

    Times are seconds: `request_timeout` for one request, `total_timeout` for all attempts at one part of a text,
    `first_wait` before the second attempt, twice as long before each further one. `attempts` counts the first one.
    `chunk` is the length of a part in characters, some four to a token. Prices are for a million tokens, in any
    currency. `cache` is the folder of answers, None for none.
    """

    url: str = field(repr=False)
    model: str
    key: str = field(default="", repr=False)
    request_timeout: float = 120
    total_timeout: float = 600
    attempts: int = 4
    first_wait: float = 1.0
    parallel: int = 1
    chunk: int = 12_000
    price_in: float | None = None
    price_out: float | None = None
    cache: Path | None = None

    def __post_init__(self) -> None:
        if min(self.attempts, self.parallel, self.chunk) < 1 or min(self.request_timeout, self.total_timeout) <= 0:
            raise ValueError("Attempts, parallel questions and the length of a part begin at 1, times above 0.")
        _check_url(self.url)
        if not self.model:
            raise LlmNotConfigured("No language model is named.", "Set ALLYGRAPH_LLM_MODEL.")
        if not (self.key or self.local):
            raise LlmNotConfigured(
                f"There is no key for {self.address}.",
                "Set ALLYGRAPH_LLM_KEY (to any word, where the server asks for none).",
            )
        if not self.key.isascii() or not self.key.isprintable() or " " in self.key:
            # The HTTP library would name the value of such a header in its error.
            raise LlmNotConfigured(
                "The key of the language model holds a space, a line break or a letter outside ASCII.",
                "Copy it again into ALLYGRAPH_LLM_KEY.",
            )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> LlmSettings:
        """Reads ALLYGRAPH_LLM_URL, _KEY, _MODEL and the rest; raises LlmNotConfigured for what is missing or cannot be.

        OPENAI_BASE_URL stands in for a missing address, OPENAI_API_KEY for a missing key. That key goes to its own
        address only, not to another one named in ALLYGRAPH_LLM_URL: a key must not reach a stranger by accident.
        """
        values = os.environ if environment is None else environment
        own, usual = values.get("ALLYGRAPH_LLM_URL", "").strip(), values.get("OPENAI_BASE_URL", "").strip()
        if not (own or usual):
            raise LlmNotConfigured(
                "No address of a language model is set.",
                "Set ALLYGRAPH_LLM_URL to the address of any server that speaks the chat-completions protocol, such as "
                "https://api.openai.com/v1 or http://127.0.0.1:11434/v1, and ALLYGRAPH_LLM_MODEL to a model it has.",
            )
        key = values.get("ALLYGRAPH_LLM_KEY", "").strip()
        if not key and _same_host(own or usual, usual or "https://api.openai.com/v1"):
            key = values.get("OPENAI_API_KEY", "").strip()
        settings = Settings.from_environment(values)
        return cls(
            url=own or usual,
            model=values.get("ALLYGRAPH_LLM_MODEL", "").strip(),
            key=key,
            request_timeout=_number(values, "TIMEOUT", 120, least=0.1),
            total_timeout=_number(values, "TOTAL_TIMEOUT", 600, least=0.1),
            attempts=_count(values, "ATTEMPTS", 4, least=1),
            parallel=_count(values, "PARALLEL", 1, least=1),
            chunk=_count(values, "CHUNK", 12_000, least=500),
            price_in=_price(values, "PRICE_IN"),
            price_out=_price(values, "PRICE_OUT"),
            cache=(settings.server.cache or settings.home / "cache") / "llm",
        )

    @property
    def endpoint(self) -> httpx.URL:
        """Where requests go."""
        url = httpx.URL(self.url)
        path = url.path.rstrip("/")
        return url.copy_with(path=path if path.endswith("/chat/completions") else f"{path}/chat/completions")

    @property
    def address(self) -> str:
        """The address as messages name it, without what follows a question mark."""
        return str(httpx.URL(self.url).copy_with(query=None, fragment=None)).rstrip("/")

    @property
    def local(self) -> bool:
        """Whether the server runs on this machine: it needs no key, and no proxy is asked."""
        return _is_loopback(httpx.URL(self.url).host)


def _check_url(url: str) -> None:
    remedy = "Set ALLYGRAPH_LLM_URL to an address such as https://HOST/v1, the key to ALLYGRAPH_LLM_KEY."
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise LlmNotConfigured("The address of the language model cannot be read.", remedy) from error
    if parts.scheme not in ("http", "https") or not parts.host:
        raise LlmNotConfigured("The address of the language model does not begin with http:// or https://.", remedy)
    if parts.userinfo:
        raise LlmNotConfigured("The address of the language model holds a user name or password.", remedy)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _same_host(one: str, other: str) -> bool:
    try:
        return httpx.URL(one).host == httpx.URL(other).host
    except httpx.InvalidURL:
        return False


def _number(values: Mapping[str, str], name: str, default: float, *, least: float) -> float:
    text = values.get(f"ALLYGRAPH_LLM_{name}", "").strip()
    try:
        number = float(text or default)
    except ValueError:
        number = math.nan
    if not (least <= number < math.inf):
        raise LlmNotConfigured(f"ALLYGRAPH_LLM_{name} is '{text}'; a number from {least:g} is expected.", "Correct it.")
    return number


def _count(values: Mapping[str, str], name: str, default: int, *, least: int) -> int:
    number = _number(values, name, default, least=least)
    if number != int(number):
        raise LlmNotConfigured(f"ALLYGRAPH_LLM_{name} is '{number}'; a whole number is expected.", "Correct it.")
    return int(number)


def _price(values: Mapping[str, str], name: str) -> float | None:
    return _number(values, name, 0, least=0) if values.get(f"ALLYGRAPH_LLM_{name}", "").strip() else None
