"""Telling verbs from nouns by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.grammar.verb_forms import (
    NOMINAL,
    OBJECT_START,
    PARTICLES,
    verb_form,
    word_after,
    word_before,
)
from allygraph.loaders.extraction.relations.grammar.words import Words

#: Before a number these are no prepositions.
_ABOUT = frozenset({"up to", "over", "about", "around", "under", "above", "below"})


#: "The claim that A bought B" is no relative clause.
_SAID_NOUNS = frozenset(
    {"claim", "claims", "fact", "report", "reports", "news", "plan", "plans", "rumour", "rumours", "rumor", "rumors"}
    | {"belief", "view", "idea", "hope", "hopes", "possibility", "announcement", "statement", "evidence", "speculation"}
    | {"condition", "likelihood", "chance", "suggestion", "indication", "sign", "signs", "argument", "expectation"}
)
_AUXILIARY = frozenset({"MD", "BE", "HV", "DO"})

#: "A and B each hold", "have both joined": these stand beside the verb and leave it its subject.
_FLOATING = frozenset({"each", "both", "all"})


def tag_verbs(tokens: list[Token], words: Words) -> None:
    """Give each verb its tag `V`, lemma and form (base, s, past, part, ing); "to" before a verb becomes `TO`."""
    headline = _is_headline(tokens)
    _tag_adverbs(tokens, words)
    for index, token in enumerate(tokens):
        if token.low in _FLOATING and _floats(tokens, index, words):
            token.tag = "RB"
        elif token.tag == "DT" and token.low == "that":
            _tag_that(tokens, index, words)
        elif token.tag == "N":
            _tag_noun(tokens, index, words, headline=headline)
        elif token.tag == "IN":
            _tag_preposition(tokens, index, words)
        elif token.low == "includes":
            _tag_includes(tokens, index)
        elif token.tag in {"HV", "DO"} and not (
            _floating_after(tokens, index) or _has_verb_after(tokens, index, words)
        ):
            # "has a stake" and "does business": a verb of its own.
            token.lemma, token.form = ("have" if token.tag == "HV" else "do"), _own_form(token.low)
            token.tag = "V"


def _tag_adverbs(tokens: Sequence[Token], words: Words) -> None:
    """Adverbs first: "has quietly picked up" has its auxiliary beside the verb."""
    for token in tokens:
        if token.tag == "N" and token.low.endswith("ly") and token.low not in words.not_adverbs:
            token.tag = "RB"


def _tag_noun(tokens: list[Token], index: int, words: Words, *, headline: bool) -> None:
    token = tokens[index]
    if token.low in {"based", "headquartered"} and _between_names(tokens, index):
        token.tag, token.low = "HYP", f"-{token.low}"
    elif "-" in token.low and index + 1 < len(tokens) and tokens[index + 1].low == "by":
        # "Majority-owned by": the verb is behind the hyphen.
        forms = words.verbs.get(token.low.rsplit("-", 1)[1], {})
        if "part" in forms:
            token.tag, token.form, token.lemma = "V", "part", forms["part"]
    elif token.low == "used" and _used_to(tokens, index, words):
        token.tag = "MD"
    else:
        _tag_word(tokens, index, words, headline=headline)


def _floating_after(tokens: Sequence[Token], index: int) -> bool:
    """ "Have both joined": an auxiliary still."""
    if index + 2 >= len(tokens) or tokens[index + 1].low not in _FLOATING:
        return False
    return tokens[index + 2].slot is None and tokens[index + 2].low.endswith(("ed", "en", "n", "t"))


def _floats(tokens: Sequence[Token], index: int, words: Words) -> bool:
    before = word_before(tokens, index)
    if before is None or index + 1 >= len(tokens) or before.tag not in {"SLOT", "N", "PRO", "HV", "MD", "BE", "RPAR"}:
        return False
    after = tokens[index + 1]
    return after.tag in _AUXILIARY or (after.slot is None and after.low in words.verbs and after.text.islower())


def _tag_preposition(tokens: list[Token], index: int, words: Words) -> None:
    token, following = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    counted = following is not None and following.tag in {"AMT", "CD", "PCT"}
    if (token.low in _ABOUT and counted) or (token.low in PARTICLES and index and tokens[index - 1].tag == "V"):
        token.tag = "RB"
    elif token.low == "to" and _infinitive_follows(tokens, index, words):
        token.tag = "TO"


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Most words begin with a capital and no full stop ends them: capitals say nothing here."""
    if tokens and tokens[-1].tag == "END":
        return False
    plain = [token for token in tokens if token.tag == "N" and token.text[:1].isalpha()]
    return sum(token.text[:1].isupper() for token in plain) * 2 > len(plain)


