"""A server that is slow, broken, or turns us away."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from email.utils import formatdate
from pathlib import Path

import pytest

from allygraph.loaders.extraction.llm import LlmRefused, LlmUnreachable, UnusableAnswer
from tests.loaders.extraction.llm.answers import TELVIA, Make, read, telvia_answer
from tests.loaders.extraction.llm.model_server import KEY, ModelServer, Reply, Request

_ONE = read(TELVIA)
_GOOD = Reply(telvia_answer())


def _error(text: str, status: int) -> Reply:
    return Reply(status=status, body=b'{"error": {"message": "%s"}}' % text.encode())


@pytest.mark.parametrize(
    "slow", [Reply(telvia_answer(), delay=0.8), Reply(telvia_answer(), pause=0.05)], ids=["silent", "trickling"]
)
def test_a_late_answer_is_no_answer(server: ModelServer, engine: Make, slow: Reply) -> None:
    """The time for one request holds for the whole of it, byte by byte too."""
    server.play(slow)
    started = time.monotonic()
    with pytest.raises(LlmUnreachable, match=rf"{server.url} does not answer \(no answer within 0.2 s\)"):
        engine(request_timeout=0.2, attempts=2).extract(_ONE.document, _ONE.passages)
    assert len(server.requests) == 2
    assert time.monotonic() - started < 2


def test_the_time_for_all_attempts_is_limited(server: ModelServer, engine: Make) -> None:
    """Attempts end when the time is over, however many are left."""
    server.play(_error("busy", 503))
    started = time.monotonic()
    with pytest.raises(LlmUnreachable, match=r"status 503: busy, and no time left of 0\.3 s"):
        engine(total_timeout=0.3, attempts=50, first_wait=0.1).extract(_ONE.document, _ONE.passages)
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("bad", [Reply(telvia_answer(), cut=100), _error("oops", 500), _error("oops", 502)])
def test_what_passes_is_asked_again(server: ModelServer, engine: Make, bad: Reply) -> None:
    """A body cut short or a fault of the server, then the answer."""
    server.play(bad, bad, _GOOD)
    assert len(engine().extract(_ONE.document, _ONE.passages).claims) == 4
    assert len(server.requests) == 3


def test_a_server_sets_the_pause(server: ModelServer, engine: Make) -> None:
    """429 with Retry-After in seconds and as a date is waited for."""
    soon = formatdate(time.time() + 2, usegmt=True)
    server.play(
        Reply(status=429, headers={"Retry-After": "1"}), Reply(status=429, headers={"Retry-After": soon}), _GOOD
    )
    started = time.monotonic()
    assert len(engine().extract(_ONE.document, _ONE.passages).claims) == 4
    assert 1 <= time.monotonic() - started < 4


def test_a_pause_beyond_all_limits_is_not_waited_for(server: ModelServer, engine: Make) -> None:
    """An hour is longer than the time for all attempts: the run ends at once."""
    server.play(Reply(status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(LlmUnreachable, match="no time left"):
        engine().extract(_ONE.document, _ONE.passages)
    assert len(server.requests) == 1


def test_faults_without_end_end_the_run(server: ModelServer, engine: Make) -> None:
    """500 for ever: as many attempts as allowed, then one error with the remedy."""
    server.play(_error("out of memory", 500))
    with pytest.raises(LlmUnreachable, match=r"out of memory\)\. Start it, or set ALLYGRAPH_LLM_URL"):
        engine().extract(_ONE.document, _ONE.passages)
    assert len(server.requests) == 3


def test_a_fault_among_good_answers_costs_one_document(server: ModelServer, engine: Make) -> None:
    """The first is given up, the second in a row ends the run."""
    asking = engine(cache=None)
    server.play(_GOOD)
    asking.extract(_ONE.document, _ONE.passages)
    server.play(_error("odd text", 500))
    with pytest.raises(UnusableAnswer, match="status 500: odd text"):
        asking.extract(_ONE.document, _ONE.passages)
    server.play(_GOOD)
    asking.extract(_ONE.document, _ONE.passages)
    server.play(_error("gone", 500))
    with pytest.raises(UnusableAnswer):
        asking.extract(_ONE.document, _ONE.passages)
    with pytest.raises(LlmUnreachable):
        asking.extract(_ONE.document, _ONE.passages)


@pytest.mark.parametrize(
    ("refusal", "message"),
    [
        (
            _error(f"Incorrect API key provided: {KEY[:-2]}", 401),
            r"refuses the key \(status 401\)\. .*ALLYGRAPH_LLM_KEY",
        ),
        (_error("no", 403), r"refuses the key \(status 403\)"),
        (_error("model 'small-model' not found", 404), r"has no model 'small-model', or nothing .*ALLYGRAPH_LLM_MODEL"),
        (_error("The model `small-model` does not exist", 400), "has no model 'small-model'"),
        (_error("You exceeded your current quota", 429), "nothing is left to pay with"),
        (_error("Bad luck", 400), r"turns the request away \(status 400: Bad luck\)"),
        (Reply(status=301, headers={"Location": "http://127.0.0.1:9/"}), r"turns the request away \(status 301"),
    ],
)
def test_a_refusal_is_not_asked_again(server: ModelServer, engine: Make, refusal: Reply, message: str) -> None:
    """One request, one error that names the address and the remedy, and never the key."""
    server.play(refusal)
    with pytest.raises(LlmRefused, match=message) as caught:
        engine().extract(_ONE.document, _ONE.passages)
    assert len(server.requests) == 1
    assert server.url in str(caught.value)
    assert KEY[:-2] not in repr(caught.value) + repr(caught.value.__context__)


def test_nothing_listens(engine: Make) -> None:
    """A closed port: one error that names the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/v1"
    with pytest.raises(LlmUnreachable, match=rf"The language model at {url} does not answer \(.*refused\)\."):
        engine(url=url).extract(_ONE.document, _ONE.passages)


