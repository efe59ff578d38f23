"""The date of what a finding says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from allygraph.loaders.extraction.qualifiers.dates import resolve_date
from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: Prepositions that make a date a bound or a detail instead of the day of the event.
_BOUNDS = frozenset({"by", "until", "till", "before", "after", "of", "for", "during", "as of"})
#: Of these, the ones that say when something ended.
_LAST = frozenset({"until", "till"})


_REPORTING = frozenset(
    {"say", "announce", "tell", "state", "report", "disclose", "confirm", "reveal", "declare", "sign", "agree"}
)


#: Verbs of which the governor's date is the date of their infinitive.
_LEADING_TO = frozenset(
    {"be", "plan", "agree", "intend", "expect", "begin", "start", "decide", "set", "propose", "seek"}
)


#: Verbs that give or take a role on a day.
_APPOINTING = frozenset(
    {"announce", "appoint", "name", "hire", "elect", "promote", "nominate", "become", "join", "step", "resign", "quit"}
    | {"leave", "retire", "start", "select", "recruit"}
)


#: Verbs that end an ownership on a day.
_PARTING = frozenset(
    {"sell", "divest", "dispose", "offload", "shed", "spin", "buy", "acquire", "purchase", "form", "become"}
)


#: What a noun tells as an event too: "the takeover of B, both said on Monday".
_DEALS = frozenset({"PARTNERS_WITH", "ACQUIRES", "INVESTS_IN", "HALTS"})
#: Shapes of dates that name a day.
_DAYS = frozenset({"iso", "day_month", "month_day", "same_day", "weekday", "today"})


#: Relations that are states: the day something was said of them is not their date.
STATES = frozenset({"HAS_ROLE", "BASED_IN", "COMPETES_WITH", "OWNS", "POWERED_BY"})


def date_of(
    finding: Finding,
    parse: Parse,
    published: str | None,
    *,
    planned: bool,
    ended: bool = False,
    previous: str | None = None,
) -> tuple[str | None, bool]:
    """The date of the event and whether it lies after the day of publication.

    What is `ended` is dated by its bound ("until 2019"). `previous` is the last date of the sentences before, to which
    "the same day" goes back.
    """
    if finding.dated is not None:
        candidates: Iterable[tuple[Token, bool]] = [(finding.dated, False)]
    else:
        candidates = [*_date_tokens(finding, parse), *_heading(parse), *(_bound(finding, parse) if ended else ())]
    for token, own in candidates:
        if token.date is None or (token.date.lead in _BOUNDS and not (ended and token.date.lead in _LAST)):
            continue
        day = resolve_date(
            token.date, published, planned=planned and own, previous=_last_day(token, parse, published) or previous
        )
        if day is None:
            continue
        # Without a verb in the past, a day soon after publication is nearer than one a year ago.
        if own and not planned and published and not _in_past(finding.group):
            ahead = resolve_date(token.date, published, planned=True)
            if (
                ahead is not None
                and ahead > published[: len(ahead)]
                and ahead[:4] == published[:4]
                and day[:4] != published[:4]
            ):
                day = ahead
        return day, own and bool(published and day > published[: len(day)])
    return None, False


def _heading(parse: Parse) -> Iterator[tuple[Token, bool]]:
    """ "June 2023: partnership with B ended": the date before a colon is that of the whole item."""
    first = next((n for n, token in enumerate(parse.tokens) if token.tag not in {"END", "DASH", "QUOTE"}), None)
    if first is not None and first + 1 < len(parse.tokens) and parse.tokens[first + 1].tag == "COLON":
        token = parse.tokens[first]
        if token.date is not None:
            yield token, True


def _bound(finding: Finding, parse: Parse) -> Iterator[tuple[Token, bool]]:
    """ "B (contract maker, until 2022)": the bound that follows the later end within a few words."""
    end = max(finding.subject.end, finding.object.end)
    after = [token for token in parse.tokens if token.start >= end][:8]
    yield from ((token, True) for token in after if token.date is not None and token.date.lead in _LAST)


def only_date(parse: Parse, published: str | None, *, planned: bool) -> str | None:
    """The date of a sentence that names one alone, and no bound."""
    dates = [token.date for token in parse.tokens if token.date is not None]
    if len(dates) != 1 or dates[0].lead in _BOUNDS:
        return None
    return resolve_date(dates[0], published, planned=planned)


def told_day(finding: Finding, parse: Parse, published: str | None, *, title: bool = False) -> str | None:
    """The day on which a sentence reports an event: "... , both said on Tuesday"; else the only day that it names.

    What the title of a document tells without a day is news of the day it came out. Not for plans, which have no day
    yet, nor for what is mentioned on the way: states, listings, "the maker of B", "one of its suppliers".
    """
    if finding.relation in STATES or finding.relation == "LISTED_ON":
        return None
    if finding.nominal and finding.relation not in _DEALS:
        return None
    if title and not any(token.date is not None for token in parse.tokens):
        return published if not _in_past(finding.group) else None
    told = [token for group in parse.groups if group.lemma in _REPORTING for token in group.dates]
    for token in told:
        if token.date is not None and token.date.shape in _DAYS and token.date.lead not in _BOUNDS:
            return resolve_date(token.date, published)
    dates = [token.date for token in parse.tokens if token.date is not None]
    if len(dates) != 1 or dates[0].shape not in _DAYS:
        return None
    return only_date(parse, published, planned=False)


def _last_day(until: Token, parse: Parse, published: str | None) -> str | None:
    return last_day([token for token in parse.tokens if token.start < until.start], published)


def last_day(tokens: Sequence[Token], published: str | None) -> str | None:
    """The last date that these tokens name."""
    days = (resolve_date(token.date, published) for token in reversed(tokens) if token.date is not None)
    return next((day for day in days if day), None)


def _in_past(group: VerbGroup | None) -> bool:
    return group is not None and (group.past or group.perfect) and group.form == "finite"


def _date_tokens(finding: Finding, parse: Parse) -> Iterator[tuple[Token, bool]]:
    """Date tokens, nearest first; False for those of a verb that only reports the event."""
    group = finding.group
    if _names_itself(finding, parse):
        return
    if finding.phrase is not None and finding.nominal:
        yield from ((token, True) for token in _after(finding.phrase, parse))
    appointed = group is not None and finding.relation == "HAS_ROLE" and group.lemma in _APPOINTING
    kept = finding.relation != "OWNS" or group is None or group.lemma not in _PARTING
    if finding.nominal and finding.relation in STATES and kept and not appointed:
        return
    if (
        finding.nominal
        and group is not None
        and finding.phrase is not None
        and group.object is not finding.phrase
        and group.subject is not finding.phrase
        and not any(finding.phrase is phrase for _, phrase in group.preps)
    ):
        return
    link = group
    for _ in range(3):
        if link is None:
            return
        nearest = sorted(link.dates, key=lambda token: abs(token.start - parse.tokens[finding.trigger].start))
        yield from ((token, link is group) for token in nearest)
        if finding.relation in STATES:
            return
        governor = link.governor
        known = governor is not None and (
            (governor.lemma in _REPORTING and link.link in {"clause", "infinitive", "gerund"})
            or (governor.lemma in _LEADING_TO and link.link == "infinitive")
        )
        link = governor if known else None


def _names_itself(finding: Finding, parse: Parse) -> bool:
    """ "Supplier B opened a plant in May": the date is not that of the supplying."""
    phrase = finding.phrase
    return (
        finding.nominal
        and phrase is not None
        and finding.trigger != phrase.head
        and parse.tokens[phrase.head].slot is not None
    )


def _after(phrase: NounPhrase, parse: Parse) -> Iterator[Token]:
    """Dates in the chain of prepositional phrases after a noun."""
    for item in parse.items[phrase.place + 1 :]:
        if isinstance(item, VerbGroup) or (isinstance(item, NounPhrase) and not item.prep):
            return
        if not isinstance(item, NounPhrase):
            if item.kind == "DATE":
                yield item.token
            elif item.kind not in {"IN"}:
                return
