"""What stands behind a title: what it is for ("of research"), and the bodies it is held at."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.titles import RoleWords, role_words

_BODY_PREPS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on behalf of", "within", "inside"})
_FUNCTION_PREPS = frozenset({"of", "for", "in"})
#: What a title is for is no longer than this many words.
_LONGEST_FUNCTION = 9


def behind_title(tokens: Sequence[Token], head: int, known: RoleWords) -> tuple[int, int, list[Slot], tuple[int, int]]:
    """The end of the role, the end of all, the bodies, and the tokens inside the role that name a body."""
    public = singular(tokens[head].low) in known.public
    finish = place = head + 1
    none = (0, 0)
    while (
        place < len(tokens)
        and tokens[place].tag == "N"
        and tokens[place].text[:1].isupper()
        and tokens[place].text != "I"
    ):
        # "VP Business Development": what a title is for may follow it.
        place += 1
    if place >= len(tokens) or not _is_person(tokens[place]):
        finish = place
    place = finish
    for _ in range(4):
        if place + 1 >= len(tokens) or tokens[place].low not in _BODY_PREPS:
            break
        prep = tokens[place].low
        at = place + 1
        while at < len(tokens) and at - place < _LONGEST_FUNCTION and _part(tokens, at, place + 1):
            at += 1
        slots = [
            (p, slot)
            for p in range(place + 1, at)
            if (slot := tokens[p].slot) is not None
            and slot.kind != "Person"
            and (slot.kind != "Place" or (public and not _body_behind(tokens, at)))
        ]
        if at - 1 >= place + 1 and tokens[at - 1].low in {"and", "&", ","}:
            at -= 1
        slots, at = _trimmed(tokens, slots, at)
        if slots:
            return _with_body(tokens, (place, at), slots, finish, prep)
        if at == place + 1 or any(_is_person(token) for token in tokens[place + 1 : at]):
            break
        if prep in _FUNCTION_PREPS | {"to"} and tokens[at - 1].tag in {"N", "J", "SLOT"}:
            finish = at
        place = at
    bodies, end = _behind_comma(tokens, place)
    return finish, end, bodies, none


def _body_behind(tokens: Sequence[Token], at: int) -> bool:
    """ "For Asia at A": the body follows the region."""
    if at + 1 >= len(tokens) or tokens[at].low not in {"at", "with", "of", "for"}:
        return False
    after = tokens[at + 2] if tokens[at + 1].tag == "DT" and at + 2 < len(tokens) else tokens[at + 1]
    return after.slot is not None and after.slot.kind == "Organisation"


def _is_person(token: Token) -> bool:
    return token.slot is not None and token.slot.kind == "Person"


def _trimmed(tokens: Sequence[Token], slots: list[tuple[int, Slot]], at: int) -> tuple[list[tuple[int, Slot]], int]:
    """ "At A ahead of": what follows a name is no part of it; "the U.S. exchange" is no country."""
    if not slots or slots[-1][0] == at - 1 or tokens[slots[-1][0] + 1].tag == "POS":
        return slots, at
    last = slots[-1][0]
    if slots[-1][1].kind == "Place":
        return slots[:-1] if len(slots) > 1 else [], at
    return slots, last + 1


def _part(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for a word that may stand in the phrase behind a preposition."""
    token = tokens[at]
    if token.tag in {"LPAR", "RPAR"}:
        return False
    if token.tag == "COMMA" or token.low in {"and", "&"}:
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        later = {t.low for t in tokens[at + 1 : at + 4]}
        plain = after is not None and after.slot is None and after.tag in {"N", "J"}
        if plain and _is_head_near(tokens, at + 1):
            return False
        both = after is not None and after.slot is not None and after.slot.kind != "Person" and at > first
        if both and tokens[at - 1].slot is not None:
            return not _verb_behind(tokens, at + 2) and (token.tag != "COMMA")
        return plain and (token.tag != "COMMA" or bool(later & {"and", "&"})) and tokens[at - 1].slot is None
    if token.tag in {"DT", "PS"}:
        return at == first
    if token.slot is not None and token.slot.kind == "Person":
        return token.slot.possessive
    return token.tag in {"N", "J", "HYP", "SLOT", "POS", "QUOTE", "CD"}


def _verb_behind(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].tag in {"V", "BE", "HV", "MD", "DO"}


def _is_head_near(tokens: Sequence[Token], place: int) -> bool:
    known = role_words()
    for token in tokens[place : place + 4]:
        if token.slot is not None or token.tag not in {"N", "J"}:
            return False
        if singular(token.low) in known.heads:
            return True
    return False


def _with_body(
    tokens: Sequence[Token], span: tuple[int, int], slots: list[tuple[int, Slot]], finish: int, prep: str
) -> tuple[int, int, list[Slot], tuple[int, int]]:
    """ "Of bitcoin exchange A", "of A's Africa unit", "of its transport practice"."""
    place, at = span
    first, slot = slots[0]
    owner = first + 1 < at and tokens[first + 1].tag == "POS"
    if not owner:
        chosen = [slot] if len(slots) == 1 else _listed_bodies(tokens, slots)
        return finish, at, chosen, (0, 0)
    if slots[-1][0] > first + 1 and slots[-1][0] == at - 1:
        # "Of Siemens's lender Telbank": the body is named itself.
        return finish, at, [slots[-1][1]], (0, 0)
    if prep in _FUNCTION_PREPS | {"to"} and at > first + 2:
        inside = (0, 0) if slot.possessive else (place + 1, first + 2)
        return at, at, [slot], inside
    return finish, at, [slot], (0, 0)


def _listed_bodies(tokens: Sequence[Token], slots: list[tuple[int, Slot]]) -> list[Slot]:
    """ "Of A and B"; of a place and a body the body."""
    bodies = [slot for _, slot in slots if slot.kind != "Place"] or [slot for _, slot in slots]
    joined = any(tokens[p].low in {"and", "&"} for p in range(slots[0][0], slots[-1][0]))
    return bodies if joined else bodies[-1:]


def _behind_comma(tokens: Sequence[Token], place: int) -> tuple[list[Slot], int]:
    """ "Chairman, C." and "chairman (C)": the body follows a comma or stands in brackets."""
    if place + 1 >= len(tokens) or tokens[place].tag not in {"COMMA", "LPAR", "DASH"}:
        return [], place
    at = place + 1 + (tokens[place + 1].tag == "DT")
    slot = tokens[at].slot if at < len(tokens) else None
    if slot is None or slot.kind != "Organisation" or slot.reference:
        return [], place
    after = at + 1
    if after < len(tokens) and tokens[after].tag == "LPAR":
        after = next((p + 1 for p in range(after, min(after + 6, len(tokens))) if tokens[p].tag == "RPAR"), after)
    closed = after >= len(tokens) or tokens[after].tag in {
        "COMMA",
        "END",
        "SEMI",
        "RPAR",
        "CC",
        "COLON",
        "DASH",
        "QUOTE",
    }
    return ([slot], after) if closed else ([], place)
