"""The words the tagger knows: closed classes, phrases, and the forms of verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml

VOWELS = frozenset("aeiou")
#: Verbs of two syllables that double their last letter; shorter ones follow from their shape.
_DOUBLED = frozenset(
    {
        "cancel",
        "control",
        "equip",
        "patrol",
        "commit",
        "admit",
        "permit",
        "submit",
        "refer",
        "transfer",
        "occur",
        "incur",
        "deter",
        "expel",
        "compel",
        "model",
        "label",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """`tags` word to tag, `phrases` words to (tag, joined text), `verbs` form to {(lemma, form)}.

    Forms: base, s, past, part (past participle), ing. `heads` holds the first words of phrases.
    """

    tags: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], tuple[str, str]]
    heads: frozenset[str]
    verbs: Mapping[str, Mapping[str, str]]
    intransitive: frozenset[str]
    never_verbs: frozenset[str]
    not_adverbs: frozenset[str]
    negative: frozenset[str]
    noun_verbs: frozenset[str]


@cache
def words(extra_verbs: tuple[str, ...] = ()) -> Words:
    """The word lists with the verbs that the patterns name besides."""
    folder = files(__package__)
    data: dict[str, Any] = read_yaml(__package__, "words.yaml")
    lines = folder.joinpath("verbs.txt").read_text(encoding="utf-8").splitlines()
    entries = [entry for line in lines if not line.startswith("#") for entry in line.split()]
    known = {entry.split(":")[0] for entry in entries}
    entries += [verb for verb in extra_verbs if verb not in known]
    tags = {str(word): tag for tag, group in data["tags"].items() for word in group}
    phrases = {tuple(p.split()): (tag, p) for tag, group in data["phrases"].items() for p in group}
    return Words(
        tags=MappingProxyType(tags),
        phrases=MappingProxyType(phrases),
        heads=frozenset(first for first, *_ in phrases),
        verbs=MappingProxyType(_verb_forms(entries)),
        intransitive=frozenset(data["intransitive"]),
        never_verbs=frozenset(data["never_verbs"]),
        not_adverbs=frozenset(data["not_adverbs"]),
        negative=frozenset(data["negative"]),
        noun_verbs=frozenset(data["noun_verbs"]),
    )


def _verb_forms(entries: Iterable[str]) -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for entry in entries:
        base, *irregular = entry.split(":")
        past, part = irregular if irregular else (_past(base), _past(base))
        for form, word in (("base", base), ("s", _third(base)), ("ing", _ing(base)), ("past", past), ("part", part)):
            # "found" is the past of find and a verb of its own: the first verb named keeps a form, except base forms.
            known = forms.setdefault(word, {})
            if form == "base" or form not in known:
                known[form] = base
    return forms


def _doubles(base: str) -> bool:
    if base in _DOUBLED:
        return True
    short = sum(letter in VOWELS for letter in base) == 1 and len(base) > 2
    return short and base[-1] not in VOWELS | set("wxyh") and base[-2] in VOWELS and base[-3] not in VOWELS


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in VOWELS else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"
