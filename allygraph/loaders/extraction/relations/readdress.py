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
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.halts import STOPPING
from allygraph.loaders.extraction.relations.roster import SELF_NAMES

_FIRST = re.compile(r"[\s\"“*•–-]*(?P<word>Its|It)\b(?!\s+(?:is|was|remains|seems|appears|will be|would be)\b)")
_SELF_NAMED = re.compile(rf"^(?:the )?(?:{SELF_NAMES})$", re.IGNORECASE)
_DEFINED = re.compile(r"\b[Tt]he Company\b(?! of\b)")
#: Common nouns that are part of a name more often than they describe one.
_TITLED = frozenset(
    {"group", "league", "foundation", "university", "institute", "alliance", "consortium", "association", "federation"}
    | {"initiative", "council", "ministry", "commission", "agency"}
)
_DESCRIBED = re.compile(
    r"The (?:[A-Z][\w.]*[ -])+?(?:based|headquartered) (?:[a-z-]+ ){0,3}?"
    r"(?P<noun>airline|carrier|bank|lender|insurer|start-up|startup|exchange|company|firm|group|maker|carmaker|drugmaker"
    r"|retailer|miner|operator|broker|platform|developer|supplier|producer|manufacturer|fund|club|charity|university"
    r"|institute|publisher|studio|utility|refiner|brewer|fintech|neobank)\b(?!-| [a-z]+(?:er|or|ion)s?\b)"
)
_THE_TITLED = re.compile(
    rf"\b[Tt]he (?P<word>{'|'.join(sorted(_TITLED))})\b"
    r"(?= (?:[A-Z]{3} |has|is|was|will|said|and|or|in|on|at|to|for|with|by)|['’.,;:]|$)"
)
_SCORE = 0.85
#: Whoever is the object of these does what their infinitive says.
_TELLING = frozenset({"order", "instruct", "direct", "force", "require", "compel", "forbid", "allow", "permit", "bar"})


def readdressed(
    slots: Sequence[Slot],
    passage: Passage,
    main: str | None,
    subject: Slot | None,
    described: Slot | None,
    context: Context,
) -> list[Slot]:
    """The slots of a passage, read again.

    "The Company" is the one the document calls so (`main`); "its" at the front goes with the only subject of the
    sentence before (`subject`), "the Oslo-based lender" with the only firm of it (`described`).
    """
    kept = [_as_titled(_as_defined(slot, main), context) for slot in slots]
    if main is not None:
        kept = _with_defined(kept, passage, main)
    kept = _with_titled(kept, passage, context)
    if described is not None:
        kept = _with_described(kept, passage, described)
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
    rest = [slot for slot in kept if slot.start >= end]
    if known is not None:
        # What the first pronoun was taken for, the others of the sentence were too.
        rest = [
            replace(slot, entities=subject.entities, kind=subject.kind)
            if slot.reference and slot.entities == known.entities and slot.text.lower() in {"it", "its"}
            else slot
            for slot in rest
        ]
    return [first, *rest]


def _with_described(slots: list[Slot], passage: Passage, subject: Slot) -> list[Slot]:
    """The slots, with one for "The Oslo-based lender" at the front, where the sentence before was of one body only."""
    match = _DESCRIBED.match(passage.text)
    if match is None:
        return slots
    start, end = passage.start + match.start("noun"), passage.start + match.end("noun")
    if any(slot.start < end and start < slot.end for slot in slots):
        return slots
    own = Slot(subject.entities, subject.kind, match["noun"], start, end, True, _SCORE)
    return sorted([*slots, own], key=lambda slot: slot.start)


def alone(parse: Parse, subject: Slot | None, context: Context) -> bool:
    """True where a sentence names no firm besides its subject, other than as an owner: "B's rival"."""
    for place, token in enumerate(parse.tokens):
        slot = token.slot
        if slot is None or slot.kind != "Organisation" or (subject is not None and _same(slot, subject)):
            continue
        owns = place + 1 < len(parse.tokens) and parse.tokens[place + 1].tag == "POS"
        if not owns and not is_authority(context.names_of(slot), slot.kind):
            return False
    return subject is not None


