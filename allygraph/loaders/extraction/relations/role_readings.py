"""Roles read from the shapes of a sentence: who stands beside, behind or under which title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.role_bodies import Clause, body_of
from allygraph.loaders.extraction.relations.role_people import group_at, holders, only_person, subject_of
from allygraph.loaders.extraction.relations.role_units import Units, role_shapes
from allygraph.loaders.extraction.relations.roster import Roster
from allygraph.loaders.extraction.relations.title_spans import TitleSpan

_ENDING = frozenset({"resigned", "left", "spent", "stint"})
_WEIGHTS = {"beside": 0.95, "behind": 0.95, "named": 0.85, "listed": 0.85, "stint": 0.8}


def read_titles(parse: Parse, units: Units, roster: Roster) -> Iterator[Finding]:
    """The roles that titles state; a title stands for the persons of the first shape that takes it."""
    used: set[int] = set()
    for name, pattern in role_shapes().shapes.items():
        for match in pattern.finditer(units.letters):
            titles = [unit for unit in range(*match.span("titles")) if unit in units.titles and unit not in used]
            if not titles or _bars(name, match, units):
                continue
            people = _people(name, match, units, parse)
            if not people:
                continue
            used.update(titles)
            clause = _clause(name, match, units, parse)
            for unit in titles:
                yield from _held(units.titles[unit], people, clause, parse, roster)
                if name == "succeeded":
                    before = replace(clause, group=None, status="active" if _ahead(clause.group) else "ended")
                    old = holders(match.span("people"), units, parse.tokens)
                    yield from _held(units.titles[unit], old, before, parse, roster)


def _bars(name: str, match: re.Match[str], units: Units) -> bool:
    """ "The son of the founder, B", "customers: B": what looks like a title of B is none."""
    start = match.start()
    if name == "named":
        title = units.titles[match.start("titles")]
        return (start > 0 and units.letters[start - 1] == "f") or not (title.definite or start == 0)
    if name == "listed":
        return start > 0 and units.letters[start - 1] in "fiPO"
    if name == "served" and units.letters[start - 1 : start] in {"t", "!"}:
        return units.letters[start - 1] == "!"
    return False


def _people(name: str, match: re.Match[str], units: Units, parse: Parse) -> list[Slot]:
    tokens = parse.tokens
    groups = match.groupdict()
    if name == "succeeded":
        return subject_of(match.start(), units, parse)
    if groups.get("people"):
        found = holders(match.span("people"), units, tokens)
        last = units.titles.get(match.end("titles") - 1)
        plural = last is not None and tokens[last.head].low.endswith("s")
        if plural or name in {"listed", "appointed"}:
            return found
        return found[-1:] if name == "behind" else found[:1]
    return subject_of(match.start(), units, parse) or (only_person(parse) if name in {"stint", "spent"} else [])


def _clause(name: str, match: re.Match[str], units: Units, parse: Parse) -> Clause:
    """The verb and the body that a shape names besides the title."""
    groups = match.groupdict()
    verb = match.start("verb") if groups.get("verb") else match.start() if name == "appointed" else None
    group = group_at(units.places[verb], parse) if verb is not None else None
    body = parse.tokens[units.places[match.start("body")]].slot if groups.get("body") else None
    if name == "beside" and body is not None and body.kind != "Organisation":
        body = None
    return Clause(name, group, body, "ended" if name in _ENDING and not _ahead(group) else None)


def _ahead(group: VerbGroup | None) -> bool:
    return group is not None and bool(group.modal)


def _held(title: TitleSpan, people: Sequence[Slot], clause: Clause, parse: Parse, roster: Roster) -> Iterator[Finding]:
    status: Status | None = "ended" if title.former else "planned" if title.coming else clause.status
    plural = len(people) > 1 or parse.tokens[title.head].low.endswith("s")
    role = _singular_role(title.role, parse.tokens[title.head].text) if plural and title.role else title.role
    dated = _bound(title, parse)
    weight = _WEIGHTS.get(clause.shape, 0.9)
    for person in people:
        for body, sure in body_of(title, person, clause, parse, roster):
            if ends_fit("HAS_ROLE", person, body):
                yield Finding(
                    "HAS_ROLE",
                    person,
                    body,
                    weight * sure * person.score,
                    title.head,
                    clause.group,
                    None,
                    role=role,
                    status=status or ("ended" if dated is not None and _until(dated) else None),
                    nominal=True,
                    stative=True,
                    dated=_freed(dated),
                )


def _singular_role(role: str, head: str) -> str:
    """ "Vice chairs" as "vice chair", "heads of trade" as "head of trade"."""
    return role.replace(head, singular(head), 1)


def _bound(title: TitleSpan, parse: Parse) -> Token | None:
    """ "Since 1 May", "until 2017", "with effect from 3 June" behind a title."""
    for token in parse.tokens[title.end : title.end + 4]:
        if token.date is not None:
            return token if token.date.lead in {"since", "until", "till", "effective", "from"} else None
        if token.slot is not None or token.tag in {"V", "BE"}:
            return None
    return None


def _until(token: Token) -> bool:
    return token.date is not None and token.date.lead in {"until", "till"}


def _freed(token: Token | None) -> Token | None:
    """The day that ends or begins a role is its date."""
    if token is None or token.date is None:
        return None
    copy = replace(token)
    copy.date = replace(token.date, lead="")
    return copy
