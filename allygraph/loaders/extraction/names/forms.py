"""Every written form of a document's names: where it stands, how it was met, what votes it gathered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.cues import Vote, context_votes
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.kinds import decide, form_votes, tally
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate

#: Context votes that a name made of ordinary words needs, and one met only at the start of sentences.
_ENOUGH = 2.0
_ENOUGH_AT_START = 0.8


@dataclass(frozen=True, slots=True)
class Form:
    """One written form with its occurrences in reading order and all its votes; `words` are those with letters or digits."""

    text: str
    words: tuple[str, ...]
    occurrences: tuple[Candidate, ...]
    votes: tuple[Vote, ...]
    context: float
    kind: Kind


def gather_forms(
    candidates: Iterable[Candidate], tokens: Sequence[Tokens], words: Lexicon, known: Gazetteer
) -> Mapping[str, Form]:
    """The accepted forms by text (spaces folded), in the order of their first occurrence."""
    grouped: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        grouped.setdefault(" ".join(candidate.text.split()), []).append(candidate)
    forms: dict[str, Form] = {}
    for text, found in grouped.items():
        context = [vote for one in found for vote in context_votes(tokens[one.passage], one)]
        votes = (*form_votes(text, words, known), *context)
        total = max(tally(context).values(), default=0.0)
        form = Form(text, _words(text), tuple(found), votes, total, decide(votes))
        if is_accepted(form, tokens, words, known):
            forms[text] = form
    return forms


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip(".,") for part in text.split() if part.strip(".,"))


def is_accepted(form: Form, tokens: Sequence[Tokens], words: Lexicon, known: Gazetteer) -> bool:
    """Whether the form is a name, not ordinary words with capitals."""
    if known.find(form.text):
        return True
    first = form.occurrences[0]
    lows = [word.casefold() for word in form.words]
    plain = all(words.is_common(low) or words.is_not_name(low) or word in words.demonyms for low, word in zip(lows, form.words, strict=True))
    only_at_start = all(one.initial for one in form.occurrences)
    if len(form.words) == 1:
        shape = tokens[first.passage].shapes[first.first]
        if shape is Shape.UPPER and not plain:
            return form.context > 0 or not all(_is_modifier(one, tokens[one.passage], words) for one in form.occurrences)
        if plain:
            return not only_at_start and not _is_nominal(form, tokens, words) and form.context >= _ENOUGH
        if only_at_start and shape is Shape.CAPITAL:
            return form.context >= _ENOUGH_AT_START
        return True
    if not plain:
        return True
    heads = words.classes["organisation_heads"] | words.classes["legal_forms"] | words.classes["product_heads"]
    small = any(low in {"of", "for"} and lows[i - 1] in words.classes["of_heads"] for i, low in enumerate(lows) if i)
    return lows[-1] in heads or small or form.context >= _ENOUGH


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
    articles = {"the", "this", "our", "its", "their", "such", "said"}
    return all(one.first and tokens[one.passage].lower[one.first - 1] in articles for one in form.occurrences)
