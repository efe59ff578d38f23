"""The subjects of infinitives, of -ing forms and of bare participles."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.fillers import fillers
from allygraph.loaders.extraction.relations.grammar.phrases import Item, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.subjects import antecedent, meant
from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.grammar.verb_forms import NAMING

#: "The first countries to regulate": who is first does it.
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "only"})


#: Verbs whose object is kept from what follows "from".
_KEEPING = frozenset({"stop", "prevent", "bar", "block", "ban", "prohibit", "keep", "deter", "forbid", "dissuade"})


#: Verbs whose object is who does the infinitive: "ordered B to stop".
CONTROL = frozenset(
    {
        "order",
        "ask",
        "allow",
        "require",
        "force",
        "tell",
        "urge",
        "invite",
        "want",
        "instruct",
        "direct",
        "permit",
        "enable",
        "oblige",
        "authorise",
        "authorize",
        "expect",
        "help",
        "select",
        "choose",
        "hire",
        "appoint",
        "commission",
        "contract",
        "license",
        "compel",
        "press",
        "persuade",
        "name",
        "tap",
        "give",
        "grant",
        "award",
        "let",
        "make",
    }
)


def infinitive_subject(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token], before: Item | None
) -> None:
    if not earlier:
        # A headline: "X to acquire Y".
        candidates = [
            item
            for item in items[: group.place]
            if isinstance(item, NounPhrase) and not item.prep and item.apposed_to is None
        ]
        group.subject, group.link, group.modal = candidates[0] if candidates else None, "headline", "will"
        return
    governor = earlier[-1]
    group.governor, group.link = governor, "infinitive"
    if (
        governor.lemma in CONTROL
        and governor.object is not None
        and not governor.passive
        and governor.object is not group.object
    ):
        group.subject = governor.object
    elif (
        isinstance(before, NounPhrase)
        and before is not governor.subject
        and any(tokens[p].low in _ORDINALS for p in range(before.start, before.end))
    ) or (governor.form == "finite" and governor.subject is None and isinstance(before, NounPhrase)):
        group.subject = before
    else:
        group.subject = governor.subject


def gerund_subject(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token], before: Item | None
) -> None:
    last = next((g for g in reversed(earlier) if g.form in {"finite", "to"}), earlier[-1] if earlier else None)
    group.governor = last
    if is_mark(before, "IN", "SUB"):
        group.link, group.subject = "gerund", earlier[-1].subject if earlier else None
        if earlier and earlier[-1].lemma in _KEEPING and not earlier[-1].passive and earlier[-1].object is not None:
            # "Stopped B from buying": B would have bought.
            group.subject = earlier[-1].object
    elif is_mark(before, "COMMA"):
        group.link = "participle"
        group.subject = last.subject if last and last.subject else _nearest(group, items, tokens)
    elif isinstance(before, NounPhrase):
        group.link, group.subject = "participle", _nearest(group, items, tokens)
    elif isinstance(before, VerbGroup):
        group.link, group.subject = "gerund", before.subject


def participle_subject(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token], before: Item | None
) -> None:
    group.governor = earlier[-1] if earlier else None
    group.link = "participle"
    active = group.object is None and not any(prep == "by" for prep, _ in group.preps)
    if (
        active
        and isinstance(before, NounPhrase)
        and not before.prep
        and before.place > 0
        and isinstance(items[before.place - 1], NounPhrase)
    ):
        head = items[before.place - 1]
        assert isinstance(head, NounPhrase)
        known = tokens[before.head].slot is not None or tokens[before.start].tag in {"DT", "PRO"}
        if tokens[head.head].slot is None and known:
            # "A platform the group introduced in July": active, for all its bare participle.
            group.object, group.link, group.form = head, "relative", "finite"
            group.passive, group.past = False, True
            group.subject = meant(before, earlier[-1] if earlier else None, tokens)
            return
    link = items[before.place - 1] if isinstance(before, NounPhrase) and before.place > 1 else None
    if active and isinstance(before, NounPhrase) and link is not None and is_mark(link, "REL"):
        # "The site that the group opened in May": active as well.
        group.object, group.link, group.form = antecedent(items, tokens, link.place), "relative", "finite"
        group.passive, group.past, group.subject = False, True, before
        return
    if before is None or isinstance(before, VerbGroup):
        group.subject = earlier[-1].subject if earlier else None
        return
    group.subject = _nearest(group, items, tokens)
    nearest = group.subject
    if nearest is not None and tokens[nearest.head].tag == "PCT" and earlier and earlier[-1].lemma == "be":
        # "A is 20 percent owned by B".
        group.subject = earlier[-1].subject
        return
    if nearest is not None and nearest.prep and (group.lemma in NAMING or not fillers(nearest, tokens)):
        group.subject = _described_head(nearest, earlier, items)


def _described_head(phrase: NounPhrase, earlier: Sequence[VerbGroup], items: Sequence[Item]) -> NounPhrase:
    """ "B is a firm in the trade, listed on ...": not the trade, nor any firm, but B."""
    place = phrase.place
    while place >= 0:
        item = items[place]
        if isinstance(item, VerbGroup) or is_mark(item, "COMMA", "SUB", "REL"):
            break
        if isinstance(item, NounPhrase) and not item.prep:
            copula = next((group for group in earlier if group.object is item and group.lemma == "be"), None)
            return copula.subject if copula is not None and copula.subject is not None else item
        place -= 1
    return phrase


def _nearest(group: VerbGroup, items: Sequence[Item], tokens: Sequence[Token]) -> NounPhrase | None:
    """The phrase to the left that a participle describes; a place or a date in between is stepped over."""
    place = group.place - 1
    while place >= 0:
        item = items[place]
        if isinstance(item, NounPhrase):
            slot = tokens[item.head].slot
            if slot is not None and slot.kind == "Place" and item.prep in {"in", "at", "of", "from"} and place >= 2:
                place -= 2
                continue
            return item
        if not is_mark(item, "COMMA", "DATE", "DASH"):
            return None
        place -= 1
    return None
