"""Names that are written without a capital: substances after "drug", currencies after "the"."""

from __future__ import annotations

import re

from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

_SUBSTANCES = frozenset({"drug", "vaccine", "medicine", "antibody", "compound", "molecule", "therapy", "inhibitor"})
#: Endings of the international nonproprietary names of drugs (the stems that the WHO publishes), and common alike.
_STEMS = re.compile(
    r"[a-z]{2,}(?:mab|nib|vir|xin|tide|statin|pril|sartan|zole|olol|mycin|cillin|gliptin|gliflozin|parin|cept|afil|idine|oxin|ine|one|ib|ide|lin|sen|ran|leucel)"
)


def is_lower_name(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a word in lower case is a name: known, a drug after "drug", a currency after "the" and before a verb."""
    word = tokens.words[index]
    if tokens.shapes[index] is not Shape.LOWER:
        return False
    if word in words.known_products:
        return True
    if not index or index + 1 >= len(tokens.words):
        return False
    before = tokens.lower[index - 1]
    if before in _SUBSTANCES:
        return not words.is_common(word) and bool(_STEMS.fullmatch(word))
    return before == "the" and is_currency(word, words) and _acts(tokens, index + 1, words)


def is_currency(word: str, words: Lexicon) -> bool:
    """Whether the word is a currency; "won", "real", "pound" and "rand" have other uses."""
    return word in words.classes["currencies"] - {"won", "real", "pound", "rand", "crown"}


def _acts(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether a verb or a mark follows: "the yen fell", "against the dollar."."""
    low = tokens.lower[index]
    follows = words.classes["index_verbs"] | words.classes["auxiliaries"] | {"to", "and", "against"}
    return low in follows or low in cue_tables()["verb_after"] or low in {".", ",", ";", ")"} or low.endswith("ed")
