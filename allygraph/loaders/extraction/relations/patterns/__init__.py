"""The patterns of all relations, read from one YAML file each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml
from allygraph.graph.model import Status

__all__ = ["Frame", "HyphenPattern", "Patterns", "PrepPattern", "patterns"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a trigger word names the ends of a relation.

    `subject`, `object`, `pairs` list argument names, tried in order; `pairs` takes both ends from one list. Verbs know
    subj and obj (of either voice), ends (both), subj_named (not "members include"), subj_via ("through its vehicle B"),
    makers ("jointly with B"), investors, obj_poss, obj_of, obj_mod, second, purpose, gov_subj and prepositions
    ("on_within" looks inside the phrase); nouns know self, selves (not by example), poss, mod, compound, subj (of the
    verb whose object the noun is), joint, jointly, parties, around, gainer, relative, clause and prepositions; both
    know topic (the group spoken of before) and focus (the organisation). The other fields are conditions. `weight` is
    the confidence of a claim.
    """

    relation: str
    weight: float
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    object_kinds: tuple[str, ...] = ()
    with_object: tuple[str, ...] = ()
    with_second: tuple[str, ...] = ()
    with_subject: tuple[str, ...] = ()
    with_money: bool = False
    with_set: bool = False
    no_object: bool = False
    has_object: bool = False
    money_object: bool = False
    goods: bool = False
    needs: tuple[str, ...] = ()
    as_: tuple[str, ...] = ()
    control: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    stative: bool = False
    joint: bool = False
    group: bool = False
    article: bool = False
    authority: bool = False
    exchange: bool = False
    modifier: bool = False
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class HyphenPattern:
    """What follows a name with a hyphen: "-based". `reverse` makes the name the object."""

    relation: str
    weight: float
    reverse: bool = False
    mod_kinds: tuple[str, ...] = ()
    head_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrepPattern:
    """A preposition that names a relation between the subject of its clause and its own phrase."""

    relation: str
    weight: float
    reverse: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Patterns:
    """Frames by verb and by noun, patterns by hyphened word, by preposition and by the kinds of owner and owned."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    hyphens: Mapping[str, tuple[HyphenPattern, ...]]
    preps: Mapping[str, tuple[PrepPattern, ...]]
    possessives: Mapping[tuple[str, str], tuple[str, float]]


_FIELDS = frozenset(field.name for field in fields(Frame))


@cache
def patterns() -> Patterns:
    """Every pattern, indexed by the word that triggers it. Raises ValueError on a key that no pattern knows."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    hyphens: dict[str, list[HyphenPattern]] = {}
    preps: dict[str, list[PrepPattern]] = {}
    possessives: dict[tuple[str, str], tuple[str, float]] = {}
    for name in sorted(entry.name for entry in files(__package__).iterdir() if entry.name.endswith(".yaml")):
        data: dict[str, Any] = read_yaml(__package__, name)
        relation = data["relation"]
        for part, index in (("verbs", verbs), ("nouns", nouns)):
            for entry in data.get(part) or ():
                frames = _frames(relation, part, entry)
                for word in entry[part]:
                    index.setdefault(str(word), []).extend(frames)
        for entry in data.get("hyphens") or ():
            words = entry.pop("words")
            for word in words:
                hyphens.setdefault(word, []).append(HyphenPattern(relation, **_frozen(entry)))
        for entry in data.get("preps") or ():
            words = entry.pop("preps")
            for word in words:
                preps.setdefault(word, []).append(PrepPattern(relation, **_frozen(entry)))
        bare = data.get("possessive")
        if bare:
            possessives[bare["owner"], bare["owned"]] = relation, bare["weight"]
    return Patterns(_sealed(verbs), _sealed(nouns), _sealed(hyphens), _sealed(preps), MappingProxyType(possessives))


def _sealed(index: Mapping[str, list[Any]]) -> Mapping[str, tuple[Any, ...]]:
    return MappingProxyType({word: tuple(found) for word, found in index.items()})


def _frozen(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _frames(relation: str, part: str, entry: Mapping[str, Any]) -> list[Frame]:
    shared = {key: value for key, value in entry.items() if key not in {part, "frames"}}
    frames = []
    for own in entry["frames"]:
        values = {("as_" if key == "as" else key): value for key, value in {**shared, **own}.items()}
        unknown = values.keys() - _FIELDS
        if unknown:
            raise ValueError(
                f"The pattern of {relation} for {entry[part]} has unknown keys {sorted(unknown)}; "
                f"known are {sorted(_FIELDS)}."
            )
        frames.append(Frame(relation, **_frozen(values)))
    return frames
