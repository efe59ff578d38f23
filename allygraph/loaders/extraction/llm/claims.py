"""From the facts a model states to claims: each with its evidence, character by character, or left out and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from allygraph.graph.kinds import relation_kinds
from allygraph.loaders.extraction.llm.answer import MALFORMED, SaidFact
from allygraph.loaders.extraction.llm.evidence import Ends, EvidenceFinder
from allygraph.loaders.extraction.llm.folding import FoldedText
from allygraph.loaders.extraction.protocol import FoundClaim, FoundEntity
from allygraph.loaders.extraction.qualifiers.amounts import find_amounts
from allygraph.loaders.extraction.qualifiers.likelihood import find_likelihoods

#: Stated constants, not probabilities of the model: few servers give these, and none for a fact as a whole. The first
#: is for one sentence that holds words for both ends, the second where it takes several to have them.
CONFIDENCE = 0.8
CONFIDENCE_ACROSS = 0.6
_NUMBER = re.compile(r"\d[\d.,]*")
#: Powers of ten that words stand for: thousand, 万, lakh, million, crore, 亿, billion, trillion.
_ZEROS = (0, 3, 4, 5, 6, 7, 8, 9, 12)

NOT_IN_TEXT = "claims with words that the text does not have"
NOT_NAMED = "claims on entities that the text does not name"
_OF_DEALS = frozenset({"PARTNERS_WITH", "JOINT_VENTURE_IN", "HALTS"})


class ClaimBuilder:
    """Builds the claims of one document. `dropped` counts what was left out, by reason."""

    def __init__(self, document: str, entities: Sequence[FoundEntity | None]) -> None:
        self.dropped: Counter[str] = Counter()
        self._document = document
        self._entities = entities
        self._finder = EvidenceFinder(document, entities)
        self._deals: dict[tuple[int, str], str] = {}

    def build(self, fact: SaidFact, part: FoldedText, places: Mapping[str, int], number: int) -> FoundClaim | None:
        """The claim of a fact that was found in part `number` of a document; `places` gives the entity of each id."""
        ends = [self._entity(places, identifier) for identifier in (fact.subject, fact.object, fact.counterpart)]
        subject, target, counterpart = ends
        if subject is None or target is None:
            self.dropped[NOT_NAMED] += 1
            return None
        if subject is target or not _fits(subject, fact.relation, target):
            self.dropped[f"claims {MALFORMED}"] += 1
            return None
        if counterpart is subject or counterpart is target:
            counterpart = None
        evidence = self._finder.find(fact, part, Ends(subject, target, counterpart))
        if evidence is None:
            self.dropped[NOT_IN_TEXT] += 1
            return None
        paid = fact.amount is not None and _is_stated(fact.amount, evidence.words)
        weighed = (found for _, _, found in find_likelihoods(evidence.words) if found.words.lower() == fact.likelihood)
        likely = next(weighed, None)
        return FoundClaim(
            subject=subject.id,
            predicate=fact.relation,
            object=target.id,
            subject_text=evidence.subject_text,
            object_text=evidence.object_text,
            passage=evidence.passage.index,
            start=evidence.start,
            end=evidence.end,
            counterpart=counterpart.id if counterpart and evidence.counterpart_text else None,
            counterpart_text=evidence.counterpart_text,
            polarity=fact.polarity,
            status=fact.status,
            date=fact.date,
            amount=fact.amount if paid else None,
            currency=fact.currency if paid else None,
            role=self._role(fact.role, part),
            likelihood_low=likely.low if likely else None,
            likelihood_high=likely.high if likely else None,
            likelihood_words=likely.words if likely else None,
            reliability=evidence.passage.reliability,
            confidence=CONFIDENCE if evidence.together else CONFIDENCE_ACROSS,
            deal=self._deal(fact, number),
        )

    def _entity(self, places: Mapping[str, int], identifier: str | None) -> FoundEntity | None:
        return self._entities[places[identifier]] if identifier is not None else None

    def _deal(self, fact: SaidFact, number: int) -> str | None:
        """A key of our own for the label of a deal, which means something within one part only."""
        if not fact.deal or fact.relation not in _OF_DEALS:
            return None
        return self._deals.setdefault((number, fact.deal), f"l{len(self._deals) + 1}")

    def _role(self, role: str | None, part: FoldedText) -> str | None:
        """The role as the text has it; None where it does not."""
        span = next(part.find(role), None) if role else None
        return " ".join(self._document[slice(*span)].split()) if span else None


def _fits(subject: FoundEntity, relation: str, target: FoundEntity) -> bool:
    """Whether a relation may run between entities of these kinds."""
    kind = relation_kinds()[relation]
    return subject.kind in kind.subject and target.kind in kind.object


def _is_stated(amount: float, words: str) -> bool:
    """Whether the text has the amount: as a sum we can read, or as digits beside words for zeros that we cannot."""
    read = find_amounts(words)
    if any(abs(amount - span.value) <= amount * 1e-9 for span in read):
        return True
    for match in _NUMBER.finditer(words):
        if any(span.start < match.end() and match.start() < span.end for span in read):
            continue
        digits = match.group().rstrip(".,")
        for text in (digits.replace(",", ""), digits.replace(".", "").replace(",", ".")):
            try:
                number = float(text)
            except ValueError:
                continue
            if any(abs(amount - number * 10.0**zeros) <= amount * 1e-9 for zeros in _ZEROS):
                return True
    return False
