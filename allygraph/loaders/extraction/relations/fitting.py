"""Which fillers fit a frame: their kinds, and what their names say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.relations.authorities import (
    group_word,
    is_authority,
    is_exchange,
    is_group,
    market_word,
    official_word,
)
from allygraph.loaders.extraction.relations.finding import ends_fit
from allygraph.loaders.extraction.relations.grammar.fillers import Filler
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.patterns import Frame

#: Who buys a part has not bought the whole.
_OF_WHOLES = frozenset({"ACQUIRES", "OWNS", "DEVELOPS", "MEMBER_OF"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a pattern may know beyond the sentence: the names of each entity of the document.

    `focus` is the organisation that the sentences before were about, `group` the last body with members they named,
    `bodies` all organisations.
    """

    names: Mapping[str, tuple[str, ...]]
    focus: Slot | None = None
    group: Slot | None = None
    bodies: frozenset[str] = frozenset()

    def spoken_of(self, name: str, token: Token) -> list[Filler]:
        """The `topic` or the `focus` of the text, for which `token` stands here."""
        known = self.group if name == "topic" else self.focus
        if known is None:
            return []
        return [Filler(Slot(known.entities, known.kind, token.text, token.start, token.end, True, 0.85), 0.85)]

    def names_of(self, slot: Slot) -> list[str]:
        """All names of the entities a slot stands for, and its own words."""
        return [slot.text, *(name for entity in slot.entities for name in self.names.get(entity, ()))]


def fitting(
    frame: Frame, pairs: Sequence[tuple[Filler, Filler]], parse: Parse, context: Context
) -> Iterator[tuple[Filler, Filler]]:
    """The pairs of the right kinds; an owner stands in for what it owns where only the owner fits."""
    for one, written in pairs:
        other = _not_itself(one.slot, written, context)
        owners = [
            one if one.owner is None else Filler(one.owner, 0.8),
            other if other.owner is None else Filler(other.owner, 0.8),
        ]
        if other.part and frame.relation in _OF_WHOLES:
            continue
        for left, right in ((one, other), (one, owners[1]), (owners[0], other)):
            if _frame_fits(frame, left.slot, right.slot, parse, context):
                yield left, right
                break


def _not_itself(one: Slot, other: Filler, context: Context) -> Filler:
    """ "A supplies it with": not A, but the one spoken of before."""
    focus, slot = context.focus, other.slot
    same = slot.reference and slot.text.lower() in {"it", "them"} and set(one.entities) & set(slot.entities)
    if not same or focus is None or set(focus.entities) & set(one.entities):
        return other
    return Filler(Slot(focus.entities, focus.kind, slot.text, slot.start, slot.end, True, 0.75), 0.75)


def _frame_fits(frame: Frame, one: Slot, other: Slot, parse: Parse, context: Context) -> bool:
    if not ends_fit(
        frame.relation, one, other, frame.kinds, frame.object_kinds or (frame.kinds if frame.pairs else ())
    ):
        return False
    if frame.authority and not (is_authority(context.names_of(one), one.kind) or _described(one, parse, official_word)):
        return False
    if frame.exchange and not (is_exchange(context.names_of(other)) or _described(other, parse, market_word)):
        return False
    if frame.article and not _has_article(other, parse):
        return False
    return not frame.group or is_group(context.names_of(other)) or _described(other, parse, group_word)


def _has_article(slot: Slot, parse: Parse) -> bool:
    place = next((place for place, token in enumerate(parse.tokens) if token.slot is slot), 0)
    return place > 0 and parse.tokens[place - 1].low == "the"


def _described(slot: Slot, parse: Parse, test: Callable[[str], bool]) -> bool:
    """True where the words before a name say what it is: "the regulator X", "the exchange Y"."""
    for phrase in parse.phrases:
        for member in phrase.members:
            if parse.tokens[member.head].slot is slot:
                before = any(test(token.low) for token in parse.tokens[member.start : member.head])
                explained = any(
                    other.apposed_to is phrase and any(test(t.low) for t in parse.tokens[other.start : other.end])
                    for other in parse.phrases
                )
                return before or explained
    return False
