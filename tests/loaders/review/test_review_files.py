"""Files of decisions: each line is a decision or says why it is none."""

from __future__ import annotations

import pytest

from allygraph.loaders.review_files import BadLine, ClaimDecision, read_decisions

CSV = """id,decision,reason
cla-1,accepted,"says so, twice
over"
cla-2,perhaps,
,rejected,

cla-3,reject,a,b
cla-4,rejected
"""
LIST = """[
  {"id": "cla-1", "decision": "accepted", "reason": "says so"},
  {"id": "cla-2"}, 7,
  {"claim_id": "cla-3", "verdict": "Rejected"},
  {"id": oops}
]"""


def lines(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.claim if isinstance(one, ClaimDecision) else "") for one in read_decisions(text)]


def test_a_table_is_read_line_by_line() -> None:
    """Bad lines are named by the line where they begin, and the rest is read."""
    assert lines(CSV) == [(2, "cla-1"), (4, ""), (5, ""), (7, ""), (8, "cla-4")]
    assert next(iter(read_decisions(CSV))) == ClaimDecision(2, "cla-1", "accepted", "says so, twice\nover")
    problems = [one.problem for one in read_decisions(CSV) if isinstance(one, BadLine)]
    assert "Allowed: accepted, rejected, unreviewed" in problems[0]
    assert "quote the reason" in problems[2]


def test_a_list_of_objects_is_read() -> None:
    """Up to what is no JSON; each object by the line where it begins."""
    assert lines(LIST) == [(2, "cla-1"), (3, ""), (3, ""), (4, "cla-3"), (5, "")]


def test_one_object_a_line_is_read() -> None:
    """A line that is no JSON spoils only itself."""
    text = '{"id": "cla-1", "decision": "accept"}\n{oops\n{"id": "cla-2", "decision": "reject"}\n'
    assert lines(text) == [(1, "cla-1"), (2, ""), (3, "cla-2")]


@pytest.mark.parametrize("text", ["cla-1,accepted\n", "one column\n", "id,reason\ncla-1,x\n"])
def test_a_table_needs_its_header(text: str) -> None:
    """Nothing is guessed."""
    assert [(one.line, isinstance(one, BadLine)) for one in read_decisions(text)] == [(1, True)]


def test_an_empty_file_decides_nothing() -> None:
    """Neither does one of blank lines."""
    assert (lines(""), lines("\n\n")) == ([], [])
