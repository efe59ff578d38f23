"""The labels of fact sheets and the headings of lists, and what each says of the names behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from allygraph.graph.data_files import read_yaml
from allygraph.graph.model import Status
from allygraph.loaders.extraction.relations.grammar.fillers import singular
from allygraph.loaders.extraction.relations.titles import role_words

LABEL = re.compile(r"(?:^|(?<=[;|•\n]))[\s*•–-]*(?P<label>[^\W\d_][\w /&'-]{1,38}?)\s*:(?=\s|$)")
_HEADING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?\s+|[*•–-]\s+)?(?P<label>[^\W\d_][\w /&'-]{2,40}?)\s*:?\s*$")
_LONGEST_HEADING = 60
#: Words before a label that say what became of what it lists.
_TIMES: Mapping[str, Status] = MappingProxyType(
    {
        "former": "ended",
        "past": "ended",
        "previous": "ended",
        "ex": "ended",
        "planned": "planned",
        "proposed": "planned",
        "future": "planned",
        "upcoming": "planned",
    }
)
#: Words before a label that change nothing of it.
_IDLE = frozenset({"current", "main", "key", "major", "principal", "selected", "notable", "other", "the", "our", "its"})
_NAMES = frozenset(
    {"legal name", "name", "company", "company name", "full name", "organisation", "organization", "firm"}
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of the names behind it; `names` is the end they are. `first` takes one name only.

    `role` is the role that a label such as "CEO" gives the persons behind it.
    """

    relation: str
    names: str
    kinds: tuple[str, ...]
    first: bool = False
    role: str | None = None
    status: Status | None = None


@cache
def _labels() -> Mapping[str, Label]:
    entries: list[dict[str, Any]] = read_yaml(__package__, "sheets.yaml")
    return MappingProxyType(
        {
            word: Label(entry["relation"], entry["names"], tuple(entry["kinds"]), entry.get("first", False))
            for entry in entries
            for word in entry["labels"]
        }
    )


def names_owner(words: str) -> bool:
    """True for the label behind which a sheet says whose it is: "Legal name"."""
    return words.lower() in _NAMES


def label_of(words: str) -> Label | None:
    """The label these words are: "Key competitors", "Headquarters", "Former chief executive"."""
    parts = words.lower().split()
    status: Status | None = None
    known = None if parts[0] in _TIMES else _known(parts)
    while known is None and len(parts) > 1 and parts[0] in _IDLE | _TIMES.keys():
        status = _TIMES.get(parts[0], status)
        parts = parts[1:]
        words = words.split(maxsplit=1)[1]
        known = _known(parts)
    if known is None:
        return None
    return replace(known, status=status, role=_role(words) if known.relation == "HAS_ROLE" else None)


def _known(parts: list[str]) -> Label | None:
    joined = " ".join([*parts[:-1], singular(parts[-1])])
    found = _labels().get(joined) or _labels().get(" ".join(parts))
    if found is None and _is_title(joined):
        return Label("HAS_ROLE", "subject", ("Person",))
    return found


def _is_title(words: str) -> bool:
    known = role_words()
    last = words.split()[-1]
    return last in known.heads and (" " not in words or all(word in known.before for word in words.split()[:-1]))


def _role(words: str) -> str | None:
    """The label as a role, where it is the title of one person or of each."""
    *before, last = words.split()
    own = " ".join([*before, singular(last.lower()) if last.lower().endswith("s") else last])
    return own if own.lower() not in _labels() else None


def heading_of(text: str) -> Label | None:
    """The label a line of its own puts over the lines that follow: "3. Principal subsidiaries"."""
    match = _HEADING.match(text) if len(text) < _LONGEST_HEADING else None
    return label_of(match["label"]) if match else None
