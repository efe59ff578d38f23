"""Titles in running text: their words, what they are for, and the bodies that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.titles import RoleWords, role_words

_WORDS = frozenset({"N", "J", "HYP", "CD"})
_BODY_PREPS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on behalf of", "within", "inside"})
_FUNCTION_PREPS = frozenset({"of", "for", "in"})
#: Plural titles that are verbs as well.
_VERBS = frozenset(
    {"heads", "chairs", "leads", "coaches", "captains", "head", "chair", "lead", "co-heads", "co-chairs"}
)
#: A title is no longer than this many words before its last, and what it is for no longer than this many.
_LONGEST = 6
_LONGEST_FUNCTION = 9


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A title with all its words in tokens `start` to `end`, owner and bodies included.

    `role` is the role as written, None where the word names no role ("predecessor"). `owned` is true where an unresolved
    "my" or "our" stands before it; `owner` is a person in that place ("his predecessor").
    """

    start: int
    end: int
    head: int
    role: str | None
    bodies: tuple[Slot, ...]
    former: bool = False
    coming: bool = False
    definite: bool = False
    owned: bool = False
    owner: Slot | None = None


def title_spans(tokens: Sequence[Token]) -> list[TitleSpan]:
    """The titles of a sentence in order; none overlaps another."""
    known = role_words()
    found: list[TitleSpan] = []
    place = 0
    while place < len(tokens):
        if _is_head(tokens, place, known):
            head = _last_of_run(tokens, place, known)
            span = _span(tokens, head, found[-1].end if found else 0, known)
            found.append(span)
            place = max(span.end, head + 1)
        else:
            place += 1
    return found


def _is_head(tokens: Sequence[Token], place: int, known: RoleWords) -> bool:
    token = tokens[place]
    if token.slot is not None or token.tag not in {"N", "J"}:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.low in _VERBS and after is not None and (after.tag in {"DT", "PS"} or after.slot is not None):
        # "A heads the unit", unless a list of people follows: "co-heads B and C".
        return after.slot is not None and after.slot.kind == "Person"
    return singular(token.low) in known.heads | known.relatives


def _last_of_run(tokens: Sequence[Token], place: int, known: RoleWords) -> int:
    """The last head of "founder and chief executive officer"."""
    head = step = place
    while step + 1 < len(tokens) and step - head <= 4:
        step += 1
        token = tokens[step]
        if _is_head(tokens, step, known):
            head = step
        elif (
            not (
                token.low in known.before | {"and", "&", "/"}
                or (token.low == "," and head == place and step == head + 1)
            )
            or (token.low == "," and not (step + 2 < len(tokens) and _joins(tokens, step, known)))
            or (token.low == "and" and step + 1 < len(tokens) and _opens(tokens[step + 1], known))
        ):
            break
    return head


def _opens(token: Token, known: RoleWords) -> bool:
    return token.low in known.former


def _joins(tokens: Sequence[Token], step: int, known: RoleWords) -> bool:
    """ "Founder, chairman and chief executive": three titles of one person."""
    lows = [token.low for token in tokens[step + 1 : step + 8]]
    return "and" in lows and all(low in known.before | known.heads | {"and"} for low in lows[: lows.index("and") + 2])


def _span(tokens: Sequence[Token], head: int, floor: int, known: RoleWords) -> TitleSpan:
    start = _first_word(tokens, head, floor, known)
    former = coming = False
    while start < head and (tokens[start].low in known.former | known.coming | known.passing):
        former = former or tokens[start].low in known.former
        coming = coming or tokens[start].low in known.coming
        start += 1
    begin = start
    begin, bodies, owner, owned = _before(tokens, start, floor, singular(tokens[head].low) in known.public)
    for place in range(max(begin - 2, floor), begin):
        former = former or tokens[place].low in known.former
        coming = coming or tokens[place].low in known.coming
    while begin > floor and tokens[begin - 1].low in known.former | known.coming | known.passing | {"h.e"}:
        begin -= 1
    definite = owner is not None or owned or bool(bodies)
    while begin > floor and tokens[begin - 1].tag == "DT":
        begin, definite = begin - 1, True
    finish, end, more, inner = _after(tokens, head, known)
    relative = singular(tokens[head].low) in known.relatives
    role = None if relative else _text(tokens, start, finish, inner)
    found = tuple(dict.fromkeys((*bodies, *more)))
    if relative:
        former = former or singular(tokens[head].low) == "predecessor"
        coming = coming or singular(tokens[head].low) == "successor"
    return TitleSpan(begin, end, head, role, found, former, coming, definite, owned, owner)


