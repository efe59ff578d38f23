"""The object, the prepositional phrases and the dates of a verb group."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.tokens import Token


def set_complements(group: VerbGroup, items: Sequence[Item], tokens: Sequence[Token]) -> None:
    adjacent = True
    relative = group.place > 1 and is_mark(items[group.place - 1], "REL") and is_mark(items[group.place - 2], "COMMA")
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
        elif item.kind == "REL" and not relative and is_mark(items[place - 1], "COMMA"):
            # What stands behind a closed relative clause belongs to the main verb again.
            _add_behind_relative(group, items, place)
            break
        elif item.kind in {"SUB", "SEMI", "COLON", "REL", "END", "DASH"}:
            break
        elif item.kind == "COMMA":
            adjacent = False
            if relative or _new_clause(items, place + 1):
                break
        elif item.kind == "CC":
            adjacent = False
            if (place + 1 < len(items) and isinstance(items[place + 1], VerbGroup)) or _new_clause(items, place + 1):
                break
    # Dates before the subject or between it and the verb belong to the verb as well.
    for place in range(group.place - 1, -1, -1):
        item = items[place]
        if isinstance(item, VerbGroup) or (
            is_mark(item, "SEMI", "COLON", "SUB", "CC") and _new_clause(items, place + 1)
        ):
            break
        after_verb = place > 0 and isinstance(items[place - 1], VerbGroup)
        if isinstance(item, Mark) and item.kind == "DATE" and item.token.date is not None and not after_verb:
            group.dates.append(item.token)


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
