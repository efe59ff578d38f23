"""What a name says about its bearer: an authority, an exchange, a group with members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from allygraph.graph.data_files import read_yaml

_WORD = re.compile(r"[^\W_]+(?:'s)?")

#: Councils that govern or give money and have no members to join them.
_GRANTING = re.compile(r"\b(?:Research|City|County|Town|State|Privy|Funding)\s+Council\b")


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    data: dict[str, Any] = read_yaml(__package__, "authorities.yaml")
    return {name: frozenset(words) for name, words in data.items()}


def _has_word(name: str, table: str) -> bool:
    low = [word.lower() for word in _WORD.findall(name.replace("’", "'"))]
    pairs = {" ".join(pair) for pair in pairwise(low)}
    return bool(_tables()[table] & (set(low) | pairs))


def is_authority(names: Iterable[str], kind: str) -> bool:
    """True for places and for organisations with an official name."""
    return kind == "Place" or any(name in _tables()["acronyms"] or _has_word(name, "words") for name in names)


def is_exchange(names: Iterable[str]) -> bool:
    """True where a name is that of a market."""
    return any(_has_word(name, "exchanges") for name in names)


def is_group(names: Iterable[str]) -> bool:
    """True where a name is that of a body with members."""
    return any(_has_word(name, "groups") and not _GRANTING.search(name) for name in names)


def is_alliance(names: Iterable[str]) -> bool:
    """True where a name is surely that of a body with members: an alliance, not an institute or a group of firms."""
    known = [name for name in names if not _GRANTING.search(name)]
    return any(group_word(word) and word != "group" for name in known for word in name.lower().split())


def official_word(word: str) -> bool:
    """True for a common noun such as "regulator" that makes the name beside it an authority."""
    return word in _tables()["words"]


def market_word(word: str) -> bool:
    """True for a common noun such as "exchange"."""
    return word in _tables()["exchanges"]


def group_word(word: str) -> bool:
    """True for a common noun such as "consortium"."""
    return word in _tables()["groups"] - {"institute", "international", "foundation", "society", "community"}
