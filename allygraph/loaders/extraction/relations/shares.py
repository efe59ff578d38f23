"""Owners that share a verb: "A holds 51 percent of C and B the remainder"."""

from __future__ import annotations

from allygraph.loaders.extraction.relations.grammar.fillers import Filler, fillers, singular
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import NounPhrase, VerbGroup, is_mark

#: What the second of two owners holds where the verb is left out.
_SHARES = frozenset({"remainder", "rest", "balance", "half", "majority", "minority", "third", "quarter", "stake"})


def gapped(group: VerbGroup, parse: Parse) -> list[Filler]:
    """ "A holds 51 percent and B the remainder", "A owns 60%, B 30% and C the rest": B and C as well."""
    if group.object is None or not _is_share(group.object, parse):
        return []
    found: list[Filler] = []
    place = group.object.place + 1
    if is_mark(parse.items[place] if place < len(parse.items) else None, "IN"):
        # "Holds 51 percent of C and B 49 percent".
        place += 2
    while place + 2 < len(parse.items):
        while place < len(parse.items) and is_mark(parse.items[place], "COMMA", "CC"):
            place += 1
        pair = parse.items[place : place + 2]
        if len(pair) < 2 or not all(isinstance(item, NounPhrase) for item in pair):
            break
        owner, share = pair
        if not isinstance(owner, NounPhrase) or not isinstance(share, NounPhrase) or not _is_share(share, parse):
            break
        found += fillers(owner, parse.tokens)
        place += 2
    return found


def _is_share(phrase: NounPhrase, parse: Parse) -> bool:
    token = parse.tokens[phrase.head]
    return token.tag == "PCT" or singular(token.low) in _SHARES
