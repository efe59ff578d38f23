"""The persons that a title or a verb of a role is said of."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.fillers import fillers
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.role_units import Units

_AUXILIARIES = frozenset("bmhtx")
_VERBS = frozenset("vSAJLQGFUYI")


def group_at(place: int, parse: Parse) -> VerbGroup | None:
    """The verb group that holds a token."""
    return next((group for group in parse.groups if group.start <= place < group.end), None)


def holders(span: tuple[int, int], units: Units, tokens: Sequence[Token]) -> list[Slot]:
    """The persons among the units of a span, what stands in brackets apart."""
    found: list[Slot] = []
    depth = 0
    for unit in range(*span):
        letter = units.letters[unit]
        depth += (letter == "k") - (letter == "l")
        slot = tokens[units.places[unit]].slot
        if letter == "P" and depth == 0 and slot is not None:
            found.append(slot)
    return found


def only_person(parse: Parse) -> list[Slot]:
    """The person of a sentence that names one only."""
    seen = [token.slot for token in parse.tokens if token.slot is not None and token.slot.kind == "Person"]
    return seen[:1] if len({slot.entities for slot in seen}) == 1 else []


def subject_of(unit: int, units: Units, parse: Parse) -> list[Slot]:
    """Who does what the verb at a unit says: the person before it, the parsed subject, or the nearest person left."""
    letters, tokens = units.letters, parse.tokens
    place = unit
    while place > 0 and letters[place - 1] in _AUXILIARIES:
        place -= 1
    many = any(
        tokens[units.places[p]].low in {"were", "are", "have"} for p in range(place, min(unit + 1, len(letters)))
    )
    if place > 0 and letters[place - 1] == "P" and not many:
        return holders((place - 1, place), units, tokens)
    if place > 1 and letters[place - 1] == "w":
        back = place - 2 - (letters[place - 2] == "c")
        if back >= 0 and letters[back] == "P":
            return holders((back, back + 1), units, tokens)
        return []
    if many:
        return _listed(place, units, tokens)
    group = group_at(units.places[unit], parse)
    if group is not None and group.subject is not None:
        found = [f.slot for f in fillers(group.subject, tokens) if f.slot.kind == "Person"]
        if found or (group.form == "finite" and place > 0 and letters[place - 1] not in "&c"):
            return found
    return _nearest(place, units, tokens)


def _listed(place: int, units: Units, tokens: Sequence[Token]) -> list[Slot]:
    """ "A of X and B, chief of Y, were": all persons of the clause."""
    start = place
    while start > 0 and units.letters[start - 1] not in _VERBS | set("eqbw"):
        start -= 1
    return holders((start, place), units, tokens)


def _nearest(place: int, units: Units, tokens: Sequence[Token]) -> list[Slot]:
    """The subject shared by a verb behind "and" or a comma: the nearest person that begins a clause."""
    if place == 0 or units.letters[place - 1] not in "&c":
        return []
    for back in range(place - 1, -1, -1):
        letter = units.letters[back]
        if letter in "eq":
            return []
        after = units.letters[back + 1 : back + 3]
        if letter == "P" and (after[:1] in _VERBS | set("bmhw") or after == "cw"):
            return holders((back, back + 1), units, tokens)
    return []
