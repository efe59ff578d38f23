"""Who a noun phrase stands for, and what hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: What a company has or issues and acts through: "its new subsidiary received" is said of the company.
PART_NOUNS = frozenset(
    {
        "subsidiary",
        "unit",
        "arm",
        "division",
        "business",
        "affiliate",
        "operation",
        "team",
        "department",
        "share",
        "stock",
        "token",
        "security",
        "fund",
        "parent",
        "management",
        "board",
        "desk",
        "bond",
        "group",
        "platform",
        "product",
        "service",
        "payment",
    }
)


#: Nouns that the name before them names: "the Maven brand", "the Klaytn blockchain platform".
NAMED_NOUNS = frozenset(
    {
        "group",
        "chain",
        "club",
        "newspaper",
        "magazine",
        "airline",
        "brand",
        "platform",
        "app",
        "blockchain",
        "network",
        "protocol",
        "token",
        "programme",
        "program",
        "cryptocurrency",
        "currency",
        "exchange",
        "project",
        "initiative",
        "marketplace",
        "ecosystem",
        "system",
        "technology",
        "vehicle",
        "drug",
        "vaccine",
        "software",
        "chip",
        "processor",
        "coin",
        "stablecoin",
        "wallet",
        "solution",
        "car",
        "aircraft",
    }
)


#: Nouns that are no kind of product: "the Calmex price" is not Calmex.
ABSTRACT_NOUNS = frozenset(
    {
        "price",
        "launch",
        "sale",
        "user",
        "market",
        "deal",
        "partnership",
        "holder",
        "community",
        "team",
        "developer",
        "maker",
        "chief",
        "founder",
        "summit",
        "agreement",
        "contract",
        "order",
        "trial",
        "customer",
        "partner",
        "owner",
        "investor",
        "patent",
        "name",
        "trademark",
        "version",
        "release",
        "announcement",
        "rival",
        "competitor",
        "alliance",
        "blog",
        "website",
    }
)


#: What a person with a role calls his or her own.
OWN_BODIES = frozenset(
    {
        "company",
        "firm",
        "group",
        "bank",
        "fund",
        "foundation",
        "agency",
        "airline",
        "blockchain",
        "platform",
        "exchange",
    }
    | {"start-up", "startup", "business", "organisation", "organization", "consortium", "ministry", "university"}
)


#: "The C instruction set", "the C product line": one more noun may stand between.
_SETS = frozenset(
    {"set", "line", "family", "suite", "range", "series", "stack", "standard", "architecture", "platform"}
)


#: How sure it is that a part stands for its whole.
_PART_SCORE = 0.75


@dataclass(frozen=True, slots=True)
class Filler:
    """A slot that fills an argument; `score` below 1 where it stands there only by inference.

    `part` is true where a part ("its fund") stands for the whole.
    `owner` is whose it is ("the maker's new van"): it fills the argument where the slot itself is of the wrong kind.
    """

    slot: Slot
    score: float = 1.0
    owner: Slot | None = None
    part: bool = False


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A noun without its plural ending, roughly: as good as looking words up needs."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def fillers(phrase: NounPhrase | None, tokens: Sequence[Token], depth: int = 0) -> list[Filler]:
    """Who a noun phrase stands for: its name, the names of its list, what it explains, or whose part it is."""
    if phrase is None or depth > 4:
        return []
    if len(phrase.members) > 1:
        whole = [
            filler
            for index, member in enumerate(phrase.members)
            for filler in _member(phrase, index, member, tokens, depth)
        ]
        if whole or phrase.apposed_to is None:
            return whole
        return fillers(phrase.apposed_to, tokens, depth + 1)
    return _single(phrase, tokens, depth)


def _member(phrase: NounPhrase, index: int, member: NounPhrase, tokens: Sequence[Token], depth: int) -> list[Filler]:
    found = _single(member, tokens, depth)
    inner = 0 < index < len(phrase.members) - 1
    first = tokens[member.start].slot
    if (
        inner
        and first is not None
        and first.kind == "Place"
        and tokens[member.start + 1].tag == "POS"
        and member.end - member.start == 3
    ):
        # "A, China's B, and C": B may only explain A.
        return [Filler(filler.slot, 0.3) for filler in found]
    return found


def _single(phrase: NounPhrase, tokens: Sequence[Token], depth: int) -> list[Filler]:
    head = tokens[phrase.head]
    if head.slot is not None:
        owner = possessor(phrase, phrase.head, tokens)
        return [Filler(head.slot, head.slot.score, owner)] if tokens[phrase.end - 1].tag != "POS" else []
    word = singular(head.low)
    own_name = modifiers(phrase, phrase.head, tokens)[-1:] if word in PART_NOUNS | NAMED_NOUNS else []
    if own_name and (word in NAMED_NOUNS or possessor(phrase, phrase.head, tokens) is not None):
        return [Filler(own_name[0], own_name[0].score * 0.95, possessor(phrase, phrase.head, tokens))]
    place = phrase.head - 1
    if place > phrase.start and tokens[place].tag == "N" and word in _SETS:
        place -= 1
    before = tokens[place].slot if place >= phrase.start else None
    if (
        before is not None
        and before.kind == "Product"
        and (tokens[phrase.start].tag in {"DT", "PS"} or possessor(phrase, phrase.head, tokens) is not None)
        and head.tag == "N"
        and word not in ABSTRACT_NOUNS
    ):
        return [Filler(before, before.score * 0.9, possessor(phrase, phrase.head, tokens))]
    for other in (phrase.named, phrase.apposed_to):
        found = fillers(other, tokens, depth + 1)
        if found:
            return found
    return _whose(phrase, word, tokens)


def _whose(phrase: NounPhrase, word: str, tokens: Sequence[Token]) -> list[Filler]:
    """ "A's new unit" stands for A, "his firm" for that of which he is an officer."""
    owner, head = possessor(phrase, phrase.head, tokens), tokens[phrase.head]
    if owner is not None and owner.kind == "Person" and word in OWN_BODIES:
        own = replace(owner, text=head.text, start=head.start, end=head.end)
        return [Filler(own, _PART_SCORE * owner.score)]
    if owner is not None and owner.kind == "Organisation" and word in PART_NOUNS:
        return [Filler(owner, _PART_SCORE * owner.score, part=True)]
    return []


def possessor(phrase: NounPhrase, before: int, tokens: Sequence[Token]) -> Slot | None:
    """The slot whose "'s" stands before token `before` in the phrase, the nearest one."""
    for place in range(before - 1, phrase.start, -1):
        if tokens[place].tag == "POS" and tokens[place - 1].slot is not None:
            return tokens[place - 1].slot
    return None


def modifiers(phrase: NounPhrase, before: int, tokens: Sequence[Token]) -> list[Slot]:
    """The slots that stand before token `before` in the phrase with no "'s" behind them."""
    found = []
    for place in range(phrase.start, before):
        slot = tokens[place].slot
        if slot is not None and tokens[place + 1].tag not in {"POS", "HYP"}:
            found.append(slot)
    return found
