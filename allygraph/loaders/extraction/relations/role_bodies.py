"""The body that a title is held at, where the words of the title name none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.grammar.fillers import fillers, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.roster import Roster
from allygraph.loaders.extraction.relations.title_spans import TitleSpan
from allygraph.loaders.extraction.relations.titles import role_words


@dataclass(frozen=True, slots=True)
class Clause:
    """What a shape says besides person and title: its verb, a body, a status."""

    shape: str
    group: VerbGroup | None = None
    body: Slot | None = None
    status: Status | None = None


def body_of(
    title: TitleSpan, person: Slot, clause: Clause, parse: Parse, roster: Roster
) -> Iterator[tuple[Slot, float]]:
    """The bodies of a title and how sure each is, 0 to 1: its own, that of the clause, or the one spoken of."""
    if title.bodies:
        yield from ((body, body.score) for body in title.bodies)
        return
    if title.owner is not None:
        known = _of_owner(title, title.owner, parse, roster)
        if known is not None:
            yield known, 0.8
        return
    if clause.body is not None:
        yield clause.body, clause.body.score
        return
    if clause.shape in {"appointed", "chosen"} and clause.group is not None:
        agents = _organisations(_agent(clause.group), parse) or _organisations(_second(clause.group), parse)
        if agents:
            yield agents[0], 0.9
            return
    word = singular(parse.tokens[title.head].low)
    vague = clause.shape in {"behind", "served"} and parse.tokens[title.start].low in {"a", "an"}
    if vague or word in role_words().outside | (role_words().public - role_words().inside):
        return
    if of_another(parse.tokens, title.start, title.head):
        return
    spoken = _spoken_of(title, person, parse, roster, clause)
    if spoken is not None:
        yield spoken


#: Things that are led without being a firm: a title of theirs is held at no firm named near it.
_LED = frozenset(
    {"programme", "program", "project", "mission", "campaign", "festival", "tournament", "league", "course"}
) | ({"store", "plant", "factory", "hospital", "school", "museum", "branch", "team"})


def of_another(tokens: Sequence[Token], start: int, head: int) -> bool:
    """ "Programme director B", "her deputy, B", "the son of Chairman B": the title has a body of its own, unnamed."""
    if tokens[start].tag == "PS" and tokens[start].low in {"his", "her"}:
        return True
    if any(singular(token.low) in _LED for token in tokens[start:head]):
        return True
    before = tokens[max(start - 2, 0) : start]
    return len(before) == 2 and before[1].low == "of" and singular(before[0].low) in _RELATIVES


#: Whose title it is says nothing of where their family works.
_RELATIVES = frozenset(
    {"son", "daughter", "wife", "husband", "brother", "sister", "nephew", "niece", "heir", "widow"}
) | ({"father", "mother", "cousin", "friend", "child"})


def _of_owner(title: TitleSpan, owner: Slot, parse: Parse, roster: Roster) -> Slot | None:
    """ "His predecessor", "her co-founder": where the owner is; "her deputy": of which of her offices is not said."""
    if singular(parse.tokens[title.head].low) not in role_words().relatives | {"co-founder", "cofounder"}:
        return None
    known = roster.role_of(owner)
    return _beside(known.object, title, parse) if known is not None else None


def _agent(group: VerbGroup) -> NounPhrase | None:
    return group.subject if not group.passive else next((p for prep, p in group.preps if prep == "by"), None)


def _second(group: VerbGroup) -> NounPhrase | None:
    return next((phrase for prep, phrase in group.preps if prep in {"at", "of"}), None)


def _organisations(phrase: NounPhrase | None, parse: Parse) -> list[Slot]:
    return [filler.slot for filler in fillers(phrase, parse.tokens) if filler.slot.kind == "Organisation"]


def _spoken_of(
    title: TitleSpan, person: Slot, parse: Parse, roster: Roster, clause: Clause
) -> tuple[Slot, float] | None:
    """The only organisation before the title, that of the person, or the one the text is about."""
    at = parse.tokens[title.start].start
    seen = [token.slot for token in parse.tokens if token.slot is not None and token.slot.kind == "Organisation"]
    before = [slot for slot in seen if slot.end <= at]
    known = roster.role_of(person)
    if clause.shape == "chosen" and roster.chosen is not None:
        return _beside(roster.chosen, title, parse), 0.7
    if title.owned and roster.current is not None and not before:
        return _beside(roster.current, title, parse), 0.7
    if clause.shape == "chosen" and before and roster.main is None:
        # "B, chief of A, was named chair": hardly of A again.
        return None
    if len({slot.entities for slot in before}) == 1:
        return before[0], 0.75 * before[0].score
    if before:
        return _subject_body(parse, clause)
    if roster.main is not None:
        return Slot((roster.main,), "Organisation", *_words(title, parse), True, 0.8), 0.8
    if known is not None and not seen:
        return _beside(known.object, title, parse), 0.65
    if roster.focus is not None and not (seen and clause.shape == "behind" and not title.definite):
        return _beside(roster.focus, title, parse), 0.7
    return None


def _subject_body(parse: Parse, clause: Clause) -> tuple[Slot, float] | None:
    """ "A is growing, with Chairman B saying that C": of several, the subject."""
    first = next((group for group in parse.groups if group.form == "finite" and group.subject is not None), None)
    subjects = _organisations(first.subject if first else None, parse)
    beside = clause.shape in {"beside", "behind", "named", "listed"}
    return (subjects[0], 0.7) if len(subjects) == 1 and beside else None


def _beside(body: Slot, title: TitleSpan, parse: Parse) -> Slot:
    """A body of another sentence as the words of the title stand for it."""
    return Slot(body.entities, body.kind, *_words(title, parse), True, body.score)


def _words(title: TitleSpan, parse: Parse) -> tuple[str, int, int]:
    tokens = parse.tokens[title.start : title.end]
    return " ".join(token.text for token in tokens), tokens[0].start, tokens[-1].end
