"""What may be the same entity: a key with its names, and the blocks in which keys meet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allygraph.graph.model import Kind
from allygraph.graph.names import acronym_key, acronyms, latin_name, name_keys, normal_name

#: Shorter runs of initials are too common to meet by.
SHORTEST_ACRONYM = 3
LONGEST_ACRONYM = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A key with every name it bears; `documents` counts those that use it."""

    key: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    documents: int = 1

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the main one first."""
        return (self.name, *self.aliases)


@cache
def generic_words() -> frozenset[str]:
    """Words that by themselves name nobody, in lower case."""
    lines = files(__package__).joinpath("generic_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def distinctive(words: list[str]) -> list[str]:
    """The words that are not generic, in order."""
    return [word for word in words if word not in generic_words()]


def acronym_form(name: str) -> str | None:
    """The capitals of a name that looks like an acronym ("PBoC" gives PBOC); None for any other."""
    text = name.replace(".", "").strip()
    capitals = sum(letter.isupper() for letter in text)
    if not text.isalnum() or not 2 <= len(text) <= LONGEST_ACRONYM or capitals < 2 or 2 * capitals < len(text):
        return None
    return text.upper()


def syllabic(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of the words of a name, some words giving several.

    Every word gives one or more letters, in order; small words and the last one (where it stands) may give none, as in
    FINTRAC. O(letters x words).
    """
    words = [word for word in normal_name(name).upper().split() if len(word) > 3 or not word.isalpha()]
    if len(words) < 3:
        return False
    reached = {0}
    ends: list[set[int]] = [reached]
    for word in words:
        reached = {
            place + length
            for place in reached
            for length in range(1, len(word) + 1)
            if acronym.startswith(word[:length], place)
        }
        ends.append(reached)
    return len(acronym) in ends[-1] or len(acronym) in ends[-2]


def block_keys(candidate: Candidate) -> frozenset[str]:
    """The blocks of a candidate: two that share none are never compared."""
    keys: set[str] = set()
    for name in candidate.names:
        plain = latin_name(name, candidate.kind)
        keys |= set(name_keys(name, candidate.kind))
        if candidate.kind == "Person":
            keys |= _person_keys(plain)
        elif candidate.kind in ("Organisation", "Product"):
            keys |= _organisation_keys(name, plain)
    return frozenset(keys)


def _person_keys(plain: str) -> set[str]:
    words = plain.split()
    if len(words) < 2:
        return set()
    return {f"person:{words[-1]} {words[0][0]}", f"person:{' '.join(sorted(words))}"}


def _organisation_keys(name: str, plain: str) -> set[str]:
    keys = {acronym_key(form) for form in acronyms(name) if len(form) >= SHORTEST_ACRONYM}
    words = plain.split()
    acronym = acronym_form(name)
    if acronym and len(acronym) >= SHORTEST_ACRONYM:
        keys.add(acronym_key(acronym))
    if (acronym and len(acronym) >= 5) or len(words) >= 4:
        keys.add(f"syllables:{plain[:3]}")
    keys.update(f"first:{word}" for word in distinctive(words)[:1])
    return keys
