"""Who does what: subjects, objects and prepositional phrases of each verb group."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.lists import REPORTING
from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.tokens import Token

_BOUNDARY = frozenset({"CC", "SUB", "SEMI", "COLON", "DASH", "END"})
#: Verbs whose object is who does the infinitive: "ordered B to stop".
CONTROL = frozenset(
    {
        "order",
        "ask",
        "allow",
        "require",
        "force",
        "tell",
        "urge",
        "invite",
        "want",
        "instruct",
        "direct",
        "permit",
        "enable",
        "oblige",
        "authorise",
        "authorize",
        "expect",
        "help",
        "select",
        "choose",
        "hire",
        "appoint",
        "commission",
        "contract",
        "license",
        "compel",
        "press",
        "persuade",
        "name",
        "tap",
        "give",
        "grant",
        "award",
    }
)


#: "The first countries to regulate": who is first does it.
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only"})


def link_clauses(items: Sequence[Item], tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups in order, each with its governor, subject, object, prepositional phrases and dates."""
    groups = [item for item in items if isinstance(item, VerbGroup)]
    for group in groups:
        _set_complements(group, items, tokens)
    _find_main_verb(groups)
    for position, group in enumerate(groups):
        _set_subject(group, groups[:position], items, tokens)
    for position, group in enumerate(groups):
        if group.subject is None and group.form in {"ing", "part"} and group.governor is None:
            later = next((g for g in groups[position + 1 :] if g.form == "finite"), None)
            group.governor, group.subject = later, later.subject if later else None
    return groups


def _find_main_verb(groups: Sequence[VerbGroup]) -> None:
    """A sentence with no finite verb but a bare participle: "the sale closed in May" is finite after all."""
    if any(group.form in {"finite", "to"} for group in groups):
        return
    bare = [group for group in groups if group.form == "part" and not any(prep == "by" for prep, _ in group.preps)]
    if bare:
        bare[-1].form, bare[-1].past = "finite", True


def is_mark(item: Item | None, *kinds: str) -> bool:
    """True for a mark of one of these kinds."""
    return isinstance(item, Mark) and item.kind in kinds


def _set_complements(group: VerbGroup, items: Sequence[Item], tokens: Sequence[Token]) -> None:
    adjacent = True
    for place in range(group.place + 1, len(items)):
        item = items[place]
        if isinstance(item, NounPhrase):
            if item.prep:
                group.preps.append((item.prep, item))
                adjacent = False
            elif adjacent and group.object is None:
                group.object = item
            elif adjacent and group.second is None:
                group.second, adjacent = item, False
        elif isinstance(item, VerbGroup):
            break
        elif item.kind == "DATE":
            group.dates.append(item.token)
        elif item.kind in {"SUB", "SEMI", "COLON", "REL", "END", "DASH"}:
            break
        elif item.kind == "COMMA":
            adjacent = False
            if _new_clause(items, place + 1):
                break
        elif item.kind == "CC":
            adjacent = False
            if place + 1 < len(items) and isinstance(items[place + 1], VerbGroup) or _new_clause(items, place + 1):
                break
    # Dates before the subject or between it and the verb belong to the verb as well.
    for place in range(group.place - 1, -1, -1):
        item = items[place]
        if isinstance(item, VerbGroup) or is_mark(item, "SEMI", "COLON", "SUB", "CC") and _new_clause(items, place + 1):
            break
        after_verb = place > 0 and isinstance(items[place - 1], VerbGroup)
        if isinstance(item, Mark) and item.kind == "DATE" and item.token.date is not None and not after_verb:
            group.dates.append(item.token)


def _new_clause(items: Sequence[Item], place: int) -> bool:
    """True where a noun phrase with a finite verb follows."""
    seen = False
    for item in items[place:]:
        if isinstance(item, VerbGroup):
            return seen and item.form == "finite"
        if isinstance(item, NounPhrase):
            seen = seen or not item.prep
        elif item.kind in {"REL", "SUB", "SEMI", "COLON", "COMMA", "CC"}:
            return False
    return False


def _previous(items: Sequence[Item], place: int, skip: tuple[str, ...]) -> Item | None:
    for back in range(place - 1, -1, -1):
        if not is_mark(items[back], *skip):
            return items[back]
    return None


