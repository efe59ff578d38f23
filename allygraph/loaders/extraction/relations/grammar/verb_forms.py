"""Which form of a verb a word is, by what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.grammar.words import Words

NOMINAL = frozenset({"N", "SLOT", "RPAR", "PRO", "QUOTE"})


OBJECT_START = frozenset({"DT", "PS", "SLOT", "PRO", "AMT", "CD", "PCT"})


#: What stands before a verb.
_BEFORE_VERB = frozenset({"SLOT", "N", "RPAR", "PRO", "REL", "COMMA", "QUOTE"})
_BEFORE_NOUN = frozenset({"DT", "PS", "POS", "HYP", "CD", "AMT", "PCT", "J"})


#: No participle stands behind these without an auxiliary.
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i"})


#: Behind a verb these belong to it: "set up a fund", "took over the firm".
PARTICLES = frozenset({"up", "out", "over", "down", "off"})


#: "A service called X": the name follows the participle.
NAMING = frozenset({"call", "dub", "name", "entitle", "title", "codename", "brand"})


def word_before(tokens: Sequence[Token], index: int) -> Token | None:
    for place in range(index - 1, -1, -1):
        if tokens[place].tag not in {"RB", "NEG"}:
            return tokens[place]
    return None


def word_after(tokens: Sequence[Token], index: int) -> Token | None:
    for place in range(index + 1, len(tokens)):
        if tokens[place].tag not in {"RB", "NEG"}:
            return tokens[place]
    return None


def verb_form(tokens: Sequence[Token], index: int, forms: Mapping[str, str], words: Words) -> str:
    token, before, after = tokens[index], word_before(tokens, index), word_after(tokens, index)
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
    if tag in {"PCT", "AMT"} and "part" in forms and after is not None and after.low == "by":
        return "part"
    if tag in _BEFORE_NOUN and not (tag == "POS" and direct is not before):
        modifies = after is not None and after.tag in {"N", "SLOT", "J", "HYP"}
        return "J" if forms.keys() & {"part", "ing"} and modifies and "base" not in forms else ""
    if "ing" in forms:
        inside = direct is not None and direct.tag == "SLOT" and index > 1 and tokens[index - 2].tag in {"POS", "PS"}
        if inside and after is not None and after.tag == "N":
            # "Its A training systems": a noun phrase.
            return ""
        return _ing_form(token, before, after, words)
    if forms.keys() & {"past", "part"} and forms.keys().isdisjoint({"base"}):
        return _past_form(tokens, index, before, after, forms, words)
    return _present_form(tokens, index, before, after, forms, words)


def _ing_form(token: Token, before: Token | None, after: Token | None, words: Words) -> str:
    if after is None or (token.low in words.never_verbs and after.tag not in OBJECT_START):
        return ""
    named = after.tag == "N" and after.text[:1].isupper() and token.text[:1].islower()
    if (
        named
        or after.tag in OBJECT_START
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
    if token.low in words.never_verbs and (after is None or after.tag not in OBJECT_START):
        return ""
    if "past" in forms and _is_active(before, after):
        return "past"
    if lemma in NAMING and "part" in forms and _names(tokens, index, before, after):
        return "part"
    return _by_object(tokens, index, before, after, forms, words)


def _is_active(before: Token | None, after: Token | None) -> bool:
    """ "It bought", "which made", "walked away": never a participle."""
    subject = before is not None and (before.tag == "REL" or before.low in _SUBJECTS)
    return subject or (after is not None and after.low in {"away", "ahead", "forward"})


def _names(tokens: Sequence[Token], index: int, before: Token | None, after: Token | None) -> bool:
    """ "A service called B", "a venture with A called B"."""
    if before is None:
        return False
    named = before.tag == "SLOT" and any(token.tag == "V" for token in tokens[:index])
    return before.tag == "N" or (named and after is not None and after.tag == "SLOT")


def _by_object(
    tokens: Sequence[Token],
    index: int,
    before: Token | None,
    after: Token | None,
    forms: Mapping[str, str],
    words: Words,
) -> str:
    """Past or participle, by whether an object follows."""
    token, lemma = tokens[index], forms.get("past") or forms["part"]
    passed = after is not None and (after.tag == "DATE" or after.low in PARTICLES)
    if passed and index + 2 < len(tokens):
        after = tokens[index + 2]
    if after is not None and after.low in {"jointly", "together", "equally"}:
        after = next((t for t in tokens[index + 1 :] if t.tag != "RB" and t is not after), after)
    if after is not None and after.low == "by" and "part" in forms:
        return "part"
    if after is not None and after.tag in OBJECT_START:
        return (
            "past"
            if before is None
            or before.tag in NOMINAL | {"COMMA", "CC", "REL", "DATE", "SUB", "PCT", "DASH", "V", "RB", "COLON"}
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
    """The form of a word that may be a noun as well: "s", "base", "past" or "" for no verb."""
    if "part" in forms and "past" in forms and before is not None and _with_particle(tokens, index):
        # "The yard set up by A": base, past and participle look alike.
        return "part"
    if _names_bodies(tokens, index, after):
        return ""
    if before is None or tokens[index].low in words.never_verbs:
        first = before is None and "base" in forms and after is not None and after.tag in OBJECT_START
        return "base" if first else ""
    lemma = forms.get("s") or forms.get("base") or ""
    if lemma and lemma not in words.noun_verbs and before.tag in _BEFORE_VERB:
        plain = _plain_form(before, after, forms)
        if plain:
            return plain
    if after is not None and "past" in forms and before.tag in {"SLOT", "REL", "PRO", "RPAR"}:
        return "past" if "s" not in forms else "s"
    if "s" in forms:
        if _quotes_subject(tokens, index):
            return "s"
        return "" if _ends_object(tokens, index, before) else _singular_form(before, after)
    if "base" in forms:
        return _plural_form(tokens, index, before, after)
    return "past" if "past" in forms else ""


def _quotes_subject(tokens: Sequence[Token], index: int) -> bool:
    """ "Said that she, "plans to ..."": the quotation begins behind its subject."""
    place = index - 1
    if place < 1 or tokens[place].tag != "QUOTE":
        return False
    place -= 1 + (tokens[place - 1].tag == "COMMA")
    return place >= 0 and tokens[place].low in _SUBJECTS


def _ends_object(tokens: Sequence[Token], index: int, before: Token) -> bool:
    """ "Build trade ties", "to build strategic trade ties": a noun behind those that a verb governs."""
    if before.tag != "N" or tokens[index - 1] is not before:
        return False
    place = index - 1
    while place > 0 and tokens[place].tag in {"N", "J", "RB"}:
        place -= 1
    verb = tokens[place]
    # Behind a finite verb a clause of its own may begin: "said trade volume rises".
    return verb.tag == "V" and (place == index - 2 or verb.form in {"base", "ing"})


def _with_particle(tokens: Sequence[Token], index: int) -> bool:
    """True before "up by", "up jointly by", "up in 2016"."""
    if index + 2 >= len(tokens) or tokens[index + 1].low not in PARTICLES or tokens[index - 1].tag not in {"N", "SLOT"}:
        return False
    place = index + 2 + (tokens[index + 2].tag == "RB" or tokens[index + 2].low.endswith("ly"))
    return place < len(tokens) and (tokens[place].low == "by" or tokens[place].tag == "DATE")


#: Plurals of bodies that are verbs as well.
_BODIES = frozenset({"houses", "partners", "groups", "rivals", "funds"})


def _names_bodies(tokens: Sequence[Token], index: int, after: Token | None) -> bool:
    """ "... and the software houses A and B": a noun before names, where the clause has its verb already."""
    if tokens[index].low not in _BODIES or after is None or after.tag != "SLOT":
        return False
    opening = next((p for p in range(index - 1, max(index - 4, 0), -1) if tokens[p].tag in {"DT", "CC"}), 0)
    linked = tokens[opening].tag == "CC" or tokens[opening - 1].tag == "CC"
    return bool(opening) and linked and any(token.tag == "V" for token in tokens[:opening])


def _plain_form(before: Token, after: Token | None, forms: Mapping[str, str]) -> str:
    """For words that are hardly ever nouns."""
    follows = after is not None and after.tag in OBJECT_START | {"N"}
    if "s" in forms and (before.tag != "COMMA" or follows):
        return "s"
    opens = after is not None and after.tag in OBJECT_START | {"TO", "IN", "N", "DATE"}
    return "base" if "base" in forms and opens and before.tag != "COMMA" else ""


def _opens(after: Token | None) -> bool:
    return after is not None and after.tag in OBJECT_START | {"TO", "IN", "J", "DATE", "SUB"}


def _singular_form(before: Token, after: Token | None) -> str:
    if before.tag in {"SLOT", "PRO", "REL", "RPAR"}:
        return "s"
    if before.tag not in {"COMMA", "N", "CC", "QUOTE", "DATE"} or after is None or not _opens(after):
        return ""
    return "s" if before.tag == "COMMA" or after.tag != "IN" or after.low in {"with", "into"} else ""


def _heads_line(tokens: Sequence[Token], index: int) -> bool:
    """ "A, B team up": two names at the front of a headline."""
    return index == 3 and tokens[0].tag == "SLOT" and tokens[1].tag == "COMMA" and tokens[-1].tag != "END"


def _is_plural(tokens: Sequence[Token], place: int) -> bool:
    """ "Banks", but not "business", and not "a securities" firm."""
    low = tokens[place].low
    if not low.endswith("s") or low.endswith("ss"):
        return False
    while place > 0 and tokens[place].tag in {"N", "J"}:
        place -= 1
    return tokens[place].low not in {"a", "an", "each", "every"}


def _plural_form(tokens: Sequence[Token], index: int, before: Token, after: Token | None) -> str:
    title = tokens[index].text[:1].isupper() and after is not None and after.tag == "N" and after.text[:1].isupper()
    shared = tokens[index - 1].low in {"each", "both", "all"} and after is not None and after.tag == "N"
    if after is None or not (_opens(after) or title or shared):
        return ""
    if before.tag == "CC":
        verb_before = any(token.tag == "V" and token.form == "base" for token in tokens[:index])
        return "base" if verb_before and after.low != "of" else ""
    if before.tag == "COMMA":
        return "base" if after.tag in {"TO", "DT", "SLOT", "PS"} else ""
    # Only two names or more take the plural form: "A and B plan", but "A rival B".
    place = next(place for place in range(index - 1, -1, -1) if tokens[place] is before)
    listed = before.tag == "SLOT" and place > 0 and (tokens[place - 1].tag == "CC" or _heads_line(tokens, index))
    plural = before.tag in {"PRO", "REL"} or (before.tag == "N" and _is_plural(tokens, index - 1))
    return "base" if plural or listed else ""
