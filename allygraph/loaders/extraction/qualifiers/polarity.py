"""Denials, questions and conditions: what a clause does not assert."""

from __future__ import annotations

from allygraph.graph.model import Polarity
from allygraph.loaders.extraction.relations.grammar.parse import Parse
from allygraph.loaders.extraction.relations.grammar.phrases import Mark, NounPhrase, VerbGroup

_DENYING = frozenset({"deny", "refute", "reject", "dismiss", "dispute", "rebut", "refuse", "decline", "fail", "rule"})
_DENIED_NOUNS = frozenset({"rumor", "rumors", "rumour", "rumours", "speculation", "gossip"})
#: "Reports that A bought B are wrong".
_FALSE = frozenset({"wrong", "false", "incorrect", "untrue", "unfounded", "baseless", "inaccurate"})
_TOLD = frozenset({"report", "reports", "claim", "claims", "story", "stories", "suggestion", "suggestions"})


#: "A should buy B" is advice, not a claim.
_ADVISING = frozenset({"should", "must", "shouldn't"})


def polarity_of(parse: Parse, group: VerbGroup | None, phrase: NounPhrase | None) -> Polarity:
    """Negative where the verb, one that governs it, or "no" before the noun denies the claim."""
    if phrase is not None and parse.tokens[phrase.start].low in {"no", "neither"}:
        return "negative"
    if group is not None and any(token.low == "neither" for token in parse.tokens[: group.start]):
        return "negative"
    link = group
    for _ in range(4):
        if link is None:
            break
        if link.negated or (link.lemma in _DENYING and (link is not group or link.object is not None)):
            return "negative"
        if link.governor is not None and link.link == "infinitive" and _none(parse, link.governor.object):
            return "negative"
        link = link.governor if link.link in {"infinitive", "gerund", "clause"} else None
    if group is None and phrase is None:
        # What a name is said to be beside a rumour is no part of it: "the rumour is false, says the chief of A".
        return "positive"
    lows = [token.low for token in parse.tokens]
    wrong = any(word in _FALSE for word in lows) and any(word in _TOLD for word in lows)
    return "negative" if wrong or any(word in _DENIED_NOUNS for word in lows) else "positive"


def _none(parse: Parse, phrase: NounPhrase | None) -> bool:
    return phrase is not None and parse.tokens[phrase.start].low == "no"


def is_open(parse: Parse, group: VerbGroup | None) -> bool:
    """True in a question, after "if", "whether" or "unless", and where another "would" depends on it."""
    if parse.tokens and parse.tokens[-1].text == "?":
        return True
    if group is None:
        return False
    if group.modal in _ADVISING:
        return True
    for item in reversed(parse.items[: group.place]):
        if isinstance(item, VerbGroup) and item is not group.governor:
            break
        if isinstance(item, Mark) and item.kind == "SUB":
            return item.token.low in {"if", "unless", "whether"}
    return False
