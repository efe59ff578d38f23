"""Lists and appositions: "A, B and C" becomes one phrase, "A, a unit of B" two that belong together."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.titles import role_words

#: Verbs after which a new clause may begin with no "that".
REPORTING = frozenset(
    {
        "say",
        "announce",
        "state",
        "report",
        "confirm",
        "claim",
        "add",
        "tell",
        "believe",
        "think",
        "reveal",
        "note",
        "explain",
        "expect",
        "disclose",
        "declare",
        "show",
        "indicate",
        "suggest",
        "argue",
        "deny",
        "predict",
        "mean",
        "know",
        "hope",
        "agree",
        "estimate",
        "warn",
        "insist",
        "acknowledge",
    }
)
#: After these, people and organisations share a list: "from the bank and Lena Marsh".
_MIXED = frozenset({"from", "by", "with", "between"})
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


def _list_from(items: Sequence[Item], start: int, tokens: Sequence[Token]) -> tuple[list[NounPhrase], int]:
    """The members of the list that begins at `start`, and the place after it; one member means no list."""
    first = items[start]
    assert isinstance(first, NounPhrase)
    members, place, closed = [first], start + 1, False
    while place + 1 < len(items) and not closed:
        step = place
        comma = is_mark(items[step], "COMMA")
        step += comma
        closing = (
            step < len(items)
            and is_mark(items[step], "CC")
            and items[step].token.low in {"and", "or", "&", "as well as"}
        )  # type: ignore[union-attr]
        step += closing
        following = items[step] if step < len(items) else None
        if not (comma or closing) or not isinstance(following, NounPhrase):
            break
        mixed = start > 0 and isinstance(before := items[start - 1], Mark) and before.token.low in _MIXED
        if not _alike(
            members[0], following, tokens, mixed=mixed, governed=start > 0 and is_mark(items[start - 1], "IN")
        ):
            if closing and len(members) > 1 and tokens[following.head].low in _LAST_OF_LIST | {"others"}:
                place, closed = step + 1, True
            break
        if closing and _opens_clause(items, start, step):
            break
        members.append(following)
        place, closed = step + 1, closing
    if closed or (len(members) > 2 and start and is_mark(items[start - 1], "INCL")):
        return members, place
    return [first], start + 1


def _alike(one: NounPhrase, other: NounPhrase, tokens: Sequence[Token], *, mixed: bool, governed: bool) -> bool:
    """True where both are names of one class, or both common nouns; `mixed` lets people and bodies stand together."""
    first, second = tokens[one.head].slot, tokens[other.head].slot
    if (first is None) != (second is None):
        return False
    if first is None or second is None:
        titles = role_words().heads
        if governed and (tokens[one.head].low in titles) != (tokens[other.head].low in titles):
            # "Minister of Industry and CEO of A": two titles, not two fields.
            return False
        return tokens[other.start].tag not in {"PRO"} and tokens[one.head].tag == tokens[other.head].tag
    if tokens[one.end - 1].tag == "POS" and tokens[other.end - 1].tag != "POS":
        return False
    return _class(first.kind) == _class(second.kind) or (mixed and "Place" not in {first.kind, second.kind})


def _class(kind: str) -> str:
    return kind if kind in {"Person", "Place"} else "thing"


def _opens_clause(items: Sequence[Item], start: int, step: int) -> bool:
    """True where "and NAME verb" begins a new clause instead of closing a list."""
    after = items[step + 1] if step + 1 < len(items) else None
    if not (isinstance(after, VerbGroup) and after.form == "finite"):
        return False
    before = [item for item in items[:start] if isinstance(item, VerbGroup)]
    if not before:
        # "With A and B leaving" is no list; "the deal between A and B covers" has its own subject before the preposition.
        return (
            start > 0
            and is_mark(items[start - 1], "IN")
            and not any(isinstance(item, NounPhrase) for item in items[: start - 1])
        )
    last = items[start - 1]
    return (not (isinstance(last, VerbGroup) and last.lemma in REPORTING) and not isinstance(last, Mark)) or is_mark(
        last, "IN"
    )


def _tie_appositions(items: Sequence[Item], tokens: Sequence[Token]) -> None:
    for place, item in enumerate(items):
        if not isinstance(item, NounPhrase) or place < 2:
            continue
        _tie_examples(items, item, place, tokens)
        if is_mark(items[place - 1], "CC") and not item.prep and tokens[item.head].slot is None:
            item.apposed_to = _shared_anchor(items, place - 1, tokens)
            continue
        dashed = is_mark(items[place - 1], "DASH") and tokens[item.head].slot is None
        if not (is_mark(items[place - 1], "COMMA") or dashed):
            continue
        before = items[place - 2]
        if isinstance(before, Mark) and before.kind == "DATE" and place > 2:
            before = items[place - 3]
        if not isinstance(before, NounPhrase) or item.prep:
            continue
        named, known = tokens[item.head].slot is not None, tokens[before.head].slot is not None
        if known and not named:
            item.apposed_to = before.apposed_to or before
        elif (
            named
            and not known
            and _closed(items, place)
            and before.apposed_to is None
            and _introduces(before, place, tokens)
        ):
            before.named = item
        elif named and known and before.prep and _closed(items, place) and not dashed:
            head = _chain_head(items, place - 2, tokens)
            other, own = tokens[before.head].slot, tokens[item.head].slot
            if head is not None and other is not None and own is not None and own.kind == "Person" != other.kind:
                head.named = item
        elif not named and not known and before.apposed_to is not None:
            item.apposed_to = before.apposed_to


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


def _shared_anchor(items: Sequence[Item], place: int, tokens: Sequence[Token]) -> NounPhrase | None:
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
