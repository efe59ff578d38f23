"""Who may ask: the rules by themselves."""

from __future__ import annotations

import pytest

from allygraph.web.access import Access, Unprotected, granted, is_loopback, is_own_origin

LONG = "x" * 32


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "[::1]"])
def test_names_of_this_machine_are_served(host: str) -> None:
    """Whatever the port, as behind a tunnel."""
    assert Access(LONG).serves(host)


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "127.0.0.1.evil.example", "localhost.", "127.0.0.1@evil.example", "127.0.0.1:x", "10.0.0.7"],
)
def test_other_names_are_not(host: str) -> None:
    """A name that another site had made to lead to this machine is not one of them."""
    assert not Access(LONG).serves(host)


def test_server_for_other_machines_is_found_by_number() -> None:
    """A number cannot be made to lead elsewhere; a foreign name still can."""
    assert Access(LONG, "0.0.0.0").serves("10.0.0.7:8000")
    assert Access(LONG, "desk.example").serves("desk.example:8000")
    assert Access(LONG, "127.0.0.2").serves("127.0.0.2:8000")
    assert not Access(LONG, "127.0.0.2").serves("10.0.0.7:8000")
    assert not Access(LONG, "0.0.0.0").serves("evil.example")


def test_other_machines_are_refused_without_a_configured_token() -> None:
    """The message names the host and the variable to set."""
    with pytest.raises(Unprotected, match=r"On 0\.0\.0\.0 other machines.*ALLYGRAPH_TOKEN"):
        granted("0.0.0.0", 0, None)
    assert granted("0.0.0.0", 0, LONG).token == LONG


def test_short_token_is_refused() -> None:
    """Wherever the server listens."""
    with pytest.raises(Unprotected, match="has 8 characters"):
        granted("127.0.0.1", 0, "password")


def test_token_is_made_anew_for_each_run() -> None:
    """Long enough not to be guessed."""
    first, second = (granted("127.0.0.1", 0, None).token for _ in range(2))
    assert first != second
    assert len(first) >= 40


def test_tokens_of_any_script_are_compared() -> None:
    """A token that is not ASCII is wrong, and no error."""
    assert Access(LONG).knows(LONG)
    assert not any(Access(LONG).knows(text) for text in (None, "", "ключ", LONG + "x"))


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", True), ("::1", True), ("LocalHost", True), ("0.0.0.0", False)]
)
def test_loopback_hosts(host: str, expected: bool) -> None:
    """Only these are open to this machine alone."""
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://127.0.0.1:8000", True),
        ("https://127.0.0.1:8000", True),
        ("http://127.0.0.1:9000", False),
        ("http://evil.example", False),
        ("null", False),
        ("file://127.0.0.1:8000", False),
    ],
)
def test_own_origin(origin: str, expected: bool) -> None:
    """Another port is another origin."""
    assert is_own_origin(origin, "127.0.0.1:8000") is expected
