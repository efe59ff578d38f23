"""Who holds which role where: persons, the words of their roles, and the body they serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.parse import (
    Parse,
    fillers,
    modifiers,
    noun_preps,
    possessor,
    singular,
)
from allygraph.loaders.extraction.relations.grammar.phrases import Mark, NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.titles import RoleWords, role_words

_BODY_PREPS = frozenset({"of", "at", "for", "with", "in", "from", "to"})
_FUNCTION_TAGS = frozenset({"N", "J", "CC", "IN"})


@dataclass(frozen=True, slots=True)
class Title:
    """A role as written in tokens `start` to `end`, inside `phrase`; `bodies` are those its own words name."""

    phrase: NounPhrase
    start: int
    end: int
    text: str
    bodies: tuple[Slot, ...]
    former: bool = False


def find_roles(parse: Parse) -> Iterator[Finding]:
    """Every role a sentence states, surest reading first for each title."""
    titles = [
        title
        for phrase in parse.phrases
        for member in _titled(phrase, parse)
        for title in _titles(member, phrase, parse)
    ]
    for title in titles:
        yield from _holders(title, parse)
    yield from _by_verb(parse)
    yield from _of_lists(parse, {title.phrase.place for title in titles})


def _titled(phrase: NounPhrase, parse: Parse) -> tuple[NounPhrase, ...]:
    """The members that may hold a title; of "founder and CEO" the last, which takes in the first."""
    if len(phrase.members) == 2 and all(parse.tokens[member.head].slot is None for member in phrase.members):
        return phrase.members[-1:]
    return phrase.members


def _titles(phrase: NounPhrase, listed: NounPhrase, parse: Parse) -> Iterator[Title]:
    """The titles of a phrase: a run of role words that ends in a head word."""
    phrase.place, phrase.prep = listed.place, phrase.prep or listed.prep
    if len(listed.members) > 1 and phrase.apposed_to is None:
        phrase.apposed_to = listed.apposed_to
    tokens, known = parse.tokens, role_words()
    place = phrase.end - 1
    while place >= phrase.start:
        token = tokens[place]
        if token.tag not in {"N", "J"} or singular(token.low) not in known.heads:
            place -= 1
            continue
        start = place
        while (
            start > phrase.start
            and tokens[start - 1].tag in {"N", "J"}
            and (tokens[start - 1].low in known.before | known.heads or tokens[start - 1].text[:1].isupper())
        ):
            start -= 1
        yield _title(phrase, start, place + 1, parse)
        return


def _title(phrase: NounPhrase, start: int, end: int, parse: Parse) -> Title:
    """The title with its function ("of Outreach") and, for a pair such as "President and CEO", its first half."""
    tokens = parse.tokens
    former = tokens[start].low in {"former", "ex"}
    start += former or tokens[start].low in {"new", "current", "then"}
    begin, finish, bodies = start, end, list(_own_bodies(phrase, start, parse))
    after_head = end == phrase.end
    # "President and CEO": the list folded both, or the first half stands before "and".
    begin = _joined_before(phrase, start, parse)
    if after_head:
        finish, more = _function(phrase, end, parse)
        bodies += more
    text = _text(tokens, begin, finish)
    return Title(phrase, begin, finish, text, tuple(dict.fromkeys(bodies)), former)


def _text(tokens: Sequence[Token], start: int, end: int) -> str:
    words = ""
    for token in tokens[start:end]:
        words += (" " if words and token.tag != "POS" and not token.text.startswith(("-", ",")) else "") + token.text
    return words


def _joined_before(phrase: NounPhrase, start: int, parse: Parse) -> int:
    tokens, known = parse.tokens, role_words()
    if (
        start != phrase.start
        or start < 2
        or tokens[start - 1].low not in {"and", "&"}
        or singular(tokens[start - 2].low) not in known.heads
    ):
        return start
    begin = start - 2
    while begin > 0 and tokens[begin - 1].tag in {"N", "J"} and tokens[begin - 1].low in known.before | known.heads:
        begin -= 1
    return begin


def _own_bodies(phrase: NounPhrase, start: int, parse: Parse) -> Iterator[Slot]:
    """ "B's chairman", "B chairman": the body stands before the title."""
    owner = possessor(phrase, start, parse.tokens)
    if owner is not None:
        yield owner
        return
    found = [slot for slot in modifiers(phrase, start, parse.tokens) if slot.kind != "Person"]
    yield from found[-1:]


def _function(phrase: NounPhrase, end: int, parse: Parse) -> tuple[int, list[Slot]]:
    """The end of "Head of Capital Funding", and the bodies after "of", "at", "for"."""
    bodies: list[Slot] = []
    finish = end
    preps = noun_preps(phrase, parse)
    for prep, inner in preps:
        if prep not in _BODY_PREPS:
            break
        found = [filler.slot for filler in fillers(inner, parse.tokens) if filler.slot.kind != "Person"]
        owner = possessor(inner, inner.head, parse.tokens)
        if found:
            bodies += found
            break
        if owner is not None and prep in {"of", "at", "in"}:
            bodies.append(owner)
            break
        last = parse.tokens[inner.head]
        if prep in {"of", "for"} and last.slot is None and (last.text[:1].isupper() or inner.end - inner.start < 3):
            finish = inner.end
        first = next(
            (parse.tokens[p].slot for p in range(inner.start, inner.end) if parse.tokens[p].slot is not None), None
        )
        if first is not None and first.kind != "Person":
            bodies.append(first)
            break
    if not bodies:
        bodies = _after_comma(phrase, parse)
    return finish, bodies


def _after_comma(phrase: NounPhrase, parse: Parse) -> list[Slot]:
    """ "Dr B, Chairman, C": the body follows a comma."""
    items = parse.items
    place = phrase.place + 1
    while place + 1 < len(items) and isinstance(items[place], Mark) and items[place].kind == "IN":  # type: ignore[union-attr]
        place += 2
    if place + 1 >= len(items) or not isinstance(items[place], Mark) or items[place].kind != "COMMA":  # type: ignore[union-attr]
        return []
    following, after = items[place + 1], items[place + 2] if place + 2 < len(items) else None
    if (
        not isinstance(following, NounPhrase)
        or following.prep
        or isinstance(after, VerbGroup)
        or len(following.members) > 1
    ):
        return []
    slot = parse.tokens[following.head].slot
    return [slot] if slot is not None and slot.kind == "Organisation" else []


def _persons(title: Title, parse: Parse) -> Iterator[tuple[Slot, float]]:
    """Whom a title describes."""
    tokens, phrase = parse.tokens, title.phrase
    for place in range(title.end, phrase.end):
        slot = tokens[place].slot
        if slot is not None and slot.kind == "Person":
            yield slot, 0.95
            return
    if phrase.apposed_to is not None:
        yield from _people(phrase.apposed_to, parse, 0.95)
        return
    if phrase.named is not None:
        yield from _people(phrase.named, parse, 0.9)
        return
    before = parse.items[phrase.place - 1] if phrase.place else None
    if isinstance(before, NounPhrase):
        yield from _people(before, parse, 0.9)
        return
    yield from _said_of(title, parse)


def _people(phrase: NounPhrase | None, parse: Parse, weight: float) -> Iterator[tuple[Slot, float]]:
    for filler in fillers(phrase, parse.tokens):
        if filler.slot.kind == "Person":
            yield filler.slot, weight * filler.score


def _said_of(title: Title, parse: Parse) -> Iterator[tuple[Slot, float]]:
    """ "B is chair", "B served as advisor", "appointed B as director", "B was named chief"; and "the CEO of C B said"."""
    phrase = title.phrase
    group = parse.governors.get(phrase.place)
    if group is not None and not group.negated:
        known = role_words()
        if group.lemma in known.serve and (group.object is phrase or phrase.prep in {"as", "in"}):
            yield from _people(group.subject, parse, 0.9)
            return
        if group.lemma in known.appoint:
            target = group.subject if group.passive else group.object
            yield from _people(target, parse, 0.9)
            return
        if phrase.prep == "as":
            for other in parse.phrases:
                if (
                    other.place < phrase.place
                    and other.prep == "of"
                    and group.object is not None
                    and singular(parse.tokens[group.object.head].low) in known.appointments
                ):
                    yield from _people(other, parse, 0.9)
                    return
    chain = noun_preps(phrase, parse)
    for _, inner in chain[:2]:
        slot = parse.tokens[inner.head].slot
        if slot is not None and slot.kind == "Person" and len(inner.members) == 1:
            if any(parse.tokens[p].slot for p in range(inner.start, inner.head)):
                yield slot, 0.85
            return


def _holders(title: Title, parse: Parse) -> Iterator[Finding]:
    bodies = title.bodies or tuple(_context_body(title, parse))
    inferred = 1.0 if title.bodies else 0.75
    for person, weight in _persons(title, parse):
        for body in bodies:
            if ends_fit("HAS_ROLE", person, body):
                group = parse.governors.get(title.phrase.place)
                status: Status | None = "ended" if title.former else None
                yield Finding(
                    "HAS_ROLE",
                    person,
                    body,
                    weight * inferred,
                    title.end - 1,
                    group,
                    title.phrase,
                    role=title.text,
                    status=status,
                    nominal=True,
                    stative=True,
                )


def _context_body(title: Title, parse: Parse) -> Iterator[Slot]:
    """A title with no body of its own beside a person: that of the clause ("X is expanding, with Chairman B saying ...")."""
    tokens = parse.tokens
    if singular(tokens[title.end - 1].low) in role_words().outside:
        return
    if title.phrase.end == title.end and title.phrase.apposed_to is None:
        group = parse.governors.get(title.phrase.place)
        if group is None or group.lemma not in role_words().appoint | role_words().appointments | {"join", "announce"}:
            return
        for filler in fillers(group.object if group.lemma == "join" else group.subject, tokens):
            if filler.slot.kind == "Organisation" and not group.passive:
                yield filler.slot
        return
    seen = [token.slot for token in tokens if token.slot is not None and token.slot.kind == "Organisation"]
    if len({slot.entities for slot in seen}) == 1:
        yield seen[0]
        return
    group = next((g for g in parse.groups if g.form == "finite" and g.subject is not None), None)
    for filler in fillers(group.subject if group else None, tokens):
        if filler.slot.kind == "Organisation":
            yield filler.slot
            return


def _by_verb(parse: Parse) -> Iterator[Finding]:
    """ "B founded C", "B worked at C", "B left C", "B played a key role in C's research"."""
    known = role_words()
    for group in parse.groups:
        if group.negated:
            continue
        people = (
            list(_people(group.subject, parse, 0.9))
            if not group.passive
            else [pair for prep, phrase in group.preps if prep == "by" for pair in _people(phrase, parse, 0.9)]
        )
        if not people:
            continue
        role, bodies, status = _verb_role(group, parse, known)
        for person, weight in people:
            for body in bodies:
                if ends_fit("HAS_ROLE", person, body):
                    yield Finding(
                        "HAS_ROLE",
                        person,
                        body,
                        weight,
                        group.end - 1,
                        group,
                        None,
                        role=role,
                        status=status,
                        stative=True,
                    )


def _verb_role(group: VerbGroup, parse: Parse, known: RoleWords) -> tuple[str | None, list[Slot], Status | None]:
    tokens = parse.tokens
    if group.lemma in known.verbs:
        target = group.subject if group.passive else group.object
        bodies = [filler.slot for filler in fillers(target, tokens)]
        return known.verbs[group.lemma], bodies, "active" if "found" in group.lemma else None
    if group.lemma in {"work", "serve"}:
        bodies = [
            f.slot for prep, phrase in group.preps if prep in {"at", "for", "with"} for f in fillers(phrase, tokens)
        ]
        title = next(
            (
                phrase
                for prep, phrase in group.preps
                if prep in {"in", "as"}
                and any(
                    singular(t.low) in {"role", "position", "capacity", "post"}
                    for t in tokens[phrase.start : phrase.end]
                )
            ),
            None,
        )
        bodies = bodies or [f.slot for prep, phrase in group.preps if prep == "for" for f in fillers(phrase, tokens)]
        role = _text(tokens, title.start, title.end) if title else None
        return role, bodies, None
    if (
        group.lemma in {"play", "hold", "have"}
        and group.object is not None
        and singular(tokens[group.object.head].low) in {"role", "position", "post"}
    ):
        return _played(group, parse)
    if group.lemma in known.leave:
        return (
            None,
            [f.slot for f in fillers(group.object, tokens)]
            or [f.slot for prep, p in group.preps if prep == "from" for f in fillers(p, tokens)],
            "ended",
        )
    return None, [], None


def _played(group: VerbGroup, parse: Parse) -> tuple[str | None, list[Slot], Status | None]:
    tokens, phrase = parse.tokens, group.object
    assert phrase is not None
    start = phrase.start + (tokens[phrase.start].tag == "DT")
    for prep, inner in group.preps:
        if prep not in {"in", "at", "with", "of"}:
            continue
        owner = possessor(inner, inner.head, tokens)
        if owner is not None:
            rest = next(p for p in range(inner.start, inner.end) if tokens[p].slot is owner) + 2
            return f"{_text(tokens, start, phrase.end)} {prep} {_text(tokens, rest, inner.end)}", [owner], None
        found = [filler.slot for filler in fillers(inner, tokens)]
        if found:
            return _text(tokens, start, phrase.end), found, None
    return None, [], None


def _of_lists(parse: Parse, used: set[int]) -> Iterator[Finding]:
    """ "B of C" and "B from C": a person followed by a body, with no title near."""
    for place, item in enumerate(parse.items[:-2]):
        if not isinstance(item, NounPhrase) or place + 2 >= len(parse.items):
            continue
        after, body = parse.items[place + 1], parse.items[place + 2]
        if (
            not isinstance(after, Mark)
            or after.kind != "IN"
            or after.token.low not in {"of", "from", "at", "with"}
            or not isinstance(body, NounPhrase)
        ):
            continue
        slot, target = parse.tokens[item.head].slot, parse.tokens[body.head].slot
        if (
            slot is None
            or target is None
            or slot.kind != "Person"
            or slot.reference
            or target.kind not in {"Organisation", "Product"}
            or place in used
        ):
            continue
        if target.kind == "Product" and after.token.low != "of":
            continue
        weight = {"of": 0.85, "from": 0.6, "at": 0.6, "with": 0.45}[after.token.low]
        if len(item.members) == 1 and ends_fit("HAS_ROLE", slot, target):
            yield Finding("HAS_ROLE", slot, target, weight, body.head, None, item, nominal=True, stative=True)
