"""Roles that an act gives: running, founding, chairing a body, sitting on its board, leaving it, following a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.role_people import group_at, holders, subject_of
from allygraph.loaders.extraction.relations.role_units import Act, Units, role_shapes
from allygraph.loaders.extraction.relations.roster import Roster
from allygraph.loaders.extraction.relations.titles import role_words

_FOLLOWING = re.compile(r"(?P<verb>U)z?(?P<old>P|d(?=[cqe]|$))")


def read_acts(parse: Parse, units: Units, roster: Roster) -> Iterator[Finding]:
    """The roles that verbs state."""
    used: set[int] = set()
    for act in role_shapes().acts:
        for match in act.shape.finditer(units.letters):
            verb = match.start("verb") if "verb" in match.groupdict() else match.start()
            if verb in used:
                continue
            found = list(_acting(act, match, units, parse, roster))
            if found:
                used.add(verb)
            yield from found
    yield from _following(parse, units, roster)


def _acting(act: Act, match: re.Match[str], units: Units, parse: Parse, roster: Roster) -> Iterator[Finding]:
    tokens, named = parse.tokens, match.groupdict()
    verb = match.end("verb") - 1 if "verb" in named else match.start()
    group = group_at(units.places[verb], parse) if "verb" in named else None
    if named.get("people"):
        people = holders(match.span("people"), units, tokens)
    else:
        if group is not None and group.passive and units.letters[match.start()] in "GF":
            return
        people = subject_of(match.start(), units, parse)
    body = tokens[units.places[match.start("body")]].slot if "body" in named else _spoken_of(people, parse, roster)
    if body is None or body.kind == "Place" or ("verb" not in named and body.kind != "Organisation"):
        return
    role = _role(act, match, units, tokens, verb)
    status = act.status
    if status is None and "verb" in named and "x" in units.letters[max(match.start() - 2, 0) : match.start()]:
        status = "ended"
    for person in people:
        if ends_fit("HAS_ROLE", person, body):
            yield _finding(person, body, group, units.places[verb], role, status)


def _finding(
    person: Slot, body: Slot, group: VerbGroup | None, place: int, role: str | None, status: Status | None
) -> Finding:
    weight = 0.85 * min(person.score, 1.0) * body.score
    return Finding("HAS_ROLE", person, body, weight, place, group, None, role=role, status=status, stative=True)


def _role(act: Act, match: re.Match[str], units: Units, tokens: Sequence[Token], verb: int) -> str | None:
    word = tokens[units.places[verb]]
    if act.role == "verb":
        return role_words().verbs.get(word.lemma, word.low)
    if act.role == "founder":
        return "co-founder" if word.low.startswith("co") else "founder"
    if act.role != "phrase":
        return act.role
    last = match.end("words")
    end = units.places[last] if last < len(units.places) else len(tokens)
    return " ".join(token.text for token in tokens[units.places[match.start("verb")] : end] if token.text)


def _spoken_of(people: Sequence[Slot], parse: Parse, roster: Roster) -> Slot | None:
    """The only organisation of the sentence, else the one the document is about."""
    if not people:
        return None
    at = people[0]
    organisations = [t.slot for t in parse.tokens if t.slot is not None and t.slot.kind == "Organisation"]
    before = {slot for slot in organisations if slot.end <= at.start}
    if len(before) == 1 and roster.main is None:
        return next(iter(before))
    if before and roster.main is None:
        return None
    if roster.main is not None:
        return Slot((roster.main,), "Organisation", at.text, at.start, at.end, True, 0.8)
    focus = roster.focus
    return None if focus is None else Slot(focus.entities, focus.kind, at.text, at.start, at.end, True, 0.75)


def _following(parse: Parse, units: Units, roster: Roster) -> Iterator[Finding]:
    """ "B succeeds C", "B took over from C in May": B takes the role of C, whose it was."""
    for match in _FOLLOWING.finditer(units.letters):
        group = group_at(units.places[match.start()], parse)
        new = subject_of(match.start(), units, parse)
        slot = parse.tokens[units.places[match.start("old")]].slot
        old = [slot] if slot is not None else []
        if len(new) != 1 or not old or units.letters[match.end() : match.end() + 2] == "sT":
            continue
        known = roster.role_of(new[0]) or roster.role_of(old[0])
        if known is None:
            continue
        body = Slot(known.object.entities, known.object.kind, old[0].text, old[0].start, old[0].end, True, 0.9)
        dated = group.dates[0] if group is not None and group.dates else None
        coming: Status | None = "planned" if group is not None and group.modal else None
        place = units.places[match.start()]
        taken = replace(_finding(new[0], body, group, place, known.role, coming or "active"), dated=dated)
        yield taken
        if roster.role_of(old[0]) is None:
            yield replace(taken, subject=old[0], status="active" if coming else "ended")
