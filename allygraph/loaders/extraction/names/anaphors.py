"""Words that stand for a name: pronouns, and nominals such as "the company" or "both firms"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from allygraph.graph.data_files import read_yaml

Sort = Literal["it", "person", "speaker", "they", "nominal", "country", "city", "plural"]


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun or nominal. Offsets are characters of the passage; `nouns` are those the antecedent may be called by.

    `general` nominals ("the company") fit undescribed organisations too. `two`: exactly two are meant. `modified`:
    words stand before the noun ("the on-demand ride company").
    """

    text: str
    start: int
    end: int
    sort: Sort
    nouns: frozenset[str] = frozenset()
    general: bool = False
    two: bool = False
    modified: bool = False


@cache
def nominal_words() -> Mapping[str, Any]:
    """The word groups of `nominals.yaml`; `specific` maps a noun to all nouns of its groups."""
    loaded = read_yaml(__package__, "data", "nominals.yaml")
    specific: dict[str, frozenset[str]] = {}
    for line in loaded["specific"]:
        nouns = frozenset(line.split())
        for noun in nouns:
            specific[noun] = specific.get(noun, frozenset()) | nouns
    plain = {name: frozenset(line.split()) for name, line in loaded.items() if name != "specific"}
    return {**plain, "specific": specific}


def all_nouns() -> frozenset[str]:
    """Every noun that a nominal can have, singular."""
    words = nominal_words()
    return frozenset(
        words["general"] | words["specific"].keys() | words["country"] | words["city"] | words["authorities"]
    )


@cache
def _pattern() -> re.Pattern[str]:
    words = nominal_words()
    nouns = sorted(all_nouns() | {"central bank", "joint venture"}, key=len, reverse=True)
    single = "|".join(re.escape(noun) for noun in nouns)
    plural = "|".join(sorted((re.escape(noun) for noun in words["plural"]), key=len, reverse=True))
    modifier = rf"(?:(?!(?:{_NO_MODIFIER})\b)[\w-]+\s+){{0,3}}?"
    return re.compile(
        rf"\b(?P<pronoun>it|its|itself|i|my|myself|he|him|his|she|her|they|them|their)\b"
        rf"|\b(?P<two>both|the\s+two|these\s+two|the\s+pair)(?:\s+of\s+the)?(?:\s+(?P<twos>{plural}))?\b"
        rf"|\b(?:the|these|those)\s+(?P<plural>{plural})\b"
        rf"|\b(?:the|this|that)\s+(?P<modifier>{modifier})(?P<noun>{single})\b(?!-)",
        re.IGNORECASE,
    )


#: "It is likely that", "it is easy to": the pronoun stands for nothing.
_EMPTY_IT = re.compile(
    r"\s+(?:is|was|'s|\u2019s|will\s+be|would\s+be|may\s+be|has\s+been|seems|appears|remains|became|becomes)\s+(?:\w+\s+){0,4}?(?:that|to|if|whether|when)\b"
    r"|\s+(?:is|was)\s+(?:\w+ly\s+)?(?:likely|unlikely|possible|clear|unclear|important|necessary|time|worth|estimated|expected|believed|assessed|understood|reported)\b"
    r"|\s+(?:seems|appears|turns out|follows)\b",
    re.IGNORECASE,
)
#: Words that end a noun phrase, or make it a description ("the only startup", "the largest bank").
_NO_MODIFIER = (
    "of|in|on|at|to|for|from|with|by|and|or|but|the|a|an|is|was|are|were|will|would|can|could|has|have|had|that|which|who|as|than|its|their|his|her"
    r"|only|first|second|third|same|other|next|last|\w+est|most|entire|whole|sole|said|says"
)
#: What may follow a noun that stands for a name: a verb, a small word, a mark. Another noun or a name would go on.
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)\"\u201d\u2019'\u2013\u2014-])"
    r"|\s+(?:in|on|at|to|for|from|with|by|and|or|but|is|was|are|were|will|would|can|could|may|might|must|should|shall|has|have|had|did|does|as|than|said|told|also|then|now"
    r"|agreed|plans|hopes|made|got|took|won|lost|sold|bought|after|before|during|since|while|when|if|because|[a-z]+ed|[a-z]+ly|[a-z]{3,}s)\b(?!-)"
)
#: A definite noun phrase as a predicate names nothing before it.
_PREDICATE = re.compile(r"\b(?:is|was|as|are|were|be|become|becomes|became|remains|like)\s*$", re.IGNORECASE)


def find_anaphors(text: str) -> Iterator[Anaphor]:
    """The anaphors of a passage in reading order, without empty "it" and nominals that only describe."""
    words = nominal_words()
    for match in _pattern().finditer(text):
        whole, start, end = match.group(), match.start(), match.end()
        if pronoun := match.group("pronoun"):
            if (pronoun.isupper() and len(pronoun) > 1) or pronoun == "i":
                continue
            yield from _pronoun(pronoun, start, end, text)
        elif match.group("two") or match.group("plural"):
            if (
                match.group("two")
                and not match.group("twos")
                and not re.match(r"\s+(?:have|will|would|said|are|were|agreed|signed|had|plan)\b", text[end:])
            ):
                continue
            yield Anaphor(whole, start, end, "plural", two=bool(match.group("two")))
        else:
            yield from _nominal(match, text, words)


def _pronoun(pronoun: str, start: int, end: int, text: str) -> Iterator[Anaphor]:
    low = pronoun.casefold()
    if low == "it" and _EMPTY_IT.match(text, end):
        return
    if low in {"i", "my", "myself"}:
        if not text.startswith((".", "/", "-"), end) and not text.endswith((".", "/", "-"), 0, start):
            yield Anaphor(pronoun, start, end, "speaker")
        return
    sort: Sort = "it" if low in {"it", "its", "itself"} else "they" if low in {"they", "them", "their"} else "person"
    yield Anaphor(pronoun, start, end, sort)


def _nominal(match: re.Match[str], text: str, words: Mapping[str, Any]) -> Iterator[Anaphor]:
    start, end = match.start(), match.end()
    noun = "-".join(match.group("noun").casefold().split())
    if noun in words["country"] and not match.group("modifier"):
        if noun != "state":
            yield Anaphor(match.group(), start, end, "country")
        return
    if noun in words["city"] and not match.group("modifier"):
        yield Anaphor(match.group(), start, end, "city")
        return
    if not _ENDS.match(text, end) or _PREDICATE.search(text, max(0, start - 10), start):
        return
    general = noun in words["general"]
    nouns = words["specific"].get(noun, frozenset({noun})) if not general else frozenset({noun})
    yield Anaphor(
        match.group(), start, end, "nominal", frozenset(nouns), general, modified=bool(match.group("modifier"))
    )
