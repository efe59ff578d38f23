"""`allygraph review` key by key, as an analyst uses it: the real command in a pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from allygraph.graph.store import Store
from tests.graph_content import facts
from tests.loaders.load.notes import DEAL, SEAT, STAKE, load_paths, write_notes

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.commands.review.terminal import Terminal

pytestmark = pytest.mark.store
Run = Callable[..., Any]
#: The last key of the line that is shown when a key is awaited.
READY = "q quit"


@pytest.fixture
def notes(remote: Store, tmp_path: Path) -> Store:
    """A store with three claims: partners, owns, based in."""
    load_paths(remote, write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT))
    return remote


def reviews(store: Store) -> dict[str, str]:
    rows = store.read("MATCH (c:Claim) RETURN c.predicate AS predicate, c.review AS review")
    return {row["predicate"]: row["review"] for row in rows}


def test_an_analyst_reviews(notes: Store) -> None:
    """Accept, reject, undo, note, edit with validation, back, and quit; each is in the graph at once."""
    with Terminal("review", "--author", "ana") as terminal:
        terminal.wait_for("1 of 3, 0 accepted, 0 rejected")
        terminal.wait_for("[Aldermoor Shipping] partners with {Brightwater Ports}")
        terminal.wait_for(READY)
        terminal.press("a", "2 of 3, 1 accepted, 0 rejected")
        terminal.press("r", "3 of 3, 1 accepted, 1 rejected")
        terminal.wait_for(READY)
        assert reviews(notes) == {"PARTNERS_WITH": "accepted", "OWNS": "rejected", "BASED_IN": "unreviewed"}
        terminal.press("u", "No longer rejected.")
        terminal.wait_for("2 of 3, 1 accepted, 0 rejected")
        terminal.wait_for(READY)
        terminal.press("n", "note:")
        terminal.press("ask Ben\r", "note: ask Ben")
        terminal.wait_for(READY)
        terminal.press("e", "x drop")
        terminal.press("r", "relation [OWNS]:")
        terminal.press("has\t\r", "subject of HAS_ROLE is Person, not Organisation")
        terminal.press("\r", "subject of HAS_ROLE is Person, not Organisation")
        terminal.press("r", "relation [HAS_ROLE]:")
        terminal.press("acq\t\r", "relation: OWNS -> ACQUIRES")
        terminal.wait_for("x drop")
        terminal.press("m", "amount (USD 80 million, none):")
        terminal.press("USD 9 million\r", "amount: none -> USD 9 million")
        terminal.wait_for("x drop")
        terminal.press("\r", "3 of 3, 1 accepted, 0 rejected, 1 edited")
        terminal.wait_for(READY)
        terminal.press("b", "Aldermoor Shipping] acquires {Corvane Logistics}")
        terminal.wait_for("accepted by ana: ask Ben")
        terminal.wait_for(READY)
        terminal.press("\x1b[Cq", "1 accepted, 0 rejected, 1 edited.")
        assert terminal.ended() == 0
    assert reviews(notes) == {"PARTNERS_WITH": "accepted", "ACQUIRES": "accepted", "BASED_IN": "unreviewed"}


def test_what_was_decided_outlives_the_terminal(notes: Store, run: Run) -> None:
    """Ctrl-C ends well, a closed window leaves no doubt, and a later session takes the last decision back."""
    with Terminal("review", "--author", "ana") as terminal:
        terminal.wait_for(READY)
        terminal.press("r", "2 of 3, 0 accepted, 1 rejected")
        terminal.wait_for(READY)
        terminal.press("\x03", "0 accepted, 1 rejected.")
        assert terminal.ended() == 0
    with Terminal("review", "--author", "ana") as terminal:
        terminal.wait_for(READY)
        terminal.press("ar", "That was the last of 2 claims: 1 accepted, 1 rejected.")
        terminal.wait_for(READY)
        terminal.close()
        terminal.process.wait(30)
    assert reviews(notes) == {"PARTNERS_WITH": "rejected", "OWNS": "accepted", "BASED_IN": "rejected"}
    assert "no longer rejected" in run("review", "--undo", "--author", "ana").err
    assert reviews(notes)["BASED_IN"] == "unreviewed"
    assert len(facts(notes)) == 2
