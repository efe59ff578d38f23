"""Appositions and examples: "A, a unit of B" and "firms such as A" tie two phrases together."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.fillers import NAMED_NOUNS, singular
from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: Nouns for bodies that bear names, beside `NAMED_NOUNS`.
_NAMED_HEADS = frozenset(
    {"arm", "unit", "subsidiary", "division", "venture", "affiliate", "parent", "owner", "rival", "partner", "offshoot"}
    | {"spin-off", "spinoff", "consortium", "alliance", "buyer", "supplier", "shareholder", "backer", "competitor"}
)


def tie_appositions(items: Sequence[Item], tokens: Sequence[Token]) -> None:
    """Set `apposed_to` and `named` of the noun phrases."""
    for place, item in enumerate(items):
        if not isinstance(item, NounPhrase) or place < 2:
            continue
        _tie_examples(items, item, place, tokens)
        if is_mark(items[place - 1], "COLON") and len(item.members) > 1 and tokens[item.head].slot is not None:
            _tie_list(items, item, tokens)
        named = tokens[item.head].slot is not None
        if is_mark(items[place - 1], "CC") and not item.prep and not named:
            item.apposed_to = _shared_anchor(items, place - 1)
        elif is_mark(items[place - 1], "COMMA") or (is_mark(items[place - 1], "DASH") and not named):
            before = items[place - 2]
            if is_mark(before, "DATE") and place > 2:
                before = items[place - 3]
            if isinstance(before, NounPhrase) and not item.prep:
                _tie(items, before, item, tokens)


def _tie(items: Sequence[Item], before: NounPhrase, item: NounPhrase, tokens: Sequence[Token]) -> None:
    """Two phrases with a comma between them: the one with a name tells who the other is."""
    place = item.place
    if tokens[item.start].low == "whose":
        return
    own, other = tokens[item.head].slot, tokens[before.head].slot
    if own is None:
        if other is not None or before.apposed_to is not None:
            item.apposed_to = before.apposed_to or before
    elif not _closed(items, place):
        return
    elif other is None:
        if before.apposed_to is None and _introduces(before, place, tokens):
            before.named = item
    elif before.prep:
        head = _chain_head(items, place - 2, tokens)
        if head is not None and (own.kind == "Person" != other.kind or _expects_name(head, own, tokens)):
            head.named = head.named or item


def _expects_name(head: NounPhrase, own: Slot, tokens: Sequence[Token]) -> bool:
    """ "The venture arm of A, B", "A's venture with C, D": the head noun is one that has a name of its own."""
    word = singular(tokens[head.head].low)
    return own.kind in {"Organisation", "Product"} and (word in _NAMED_HEADS or word in NAMED_NOUNS)


def _tie_examples(items: Sequence[Item], item: NounPhrase, place: int, tokens: Sequence[Token]) -> None:
    """ "Firms such as A and B", "several partners, including A": the examples name the phrase before."""
    if tokens[item.head].slot is None:
        return
    back = place - 2 - is_mark(items[place - 2], "COMMA")
    before = items[back] if back >= 0 else None
    if not isinstance(before, NounPhrase) or tokens[before.head].slot is not None or before.named is not None:
        return
    such = item.prep == "as" and tokens[before.start].low == "such"
    like = item.prep == "like" and tokens[before.head].low.endswith("s")
    if such or like or is_mark(items[place - 1], "INCL"):
        before.named = item


def _tie_list(items: Sequence[Item], item: NounPhrase, tokens: Sequence[Token]) -> None:
    """ "Five banks have joined as partners: A, B, ...": the list behind a colon names the first plural before it."""
    for before in items[: item.place]:
        if isinstance(before, NounPhrase) and tokens[before.head].slot is None:
            if tokens[before.head].low.endswith("s") and not before.prep:
                before.named = before.named or item
            return


def _chain_head(items: Sequence[Item], place: int, tokens: Sequence[Token]) -> NounPhrase | None:
    """The common noun at the head of a chain: "the president of A" for the place of A."""
    while place >= 0:
        item = items[place]
        if isinstance(item, NounPhrase) and not item.prep:
            return item if tokens[item.head].slot is None and item.apposed_to is None else None
        if isinstance(item, VerbGroup) or (isinstance(item, Mark) and item.kind != "IN"):
            return None
        place -= 1
    return None


def _shared_anchor(items: Sequence[Item], place: int) -> NounPhrase | None:
    """ "B, founder of C, and head of D": the second description shares the anchor of the first."""
    after = items[place + 2] if place + 2 < len(items) else None
    if not is_mark(after, "IN"):
        return None
    for back in range(place - 1, -1, -1):
        item = items[back]
        if isinstance(item, NounPhrase) and item.apposed_to is not None and not item.prep:
            return item.apposed_to
        if isinstance(item, VerbGroup) or (isinstance(item, NounPhrase) and not item.prep):
            return None
        if isinstance(item, Mark) and item.kind not in {"IN", "COMMA", "DATE"}:
            return None
    return None


def _introduces(phrase: NounPhrase, place: int, tokens: Sequence[Token]) -> bool:
    """ "Its largest shareholder, NXC": a phrase with an article or an owner, or one that opens the sentence."""
    first = tokens[phrase.start]
    return first.tag in {"DT", "PS", "SLOT"} or place == 2


def _closed(items: Sequence[Item], place: int) -> bool:
    """An apposition that names ends with a comma, a bracket or the sentence."""
    if place + 1 >= len(items):
        return True
    after = items[place + 1]
    return isinstance(after, Mark) and after.kind in {"COMMA", "END", "SEMI", "DASH"}
