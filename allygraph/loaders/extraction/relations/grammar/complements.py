"""The object, the prepositional phrases and the dates of a verb group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.tokens import Token


def set_complements(group: VerbGroup, items: Sequence[Item]) -> None:
    """Set object, second object, prepositional phrases and dates of a verb group from the items around it."""
    adjacent = True
    relative = group.place > 1 and is_mark(items[group.place - 1], "REL") and is_mark(items[group.place - 2], "COMMA")
    for place in range(group.place + 1, len(items)):
        item = items[place]
        if isinstance(item, NounPhrase):
            if not (item.prep or adjacent) and is_mark(items[place - 1], "CC"):
                # "Signed a deal with A and a memorandum with B".
                group.preps.append(("and", item))
            adjacent = _take(group, item, adjacent=adjacent)
        elif is_mark(item, "REL") and not relative and is_mark(items[place - 1], "COMMA"):
            # What stands behind a closed relative clause belongs to the main verb again.
            _add_behind_relative(group, items, place)
            break
        elif isinstance(item, VerbGroup) or _ends(items, place, relative=relative):
            break
        elif item.kind == "DATE":
            group.dates.append(item.token)
        else:
            adjacent = adjacent and item.kind not in {"COMMA", "CC"}
    group.dates.extend(_dates_before(group, items))


def _take(group: VerbGroup, phrase: NounPhrase, *, adjacent: bool) -> bool:
    """Give the phrase to the verb; whether the next bare phrase may still be an object."""
    if phrase.prep:
        group.preps.append((phrase.prep, phrase))
        return False
    if adjacent and group.object is None:
        group.object = phrase
    elif adjacent and group.second is None:
        group.second = phrase
        return False
    return adjacent


def _ends(items: Sequence[Item], place: int, *, relative: bool) -> bool:
    """True at a mark behind which nothing belongs to the verb."""
    item = items[place]
    if is_mark(item, "COMMA"):
        return relative or _new_clause(items, place + 1)
    if is_mark(item, "CC"):
        verb_follows = place + 1 < len(items) and isinstance(items[place + 1], VerbGroup)
        return verb_follows or _new_clause(items, place + 1)
    return is_mark(item, "SUB", "SEMI", "COLON", "REL", "END", "DASH")


def _dates_before(group: VerbGroup, items: Sequence[Item]) -> Iterator[Token]:
    """Dates before the subject, or between it and the verb."""
    for place in range(group.place - 1, -1, -1):
        item = items[place]
        boundary = is_mark(item, "SEMI", "COLON", "SUB", "CC") and _new_clause(items, place + 1)
        if isinstance(item, VerbGroup) or boundary:
            return
        after_verb = place > 0 and isinstance(items[place - 1], VerbGroup)
        if isinstance(item, Mark) and item.token.date is not None and not after_verb:
            yield item.token


def _add_behind_relative(group: VerbGroup, items: Sequence[Item], place: int) -> None:
    """The dates and prepositional phrases after the comma that closes a relative clause."""
    seen = closed = False
    for item in items[place + 1 :]:
        if isinstance(item, VerbGroup):
            if closed:
                return
            seen = True
        elif is_mark(item, "COMMA"):
            closed = closed or seen
        elif is_mark(item, "REL", "SUB", "SEMI", "COLON", "CC"):
            return
        elif closed and isinstance(item, NounPhrase):
            if not item.prep:
                return
            group.preps.append((item.prep, item))
        elif closed and isinstance(item, Mark) and item.kind == "DATE":
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
