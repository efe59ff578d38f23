"""The word lists that names are recognised by, read once from `data/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rigour.territories import get_territories

from allygraph.graph.data_files import read_yaml
from allygraph.graph.model import Kind

#: Endings that mark an English word which is not in the list; names hardly ever have them.
_COMMON_ENDINGS = (
    *("ly", "ness", "ments", "tions", "tional", "ings", "ization", "isation", "ities", "ical", "fully"),
    *("ural", "mental"),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes. Names of people, peoples, places and the `known_` names keep their case; the rest is in lower case.

    `places`, `known_organisations` and `known_products` map a name to the main name that it is one with.
    `classes` holds the small classes of `vocabulary.yaml`.
    """

    common: frozenset[str]
    function: frozenset[str]
    not_names: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    demonyms: frozenset[str]
    places: Mapping[str, str]
    known_organisations: Mapping[str, str]
    known_products: Mapping[str, str]
    generic_bodies: frozenset[str]
    classes: Mapping[str, frozenset[str]]

    def is_common(self, word: str) -> bool:
        """Whether `word` (lower case) is an ordinary English word, by list or by ending."""
        return word in self.common or word in self.function or (len(word) > 6 and word.endswith(_COMMON_ENDINGS))

    def is_not_name(self, word: str) -> bool:
        """Whether a word with capitals names no one: months, generic acronyms (also their plural), headings."""
        low = word.casefold()
        return low in self.not_names or (low.endswith("s") and low[:-1] in self.not_names)


@cache
def lexicon() -> Lexicon:
    """All word lists; about 50 ms on the first call."""
    function = frozenset(_words("function_words.txt"))
    vocabulary: dict[str, str] = read_yaml(__package__, "data", "vocabulary.yaml")
    places = {place.name: place.name for place in get_territories() if "(" not in place.name and len(place.name) > 3}
    places |= _aliased("places.txt")
    places |= {main: main for main in set(places.values()) if main not in places}
    return Lexicon(
        common=frozenset(_inflected(_words("common_words.txt"))),
        function=function,
        not_names=frozenset(_words("not_names.txt")),
        given_names=frozenset(_words("first_names.txt")),
        surnames=frozenset(_words("surnames.txt")),
        demonyms=frozenset(
            word for line in _lines("demonyms.txt") for word in (line.split("|") if "|" in line else line.split())
        ),
        places=places,
        known_organisations=_aliased("known_organisations.txt"),
        known_products=_aliased("known_products.txt"),
        generic_bodies=frozenset(_lines("generic_bodies.txt")),
        classes={name: frozenset(words.split()) for name, words in vocabulary.items()},
    )


@cache
def cue_rules() -> tuple[tuple[str, Kind, float, frozenset[str]], ...]:
    """The rules of `cues.yaml`: where, kind, weight, words."""
    rows = read_yaml(__package__, "data", "cues.yaml")
    return tuple((where, kind, float(weight), frozenset(words.split())) for where, kind, weight, words in rows)


@cache
def weights() -> Mapping[str, float]:
    """The weights of `weights.yaml` by rule."""
    loaded: dict[str, float] = read_yaml(__package__, "data", "weights.yaml")
    return loaded


@cache
def reference_weights() -> Mapping[str, float]:
    """The weights of `reference.yaml` by rule."""
    loaded: dict[str, float] = read_yaml(__package__, "data", "reference.yaml")
    return loaded


def _read(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    return [line for line in _read(name).splitlines() if line.strip() and not line.startswith("#")]


def _words(name: str) -> Iterable[str]:
    return (word for line in _lines(name) for word in line.split())


def _aliased(name: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line in _lines(name):
        for entry in line.split(", "):
            form, _, main = entry.strip().partition("=")
            pairs[form] = main or form
    return pairs


def _inflected(bases: Iterable[str]) -> Iterable[str]:
    for base in bases:
        yield from (
            base,
            base + "st",
            base + "est",
            base + "s",
            base + "es",
            base + "ed",
            base + "ing",
            base + "er",
            base + "ers",
            base + "ly",
        )
        if base.endswith("e"):
            yield from (base[:-1] + "ing", base + "d", base + "r", base + "rs")
        elif base.endswith("y"):
            yield from (base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ily")
        elif len(base) < 8 and base[-1] in "bdgklmnprt":
            yield from (
                base + base[-1] + "ed",
                base + base[-1] + "ing",
                base + base[-1] + "er",
                base + base[-1] + "ers",
            )
