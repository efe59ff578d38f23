"""Lists and appositions: "A, B and C" becomes one phrase, "A, a unit of B" two that belong together."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: Verbs after which a new clause may begin with no "that".
REPORTING = frozenset(
    {"say", "announce", "state", "report", "confirm", "claim", "add", "tell", "believe", "think", "reveal", "note", "explain", "expect", "disclose",
     "declare", "show", "indicate", "suggest", "argue", "deny", "predict", "mean", "know", "hope", "agree", "estimate", "warn", "insist", "acknowledge"}
)
_LAST_OF_LIST = frozenset({"more", "others", "other", "many", "several", "elsewhere"})


def fold(items: Sequence[Item], tokens: Sequence[Token]) -> list[Item]:
    """The items with lists folded, prepositions and places set, appositions tied."""
    folded: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        if isinstance(item, NounPhrase):
            members, after = _list_from(items, index, tokens)
            if len(members) > 1:
                item = NounPhrase(members[0].start, members[-1].end, members[-1].head, members=tuple(members))
                index = after - 1
            else:
                item.members = (item,)
            before = folded[-1] if folded else None
            if isinstance(before, Mark) and before.kind in {"IN", "INCL"}:
                item.prep = before.token.low
        folded.append(item)
        index += 1
    for place, item in enumerate(folded):
        item.place = place
    _tie_appositions(folded, tokens)
    return folded


def _mark(item: Item, kind: str) -> bool:
    return isinstance(item, Mark) and item.kind == kind


def _list_from(items: Sequence[Item], start: int, tokens: Sequence[Token]) -> tuple[list[NounPhrase], int]:
    """The members of the list that begins at `start`, and the place after it; one member means no list."""
    first = items[start]
    assert isinstance(first, NounPhrase)
    members, place, closed = [first], start + 1, False
    while place + 1 < len(items) and not closed:
        step = place
        comma = _mark(items[step], "COMMA")
        step += comma
        closing = step < len(items) and _mark(items[step], "CC") and items[step].token.low in {"and", "or", "&", "as well as"}  # type: ignore[union-attr]
        step += closing
        following = items[step] if step < len(items) else None
        if not (comma or closing) or not isinstance(following, NounPhrase):
            break
        if not _alike(members[0], following, tokens):
            if closing and len(members) > 1 and tokens[following.head].low in _LAST_OF_LIST | {"others"}:
                place, closed = step + 1, True
            break
        if closing and _opens_clause(items, start, step):
            break
        members.append(following)
        place, closed = step + 1, closing
    if closed or (len(members) > 2 and start and _mark(items[start - 1], "INCL")):
        return members, place
    return [first], start + 1


def _alike(one: NounPhrase, other: NounPhrase, tokens: Sequence[Token]) -> bool:
    first, second = tokens[one.head].slot, tokens[other.head].slot
    if (first is None) != (second is None):
        return False
    if first is None or second is None:
        return tokens[other.start].tag not in {"PRO"} and tokens[one.head].tag == tokens[other.head].tag
    if tokens[one.end - 1].tag == "POS" and tokens[other.end - 1].tag != "POS":
        return False
    return _class(first.kind) == _class(second.kind)


def _class(kind: str) -> str:
    return kind if kind in {"Person", "Place"} else "thing"


def _opens_clause(items: Sequence[Item], start: int, step: int) -> bool:
    """True where "and NAME verb" begins a new clause instead of closing a list."""
    after = items[step + 1] if step + 1 < len(items) else None
    if not (isinstance(after, VerbGroup) and after.form == "finite"):
        return False
    before = [item for item in items[:start] if isinstance(item, VerbGroup)]
    if not before:
        return start > 0 and _mark(items[start - 1], "IN")
    last = items[start - 1]
    return not (isinstance(last, VerbGroup) and last.lemma in REPORTING) and not isinstance(last, Mark) or _mark(last, "IN")


def _tie_appositions(items: Sequence[Item], tokens: Sequence[Token]) -> None:
    for place, item in enumerate(items):
        if not isinstance(item, NounPhrase) or place < 2 or not _mark(items[place - 1], "COMMA"):
            continue
        before = items[place - 2]
        if isinstance(before, Mark) and before.kind == "DATE" and place > 2:
            before = items[place - 3]
        if not isinstance(before, NounPhrase) or item.prep:
            continue
        named, known = tokens[item.head].slot is not None, tokens[before.head].slot is not None
        if known and not named:
            item.apposed_to = before.apposed_to or before
        elif named and not known and _closed(items, place) and before.apposed_to is None:
            before.named = item
        elif not named and not known and before.apposed_to is not None:
            item.apposed_to = before.apposed_to


def _closed(items: Sequence[Item], place: int) -> bool:
    """An apposition that names ends with a comma, a bracket or the sentence."""
    if place + 1 >= len(items):
        return True
    after = items[place + 1]
    return isinstance(after, Mark) and after.kind in {"COMMA", "END", "SEMI", "DASH"}