def test_a_server_cannot_make_us_print_the_key(server: ModelServer, engine: Make) -> None:
    """A server that repeats the key, in colours, is quoted without either."""
    server.play(Reply(status=500, body=b"\x1b[31m you sent " + KEY.encode() + b"\n" + b"x" * 500))
    with pytest.raises(LlmUnreachable) as caught:
        engine(attempts=1).extract(_ONE.document, _ONE.passages)
    assert "[31m you sent *** xxx" in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 600


def test_only_what_a_server_knows_is_asked(server: ModelServer, engine: Make) -> None:
    """Refused temperature and formats are left out one by one, and for all further questions."""

    def answering(request: Request) -> Reply:
        if "temperature" in request.body:
            return _error("Unsupported value: 'temperature' does not support 0", 400)
        if request.format:
            return _error(f"'response_format.type' {request.format} is not supported", 400)
        return _GOOD

    server.answering = answering
    asking = engine(cache=None)
    asking.extract(_ONE.document, _ONE.passages)
    asking.extract(_ONE.document, _ONE.passages)
    formats = [request.format for request in server.requests]
    assert formats == ["json_schema", "json_schema", "json_object", "", ""]
    assert "4 requests (" not in asking.summary()


def test_the_command_line_says_it_once(server: ModelServer, tmp_path: Path) -> None:
    """Exit status 1 and one message, without a traceback or the key."""
    server.play(_error("no", 401))
    (tmp_path / "a.txt").write_text(TELVIA, encoding="utf-8")
    environment = {
        **os.environ,
        "ALLYGRAPH_HOME": str(tmp_path / "home"),
        "ALLYGRAPH_LLM_URL": server.url,
        "ALLYGRAPH_LLM_KEY": KEY,
        "ALLYGRAPH_LLM_MODEL": "small-model",
    }
    command = ["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--engine", "llm"]
    done = subprocess.run(
        [sys.executable, "-m", "allygraph", *command], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert [line for line in done.stderr.splitlines() if line.startswith("Error: ")] == [
        f"Error: {server.url} refuses the key (status 401). Correct ALLYGRAPH_LLM_KEY, or ask for the right to use "
        "the model."
    ]
    assert "Traceback" not in done.stderr
    assert KEY not in done.stderr
