"""The words of titles and roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The word lists of `titles.yaml`; `verbs` maps a verb to the role it means."""

    heads: frozenset[str]
    before: frozenset[str]
    serve: frozenset[str]
    appoint: frozenset[str]
    appointments: frozenset[str]
    leave: frozenset[str]
    outside: frozenset[str]
    relatives: frozenset[str]
    former: frozenset[str]
    coming: frozenset[str]
    passing: frozenset[str]
    linked: frozenset[str]
    public: frozenset[str]
    inside: frozenset[str]
    verbs: Mapping[str, str]


@cache
def role_words() -> RoleWords:
    """The words of roles."""
    data: dict[str, Any] = read_yaml(__package__, "titles.yaml")
    lists = {
        field.name: frozenset(str(word) for word in data[field.name])
        for field in fields(RoleWords)
        if field.name != "verbs"
    }
    return RoleWords(**lists, verbs=MappingProxyType(data["verbs"]))
