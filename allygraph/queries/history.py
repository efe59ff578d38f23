"""Everything that was judged, newest first: decisions on claims and judgements on names in one list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allygraph.queries.slices import Slice
from allygraph.queries.statements import statement

if TYPE_CHECKING:
    from allygraph.graph.store import Store

#: What each verdict means, in words.
_WORDS: Mapping[str, str] = {
    "accepted": "accepted a claim",
    "rejected": "rejected a claim",
    "unreviewed": "took back what was said of a claim",
    "edited": "edited a claim",
    "noted": "noted something on a claim",
    "same": "judged two names the same",
    "different": "judged two names different",
    "unsure": "could not tell two names apart or together",
}


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """The claim of a decision, with its ends as the text writes them and the entities that they stand for now."""

    id: str
    predicate: str
    subject: str | None
    subject_id: str | None
    object: str | None
    object_id: str | None


@dataclass(frozen=True, slots=True)
class JudgedName:
    """A name of a judgement: its key, its most used spelling and the entity that bears it now.

    Without an entity no live document writes the name.
    """

    key: str
    name: str | None
    id: str | None


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """A decision (with `claim`) or a judgement (with `left` and `right`); `what` says the verdict in words.

    `in_force` is false once it was undone (`undone_at`). `edit` is the claim that stands in the place of an edited one,
    `document` the series to which a judgement is limited, `score` how sure the judgement is, 0 to 1.
    """

    id: str
    verdict: str
    what: str
    author: str
    at: str
    reason: str
    in_force: bool
    undone_at: str | None
    claim: JudgedClaim | None
    edit: str | None
    left: JudgedName | None
    right: JudgedName | None
    score: float | None
    document: str | None


def read_history(store: Store, *, without: str | None = None, limit: int, offset: int = 0) -> Slice[HistoryItem]:
    """Decisions and judgements, the latest first; without the judgements of one author, such as the rules."""
    total = store.read(statement("history_total"), {"without": without})[0]["total"]
    rows = store.read(statement("history"), {"without": without, "limit": limit, "offset": offset})
    return Slice(tuple(_item(row) for row in rows), total)


def _item(row: Mapping[str, Any]) -> HistoryItem:
    made = row["made"]
    ends = {end["key"]: end for end in row["ends"]}
    return HistoryItem(
        id=made["id"],
        verdict=made["verdict"],
        what=_WORDS[made["verdict"]],
        author=made["author"],
        at=made["date"],
        reason=made.get("reason") or "",
        in_force=made.get("undone_at") is None,
        undone_at=made.get("undone_at"),
        claim=JudgedClaim(**row["claims"][0]) if row["claims"] else None,
        edit=made.get("edit"),
        left=_name(made.get("left"), ends),
        right=_name(made.get("right"), ends),
        score=made.get("score"),
        document=made.get("document"),
    )


def _name(key: str | None, ends: Mapping[str, Mapping[str, str]]) -> JudgedName | None:
    if key is None:
        return None
    end = ends.get(key, {})
    return JudgedName(key, end.get("name"), end.get("id"))
