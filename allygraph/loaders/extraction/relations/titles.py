"""The words of titles and roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


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
    verbs: Mapping[str, str]


@cache
def role_words() -> RoleWords:
    """The words of roles."""
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("titles.yaml").read_text(encoding="utf-8"))
    lists = {
        name: frozenset(data[name])
        for name in ("heads", "before", "serve", "appoint", "appointments", "leave", "outside")
    }
    return RoleWords(**lists, verbs=MappingProxyType(data["verbs"]))
