"""Names: their normal form, their acronym, the key that they give an entity."""

from __future__ import annotations

import re
import unicodedata

from rigour.names import remove_org_types, remove_person_prefixes

from allygraph.graph.ids import stable_id
from allygraph.graph.kinds import entity_kinds

_POSSESSIVE = re.compile(r"['\u2019]s\b")
_NOT_NAME = re.compile(r"[^\w&+/.]+|(?<!\w)\.|\.(?!\w)")
_ARTICLE = re.compile(r"^(the|an?)\s+")
#: Words that an acronym passes over: "Bank of Korea" gives BOK as well as BK.
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "du", "des", "der", "und"}
)


def normal_name(name: str, kind: str = "Organisation") -> str:
    """The form in which two spellings of one name are equal.

    Case, Unicode form, punctuation, possessives and leading articles are folded; legal forms ("Inc.", "Co., Ltd.") go
    from organisations, titles ("Dr.", "H.E.") from people. Never empty unless `name` has no letter or digit.
    """
    text = _fold(name)
    bare = text
    if kind == "Organisation":
        bare = _fold(remove_org_types(text))
    elif kind == "Person":
        bare = _fold(remove_person_prefixes(name))
    return bare or text


def _fold(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    text = _NOT_NAME.sub(" ", _POSSESSIVE.sub("", text))
    text = " ".join(text.split())
    return _ARTICLE.sub("", text)


def entity_id(kind: str, name: str) -> str:
    """The key of an entity: a prefix for its kind and a hash of its normal name."""
    return stable_id(entity_kinds()[kind].prefix, normal_name(name, kind))


def acronyms(name: str) -> frozenset[str]:
    """The upper-case acronyms a name can have: of all its words, and of all but the small ones. Empty for one word."""
    words = [word for word in re.split(r"[\s\-/]+", name) if word[:1].isalnum()]
    if len(words) < 2:
        return frozenset()
    every = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word.casefold() not in _SMALL_WORDS).upper()
    return frozenset(form for form in (every, main) if len(form) > 1)