def _first_word(tokens: Sequence[Token], head: int, floor: int, known: RoleWords) -> int:
    """The first word of the title: back over its modifiers to a name, an article or an owner."""
    start = head
    while start > floor and head - start < _LONGEST:
        before = tokens[start - 1]
        word = before.slot is None and before.tag in _WORDS and not before.low[:1].isdigit()
        joint = before.low in {"and", "&", "/"} or (before.tag == "COMMA" and _listed(tokens, start, known))
        linked = joint and start - 2 >= floor and singular(tokens[start - 2].low) in known.heads | known.linked
        if not (word or linked):
            break
        start -= 1
    lower = tokens[head].text[:1].islower()
    while start < head and (
        tokens[start].tag == "HYP"
        or (
            (lower and tokens[start].text[:1].isupper() and not tokens[start].text.isupper() and start + 1 <= head)
            and tokens[start].low not in known.before | known.heads | known.former | known.coming | known.passing
        )
    ):
        # "Swedish prime minister", "Frankfurt-born chief": no part of the title.
        start += 1
    return start


def _listed(tokens: Sequence[Token], start: int, known: RoleWords) -> bool:
    """ "Founder, chairman and CEO" as one title; a comma before a lone title is none."""
    return (
        any(token.low == "and" for token in tokens[start : start + 4])
        and singular(tokens[start - 2].low) in known.heads
        if start >= 2
        else False
    )


def _before(tokens: Sequence[Token], start: int, floor: int, public: bool) -> tuple[int, list[Slot], Slot | None, bool]:
    """Where the owner begins, the bodies it names, the person it names, and whether it is "my" or "our"."""
    place = start
    while place > floor:
        token = tokens[place - 1]
        if token.tag == "PS":
            return place - 1, [], None, token.low in {"my", "our", "your"}
        if token.tag == "POS" and place - 2 >= floor:
            slot = tokens[place - 2].slot
            if slot is None:
                return start, [], None, False
            if slot.kind == "Person":
                return place - 2, [], slot, False
            if slot.kind == "Place" and not public:
                return place - 2, [], None, False
            return place - 2, [slot], None, False
        if token.tag == "RPAR":
            opened = next((p for p in range(place - 2, max(place - 6, floor - 1), -1) if tokens[p].tag == "LPAR"), None)
            if opened is None or opened == floor or tokens[opened - 1].slot is None:
                return start, [], None, False
            place = opened
            continue
        if token.slot is not None and token.slot.kind != "Person":
            if token.slot.kind == "Place" and not public:
                place -= 1
                continue
            if token.slot.reference and not token.slot.possessive:
                return start, [], None, False
            return place - 1, [token.slot], None, False
        return place if place < start and tokens[place].slot is not None else start, [], None, False
    return start, [], None, False


def _after(tokens: Sequence[Token], head: int, known: RoleWords) -> tuple[int, int, list[Slot], tuple[int, int]]:
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
    if place > finish and (place >= len(tokens) or tokens[place].slot is None or tokens[place].slot.kind != "Person"):
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
            if (slot := tokens[p].slot) is not None and slot.kind != "Person" and (public or slot.kind != "Place")
        ]
        if at - 1 >= place + 1 and tokens[at - 1].low in {"and", "&", ","}:
            at -= 1
        if slots:
            return _with_body(tokens, (place, at), slots, finish, prep)
        if (
            any(tokens[p].slot is not None and tokens[p].slot.kind == "Person" for p in range(place + 1, at))
            or at == place + 1
        ):  # type: ignore[union-attr]
            break
        if prep in _FUNCTION_PREPS | {"to"} and tokens[at - 1].tag in {"N", "J", "SLOT"}:
            finish = at
        place = at
    bodies, end = _behind_comma(tokens, place)
    return finish, end, bodies, none


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
    if (
        token.slot is None
        and tokens[at - 1].slot is not None
        and token.tag == "N"
        and not tokens[at - 1].slot.possessive
    ):  # type: ignore[union-attr]
        return token.text[:1].islower() and tokens[at - 1].slot.kind == "Place"  # type: ignore[union-attr]
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


def _text(tokens: Sequence[Token], start: int, end: int, without: tuple[int, int]) -> str:
    words = ""
    for place in range(start, end):
        token = tokens[place]
        if without[0] <= place < without[1] or (token.tag == "POS" and not token.text) or token.tag == "QUOTE":
            continue
        glued = token.tag == "POS" or token.text.startswith(("-", ",", "/")) or words.endswith("/")
        words += (" " if words and not glued else "") + token.text
    return words
