"""What an error page says of a fact: its statement, its details, and the verdict of each run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.views import wording
from allygraph.views.evaluation.records import ErrorFact, ErrorVerdict, Record

#: The groups of facts in the order in which a page lists them, with their headings.
GROUPS = {"missed": "Missed", "wrong": "Wrong", "right": "Right", "other": "Not counted"}
#: Beyond any amount; a prediction may hold numbers that no float can.
_MOST = 1e30
_VERDICTS = {"optional": "optional reading", "denied": "read as denied"}


@dataclass(frozen=True, slots=True)
class Saying:
    """The verdict of one run in words; `run` is empty where there is only one."""

    run: str
    kind: str
    words: str
    details: str


def group_of(fact: ErrorFact) -> str:
    """Where a fact is listed: what one run missed or got wrong comes before what both have right."""
    kinds = kinds_of(fact)
    return next((group for group in ("missed", "wrong") if group in kinds), "right" if kinds == {"right"} else "other")


def kinds_of(fact: ErrorFact) -> set[str]:
    """The groups that any run puts the fact in."""
    return {verdict.kind if verdict.kind in GROUPS else "other" for verdict in fact.verdicts if verdict}


def prefix(record: Record) -> str:
    """What stands before a statement that does not simply hold."""
    denied = "Denied: " if record.get("polarity") == "negative" else ""
    return denied + wording.fact_prefix(text_of(record, "status") or None)


def reads(record: Record) -> str:
    """The relation between subject and object in words."""
    return wording.relation_words(record["relation"], text_of(record, "role") or None)


def details(record: Record) -> str:
    """Status where no prefix says it, date and amount in one line."""
    amount = record.get("amount")
    value = amount.get("value") if isinstance(amount, dict) else None
    sound = isinstance(value, int | float) and abs(value) < _MOST
    paid = wording.amount_words(value, text_of(amount, "currency")) if sound and amount else None
    stated = text_of(record, "status") or None
    status = "" if wording.fact_prefix(stated) else wording.status_words(stated)
    return ", ".join(part for part in (status, date_of(record, "date"), paid) if part)


def sayings(fact: ErrorFact, runs: Sequence[str]) -> list[Saying]:
    """One for each run, which is named where there are several; a single one where they say the same."""
    if len(runs) == 1:
        return [_saying(fact.verdicts[0], "")]
    same = _saying(fact.verdicts[0], "both")
    if all(_saying(verdict, "both") == same for verdict in fact.verdicts):
        return [same]
    return [_saying(verdict, run) for verdict, run in zip(fact.verdicts, runs, strict=True)]


def date_of(record: Record, key: str) -> str:
    """The value of a key as a date in words; what is too long for one stays as it is."""
    date = text_of(record, key)
    return (wording.date_words(date) or "") if len(date) <= len("YYYY-MM-DD") else date


def text_of(record: Record, key: str) -> str:
    """The value of a key where it is text; predictions may hold anything."""
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _saying(verdict: ErrorVerdict | None, run: str) -> Saying:
    if verdict is None:
        return Saying(run, "silent", "does not say so", "")
    return Saying(run, verdict.kind, _VERDICTS.get(verdict.kind, verdict.kind), "; ".join(_details(verdict)))


def _details(verdict: ErrorVerdict) -> Iterator[str]:
    if verdict.remark:
        yield verdict.remark
    said = verdict.said or {}
    sure = said.get("confidence")
    if isinstance(sure, int | float) and 0 <= sure <= 1:
        yield f"{wording.confidence_words(sure)} sure"
    if text_of(said, "found_by"):
        yield f"by {said['found_by']}"
