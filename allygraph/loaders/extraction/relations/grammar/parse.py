"""A parsed sentence: its tokens, its items, and who stands for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.relations.grammar.clauses import link_clauses
from allygraph.loaders.extraction.relations.grammar.lists import fold
from allygraph.loaders.extraction.relations.grammar.phrases import Item, Mark, NounPhrase, VerbGroup, chunk
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.tagger import tag_verbs
from allygraph.loaders.extraction.relations.grammar.tokens import Token, tokenise
from allygraph.loaders.extraction.relations.grammar.verb_forms import NAMING
from allygraph.loaders.extraction.relations.grammar.words import Words

#: Verbs that say who belongs to the set their subject names.
_SET_VERBS = frozenset({"include", "be", "comprise", "feature"})


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence with its words.

    `governors` gives the verb group of which the noun phrase at an item's place is object, complement or adjunct.
    """

    text: str
    tokens: Sequence[Token]
    items: Sequence[Item]
    groups: Sequence[VerbGroup]
    governors: Mapping[int, VerbGroup]

    @property
    def phrases(self) -> list[NounPhrase]:
        """The noun phrases in order."""
        return [item for item in self.items if isinstance(item, NounPhrase)]


def parse_sentence(text: str, offset: int, slots: Sequence[Slot], words: Words) -> Parse:
    """The parse of one sentence that starts at character `offset` of the document. O(n) in its tokens, nearly."""
    tokens = tokenise(text, offset, slots, words)
    tag_verbs(tokens, words)
    items = fold(chunk(tokens, words), tokens)
    groups = link_clauses(items, tokens)
    governors: dict[int, VerbGroup] = {}
    for group in groups:
        if group.form == "part" and group.link == "coordinate" and group.subject is None and group.governor is not None:
            # "Founded in 2007 and based in C, A makes": of A both.
            group.subject = group.governor.subject
        for phrase in (group.object, group.second, *(phrase for _, phrase in group.preps)):
            if phrase is not None:
                governors.setdefault(phrase.place, group)
        _name_set(group, tokens)
        _name_inverted(group, items, tokens)
    return Parse(text, tokens, items, groups, governors)


def _explain(group: VerbGroup, tokens: Sequence[Token]) -> None:
    """ "B is a firm listed ...": the phrase explains the subject; "B counts C among its backers": C names them."""
    subject, known = group.subject, group.object
    if subject is None or known is None or group.passive:
        return
    if (
        group.lemma in {"be", "become", "remain"}
        and not group.negated
        and tokens[known.head].slot is None
        and tokens[subject.head].slot is not None
    ):
        known.apposed_to = known.apposed_to or subject
    if group.lemma in {"count", "list", "number", "include", "have"} and tokens[known.head].slot is not None:
        for prep, phrase in group.preps:
            if prep == "among" and tokens[phrase.head].slot is None:
                phrase.named = phrase.named or known


def _name_set(group: VerbGroup, tokens: Sequence[Token]) -> None:
    """ "Partners include A and B", "the buyer is C": the object names the subject."""
    _explain(group, tokens)
    subject, known = group.subject, group.object
    if (
        group.lemma in NAMING
        and group.passive
        and subject is not None
        and known is not None
        and tokens[known.head].slot is not None
    ):
        whole = group.governor.object if group.link == "infinitive" and group.governor is not None else None
        if whole is not None and tokens[whole.head].slot is None:
            # "A and B form a venture, to be called C".
            subject = whole
        subject.named = subject.named or known
    if (
        group.lemma in _SET_VERBS
        and subject is not None
        and known is not None
        and not group.passive
        and not group.negated
        and tokens[subject.head].slot is None
        and tokens[known.head].slot is not None
    ):
        subject.named = subject.named or known


def _name_inverted(group: VerbGroup, items: Sequence[Item], tokens: Sequence[Token]) -> None:
    """ "Among A's partners are B and C": the phrase in front is named by what follows the verb."""
    known = group.object
    if group.lemma not in _SET_VERBS or group.negated or known is None or tokens[known.head].slot is None:
        return
    front = items[1] if len(items) > 1 else None
    if isinstance(front, NounPhrase) and front.prep == "among" and tokens[front.head].slot is None:
        front.named = front.named or known


def noun_preps(phrase: NounPhrase, parse: Parse) -> list[tuple[str, NounPhrase]]:
    """The prepositional phrases in a chain after a noun phrase, and those of a participle in that chain."""
    found: list[tuple[str, NounPhrase]] = []
    for item in parse.items[phrase.place + 1 :]:
        if isinstance(item, NounPhrase):
            if not item.prep:
                break
            found.append((item.prep, item))
        elif isinstance(item, VerbGroup):
            if item.form == "part" and item.lemma in {
                "sign",
                "reach",
                "announce",
                "form",
                "conclude",
                "make",
                "enter",
                "agree",
                "strike",
                "establish",
            }:
                found.extend(item.preps)
            break
        elif isinstance(item, Mark) and item.kind not in {"IN", "DATE", "INCL"}:
            break
    return found
