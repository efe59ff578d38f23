"""The subjects of finite verbs: of main clauses, of relative ones, and of what is reported."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.lists import REPORTING
from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.tokens import Token

_BOUNDARY = frozenset({"CC", "SUB", "SEMI", "COLON", "DASH", "END"})


def finite_subject(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token]
) -> None:
    """Set the subject of a finite verb: a bare phrase after the last boundary, or that of the verb before."""
    last = next((g for g in reversed(earlier) if g.form == "finite"), None)
    between = items[last.place + 1 if last else 0 : group.place]
    relative = next((item for item in reversed(between) if is_mark(item, "REL")), None)
    if relative is not None and _object_relative(group, items, tokens, relative, last):
        return
    candidates = [
        item for item in between if isinstance(item, NounPhrase) and not item.prep and item.apposed_to is None
    ]
    boundary = _last_boundary(between, candidates)
    after: Sequence[NounPhrase] = [phrase for phrase in candidates if phrase.place > boundary]
    reporting = last is None or last.lemma in REPORTING
    in_relative = last is not None and boundary < 0 and not reporting and last.link == "relative"
    if last is not None and in_relative and not any(phrase is not last.object for phrase in candidates):
        group.subject, group.governor = _before_relative(last, earlier, items), last.governor
        return
    if (last is None or (boundary < 0 and not reporting)) and _zero_relative(group, items, tokens, candidates, last):
        return
    if last is not None and boundary < 0:
        after = _behind_object(group, last, after, items)
    if after:
        group.subject = _spread_list(after, items, tokens)
        _under(group, last, items, tokens, boundary)
    elif last is not None:
        group.subject, group.governor, group.link = last.subject, last, "coordinate"


def _before_relative(relative: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item]) -> NounPhrase | None:
    """The subject of the clause in which the relative clause stands."""
    start = max((g.place for g in earlier if g.form == "finite" and g.place < relative.place), default=-1) + 1
    bare = [
        item
        for item in items[start : relative.place]
        if isinstance(item, NounPhrase) and not item.prep and item.apposed_to is None and item is not relative.subject
    ]
    opened = [item.place for item in items[start : relative.place] if is_mark(item, "CC", "SUB", "SEMI")]
    # "C owns B, and A, which sells D, plans": A.
    own = [phrase for phrase in bare if opened and phrase.place > opened[-1]]
    return next(iter(own or bare), relative.subject)


def _behind_object(
    group: VerbGroup, last: VerbGroup, after: Sequence[NounPhrase], items: Sequence[Item]
) -> Sequence[NounPhrase]:
    """The candidates without the object of the verb before; "..., A said" takes the phrase beside it."""
    if group.lemma in REPORTING and isinstance(items[group.place - 1], NounPhrase):
        after = [phrase for phrase in after if phrase.place == group.place - 1] or after
    if last.lemma in REPORTING:
        return after
    return [phrase for phrase in after if phrase is not last.object] or after


def _under(
    group: VerbGroup, last: VerbGroup | None, items: Sequence[Item], tokens: Sequence[Token], boundary: int
) -> None:
    """Tie a verb with a subject of its own to the verb that reports it."""
    if last is None or group.subject is None:
        return
    if last.lemma in REPORTING:
        if group.subject is last.object:
            last.object, last.second = None, None
        first = tokens[group.subject.start]
        teller = last.subject.named or last.subject if last.subject is not None else None
        slot = tokens[teller.head].slot if teller is not None else None
        own = {"he", "she"} if slot is not None and slot.kind == "Person" else {"it", "they"}
        if last.subject is not None and first.slot is None and first.low in own:
            # "A said it would": of itself.
            group.subject = last.subject
    if boundary < 0 or is_mark(items[boundary], "SUB"):
        group.governor, group.link = last, "clause"


def _spread_list(candidates: Sequence[NounPhrase], items: Sequence[Item], tokens: Sequence[Token]) -> NounPhrase:
    """ "A of X, B of Y and C of Z signed": one subject from names that have phrases of their own between them."""
    first = candidates[0]
    slot = tokens[first.head].slot
    if len(candidates) == 1 or slot is None:
        return first
    named = [
        phrase
        for phrase in candidates
        if (other := tokens[phrase.head].slot) is not None and (other.kind == "Person") == (slot.kind == "Person")
    ]
    linked = all(is_mark(items[phrase.place - 1], "COMMA", "CC") for phrase in candidates[1:])
    closed = is_mark(items[candidates[-1].place - 1], "CC")
    if not (linked and closed) or len(named) < 2 or len(candidates) - len(named) > 1:
        return first
    members = tuple(member for phrase in named for member in phrase.members)
    return NounPhrase(first.start, named[-1].end, named[-1].head, place=first.place, members=members)


def _last_boundary(between: Sequence[Item], candidates: Sequence[NounPhrase]) -> int:
    """The place of the last boundary that still has a possible subject after it; -1 where there is none."""
    if not candidates:
        return -1
    last = candidates[-1].place
    marks = [item.place for item in between if is_mark(item, *_BOUNDARY) and item.place < last]
    commas = [item.place for item in between if is_mark(item, "COMMA") and item.place < last]
    opened = any(is_mark(item, "SUB") for item in between)
    return max(
        marks + (commas if opened or (not marks and len(candidates) > 1 and _closed_object(between, commas)) else []),
        default=-1,
    )


def _closed_object(between: Sequence[Item], commas: Sequence[int]) -> bool:
    """ "X bought Y, Z said": a comma with a bare phrase at its right and nothing after it."""
    return bool(commas) and len(between) > 1 and isinstance(between[-1], NounPhrase) and is_mark(between[-2], "COMMA")


def _object_relative(
    group: VerbGroup, items: Sequence[Item], tokens: Sequence[Token], relative: Item, last: VerbGroup | None
) -> bool:
    """ "the fund that A set up": the phrase before the pronoun is the object."""
    own = [item for item in items[relative.place + 1 : group.place] if isinstance(item, NounPhrase) and not item.prep]
    if len(own) != 1:
        return False
    group.subject, group.link = meant(own[0], last, tokens), "relative"
    before = items[relative.place - 1] if relative.place else None
    if isinstance(before, Mark) and before.kind == "IN":
        # "B, against which A competes": against B.
        whole = antecedent(items, tokens, relative.place)
        if whole is not None:
            group.preps.append((before.token.low, whole))
        return True
    if group.object is None:
        group.object = antecedent(items, tokens, relative.place)
    return True


def _zero_relative(
    group: VerbGroup,
    items: Sequence[Item],
    tokens: Sequence[Token],
    candidates: Sequence[NounPhrase],
    last: VerbGroup | None,
) -> bool:
    """ "a platform the group introduced": two bare phrases side by side, then a verb with no object."""
    before = items[group.place - 1] if group.place else None
    head = items[group.place - 2] if group.place > 1 else None
    if (
        not isinstance(before, NounPhrase)
        or not isinstance(head, NounPhrase)
        or before.prep
        or group.object is not None
        or group.passive
    ):
        return False
    if head not in candidates and head.apposed_to is None and not head.prep:
        return False
    group.object, group.link, group.governor = head, "relative", last
    group.subject = meant(before, last, tokens)
    return True


def meant(phrase: NounPhrase, last: VerbGroup | None, tokens: Sequence[Token]) -> NounPhrase:
    """ "A and B closed the site they launched": "they" is the subject of the clause around."""
    own = tokens[phrase.start]
    free = own.tag == "PRO" and own.slot is None and own.low in {"it", "they"}
    return last.subject if free and last is not None and last.subject is not None else phrase


def antecedent(items: Sequence[Item], tokens: Sequence[Token], place: int) -> NounPhrase | None:
    for back in range(place - 1, -1, -1):
        item = items[back]
        if isinstance(item, NounPhrase):
            slot = tokens[item.head].slot
            if slot is not None and slot.kind == "Place" and item.prep in {"in", "at", "of", "from"} and back > 1:
                # "A fund from Norland that": the fund.
                continue
            return item
        if not is_mark(item, "COMMA", "DATE", "DASH", "IN"):
            return None
    return None


def relative_subject(
    group: VerbGroup,
    earlier: Sequence[VerbGroup],
    items: Sequence[Item],
    tokens: Sequence[Token],
    relative: Item | None,
) -> None:
    group.link = "relative"
    group.governor = earlier[-1] if earlier else None
    group.subject = antecedent(items, tokens, relative.place if relative is not None else 0)
