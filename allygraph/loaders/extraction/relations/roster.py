"""Who was said to hold which role in the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from allygraph.loaders.extraction.protocol import FoundEntity
from allygraph.loaders.extraction.relations.finding import Finding
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.titles import role_words

#: What a filing may call itself.
SELF_NAMES = "Company|Group|Bank|Issuer|Registrant|Corporation|Fund"
#: What a filing calls itself once it has given its name: (the "Company").
_SELF = re.compile(
    r"\((?:hereinafter |together |[\"“'‘][^()\"”]{1,40}[\"”'’],? (?:or|and) )?(?:the )?[\"“'‘](?:the )?"
    rf"(?:{SELF_NAMES})[\"”'’]"
)
#: No more characters than these stand between a name and what it calls itself.
_NEAR = 40


@dataclass(slots=True)
class Roster:
    """`focus` is the organisation the sentences before were about, `main` the one the document calls "the Company".

    `held` gives the last role and body of each person, by entity. `chosen` is the body to which the last person was
    elected or appointed, `current` that of the last role still held.
    """

    main: str | None = None
    focus: Slot | None = None
    held: dict[str, Finding] = field(default_factory=dict)
    chosen: Slot | None = None
    current: Slot | None = None

    def note(self, findings: Iterable[Finding]) -> None:
        """Remember the roles among the findings of a sentence."""
        for finding in findings:
            if finding.relation == "HAS_ROLE" and finding.weight >= 0.5:
                if finding.role and finding.status in {None, "active"}:
                    self.current = finding.object
                if finding.group is not None and finding.group.lemma in role_words().appoint:
                    self.chosen = finding.object
                for person in finding.subject.entities:
                    known = self.held.get(person)
                    if known is None or finding.role or known.role is None:
                        self.held[person] = finding

    def role_of(self, person: Slot) -> Finding | None:
        """The last role that a person was said to hold."""
        return next((self.held[entity] for entity in person.entities if entity in self.held), None)


def roster_of(text: str, entities: Iterable[FoundEntity]) -> Roster:
    """An empty roster for a document with these entities."""
    match = _SELF.search(text)
    if match is None:
        return Roster()
    ends = [
        (mention.end, entity.id)
        for entity in entities
        if entity.kind == "Organisation"
        for mention in entity.mentions
        if match.start() - _NEAR <= mention.end <= match.start()
    ]
    return Roster(max(ends)[1]) if ends else Roster()