def _set_subject(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token]
) -> None:
    before = items[group.place - 1] if group.place else None
    if is_mark(before, "DATE"):
        before = _previous(items, group.place, ("DATE",))
    if is_mark(before, "CC") and _coordinate(group, earlier):
        return
    if is_mark(before, "REL"):
        _relative(group, earlier, items, before)
    elif group.form == "finite":
        _finite(group, earlier, items, tokens)
    elif group.form == "to":
        _infinitive(group, earlier, items, tokens, before)
    elif group.form == "ing":
        _gerund(group, earlier, items, tokens, before)
    else:
        _participle(group, earlier, items, tokens, before)


def _coordinate(group: VerbGroup, earlier: Sequence[VerbGroup]) -> bool:
    """A verb after "and" shares the subject of the last verb of its own form."""
    for other in reversed(earlier):
        if other.form == group.form or (
            other.form == "finite" and group.form in {"part", "ing"} and other.passive is group.passive
        ):
            group.governor, group.link, group.subject = other, "coordinate", other.subject
            group.modal = group.modal or (other.modal if group.form == "finite" and not group.past else "")
            return True
    return False


def _antecedent(items: Sequence[Item], place: int) -> NounPhrase | None:
    for back in range(place - 1, -1, -1):
        item = items[back]
        if isinstance(item, NounPhrase):
            return item
        if not is_mark(item, "COMMA", "DATE", "DASH", "IN"):
            return None
    return None


def _relative(group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], relative: Item | None) -> None:
    group.link = "relative"
    group.governor = earlier[-1] if earlier else None
    group.subject = _antecedent(items, relative.place if relative is not None else 0)


def _finite(group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token]) -> None:
    last = next((g for g in reversed(earlier) if g.form == "finite"), None)
    start = last.place + 1 if last else 0
    between = items[start : group.place]
    relative = next((item for item in reversed(between) if is_mark(item, "REL")), None)
    if relative is not None and _object_relative(group, items, relative):
        return
    candidates = [
        item for item in between if isinstance(item, NounPhrase) and not item.prep and item.apposed_to is None
    ]
    boundary = _last_boundary(between, candidates)
    after = [phrase for phrase in candidates if phrase.place > boundary]
    if (
        last is not None
        and group.lemma in REPORTING
        and isinstance(items[group.place - 1], NounPhrase)
        and boundary < 0
    ):
        after = [phrase for phrase in candidates if phrase.place == group.place - 1] or after
    if last is not None and boundary < 0 and last.lemma not in REPORTING:
        if last.link == "relative" and not any(phrase is not last.object for phrase in candidates):
            group.subject, group.governor = last.subject, last.governor
            return
        zero = _zero_relative(group, items, candidates, last)
        if zero:
            return
        after = [phrase for phrase in after if phrase is not last.object] or after
    if after:
        group.subject = _spread_list(after, items, tokens)
        if last is not None and group.subject is last.object and last.lemma in REPORTING:
            last.object, last.second = None, None
        if last is None and _zero_relative(group, items, candidates, None):
            return
        if (
            last is not None
            and last.lemma in REPORTING
            and last.subject is not None
            and tokens[group.subject.start].low in {"it", "they"}
        ):
            # "A said it would": of itself.
            if tokens[group.subject.start].slot is None:
                group.subject = last.subject
        if last is not None and (boundary < 0 or is_mark(items[boundary], "SUB")):
            group.governor, group.link = last, "clause"
    elif last is not None:
        group.subject, group.governor, group.link = last.subject, last, "coordinate"


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
        marks + (commas if opened or not marks and len(candidates) > 1 and _closed_object(between, commas) else []),
        default=-1,
    )


def _closed_object(between: Sequence[Item], commas: Sequence[int]) -> bool:
    """ "X bought Y, Z said": a comma with a bare phrase at its right and nothing after it."""
    return bool(commas) and len(between) > 1 and isinstance(between[-1], NounPhrase) and is_mark(between[-2], "COMMA")


def _object_relative(group: VerbGroup, items: Sequence[Item], relative: Item) -> bool:
    """ "the fund that A set up": the phrase before the pronoun is the object."""
    own = [item for item in items[relative.place + 1 : group.place] if isinstance(item, NounPhrase) and not item.prep]
    if len(own) != 1:
        return False
    group.subject, group.link = own[0], "relative"
    if group.object is None:
        group.object = _antecedent(items, relative.place)
    return True


