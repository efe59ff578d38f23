"""Telling verbs from nouns by what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.grammar.words import Words

_NOMINAL = frozenset({"N", "SLOT", "RPAR", "PRO", "QUOTE"})
_OBJECT_START = frozenset({"DT", "PS", "SLOT", "PRO", "AMT", "CD", "PCT"})
_BEFORE_NOUN = frozenset({"DT", "PS", "POS", "HYP", "CD", "AMT", "PCT", "J"})
#: Behind a verb these belong to it: "set up a fund", "took over the firm".
_PARTICLES = frozenset({"up", "out", "over", "down", "off"})
#: Before a number these are no prepositions.
_ABOUT = frozenset({"over", "about", "around", "under", "above", "below"})
#: "A service called X": the name follows the participle.
_NAMING = frozenset({"call", "dub", "name", "entitle", "title", "codename", "brand"})
_AUXILIARY = frozenset({"MD", "BE", "HV", "DO"})


def tag_verbs(tokens: list[Token], words: Words) -> None:
    """Give each verb its tag `V`, lemma and form (base, s, past, part, ing); "to" before a verb becomes `TO`."""
    headline = _is_headline(tokens)
    for index, token in enumerate(tokens):
        if token.tag == "DT" and token.low == "that":
            _tag_that(tokens, index, words)
        if (
            token.low in _ABOUT
            and token.tag == "IN"
            and index + 1 < len(tokens)
            and tokens[index + 1].tag in {"AMT", "CD", "PCT"}
        ):
            token.tag = "RB"
        if token.low in _PARTICLES and token.tag == "IN" and index and tokens[index - 1].tag == "V":
            token.tag = "RB"
        if token.low in {"based", "headquartered"} and _between_names(tokens, index):
            token.tag, token.low = "HYP", f"-{token.low}"
        if token.tag not in {"N", "BE", "HV", "DO", "IN", "INCL"}:
            continue
        if token.tag == "N" and token.low == "used" and _used_to(tokens, index, words):
            token.tag = "MD"
        elif token.tag == "N":
            _tag_word(tokens, index, words, headline=headline)
        elif token.low == "to" and _infinitive_follows(tokens, index, words):
            token.tag = "TO"
        elif token.low in {"includes", "like", "following", "including"}:
            _tag_ambiguous(tokens, index)
        elif token.tag in {"HV", "DO"} and not _has_verb_after(tokens, index, words):
            # "has a stake" and "does business": a verb of its own.
            token.lemma, token.form = ("have" if token.tag == "HV" else "do"), _own_form(token.low)
            token.tag = "V"


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Most words begin with a capital and no full stop ends them: capitals say nothing here."""
    if tokens and tokens[-1].tag == "END":
        return False
    plain = [token for token in tokens if token.tag == "N" and token.text[:1].isalpha()]
    return sum(token.text[:1].isupper() for token in plain) * 2 > len(plain)


def _tag_that(tokens: Sequence[Token], index: int, words: Words) -> None:
    """ "Said that" opens a clause, "the fund that" a relative one, "that deal" is a determiner."""
    before, after = _previous(tokens, index), _following(tokens, index)
    if before is None or after is None:
        return
    verb_after = after.tag in _AUXILIARY or (
        bool(words.verbs.get(after.low, {}).keys() & {"s", "past"}) and after.tag == "N"
    )
    if before.tag in {"N", "SLOT", "COMMA", "RPAR"} and verb_after:
        tokens[index].tag = "REL"
    elif before.tag in {"V", "J", "N", "QUOTE", "DATE", "RB"} and (
        after.tag in {"DT", "PS", "SLOT", "PRO", "CD"} or before.tag == "V"
    ):
        tokens[index].tag = "SUB"


def _used_to(tokens: Sequence[Token], index: int, words: Words) -> bool:
    before = _previous(tokens, index)
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
    return (
        "base" in words.verbs.get(after.low, {})
        and after.low not in words.never_verbs
        and after.text[:1].islower() | (tokens[index].text == "To")
    )


def _has_verb_after(tokens: Sequence[Token], index: int, words: Words) -> bool:
    after = _following(tokens, index)
    if after is None:
        return False
    if after.tag in {"BE", "HV", "TO"} or after.low == "to":
        return True
    forms = words.verbs.get(after.low, {})
    return bool(forms.keys() & {"part", "past", "base"}) and after.low not in {"control", "offices", "plans"}


def _tag_word(tokens: list[Token], index: int, words: Words, *, headline: bool) -> None:
    token = tokens[index]
    low = token.low
    if low.endswith("ly") and low not in words.not_adverbs:
        token.tag = "RB"
        return
    forms = words.verbs.get(low)
    if not forms:
        before = _previous(tokens, index)
        if before is not None and low.endswith("ed") and low not in words.never_verbs and len(low) > 4:
            after = _following(tokens, index)
            if before.tag == "BE":
                token.tag, token.form, token.lemma = "V", "part", low
            elif (
                before.tag in {"SLOT", "PRO", "REL", "RPAR"}
                and after is not None
                and after.tag in _OBJECT_START | {"N", "J", "IN", "SUB"}
            ):
                token.tag, token.form, token.lemma = "V", "past", low
        return
    if index and token.text[:1].isupper() and not headline and "ing" not in forms:
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
    if (
        before is not None
        and (tag == "HV" or before.low in {"have", "has", "had", "having"})
        and "part" in forms
        and direct is not None
        and direct.tag != "DT"
    ):
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
    return _present_form(tokens, index, before, after, forms, words)


