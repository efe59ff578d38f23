"""Telling verbs from nouns by what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.grammar.words import Words

_NOMINAL = frozenset({"N", "SLOT", "RPAR", "PRO", "QUOTE"})
_OBJECT_START = frozenset({"DT", "PS", "SLOT", "PRO", "AMT", "CD", "PCT"})
_BEFORE_NOUN = frozenset({"DT", "PS", "POS", "HYP", "CD", "AMT", "PCT", "J"})
_AUXILIARY = frozenset({"MD", "BE", "HV", "DO"})


def tag_verbs(tokens: list[Token], words: Words) -> None:
    """Give each verb its tag `V`, lemma and form (base, s, past, part, ing); "to" before a verb becomes `TO`."""
    for index, token in enumerate(tokens):
        if token.tag not in {"N", "BE", "HV", "DO", "IN", "INCL"}:
            continue
        if token.tag == "N":
            _tag_word(tokens, index, words)
        elif token.low == "to" and _infinitive_follows(tokens, index, words):
            token.tag = "TO"
        elif token.low in {"includes", "like", "following", "including"}:
            _tag_ambiguous(tokens, index)
        elif token.tag in {"HV", "DO"} and not _has_verb_after(tokens, index, words):
            # "has a stake" and "does business": a verb of its own.
            token.lemma, token.form = ("have" if token.tag == "HV" else "do"), _own_form(token.low)
            token.tag = "V"


def _own_form(low: str) -> str:
    return {"has": "s", "does": "s", "had": "past", "did": "past", "having": "ing"}.get(low, "base")


def _tag_ambiguous(tokens: list[Token], index: int) -> None:
    token, before = tokens[index], _previous(tokens, index)
    if token.low == "includes" and before is not None and before.tag in _NOMINAL | {"REL"}:
        token.tag, token.lemma, token.form = "V", "include", "s"


def _previous(tokens: Sequence[Token], index: int) -> Token | None:
    for place in range(index - 1, -1, -1):
        if tokens[place].tag not in {"RB", "NEG"}:
            return tokens[place]
    return None


def _following(tokens: Sequence[Token], index: int) -> Token | None:
    for place in range(index + 1, len(tokens)):
        if tokens[place].tag not in {"RB", "NEG"}:
            return tokens[place]
    return None


def _infinitive_follows(tokens: Sequence[Token], index: int, words: Words) -> bool:
    after = _following(tokens, index)
    if after is None:
        return False
    if after.low in {"be", "have", "do"}:
        return True
    return "base" in words.verbs.get(after.low, {}) and after.low not in words.never_verbs and after.text[:1].islower() | (tokens[index].text == "To")


def _has_verb_after(tokens: Sequence[Token], index: int, words: Words) -> bool:
    after = _following(tokens, index)
    if after is None:
        return False
    if after.tag in {"BE", "HV", "TO"} or after.low == "to":
        return True
    forms = words.verbs.get(after.low, {})
    return bool(forms.keys() & {"part", "past", "base"}) and after.low not in {"control", "offices", "plans"}


def _tag_word(tokens: list[Token], index: int, words: Words) -> None:
    token = tokens[index]
    low = token.low
    if low.endswith("ly") and low not in words.not_adverbs:
        token.tag = "RB"
        return
    forms = words.verbs.get(low)
    if not forms:
        return
    form = _verb_form(tokens, index, forms, words)
    if form == "J":
        token.tag = "J"
    elif form:
        token.tag, token.form, token.lemma = "V", form, forms.get(form) or next(iter(forms.values()))


def _verb_form(tokens: Sequence[Token], index: int, forms: Mapping[str, str], words: Words) -> str:
    token, before, after = tokens[index], _previous(tokens, index), _following(tokens, index)
    direct = tokens[index - 1] if index else None
    tag = before.tag if before else ""
    if before is not None and (tag in {"MD", "TO", "DO"}) and "base" in forms:
        return "base"
    if before is not None and (tag == "HV" or before.low in {"have", "has", "had", "having"}) and "part" in forms and direct is not None and direct.tag != "DT":
        return "part"
    if tag == "BE":
        return "part" if "part" in forms else "ing" if "ing" in forms else ""
    if tag in _BEFORE_NOUN and not (tag == "POS" and direct is not before):
        modifies = after is not None and after.tag in {"N", "SLOT", "J", "HYP"}
        return "J" if forms.keys() & {"part", "ing"} and modifies and "base" not in forms else ""
    if "ing" in forms:
        return _ing_form(token, before, after, words)
    if forms.keys() & {"past", "part"} and forms.keys().isdisjoint({"base"}):
        return _past_form(tokens, index, before, after, forms, words)
    return _present_form(token, before, after, forms, words)


def _ing_form(token: Token, before: Token | None, after: Token | None, words: Words) -> str:
    if after is None or token.low in words.never_verbs and not (after.tag in _OBJECT_START):
        return ""
    if after.tag in _OBJECT_START or after.tag in {"TO", "J"} or after.tag == "IN" and after.low not in {"of"}:
        return "ing"
    if after.tag == "N":
        return "ing" if before is None or before.tag in {"SLOT", "COMMA", "IN", "CC", "REL", "V", "RPAR", "SUB"} else ""
    return "ing" if after.tag == "DATE" else ""


def _past_form(tokens: Sequence[Token], index: int, before: Token | None, after: Token | None, forms: Mapping[str, str], words: Words) -> str:
    token = tokens[index]
    lemma = forms.get("past") or forms["part"]
    if after is not None and after.low == "by" and "part" in forms:
        return "part"
    if after is not None and after.tag in _OBJECT_START:
        return "past" if before is None or before.tag in _NOMINAL | {"COMMA", "CC", "REL", "DATE", "SUB", "PCT", "DASH", "V", "RB", "COLON"} else "J"
    if after is not None and after.tag in {"N", "J"}:
        # "the group launched services" against "state owned firms"
        nominal = before is not None and before.tag in {"SLOT", "REL", "PRO", "RPAR"}
        listed = before is not None and before.tag in {"COMMA", "CC", "DATE"} and "past" in forms
        return "past" if nominal or listed or (before is not None and before.tag == "N" and after.tag == "N" and token.text.islower()) else "J"
    if lemma in words.intransitive:
        return "past"
    return "part" if "part" in forms else "past"


def _present_form(token: Token, before: Token | None, after: Token | None, forms: Mapping[str, str], words: Words) -> str:
    if before is None or token.low in words.never_verbs:
        return "base" if before is None and "base" in forms and after is not None and after.tag in _OBJECT_START else ""
    opens = after is not None and (after.tag in _OBJECT_START or after.tag in {"TO", "IN", "J", "DATE", "SUB"})
    if "past" in forms and after is not None and before.tag in {"SLOT", "REL", "PRO", "RPAR"}:
        return "past" if "s" not in forms else "s"
    if "s" in forms:
        if before.tag in {"SLOT", "PRO", "REL", "RPAR"}:
            return "s"
        if before.tag in {"COMMA", "N", "CC", "QUOTE", "DATE"}:
            return "s" if opens and (before.tag == "COMMA" or (after is not None and after.tag != "IN") or after is not None and after.low in {"with", "into"}) else ""
        return ""
    if "base" in forms:
        plural = before.tag == "PRO" or before.tag == "REL" or before.tag == "SLOT" or (before.tag == "N" and before.low.endswith("s"))
        if before.tag == "CC" and opens:
            return "base"
        if before.tag == "COMMA" and opens and after is not None and after.tag in {"TO", "DT", "SLOT", "PS", "IN"}:
            return "base"
        return "base" if plural and opens else ""
    return "past" if "past" in forms else ""
