"""Who holds which role where: persons, the words of their roles, and the body they serve."""

from __future__ import annotations

from collections.abc import Iterator

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.fillers import fillers, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse, noun_preps
from allygraph.loaders.extraction.relations.grammar.phrases import Mark, NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.role_acts import read_acts
from allygraph.loaders.extraction.relations.role_bodies import of_another
from allygraph.loaders.extraction.relations.role_readings import read_titles
from allygraph.loaders.extraction.relations.role_units import units_of
from allygraph.loaders.extraction.relations.role_verbs import by_verb, people_in
from allygraph.loaders.extraction.relations.roster import Roster
from allygraph.loaders.extraction.relations.title_phrases import Title, titled, titles_of
from allygraph.loaders.extraction.relations.titles import role_words
from allygraph.loaders.extraction.relations.trigger_words import head_word

_FUNCTION_TAGS = frozenset({"N", "J", "CC", "IN"})


def find_roles(parse: Parse, roster: Roster) -> Iterator[Finding]:
    """Every role a sentence states; what shapes of words tell goes before what the parse tells."""
    if not any(token.slot is not None and token.slot.kind == "Person" for token in parse.tokens):
        return
    units = units_of(parse.tokens)
    seen = list(read_titles(parse, units, roster))
    roster.note(seen)
    told = {(finding.subject.entities, finding.object.entities) for finding in seen}
    named = {(finding.subject.entities, finding.role) for finding in seen}
    for finding in (*read_acts(parse, units, roster), *_parsed(parse)):
        same = (finding.subject.entities, finding.role) in named and finding.role
        regional = finding.object.kind == "Place" and any(finding.subject.entities == person for person, _ in told)
        if (finding.subject.entities, finding.object.entities) not in told and not same and not regional:
            seen.append(finding)
    yield from seen


def _parsed(parse: Parse) -> Iterator[Finding]:
    """The roles that the phrases and verbs of the parse state, surest reading first for each title."""
    titles = [
        title
        for phrase in parse.phrases
        for member in titled(phrase, parse)
        for title in titles_of(member, phrase, parse)
    ]
    for title in titles:
        yield from _holders(title, parse)
    yield from by_verb(parse)
    yield from _of_lists(parse, {title.phrase.place for title in titles})


def _persons(title: Title, parse: Parse) -> Iterator[tuple[Slot, float]]:
    """Whom a title describes."""
    tokens, phrase = parse.tokens, title.phrase
    for place in range(title.end, phrase.end):
        slot = tokens[place].slot
        if slot is not None and slot.kind == "Person":
            yield slot, 0.95
            return
    if phrase.apposed_to is not None:
        yield from people_in(phrase.apposed_to, parse, 0.95)
        return
    if phrase.named is not None:
        yield from people_in(phrase.named, parse, 0.9)
        return
    before = parse.items[phrase.place - 1] if phrase.place else None
    if isinstance(before, NounPhrase):
        yield from people_in(before, parse, 0.9)
        return
    yield from _said_of(title, parse)


def _said_of(title: Title, parse: Parse) -> Iterator[tuple[Slot, float]]:
    """ "B is chair", "B served as advisor", "appointed B as director", "B was named chief", "the CEO of C B said"."""
    phrase = title.phrase
    group = parse.governors.get(phrase.place)
    target = _target(phrase, group, parse) if group is not None and not group.negated else None
    if target is not None:
        yield from people_in(target, parse, 0.9)
        return
    for _, inner in noun_preps(phrase, parse)[:2]:
        slot = parse.tokens[inner.head].slot
        if slot is not None and slot.kind == "Person" and len(inner.members) == 1:
            if any(parse.tokens[place].slot for place in range(inner.start, inner.head)):
                yield slot, 0.85
            return


def _target(phrase: NounPhrase, group: VerbGroup, parse: Parse) -> NounPhrase | None:
    """The phrase that names whom the verb gives the title of `phrase`."""
    known = role_words()
    if group.lemma in known.serve and (group.object is phrase or phrase.prep in {"as", "in"}):
        return group.subject
    if group.lemma in known.leave and phrase.prep == "as":
        return group.subject
    if group.lemma in known.appoint:
        return group.subject if group.passive else group.object
    if phrase.prep != "as" or group.object is None or head_word(group.object, parse) not in known.appointments:
        return None
    return next((other for other in parse.phrases if other.place < phrase.place and other.prep == "of"), None)


def _holders(title: Title, parse: Parse) -> Iterator[Finding]:
    bodies = title.bodies or tuple(_context_body(title, parse))
    inferred = 1.0 if title.bodies else 0.75
    for person, weight in _persons(title, parse):
        for body in bodies:
            if ends_fit("HAS_ROLE", person, body):
                group = parse.governors.get(title.phrase.place)
                status: Status | None = "ended" if title.former or _left(group, title.phrase) else None
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


def _left(group: VerbGroup | None, phrase: NounPhrase) -> bool:
    """ "Stepped down as chair"."""
    return group is not None and phrase.prep == "as" and group.lemma in role_words().leave and not group.modal


def _context_body(title: Title, parse: Parse) -> Iterator[Slot]:
    """A title with no body of its own beside a person: that of the clause ("C is growing, with Chairman B saying")."""
    tokens = parse.tokens
    known = role_words()
    vague = of_another(tokens, title.start, title.end - 1)
    vague = vague or (title.phrase.apposed_to is not None and tokens[title.phrase.start].low in {"a", "an"})
    words = {singular(token.low) for token in tokens[title.start : title.end]}
    if vague or singular(tokens[title.end - 1].low) in known.outside or words & (known.public - known.inside):
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
        yield from () if _bystander(seen[0], title, parse) else seen[:1]
        return
    group = next((g for g in parse.groups if g.form == "finite" and g.subject is not None), None)
    for filler in fillers(group.subject if group else None, tokens):
        if filler.slot.kind == "Organisation":
            yield filler.slot
            return


def _bystander(body: Slot, title: Title, parse: Parse) -> bool:
    """ "P, who remains chairman, acts through B": a body behind the title, with which something is done."""
    holding = (p for p in parse.phrases if any(token.slot is body for token in parse.tokens[p.start : p.end]))
    phrase = next(holding, None)
    if phrase is None or phrase.place < title.phrase.place:
        return False
    before = parse.items[phrase.place - 2] if phrase.place > 1 else None
    whole = before if isinstance(before, NounPhrase) and before.named is phrase else phrase
    return whole.prep in {"through", "via", "against", "from", "to", "by"}


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
