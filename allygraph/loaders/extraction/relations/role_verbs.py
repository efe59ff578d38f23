"""Roles that a verb gives: 'B founded C', 'B worked at C', 'B played a part in C'."""

from __future__ import annotations

from collections.abc import Iterator

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.finding import Finding, ends_fit
from allygraph.loaders.extraction.relations.grammar.fillers import fillers, possessor, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.title_phrases import words_of
from allygraph.loaders.extraction.relations.titles import RoleWords, role_words


def people_in(phrase: NounPhrase | None, parse: Parse, weight: float) -> Iterator[tuple[Slot, float]]:
    for filler in fillers(phrase, parse.tokens):
        if filler.slot.kind == "Person":
            yield filler.slot, weight * filler.score


def by_verb(parse: Parse) -> Iterator[Finding]:
    """ "B founded C", "B worked at C", "B left C", "B played a key role in C's research"."""
    known = role_words()
    for group in parse.groups:
        if group.negated:
            continue
        people = (
            list(people_in(group.subject, parse, 0.9))
            if not group.passive
            else [pair for prep, phrase in group.preps if prep == "by" for pair in people_in(phrase, parse, 0.9)]
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
        role = words_of(tokens, title.start, title.end) if title else None
        return role, bodies, None
    if (
        group.lemma in {"play", "hold", "have"}
        and group.object is not None
        and singular(tokens[group.object.head].low) in {"role", "position", "post"}
    ):
        return _played(group, parse)
    if group.lemma in {"join", "represent"}:
        return None, [f.slot for f in fillers(group.object, tokens) if f.slot.kind == "Organisation"], None
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
            return f"{words_of(tokens, start, phrase.end)} {prep} {words_of(tokens, rest, inner.end)}", [owner], None
        found = [filler.slot for filler in fillers(inner, tokens)]
        if found:
            return words_of(tokens, start, phrase.end), found, None
    return None, [], None