def _tag_that(tokens: Sequence[Token], index: int, words: Words) -> None:
    """ "Said that" opens a clause, "the fund that" a relative one, "that deal" is a determiner."""
    before, after = word_before(tokens, index), word_after(tokens, index)
    if before is None or after is None:
        return
    verb_after = after.tag in _AUXILIARY or (
        bool(words.verbs.get(after.low, {}).keys() & {"s", "past"}) and after.tag == "N"
    )
    named = before.tag == "N" and before.low not in _SAID_NOUNS and after.tag in {"SLOT", "DT"}
    if named or (before.tag in {"N", "SLOT", "COMMA", "RPAR"} and verb_after):
        tokens[index].tag = "REL"
    elif before.tag in {"V", "J", "N", "QUOTE", "DATE", "RB"} and (
        after.tag in {"DT", "PS", "SLOT", "PRO", "CD"} or before.tag == "V"
    ):
        tokens[index].tag = "SUB"


def _used_to(tokens: Sequence[Token], index: int, words: Words) -> bool:
    before = word_before(tokens, index)
    if (before is not None and before.tag in {"BE", "HV"}) or index + 2 >= len(tokens):
        return False
    base = tokens[index + 2]
    return tokens[index + 1].low == "to" and (
        base.low in {"be", "have", "do"} or "base" in words.verbs.get(base.low, {})
    )


def _between_names(tokens: Sequence[Token], index: int) -> bool:
    """ "London based Acme": a place without its hyphen."""
    if not 0 < index < len(tokens) - 1:
        return False
    place = tokens[index - 1].slot
    return place is not None and place.kind == "Place" and tokens[index + 1].tag in {"SLOT", "N"}


def _own_form(low: str) -> str:
    return {"has": "s", "does": "s", "had": "past", "did": "past", "having": "ing"}.get(low, "base")


def _tag_includes(tokens: list[Token], index: int) -> None:
    token, before = tokens[index], word_before(tokens, index)
    if before is not None and before.tag in NOMINAL | {"REL"}:
        token.tag, token.lemma, token.form = "V", "include", "s"


def _infinitive_follows(tokens: Sequence[Token], index: int, words: Words) -> bool:
    after = word_after(tokens, index)
    if after is None:
        return False
    if after.low in {"be", "have", "do"}:
        return True
    return (
        "base" in words.verbs.get(after.low, {})
        and after.low not in words.never_verbs
        and after.text[:1].islower() | (tokens[index].text == "To")
    )


def _has_verb_after(tokens: Sequence[Token], index: int, words: Words) -> bool:
    after = word_after(tokens, index)
    if after is None:
        return False
    if after.tag in {"BE", "HV", "TO"} or after.low == "to":
        return True
    forms = words.verbs.get(after.low, {})
    return bool(forms.keys() & {"part", "past", "base"}) and after.low not in {"control", "offices", "plans"}


def _tag_word(tokens: list[Token], index: int, words: Words, *, headline: bool) -> None:
    token = tokens[index]
    low = token.low
    forms = words.verbs.get(low)
    if not forms:
        before = word_before(tokens, index)
        if before is not None and before.tag == "BE" and low.endswith("ing") and low not in words.never_verbs:
            # "Is rebuilding its fleet": a verb nobody listed.
            after = word_after(tokens, index)
            if after is not None and after.tag in OBJECT_START:
                token.tag, token.form, token.lemma = "V", "ing", low
            return
        if before is not None and low.endswith("ed") and low not in words.never_verbs and len(low) > 4:
            after = word_after(tokens, index)
            if before.tag == "BE":
                token.tag, token.form, token.lemma = "V", "part", low
            elif (
                before.tag in {"SLOT", "PRO", "REL", "RPAR"}
                and after is not None
                and after.tag in OBJECT_START | {"N", "J", "IN", "SUB"}
            ):
                token.tag, token.form, token.lemma = "V", "past", low
        return
    if index and token.text[:1].isupper() and not headline and "ing" not in forms:
        return
    form = verb_form(tokens, index, forms, words)
    if form == "J":
        token.tag = "J"
    elif form:
        token.tag, token.form, token.lemma = "V", form, forms.get(form) or next(iter(forms.values()))
