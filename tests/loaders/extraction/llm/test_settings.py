"""What the environment says of the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from allygraph.loaders.extraction.llm import LlmNotConfigured, LlmSettings

_REMOTE = {"ALLYGRAPH_LLM_URL": "https://models.example.org/v1", "ALLYGRAPH_LLM_MODEL": "m"}
_LOCAL = {"ALLYGRAPH_LLM_URL": "http://localhost:8000/v1/", "ALLYGRAPH_LLM_MODEL": "m"}


def test_all_that_can_be_set() -> None:
    """Address, key, model, limits, prices; the cache lies where downloads do."""
    settings = LlmSettings.from_environment(
        {
            **_REMOTE,
            "ALLYGRAPH_LLM_KEY": " k \n",
            "ALLYGRAPH_LLM_TIMEOUT": "5.5",
            "ALLYGRAPH_LLM_TOTAL_TIMEOUT": "50",
            "ALLYGRAPH_LLM_ATTEMPTS": "2",
            "ALLYGRAPH_LLM_PARALLEL": "4",
            "ALLYGRAPH_LLM_CHUNK": "5000",
            "ALLYGRAPH_LLM_PRICE_IN": "0.15",
            "ALLYGRAPH_LLM_PRICE_OUT": "0.6",
            "ALLYGRAPH_CACHE": "/c",
        }
    )
    assert settings == LlmSettings(
        _REMOTE["ALLYGRAPH_LLM_URL"], "m", "k", 5.5, 50, 2, 1.0, 4, 5000, 0.15, 0.6, Path("/c/llm")
    )
    assert LlmSettings.from_environment({**_LOCAL, "ALLYGRAPH_HOME": "/h"}).cache == Path("/h/cache/llm")


def test_the_usual_variables_stand_in() -> None:
    """OPENAI_BASE_URL and OPENAI_API_KEY where ours are missing."""
    usual = {"OPENAI_BASE_URL": "https://models.example.org/v1", "OPENAI_API_KEY": "k", "ALLYGRAPH_LLM_MODEL": "m"}
    settings = LlmSettings.from_environment(usual)
    assert (settings.address, settings.key) == ("https://models.example.org/v1", "k")


@pytest.mark.parametrize("url", [*(one["ALLYGRAPH_LLM_URL"] for one in (_REMOTE, _LOCAL))])
def test_a_key_does_not_reach_a_stranger(url: str) -> None:
    """OPENAI_API_KEY goes to its own address only."""
    values = {"ALLYGRAPH_LLM_URL": url, "OPENAI_API_KEY": "k", "ALLYGRAPH_LLM_MODEL": "m"}
    if "localhost" in url:
        assert LlmSettings.from_environment(values).key == ""
    else:
        with pytest.raises(LlmNotConfigured, match=r"There is no key for https://models\.example\.org/v1"):
            LlmSettings.from_environment(values)
    own = {**values, "ALLYGRAPH_LLM_URL": "https://api.openai.com/v1"}
    assert LlmSettings.from_environment(own).key == "k"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ALLYGRAPH_LLM_URL": ""}, "No address .* Set ALLYGRAPH_LLM_URL"),
        ({"ALLYGRAPH_LLM_URL": "models.example.org"}, "does not begin with http"),
        ({"ALLYGRAPH_LLM_URL": "file:///etc/passwd"}, "does not begin with http"),
        ({"ALLYGRAPH_LLM_URL": "http://[::"}, "cannot be read"),
        ({"ALLYGRAPH_LLM_URL": "http://me:hunter2@localhost"}, "holds a user name or password"),
        ({"ALLYGRAPH_LLM_MODEL": ""}, "Set ALLYGRAPH_LLM_MODEL"),
        ({"ALLYGRAPH_LLM_KEY": "hunter2\nhunter2"}, "a space, a line break or a letter outside ASCII"),
        ({"ALLYGRAPH_LLM_KEY": "hunter2…"}, "a space, a line break or a letter outside ASCII"),
        ({"ALLYGRAPH_LLM_PARALLEL": "0"}, "ALLYGRAPH_LLM_PARALLEL is '0'; a number from 1"),
        ({"ALLYGRAPH_LLM_PARALLEL": "1.5"}, "a whole number"),
        ({"ALLYGRAPH_LLM_TIMEOUT": "soon"}, "ALLYGRAPH_LLM_TIMEOUT is 'soon'"),
        ({"ALLYGRAPH_LLM_PRICE_IN": "nan"}, "ALLYGRAPH_LLM_PRICE_IN is 'nan'"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, str], message: str) -> None:
    """The variable and what is expected, without any secret."""
    with pytest.raises(LlmNotConfigured, match=message) as caught:
        LlmSettings.from_environment({**_LOCAL, **change})
    assert "hunter2" not in repr(caught.value)


def test_secrets_are_not_shown() -> None:
    """Neither the key nor what follows a question mark in the address."""
    settings = LlmSettings("https://models.example.org/v1?code=hunter2", "m", "hunter2")
    assert "hunter2" not in f"{settings} {settings!r} {settings.address}"
    assert str(settings.endpoint) == "https://models.example.org/v1/chat/completions?code=hunter2"


@pytest.mark.parametrize("wrong", [{"parallel": 0}, {"attempts": 0}, {"chunk": 0}, {"request_timeout": 0}])
def test_limits_begin_somewhere(wrong: dict[str, int]) -> None:
    """From a program, too, a limit that lets nothing through is an error."""
    with pytest.raises(ValueError, match="begin at 1"):
        LlmSettings("http://127.0.0.1:1/v1", "m", **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["", "/v1", "/v1/", "/v1/chat/completions"])
def test_the_endpoint_follows_the_address(path: str) -> None:
    """With or without the last part of the path."""
    endpoint = str(LlmSettings(f"http://127.0.0.1:1{path}", "m").endpoint)
    assert endpoint == f"http://127.0.0.1:1{'/v1' if 'v1' in path else ''}/chat/completions"
