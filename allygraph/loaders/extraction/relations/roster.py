"""Who was said to hold which role in the sentences before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.slots import Slot

#: What a filing calls itself once it has given its name.
_SELF = frozenset({"the company", "company", "the group", "group", "the bank", "the issuer", "issuer", "registrant"})


@dataclass(slots=True)
class Roster:
    """`focus` is the organisation the sentences before were about, `main` the one the document calls "the Company".

    `held` gives the last role and body of each person, by entity.
    """

    main: str | None = None
    focus: Slot | None = None
    held: dict[str, Finding] = field(default_factory=dict)

    def note(self, findings: Iterable[Finding]) -> None:
        """Remember the roles among the findings of a sentence."""
        for finding in findings:
            if finding.relation == "HAS_ROLE" and finding.weight >= 0.5:
                for person in finding.subject.entities:
                    known = self.held.get(person)
                    if known is None or finding.role or known.role is None:
                        self.held[person] = finding

    def role_of(self, person: Slot) -> Finding | None:
        """The last role that a person was said to hold."""
        return next((self.held[entity] for entity in person.entities if entity in self.held), None)


def roster_of(names: Mapping[str, tuple[str, ...]]) -> Roster:
    """An empty roster for a document with these names of entities."""
    mains = [entity for entity, known in names.items() if any(name.lower() in _SELF for name in known)]
    return Roster(mains[0] if len(mains) == 1 else None)
