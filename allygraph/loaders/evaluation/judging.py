"""One document judged: each fact right, wrong or missed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from allygraph.loaders.evaluation.matching import QUALIFIERS, Key, aligned, fact_key, same_value
from allygraph.loaders.evaluation.records import NOTHING, Record

#: Optional (a defensible reading) and denied (the engine read a denial) count neither for nor against.
Verdict = Literal["right", "wrong", "missed", "optional", "denied"]


@dataclass(frozen=True, slots=True)
class JudgedFact:
    """A fact with its verdict; `gold` is None where nothing asked for it, `said` where nothing was found.

    `key` has gold ids for its ends, '?' and the predicted id for an end that is no gold entity. `remark` says in words
    what stands in the way of a fact that is wrong or missed, and which qualifiers of a right one differ.
    """

    verdict: Verdict
    key: Key
    gold: Record | None
    said: Record | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """The gold facts of a document beside what was predicted; None where there is no prediction.

    `facts` in the order of the gold, then of the prediction. `stands_for` gives the gold entity of a predicted one.
    """

    name: str
    gold: Record
    predicted: Record | None
    stands_for: Mapping[str, str]
    facts: tuple[JudgedFact, ...]

    @property
    def found(self) -> Record:
        """The prediction, or an empty one."""
        return self.predicted or NOTHING

    @property
    def missed_entities(self) -> tuple[str, ...]:
        """The names of gold entities that no predicted one stands for."""
        found = frozenset(self.stands_for.values())
        return tuple(entity["name"] for entity in self.gold["entities"] if entity["id"] not in found)

    @property
    def wrong_entities(self) -> tuple[str, ...]:
        """The names of predicted entities that stand for none of the gold, or for one that another stood for before."""
        firsts: dict[str, str] = {}
        for found, gold in self.stands_for.items():
            firsts.setdefault(gold, found)
        right = frozenset(firsts.values())
        return tuple(entity["name"] for entity in self.found["entities"] if entity["id"] not in right)

    def fact_names(self, fact: JudgedFact) -> tuple[str, str]:
        """The names of subject and object; an id that no entity has stands for itself."""
        subject, object_ = self.ends(fact)
        return subject["name"], object_["name"]

    def ends(self, fact: JudgedFact) -> tuple[Record, Record]:
        """The entities that are subject and object, as the gold has them where it does; a bare id names itself."""
        record = fact.gold or fact.said or {}
        subject, object_ = (self._entity(record[end], of_gold=fact.gold is not None) for end in ("subject", "object"))
        return subject, object_

    def _entity(self, identifier: str, *, of_gold: bool) -> Record:
        meant = identifier if of_gold else self.stands_for.get(identifier)
        places = ((self.gold, meant), (self.found, None if of_gold else identifier))
        known = (entity for record, wanted in places for entity in record["entities"] if entity["id"] == wanted)
        return next(known, {"id": identifier, "name": identifier})


def judge(name: str, gold: Record, predicted: Record | None) -> JudgedDocument:
    """Judges the prediction for one document. Of facts with one key the first predicted and the last gold one count."""
    found = predicted or NOTHING
    stands_for = aligned(found["entities"], gold["entities"])
    asked = {fact_key(fact): fact for fact in gold["facts"]}
    optional = {fact_key(fact): fact for fact in gold.get("optional_facts", ()) if fact_key(fact) not in asked}
    said = _first(found["facts"], stands_for)
    denied = _first(found.get("denied_facts", ()), stands_for)
    names = {entity["id"]: entity["name"] for entity in gold["entities"]}
    names |= {f"?{entity['id']}": entity["name"] for entity in found["entities"]}
    facts = [*_asked(asked, said, denied, names, frozenset(stands_for.values()))]
    for key, fact in said.items():
        if key in optional:
            facts.append(JudgedFact("optional", key, optional[key], fact, "a defensible reading"))
        elif key not in asked:
            facts.append(JudgedFact("wrong", key, None, fact, _why_wrong(key, asked, names)))
    facts += [JudgedFact("denied", key, None, fact) for key, fact in denied.items() if key not in asked | said]
    return JudgedDocument(name, gold, predicted, stands_for, tuple(facts))


def _first(facts: Iterable[Record], stands_for: Mapping[str, str]) -> dict[Key, Record]:
    firsts: dict[Key, Record] = {}
    for fact in facts:
        firsts.setdefault(fact_key(fact, stands_for), fact)
    return firsts


def _asked(
    asked: Mapping[Key, Record],
    said: Mapping[Key, Record],
    denied: Mapping[Key, Record],
    names: Mapping[str, str],
    found: frozenset[str],
) -> Iterator[JudgedFact]:
    for key, fact in asked.items():
        if key in said:
            yield JudgedFact("right", key, fact, said[key], "; ".join(_differing(fact, said[key])))
        else:
            remark = "read as a denial" if key in denied else _why_missed(key, said, names, found)
            yield JudgedFact("missed", key, fact, None, remark)


def _differing(wanted: Record, said: Record) -> Iterator[str]:
    for name in QUALIFIERS:
        if wanted.get(name) and not same_value(said.get(name), wanted[name]):
            yield f"{name}: {_value(said.get(name))} instead of {_value(wanted[name])}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(str(value[key]) for key in ("value", "currency") if value.get(key) is not None)
    return "none" if value is None else str(value)


def _why_wrong(key: Key, asked: Mapping[Key, Record], names: Mapping[str, str]) -> str:
    strangers = [names.get(end, end) for end in dict.fromkeys((key[0], key[2])) if end.startswith("?")]
    if strangers:
        return f"no entity of the gold facts: {', '.join(strangers)}"
    return _nearly(key, asked, "the gold facts have", "it")


def _why_missed(key: Key, said: Mapping[Key, Record], names: Mapping[str, str], found: frozenset[str]) -> str:
    unfound = [names.get(end, end) for end in dict.fromkeys((key[0], key[2])) if end not in found]
    if unfound:
        return f"entity not found: {', '.join(unfound)}"
    return _nearly(key, said, "read as", "the same")


def _nearly(key: Key, others: Mapping[Key, Record], words: str, same: str) -> str:
    """The same two ends, otherwise related."""
    subject, relation, object_ = key
    if (object_, relation, subject) in others:
        return f"{words} {same}, the other way round"
    near = sorted({other[1] for other in others if {other[0], other[2]} == {subject, object_}})
    return f"{words} {', '.join(near)} between them" if near else ""
