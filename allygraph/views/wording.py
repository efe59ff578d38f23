"""How the graph reads in words: statuses, scales, amounts, dates and facts, the same in pages and reports."""

from __future__ import annotations

import math
from types import MappingProxyType

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.scales import CREDIBILITY, LIKELIHOOD, RELIABILITY
from allygraph.queries.records import Edge, Evidence

#: What a status means, for legends.
STATUS_MEANINGS = MappingProxyType(
    {
        "planned": "intended, in talks or conditional",
        "announced": "made public, not yet concluded",
        "signed": "concluded",
        "active": "in force or completed",
        "halted": "stopped or abandoned before completion",
        "ended": "was in force and is over",
    }
)
NO_STATUS = "status not stated"
#: Statuses under which the relation itself may be said to hold; every other one is named before the relation.
_HOLDS = frozenset({"signed", "active"})
#: Numbers of months are 1 to 12.
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SCALE_WORDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def status_words(status: str | None) -> str:
    """The status as a word; says so where none was stated."""
    return status or NO_STATUS


def polarity_words(polarity: str) -> str:
    """What a claim does to the fact: 'states' or 'denies'."""
    return "denies" if polarity == "negative" else "states"


def reliability_words(reliability: str | None) -> str:
    """'B, usually reliable'; the letter alone where the scale has no such letter."""
    if not reliability:
        return "source not rated"
    return ", ".join(part for part in (reliability, RELIABILITY.get(reliability)) if part)


def credibility_words(credibility: int | None) -> str:
    """'2, probably true'; the number alone where the scale has no such number."""
    if credibility is None:
        return "not rated"
    return ", ".join(part for part in (str(credibility), CREDIBILITY.get(credibility)) if part)


def grade_words(grade: str | None) -> str:
    """'B2: usually reliable source, probably true'; either half may be missing from the grade."""
    if not grade:
        return "not graded"
    reliability = next((f"{RELIABILITY[letter]} source" for letter in grade if letter in RELIABILITY), None)
    if "F" in grade:
        reliability = "source whose reliability cannot be judged"
    credibility = next((CREDIBILITY[int(digit)] for digit in grade if digit in "123456"), None)
    known = [part for part in (reliability, credibility) if part]
    return f"{grade}: {', '.join(known)}" if known else grade


def likelihood_words(low: int | None, high: int | None, words: str | None = None) -> str | None:
    """'highly likely (80-95 %)'; without words of the text, those of ICD 203 where an interval is one of its own."""
    if low is None and high is None:
        return words
    low, high = (high if low is None else low), (low if high is None else high)
    interval = f"{low} %" if low == high else f"{low}\u2013{high} %"
    named = words or next((name for name, band in LIKELIHOOD.items() if band == (low, high)), None)
    return f"{named} ({interval})" if named else interval


def confidence_words(confidence: float) -> str:
    """The extractor's confidence, 0 to 1, as whole percent."""
    return f"{round(confidence * 100)} %" if math.isfinite(confidence) else "not stated"


def amount_words(amount: float | None, currency: str | None) -> str | None:
    """'USD 80 million' from whole units; at most three decimals of the largest fitting unit."""
    if amount is None or not math.isfinite(amount):
        return None
    for size, word in _SCALE_WORDS:
        if abs(amount) >= size:
            number = f"{amount / size:,.3f}".rstrip("0").rstrip(".") + f" {word}"
            break
    else:
        number = f"{amount:,.2f}".removesuffix(".00")
    return f"{currency} {number}" if currency else number


def date_words(date: str | None) -> str | None:
    """'12 September 2017', 'September 2017' or '2017', as exact as the date; what is no ISO date stays as it is."""
    parts = (date or "").split("-")
    if not date or len(parts) not in (2, 3) or not all(part.isascii() and part.isdigit() for part in parts):
        return date
    year, month, *day = parts
    if not 1 <= int(month) <= 12:
        return date
    return " ".join([*(str(int(number)) for number in day), _MONTHS[int(month)], year])


def period_words(start: str | None, end: str | None) -> str | None:
    """'from 12 September 2017 to 2019', with either half alone; None when nothing was said."""
    halves = [("from", date_words(start)), ("to" if start else "until", date_words(end))]
    return " ".join(f"{word} {date}" for word, date in halves if date) or None


def count_words(number: int, one: str, many: str | None = None) -> str:
    """'1 fact', '2 facts', '1,204 entities'; `many` where an s does not do."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def support_words(edge: Edge) -> str:
    """How much stands behind a fact: '3 claims, 2 sources, 1 independent origin'."""
    return ", ".join(
        (
            count_words(len(edge.evidence), "claim"),
            count_words(edge.sources, "source"),
            count_words(edge.origins, "independent origin"),
        )
    )


def relation_words(predicate: str, role: str | None = None) -> str:
    """The relation read from subject to object: 'partners with', 'has the role “CEO” at'."""
    kind = relation_kinds().get(predicate)
    if role and predicate == "HAS_ROLE":
        return f"has the role “{role}” at"
    return kind.reads if kind else predicate.replace("_", " ").lower()


def relation_back_words(predicate: str) -> str:
    """The relation read from object to subject: 'is owned by'."""
    kind = relation_kinds().get(predicate)
    return kind.reads_back if kind else f"{predicate.replace('_', ' ').lower()} (from)"


def relation_name(predicate: str) -> str:
    """The relation as a name for filters and headings: 'Partners with', 'Joint venture in'."""
    return predicate.replace("_", " ").capitalize()


def fact_prefix(status: str | None) -> str:
    """What must stand before a fact that does not simply hold: 'Halted: '. Empty when signed, active or not stated."""
    return "" if status is None or status in _HOLDS else f"{status.capitalize()}: "


def fact_details(edge: Edge) -> str:
    """What follows a fact: 'USD 80 million; signed; from 12 September 2017'. Not the status that stands before it."""
    role = edge.role if edge.predicate != "HAS_ROLE" else None
    parts = (
        role,
        amount_words(edge.amount, edge.currency),
        None if fact_prefix(edge.status) else status_words(edge.status),
        period_words(edge.valid_from, edge.valid_to),
        "sources disagree" if edge.conflict else None,
    )
    return "; ".join(part for part in parts if part)


def fact_words(edge: Edge, subject: str, obj: str) -> str:
    """The fact as a sentence: 'Halted: A partners with B (from 2017)'. A plan or a halt never reads as a fact."""
    relation = relation_words(edge.predicate, edge.role)
    details = fact_details(edge)
    return f"{fact_prefix(edge.status)}{subject} {relation} {obj}{f' ({details})' if details else ''}"


def evidence_words(evidence: Evidence) -> str:
    """Where a claim stands: 'Weekly, 15 September 2017, B, usually reliable'."""
    parts = (
        evidence.document_title,
        evidence.source if evidence.source != evidence.document_title else None,
        date_words(evidence.published),
        reliability_words(evidence.reliability),
    )
    return ", ".join(part for part in parts if part)


def reported_words(first: str | None, last: str | None) -> str | None:
    """When documents spoke of it: '15 September 2017 to 1 October 2020', or the one date there is."""
    dates = list(dict.fromkeys(words for words in (date_words(first), date_words(last)) if words))
    return " to ".join(dates) or None
