"""What the model is told: our instructions, the kinds of the graph, and a part of a document as marked data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from allygraph.graph.data_files import read_yaml
from allygraph.graph.kinds import RelationKind, entity_kinds, relation_kinds
from allygraph.graph.model import Document
from allygraph.graph.scales import LIKELIHOOD
from allygraph.loaders.extraction.llm.folding import replace_surrogates

_FORM = (
    '{"entities": [{"id", "type", "name", "mentions": []}], "facts": [{"subject", "relation", "object", "counterpart", '
    '"subject_text", "object_text", "polarity", "status", "date", "amount": {"value", "currency"}, "role", '
    '"likelihood", "deal", "evidence"}]}'
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """The two messages of a question."""

    system: str
    user: str

    @property
    def messages(self) -> list[dict[str, str]]:
        """The messages as the protocol wants them."""
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]


def prompt_for(document: Document, text: str) -> Prompt:
    """The question about a part of a document: its title, its day of publication and `text`.

    Title and text stand between lines with a mark that depends on them, so that no text can hold its own end.
    """
    words = _words()
    published = words["published"] if document.published else words["unpublished"]
    title = " ".join(replace_surrogates(document.title).split())
    clean = replace_surrogates(text)
    user = Template(words["user"]).substitute(
        published=Template(published).substitute(date=document.published),
        mark=hashlib.sha256(f"{title}\n{clean}".encode()).hexdigest()[:16],
        title=title,
        text=clean,
    )
    return Prompt(system_prompt(), user)


@cache
def system_prompt() -> str:
    """The instructions; the same for every text."""
    entities = [f"- {kind.name}: {kind.description}" for kind in entity_kinds().values()]
    notes: Mapping[str, str] = _words()["relation_notes"]
    relations = [_relation(kind, notes.get(kind.name, "")) for kind in relation_kinds().values()]
    return Template(_words()["system"]).substitute(
        entity_kinds="\n".join(entities),
        relations="\n".join(relations),
        likelihoods=", ".join(LIKELIHOOD),
        form=_FORM,
    )


def _relation(kind: RelationKind, note: str) -> str:
    arrow = "<->" if kind.symmetric else "->"
    ends = f"{_either(kind.subject)} {arrow} {_either(kind.object)}"
    carries = [name for name in kind.qualifiers if name == "amount"]
    parts = (f"- {kind.name} ({ends}):", kind.description, note, "May carry an amount." if carries else "")
    return " ".join(part for part in parts if part)


def _either(kinds: Sequence[str]) -> str:
    return " or ".join(kind for kind in kinds if kind in entity_kinds())


@cache
def _words() -> Mapping[str, Any]:
    words: dict[str, Any] = read_yaml(__package__, "prompt.yaml")
    return words
