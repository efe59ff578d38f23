"""What two people share: one function per way two names can stand for one person, each giving the two names.

A name of one word names nobody across documents.
"""

from __future__ import annotations

from itertools import product

from allygraph.graph.names import latin_name, normal_name
from allygraph.loaders.resolution.candidates import Candidate
from allygraph.loaders.resolution.pairs import Pair, alphabetic, equal


def same_person(left: Candidate, right: Candidate) -> Pair | None:
    """A name of two or more words is equal."""
    return equal(_full(left), _full(right), lambda name, one: normal_name(name, one.kind), left, right)


def same_person_in_latin(left: Candidate, right: Candidate) -> Pair | None:
    """A name of two or more words is equal but for accents or an alphabet."""
    names = [tuple(name for name in _full(one) if alphabetic(name)) for one in (left, right)]
    return equal(names[0], names[1], lambda name, one: latin_name(name, one.kind), left, right)


def same_person_by_sound(left: Candidate, right: Candidate) -> Pair | None:
    """A name of two or more words is equal when Chinese or Japanese signs are read aloud."""
    return equal(_full(left), _full(right), lambda name, one: latin_name(name, one.kind), left, right)


def other_order(left: Candidate, right: Candidate) -> Pair | None:
    """The same words in another order: "Yang Zuoxing" and "Zuoxing Yang"."""
    names = [tuple(name for name in _full(one) if alphabetic(name)) for one in (left, right)]
    return equal(names[0], names[1], lambda name, one: " ".join(sorted(_latin(name, one))), left, right)


def initials(left: Candidate, right: Candidate) -> Pair | None:
    """Last names equal, the others equal or one the initial of the other; a middle name may be missing."""
    for one, other in product(_full(left), _full(right)):
        words, others = _latin(one, left), _latin(other, right)
        if words[-1] == others[-1] and _initial(words[0], others[0]):
            middle, others_middle = words[1:-1], others[1:-1]
            if not middle or not others_middle or all(map(_initial, middle, others_middle)):
                return one, other
    return None


def _full(person: Candidate) -> tuple[str, ...]:
    return tuple(name for name in person.names if len(_latin(name, person)) > 1)


def _latin(name: str, one: Candidate) -> list[str]:
    return latin_name(name, one.kind).split()


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))
