"""Every written form of a document's names: where it stands, how it was met, what votes it gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allygraph.graph.model import Document, Kind
from allygraph.loaders.extraction.names.cues import Vote, context_votes
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.kinds import decide, form_votes, tally
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.lists import find_lists, list_votes
from allygraph.loaders.extraction.names.tokens import Shape, Tokens
from allygraph.loaders.extraction.names.trimming import Candidate

#: Context votes that a name made of ordinary words needs, and one met only at the start of sentences.
_ENOUGH_PLAIN = 1.5
_ENOUGH_MIDDLE = 1.0
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
    document: Document, candidates: Sequence[Candidate], tokens: Sequence[Tokens], words: Lexicon, known: Gazetteer
) -> Mapping[str, Form]:
    """The accepted forms by text (spaces folded), in the order of their first occurrence; `candidates` in reading order."""
    grouped: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        grouped.setdefault(" ".join(candidate.text.split()), []).append(candidate)
    found = {text: _form(text, occurrences, (), tokens, words, known) for text, occurrences in grouped.items()}
    kinds = {text: form.kind for text, form in found.items() if is_accepted(form, tokens, words, known)}
    listed = list_votes(list(find_lists(document, candidates)), kinds)
    forms: dict[str, Form] = {}
    for text, form in found.items():
        if text in listed:
            form = _form(text, form.occurrences, listed[text], tokens, words, known)
        if text in kinds or (text in listed and is_accepted(form, tokens, words, known)):
            forms[text] = form
    return forms


def _form(
    text: str,
    occurrences: Sequence[Candidate],
    more: Sequence[Vote],
    tokens: Sequence[Tokens],
    words: Lexicon,
    known: Gazetteer,
) -> Form:
    context = [vote for one in occurrences for vote in context_votes(tokens[one.passage], one)]
    votes = (*form_votes(text, words, known), *context, *more)
    total = max(tally([*context, *more]).values(), default=0.0)
    return Form(text, _words(text), tuple(occurrences), votes, total, decide(votes))


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip(".,") for part in text.split() if part.strip(".,"))


def is_accepted(form: Form, tokens: Sequence[Tokens], words: Lexicon, known: Gazetteer) -> bool:
    """Whether the form is a name, not ordinary words with capitals."""
    if known.find(form.text):
        return True
    first = form.occurrences[0]
    lows = [word.casefold() for word in form.words]
    plain = all(
        words.is_common(low) or words.is_not_name(low) or word in words.demonyms
        for low, word in zip(lows, form.words, strict=True)
    )
    only_at_start = all(one.initial for one in form.occurrences)
    if len(form.words) == 1:
        shape = tokens[first.passage].shapes[first.first]
        if shape is Shape.UPPER and not plain:
            return form.context > 0 or not all(
                _is_modifier(one, tokens[one.passage], words) for one in form.occurrences
            )
        if plain:
            return not only_at_start and not _is_nominal(form, tokens, words) and form.context >= _ENOUGH_PLAIN
        if shape is Shape.CAPITAL and all(one.headline for one in form.occurrences):
            return form.context >= _ENOUGH_AT_START
        if only_at_start and shape is Shape.CAPITAL:
            return form.context >= _ENOUGH_AT_START or not lows[0].endswith(_PLURAL_ENDINGS)
        return True
    if not plain:
        return True
    if any(_is_generic_long_form(one, tokens[one.passage], words) for one in form.occurrences):
        return False
    if not only_at_start and any(
        low in words.function and word.istitle() for low, word in zip(lows[1:-1], form.words[1:-1], strict=True)
    ):
        return True
    if lows[-1] in words.classes["document_heads"] or all(one.role_before for one in form.occurrences):
        return form.words[0] in words.given_names and form.kind == "Person"
    if form.words[0] in words.given_names and len(form.words) < 4 and form.kind == "Person":
        return True
    heads = words.classes["organisation_heads"] | words.classes["legal_forms"] | words.classes["product_heads"]
    small = any(low in {"of", "for"} and lows[i - 1] in words.classes["of_heads"] for i, low in enumerate(lows) if i)
    return lows[-1] in heads or small or _plain_context(form) >= _ENOUGH_MIDDLE


def _is_generic_long_form(candidate: Candidate, tokens: Tokens, words: Lexicon) -> bool:
    """Whether a generic acronym follows in brackets: "Distributed Ledger Technology (DLT)"."""
    row = tokens.words[candidate.last + 1 : candidate.last + 4]
    return len(row) == 3 and row[0] == "(" and row[2] == ")" and words.is_not_name(row[1])


def _plain_context(form: Form) -> float:
    """Votes of the surroundings that tell a name from a function: "Head of Capital Funding" tells nothing."""
    return max((vote.weight for vote in form.votes if vote.rule.startswith(_TELLING)), default=0.0)


#: Endings of ordinary words that no list holds; a lone word with one of them at the start of a sentence is no name.
_PLURAL_ENDINGS = (
    "ies",
    "ers",
    "ors",
    "ists",
    "isms",
    "ics",
    "ants",
    "ents",
    "ages",
    "als",
    "ing",
    "ed",
    "ion",
    "ism",
    "ity",
    "ment",
    "able",
    "ible",
    "ful",
    "less",
    "ous",
    "ive",
    "ance",
    "ence",
)

_TELLING = (
    "listed",
    "noun_before",
    "named",
    "apposition",
    "verb_after",
    "after",
    "before",
    "possessive",
    "title before",
)


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