def _ing_form(token: Token, before: Token | None, after: Token | None, words: Words) -> str:
    if after is None or (token.low in words.never_verbs and after.tag not in _OBJECT_START):
        return ""
    named = after.tag == "N" and after.text[:1].isupper() and token.text[:1].islower()
    if (
        named
        or after.tag in _OBJECT_START
        or after.tag in {"TO", "J"}
        or (after.tag == "IN" and after.low not in {"of"})
    ):
        return "ing"
    if after.tag == "N":
        return "ing" if before is None or before.tag in {"SLOT", "COMMA", "IN", "CC", "REL", "V", "RPAR", "SUB"} else ""
    return "ing" if after.tag == "DATE" else ""


def _past_form(
    tokens: Sequence[Token],
    index: int,
    before: Token | None,
    after: Token | None,
    forms: Mapping[str, str],
    words: Words,
) -> str:
    token = tokens[index]
    lemma = forms.get("past") or forms["part"]
    if lemma in _NAMING and before is not None and before.tag == "N" and "part" in forms:
        return "part"
    passed = after is not None and (after.tag == "DATE" or after.low in _PARTICLES)
    if passed and index + 2 < len(tokens):
        after = tokens[index + 2]
    if after is not None and after.low == "by" and "part" in forms:
        return "part"
    if after is not None and after.tag in _OBJECT_START:
        return (
            "past"
            if before is None
            or before.tag in _NOMINAL | {"COMMA", "CC", "REL", "DATE", "SUB", "PCT", "DASH", "V", "RB", "COLON"}
            else "J"
        )
    if after is not None and after.tag in {"N", "J"}:
        # "the group launched services" against "state owned firms"
        nominal = before is not None and before.tag in {"SLOT", "REL", "PRO", "RPAR"}
        listed = before is not None and before.tag in {"COMMA", "CC", "DATE"} and "past" in forms
        return (
            "past"
            if nominal
            or listed
            or (before is not None and before.tag == "N" and after.tag == "N" and token.text.islower())
            else "J"
        )
    if lemma in words.intransitive:
        return "past"
    return "part" if "part" in forms else "past"


def _present_form(
    tokens: Sequence[Token],
    index: int,
    before: Token | None,
    after: Token | None,
    forms: Mapping[str, str],
    words: Words,
) -> str:
    token = tokens[index]
    # Only two names or more take the plural form: "A and B plan", but "A rival B".
    listed = index > 1 and tokens[index - 2].tag == "CC"
    verb_before = any(other.tag == "V" and other.form == "base" for other in tokens[:index])
    if before is None or token.low in words.never_verbs:
        return "base" if before is None and "base" in forms and after is not None and after.tag in _OBJECT_START else ""
    lemma = forms.get("s") or forms.get("base") or ""
    if lemma and lemma not in words.noun_verbs and before.tag in {"SLOT", "N", "RPAR", "PRO", "REL", "COMMA", "QUOTE"}:
        follows = after is not None and after.tag in _OBJECT_START | {"N"}
        if "s" in forms and (before.tag != "COMMA" or follows):
            return "s"
        if (
            "base" in forms
            and after is not None
            and after.tag in _OBJECT_START | {"TO", "IN", "N", "DATE"}
            and before.tag != "COMMA"
        ):
            return "base"
    opens = after is not None and (after.tag in _OBJECT_START or after.tag in {"TO", "IN", "J", "DATE", "SUB"})
    if "past" in forms and after is not None and before.tag in {"SLOT", "REL", "PRO", "RPAR"}:
        return "past" if "s" not in forms else "s"
    if "s" in forms:
        if before.tag in {"SLOT", "PRO", "REL", "RPAR"}:
            return "s"
        if before.tag in {"COMMA", "N", "CC", "QUOTE", "DATE"}:
            return (
                "s"
                if opens
                and (
                    before.tag == "COMMA"
                    or (after is not None and after.tag != "IN")
                    or (after is not None and after.low in {"with", "into"})
                )
                else ""
            )
        return ""
    if "base" in forms:
        plural = (
            before.tag in {"PRO", "REL"}
            or (before.tag == "N" and before.low.endswith("s"))
            or (before.tag == "SLOT" and listed)
        )
        if before.tag == "CC" and opens:
            return "base" if verb_before and after is not None and after.low != "of" else ""
        if before.tag == "COMMA" and opens and after is not None and after.tag in {"TO", "DT", "SLOT", "PS"}:
            return "base"
        return "base" if plural and opens else ""
    return "past" if "past" in forms else ""
