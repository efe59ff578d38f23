"""Which forms are names and which are ordinary words with capitals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from allygraph.loaders.extraction.names.appositions import is_role
from allygraph.loaders.extraction.names.forms import Form
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.opinions import SURELY_NONE
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate

#: Context votes that an ordinary word needs, several ordinary words, a strange word met only where sentences begin.
_ENOUGH_PLAIN, _ENOUGH_PHRASE, _ENOUGH_AT_START = 1.5, 1.0, 0.8
#: Rules that tell a name from a function: "Head of Capital Funding" tells nothing of capital funding.
_TELLING = ("listed", "noun_before", "named", "apposition", "verb_after", "after", "before", "possessive", "title")
#: Endings of ordinary words that no list holds; a lone word with one of them at the start of a sentence is no name.
_PLAIN_ENDINGS = (
    *("ies", "ers", "ors", "ists", "isms", "ics", "ants", "ents", "ages", "als", "ing", "ed", "ion", "ism", "ity"),
    *("ment", "able", "ible", "ful", "less", "ous", "ive", "ance", "ence"),
)
_DEFINITE = frozenset({"the", "this", "our", "its", "their", "such", "said"})


def is_accepted(form: Form, tokens: Sequence[Tokens], words: Lexicon, known: Gazetteer) -> bool:
    """Whether the form is a name. Known names always are; what a reader surely takes for none is not."""
    if known.find(form.text):
        return True
    if form.read is not None and form.read < SURELY_NONE:
        return False
    plain = all(
        words.is_common(word.casefold()) or words.is_not_name(word) or word in words.demonyms for word in form.words
    )
    if len(form.words) == 1:
        return _accepts_word(form, tokens, words, plain=plain)
    return not plain or _accepts_plain_phrase(form, tokens, words)


def _accepts_word(form: Form, tokens: Sequence[Tokens], words: Lexicon, *, plain: bool) -> bool:
    first = form.occurrences[0]
    shape = tokens[first.passage].shapes[first.first]
    if shape is Shape.LOWER:
        return True
    only_at_start = all(one.initial for one in form.occurrences)
    if plain and shape is Shape.UPPER and form.words[0].casefold() in words.common and not only_at_start:
        return any(_follows_preposition(one, tokens[one.passage], words) for one in form.occurrences)
    if plain:
        enough = not only_at_start and form.context >= _ENOUGH_PLAIN and not _is_function(form)
        return enough and not _is_nominal(form, tokens, words)
    if shape is Shape.UPPER:
        coded = not form.text.isalpha()
        return (
            coded
            or form.context > 0
            or not all(_is_modifier(one, tokens[one.passage], words) for one in form.occurrences)
        )
    if shape is not Shape.CAPITAL or not only_at_start or form.context >= _ENOUGH_AT_START:
        return True
    headline = all(one.headline for one in form.occurrences)
    return not headline and not form.words[0].casefold().endswith(_PLAIN_ENDINGS)


def _accepts_plain_phrase(form: Form, tokens: Sequence[Tokens], words: Lexicon) -> bool:
    """Several ordinary words: a name with the head of one, or in the surroundings of one."""
    lows = [word.casefold() for word in form.words]
    if any(_is_generic_long_form(one, tokens[one.passage], words) for one in form.occurrences):
        return False
    inner = zip(lows[1:-1], form.words[1:-1], strict=True)
    raised_small_word = any(low in words.function and word.istitle() for low, word in inner)
    if raised_small_word and not all(one.initial for one in form.occurrences):
        return True
    person = form.words[0] in words.given_names and len(lows) < 4 and form.kind == "Person"
    if lows[-1] in words.classes["document_heads"] or all(one.role_before for one in form.occurrences):
        return person
    heads = words.classes["organisation_heads"] | words.classes["legal_forms"] | words.classes["product_heads"]
    of_heads = words.classes["of_heads"]
    nested = any(low in {"of", "for"} and before in of_heads for before, low in pairwise(lows))
    if person or nested or lows[-1] in heads:
        return True
    return any(vote.weight >= _ENOUGH_PHRASE and vote.rule.startswith(_TELLING) for vote in form.votes)


def _is_generic_long_form(candidate: Candidate, tokens: Tokens, words: Lexicon) -> bool:
    """Whether a generic acronym follows in brackets: "Distributed Ledger Technology (DLT)"."""
    row = tokens.words[candidate.last + 1 : candidate.last + 4]
    return len(row) == 3 and row[0] == "(" and row[2] == ")" and words.is_not_name(row[1])


def _is_modifier(candidate: Candidate, tokens: Tokens, words: Lexicon) -> bool:
    """Whether an unknown acronym only qualifies an ordinary noun ("TCSP license")."""
    after = candidate.last + 1
    if after >= len(tokens.words) or tokens.shapes[after] is not Shape.LOWER:
        return False
    low = tokens.lower[after]
    return low not in words.function and low in words.common and not low.endswith("ed")


def _is_nominal(form: Form, tokens: Sequence[Tokens], words: Lexicon) -> bool:
    """Whether the word is only ever "the Company", "our Board"."""
    if form.words[0].casefold() not in words.classes["nominals"]:
        return False
    return all(one.first and tokens[one.passage].lower[one.first - 1] in _DEFINITE for one in form.occurrences)


def _is_function(form: Form) -> bool:
    """Whether all that speaks for the word is a role before it: "Head of Communications"."""
    said = [vote.rule for vote in form.votes if vote.rule.startswith(("with_preposition", *_TELLING))]
    return bool(said) and all(rule.startswith("with_preposition") and is_role(rule.split()[-1]) for rule in said)


def _follows_preposition(candidate: Candidate, tokens: Tokens, words: Lexicon) -> bool:
    """Whether the word stands in running text after a preposition ("listed on AIM")."""
    return candidate.first > 0 and tokens.lower[candidate.first - 1] in words.classes["prepositions"]
