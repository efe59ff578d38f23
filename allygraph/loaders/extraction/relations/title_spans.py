"""Titles in running text: their words, what they are for, and the bodies that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.title_bodies import behind_title
from allygraph.loaders.extraction.relations.titles import RoleWords, role_words

_WORDS = frozenset({"N", "J", "HYP", "CD"})
#: Plural titles that are verbs as well.
_VERBS = frozenset(
    {"heads", "chairs", "leads", "coaches", "captains", "head", "chair", "lead", "co-heads", "co-chairs"}
)
#: A title is no longer than this many words before its last.
_LONGEST = 6


#: Where the words before a title begin, the bodies they name, the person, and whether it is "my" or "our".
_Owner = tuple[int, list[Slot], Slot | None, bool]


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A title with all its words in tokens `start` to `end`, owner and bodies included.

    `role` is the role as written, None where the word names no role ("predecessor"). `owned` is true where
    an unresolved "my" or "our" stands before it; `owner` is a person in that place ("his predecessor").
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
    """The last head of "founder and chief executive officer", or of "deputy transport minister"."""
    head = step = place
    modifies = tokens[place].low in known.before
    while step + 1 < len(tokens) and step - head <= 4:
        step += 1
        token = tokens[step]
        if _is_head(tokens, step, known):
            head = step
        elif modifies and head == place and token.slot is None and token.tag in {"N", "J"}:
            continue
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
    first = start = _first_word(tokens, head, floor, known)
    former = coming = False
    while start < head and (tokens[start].low in known.former | known.coming | known.passing):
        former = former or tokens[start].low in known.former
        coming = coming or tokens[start].low in known.coming
        start += 1
    start += tokens[start].low == "first" and start + 1 == head
    begin, bodies, owner, owned = _before(tokens, first, floor, singular(tokens[head].low) in known.public)
    for place in range(max(begin - 2, floor), begin):
        former = former or tokens[place].low in known.former
        coming = coming or tokens[place].low in known.coming
    before = known.former | known.coming | known.passing | {"h.e"}
    while begin > floor and tokens[begin - 1].low in before and tokens[begin - 1].tag != "V":
        begin -= 1
    definite = owner is not None or owned or bool(bodies) or tokens[begin].tag == "PS"
    while begin > floor and tokens[begin - 1].tag == "DT":
        begin, definite = begin - 1, True
    finish, end, more, inner = behind_title(tokens, head, known)
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


def _opening(tokens: Sequence[Token], place: int, floor: int) -> int | None:
    """Where the brackets behind a name open: "the Commission (SEC) chairman"."""
    opened = next((p for p in range(place - 2, max(place - 6, floor), -1) if tokens[p].tag == "LPAR"), None)
    return opened if opened is not None and tokens[opened - 1].slot is not None else None


def _possessor(tokens: Sequence[Token], start: int, place: int, floor: int, public: bool) -> _Owner:
    """ "B's chairman", "his predecessor", "the authority's president": the last is of the one spoken of."""
    slot = tokens[place - 2].slot
    if slot is None:
        spoken = place - 3 >= floor and tokens[place - 3].low in {"the", "this"}
        return (place - 3 if spoken else start), [], None, spoken
    if slot.kind == "Person":
        return place - 2, [], slot, False
    return place - 2, [slot] if slot.kind != "Place" or public else [], None, False


def _before(tokens: Sequence[Token], start: int, floor: int, public: bool) -> _Owner:
    """Where the owner begins, the bodies it names, the person it names, and whether it is "my" or "our"."""
    place = start
    while place > floor:
        token = tokens[place - 1]
        if token.tag == "PS":
            return place - 1, [], None, token.low in {"my", "our", "your"}
        if token.tag == "POS" and place - 2 >= floor:
            return _possessor(tokens, start, place, floor, public)
        opened = _opening(tokens, place, floor) if token.tag == "RPAR" else None
        if opened is not None:
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


def _text(tokens: Sequence[Token], start: int, end: int, without: tuple[int, int]) -> str:
    words = ""
    for place in range(start, end):
        token = tokens[place]
        if without[0] <= place < without[1] or (token.tag == "POS" and not token.text) or token.tag == "QUOTE":
            continue
        glued = token.tag == "POS" or token.text.startswith(("-", ",", "/")) or words.endswith("/")
        words += (" " if words and not glued else "") + token.text
    return words
