"""Words that stand for a name, given to another one where the sentences around them leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from allygraph.graph.model import Passage
from allygraph.loaders.extraction.relations.authorities import is_authority, is_exchange
from allygraph.loaders.extraction.relations.fitting import Context
from allygraph.loaders.extraction.relations.grammar.fillers import fillers
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import VerbGroup
from allygraph.loaders.extraction.relations.grammar.slots import Slot

_FIRST = re.compile(r"[\s\"“*•–-]*(?P<word>Its|It)\b(?!\s+(?:is|was|remains|seems|appears|will be|would be)\b)")
_SELF_NAMED = re.compile(r"^(?:the )?(?:Company|Group|Bank|Issuer|Registrant|Corporation|Fund)$", re.IGNORECASE)
_SCORE = 0.85
#: Whoever is the object of these does what their infinitive says.
_TELLING = frozenset(
    {"order", "tell", "instruct", "direct", "force", "require", "compel", "ask", "urge", "warn", "allow", "permit", "bar"}
)


def readdressed(slots: Sequence[Slot], passage: Passage, main: str | None, subject: Slot | None) -> list[Slot]:
    """The slots of a passage, read again.

    "The Company" is the one the document calls so (`main`); "its" at the front goes with the only subject of the
    sentence before (`subject`).
    """
    kept = [_as_defined(slot, main) for slot in slots]
    match = _FIRST.match(passage.text)
    if match is None or subject is None:
        return kept
    start, end = passage.start + match.start("word"), passage.start + match.end("word")
    if any(slot.start < end and start < slot.end and not slot.reference for slot in kept):
        return kept
    word = match["word"]
    known = next((slot for slot in kept if slot.start == start), None)
    if known is None and word == "It":
        return kept
    first = Slot(subject.entities, subject.kind, word, start, end, True, _SCORE, word == "Its")
    return [first, *(slot for slot in kept if slot.start >= end)]


def _as_defined(slot: Slot, main: str | None) -> Slot:
    if main is None or not slot.reference or not slot.text[:4].istitle() or not _SELF_NAMED.match(slot.text):
        return slot
    return replace(slot, entities=(main,), kind="Organisation") if slot.text.split()[-1][0].isupper() else slot


def mend(parse: Parse, context: Context) -> None:
    """Give the pronouns of a sentence that cannot mean whom they were taken for to whom they mean.

    "A shares trade on B and its owner is C": not B's. "B ordered A to drop the coin it made": A's.
    """
    first = next((group for group in parse.groups if group.form == "finite"), None)
    whole = _bodies(first, parse)
    subject = whole[0] if len(whole) == 1 else _front(parse)
    for token in parse.tokens:
        slot = token.slot
        if slot is None or not slot.reference or token.low not in {"it", "its"} or slot.kind != "Organisation":
            continue
        told = _told(first, parse, slot, context) if first is not None else None
        if told is not None and token.start > told.end:
            token.slot = _meaning(slot, told)
        elif is_exchange(context.names_of(slot)) and not (subject is not None and _same(subject, slot)):
            token.slot = _meaning(slot, subject) if subject is not None and token.start > subject.end else None


def _front(parse: Parse) -> Slot | None:
    """ "Its shares trade": the one whose shares they are."""
    slot = parse.tokens[0].slot if parse.tokens else None
    return slot if slot is not None and slot.possessive else None


def _told(first: VerbGroup, parse: Parse, slot: Slot, context: Context) -> Slot | None:
    """Whom an authority told to do something, where the pronoun was taken for the authority."""
    if first.lemma not in _TELLING or first.passive or not is_authority(context.names_of(slot), slot.kind):
        return None
    if not any(_same(teller, slot) for teller in _bodies(first, parse)):
        return None
    found = [f.slot for f in fillers(first.object, parse.tokens) if f.slot.kind == "Organisation"]
    return found[0] if len(found) == 1 else None


def _bodies(group: VerbGroup | None, parse: Parse) -> list[Slot]:
    found = fillers(group.subject, parse.tokens) if group is not None else []
    return [filler.slot for filler in found if filler.slot.kind == "Organisation"]


def _same(one: Slot, other: Slot) -> bool:
    return bool(set(one.entities) & set(other.entities))


def _meaning(slot: Slot, other: Slot) -> Slot:
    return replace(slot, entities=other.entities, kind=other.kind, score=min(slot.score, _SCORE))


def spoken_of(parse: Parse, context: Context) -> Slot | None:
    """The organisation a sentence is about: its subject, and of an authority's act the only one it concerns."""
    first = next((group for group in parse.groups if group.form == "finite"), None)
    found = fillers(first.subject, parse.tokens) if first is not None else []
    if len(found) != 1 or found[0].slot.kind != "Organisation":
        return None
    subject = found[0].slot
    if not is_authority(context.names_of(subject), subject.kind):
        return subject
    others = {slot.entities: slot for slot in _concerned(parse, subject, context)}
    return next(iter(others.values())) if len(others) == 1 else subject if not others else None


def _concerned(parse: Parse, subject: Slot, context: Context) -> Iterable[Slot]:
    for token in parse.tokens:
        slot = token.slot
        if slot is not None and slot.kind == "Organisation" and not _same(slot, subject):
            if not is_authority(context.names_of(slot), slot.kind):
                yield slot