def _with_defined(slots: Sequence[Slot], passage: Passage, main: str) -> list[Slot]:
    """The slots, with one for each "the Company" that has none."""
    more = [
        Slot(
            (main,),
            "Organisation",
            match.group(),
            passage.start + match.start(),
            passage.start + match.end(),
            True,
            0.9,
        )
        for match in _DEFINED.finditer(passage.text)
    ]
    free = [own for own in more if all(slot.end <= own.start or own.end <= slot.start for slot in slots)]
    return sorted([*slots, *free], key=lambda slot: slot.start)


def _with_titled(slots: Sequence[Slot], passage: Passage, context: Context) -> list[Slot]:
    """The slots, with one for each "the league" that has none and is the last word of one body's name."""
    more = []
    for match in _THE_TITLED.finditer(passage.text):
        bodies = [body for body in _bearing(match["word"].lower(), context) if body in context.bodies]
        start, end = passage.start + match.start(), passage.start + match.end()
        if len(bodies) == 1 and all(slot.end <= start or end <= slot.start for slot in slots):
            more.append(Slot((bodies[0],), "Organisation", match.group(), start, end, True, _SCORE))
    return sorted([*slots, *more], key=lambda slot: slot.start)


def _bearing(word: str, context: Context) -> list[str]:
    """The entities with a name that ends in the word."""
    return [entity for entity, names in context.names.items() if any(n.lower().split()[-1:] == [word] for n in names)]


def _as_titled(slot: Slot, context: Context) -> Slot:
    """ "The league": the only body of the document that has the word for its last."""
    word = slot.text.split()[-1]
    if not slot.reference or word not in _TITLED or slot.text.lower() != f"the {word}":
        return slot
    bodies = _bearing(word, context)
    return replace(slot, entities=(bodies[0],)) if len(bodies) == 1 else slot


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
        told = _told(first, parse, slot) if first is not None else None
        if told is not None and token.start > told.end:
            token.slot = _meaning(slot, told)
        elif token.low == "its" and (owner := _among(token, slot, parse)) is not None:
            token.slot = _meaning(slot, owner[0]) if owner else None
        elif is_exchange(context.names_of(slot)) and not (subject is not None and _same(subject, slot)):
            token.slot = _meaning(slot, subject) if subject is not None and token.start > subject.end else None


def _among(token: Token, slot: Slot, parse: Parse) -> list[Slot] | None:
    """ "A counts B among its backers": A's and not B's; an empty list where A has no name, None for no such clause."""
    for group in parse.groups:
        inside = any(parse.tokens[phrase.start] is token for _, phrase in group.preps)
        if inside and any(_same(filler.slot, slot) for filler in fillers(group.object, parse.tokens)):
            return _bodies(group, parse)[:1]
    return None


def _front(parse: Parse) -> Slot | None:
    """ "Its shares trade": the one whose shares they are."""
    slot = parse.tokens[0].slot if parse.tokens else None
    return slot if slot is not None and slot.possessive else None


def _told(first: VerbGroup, parse: Parse, slot: Slot) -> Slot | None:
    """Who was told to do something, where the pronoun was taken for the one that told."""
    if first.lemma not in _TELLING or first.passive:
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
    acted = first is not None and first.lemma in _TELLING | STOPPING and not first.passive
    if not acted and not is_authority(context.names_of(subject), subject.kind):
        return subject
    others = {slot.entities: slot for slot in _concerned(parse, subject, context)}
    return next(iter(others.values())) if len(others) == 1 else subject if not others else None


def _concerned(parse: Parse, subject: Slot, context: Context) -> Iterable[Slot]:
    for token in parse.tokens:
        slot = token.slot
        known = slot is not None and slot.kind == "Organisation" and not _same(slot, subject)
        if slot is not None and known and not is_authority(context.names_of(slot), slot.kind):
            yield slot