def _zero_relative(
    group: VerbGroup, items: Sequence[Item], candidates: Sequence[NounPhrase], last: VerbGroup | None
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
    group.subject, group.object, group.link, group.governor = before, head, "relative", last
    return True


def _infinitive(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token], before: Item | None
) -> None:
    if not earlier:
        # A headline: "X to acquire Y".
        candidates = [
            item
            for item in items[: group.place]
            if isinstance(item, NounPhrase) and not item.prep and item.apposed_to is None
        ]
        group.subject, group.link, group.modal = candidates[0] if candidates else None, "headline", "will"
        return
    governor = earlier[-1]
    group.governor, group.link = governor, "infinitive"
    if (
        governor.lemma in CONTROL
        and governor.object is not None
        and not governor.passive
        and governor.object is not group.object
    ):
        group.subject = governor.object
    elif (
        isinstance(before, NounPhrase)
        and before is not governor.subject
        and any(tokens[p].low in _ORDINALS for p in range(before.start, before.end))
    ):
        group.subject = before
    elif governor.form == "finite" and governor.subject is None and isinstance(before, NounPhrase):
        group.subject = before
    else:
        group.subject = governor.subject


def _gerund(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token], before: Item | None
) -> None:
    last = next((g for g in reversed(earlier) if g.form in {"finite", "to"}), earlier[-1] if earlier else None)
    group.governor = last
    if is_mark(before, "IN", "SUB"):
        group.link, group.subject = "gerund", (earlier[-1] if earlier else last).subject if last else None  # type: ignore[union-attr]
    elif is_mark(before, "COMMA"):
        group.link = "participle"
        group.subject = last.subject if last and last.subject else _nearest(group, items, tokens)
    elif isinstance(before, NounPhrase):
        group.link, group.subject = "participle", _nearest(group, items, tokens)
    elif isinstance(before, VerbGroup):
        group.link, group.subject = "gerund", before.subject


def _participle(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token], before: Item | None
) -> None:
    group.governor = earlier[-1] if earlier else None
    group.link = "participle"
    active = group.object is None and not any(prep == "by" for prep, _ in group.preps)
    if (
        active
        and isinstance(before, NounPhrase)
        and not before.prep
        and before.place > 0
        and isinstance(items[before.place - 1], NounPhrase)
    ):
        head = items[before.place - 1]
        assert isinstance(head, NounPhrase)
        if tokens[head.head].slot is None and (
            tokens[before.head].slot is not None or tokens[before.start].tag == "DT"
        ):
            # "A platform the group introduced in July": active, for all its bare participle.
            group.subject, group.object, group.link, group.passive, group.form, group.past = (
                before,
                head,
                "relative",
                False,
                "finite",
                True,
            )
            return
    if before is None or isinstance(before, VerbGroup):
        group.subject = earlier[-1].subject if earlier else None
        return
    group.subject = _nearest(group, items, tokens)
    nearest = group.subject
    if is_mark(before, "COMMA") and nearest is not None and nearest.prep and tokens[nearest.head].slot is None:
        group.subject = _described_head(nearest, earlier, items)


def _described_head(phrase: NounPhrase, earlier: Sequence[VerbGroup], items: Sequence[Item]) -> NounPhrase:
    """ "B is a firm in the trade, listed on ...": not the trade, nor any firm, but B."""
    place = phrase.place
    while place >= 0:
        item = items[place]
        if isinstance(item, VerbGroup) or is_mark(item, "COMMA", "SUB", "REL"):
            break
        if isinstance(item, NounPhrase) and not item.prep:
            copula = next((group for group in earlier if group.object is item and group.lemma == "be"), None)
            return copula.subject if copula is not None and copula.subject is not None else item
        place -= 1
    return phrase


def _nearest(group: VerbGroup, items: Sequence[Item], tokens: Sequence[Token]) -> NounPhrase | None:
    """The phrase to the left that a participle describes; a place or a date in between is stepped over."""
    place = group.place - 1
    while place >= 0:
        item = items[place]
        if isinstance(item, NounPhrase):
            slot = tokens[item.head].slot
            if slot is not None and slot.kind == "Place" and item.prep in {"in", "at", "of", "from"} and place >= 2:
                place -= 2
                continue
            return item
        if not is_mark(item, "COMMA", "DATE", "DASH"):
            return None
        place -= 1
    return None
