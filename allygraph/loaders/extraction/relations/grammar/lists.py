"""Lists: "A, B and C" becomes one phrase."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.appositions import tie_appositions
from allygraph.loaders.extraction.relations.grammar.fillers import singular
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
    tie_appositions(folded, tokens)
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
        link = items[step] if step < len(items) else None
        closing = (
            isinstance(link, Mark) and link.kind == "CC" and link.token.low in {"and", "or", "nor", "&", "as well as"}
        )
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
        if closing and comma and len(members) == 1 and _within_apposition(items, start, tokens):
            break
        members.append(following)
        place, closed = step + 1, closing and not _opens_list(following, tokens)
    if closed or (len(members) > 1 and _opens_list(members[-1], tokens) and is_mark(items[place - 2], "CC")):
        return members, place
    if len(members) == 2 and not start and _is_headline(items, place, tokens):
        return members, place
    if len(members) > 2 and start and is_mark(items[start - 1], "INCL"):
        return members, place
    return [first], start + 1


def _within_apposition(items: Sequence[Item], start: int, tokens: Sequence[Token]) -> bool:
    """ "A, a unit of B, and C": the comma closes what is said of A."""
    said, comma, name = (items[start - back] if start >= back else None for back in (2, 3, 4))
    return (
        is_mark(items[start - 1], "IN")
        and isinstance(said, NounPhrase)
        and tokens[said.start].tag == "DT"
        and is_mark(comma, "COMMA")
        and isinstance(name, NounPhrase)
        and tokens[name.head].slot is not None
    )


def _opens_list(member: NounPhrase, tokens: Sequence[Token]) -> bool:
    """ "And the software houses A": a plural before the name, so that "and B" may follow."""
    before = tokens[member.head - 1] if member.head > member.start else None
    return (
        tokens[member.head].slot is not None
        and before is not None
        and before.tag == "N"
        and before.low.endswith("s")
        and singular(before.low) != before.low
    )


def _is_headline(items: Sequence[Item], place: int, tokens: Sequence[Token]) -> bool:
    """ "A, B team up": two names, a verb, and no full stop at the end."""
    verb = items[place] if place < len(items) else None
    return isinstance(verb, VerbGroup) and verb.form in {"finite", "to"} and tokens[-1].tag != "END"


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
    if before and all(verb.form == "part" for verb in before) and isinstance(items[0], NounPhrase):
        # "The pact signed by A and B covers": the verb has its subject at the front.
        return not is_mark(items[start - 1], "IN")
    if not before:
        # "With A and B leaving" is no list; "the deal between A and B covers" has a subject before its preposition.
        return (
            start > 0
            and is_mark(items[start - 1], "IN")
            and not any(isinstance(item, NounPhrase) for item in items[: start - 1])
        )
    last = items[start - 1]
    return (not (isinstance(last, VerbGroup) and last.lemma in REPORTING) and not isinstance(last, Mark)) or is_mark(
        last, "IN"
    )
