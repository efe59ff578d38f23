"""Every written form of a document's names: where it stands and what votes it gathered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.cues import context_votes
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.kinds import decide, form_votes, tally
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.opinions import Opinion, mean_opinion, opinion_votes
from allygraph.loaders.extraction.names.tokens import Tokens
from allygraph.loaders.extraction.names.trimming import Candidate
from allygraph.loaders.extraction.names.votes import Vote


@dataclass(frozen=True, slots=True)
class Form:
    """One written form with its occurrences in reading order and all its votes.

    `words` are those with letters or digits; `context` is the highest sum of votes that its surroundings give a kind.
    `read` is how sure a reader of the whole text is that it is a name, None where nobody read it.
    """

    text: str
    words: tuple[str, ...]
    occurrences: tuple[Candidate, ...]
    votes: tuple[Vote, ...]
    context: float
    kind: Kind
    read: float | None = None


def gather_forms(
    candidates: Iterable[Candidate],
    tokens: Sequence[Tokens],
    words: Lexicon,
    known: Gazetteer,
    opinion: Opinion | None = None,
) -> Mapping[str, Form]:
    """The forms by text (spaces folded), in the order of their first occurrence."""
    grouped: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        grouped.setdefault(" ".join(candidate.text.split()), []).append(candidate)
    forms: dict[str, Form] = {}
    for text, occurrences in grouped.items():
        context = [vote for one in occurrences for vote in context_votes(tokens[one.passage], one)]
        votes = (*form_votes(text, words, known), *context)
        total = max(tally(context).values(), default=0.0)
        read = None
        if opinion is not None:
            shares = mean_opinion([(one.start, one.end) for one in occurrences], opinion)
            votes, read = (*votes, *opinion_votes(shares)), sum(shares.values())
        parts = tuple(part.strip(".,") for part in text.split() if part.strip(".,"))
        forms[text] = Form(text, parts or (text,), tuple(occurrences), votes, total, decide(votes), read)
    return forms


def with_votes(form: Form, votes: Sequence[Vote]) -> Form:
    """The form with more votes of its surroundings."""
    every = (*form.votes, *votes)
    return replace(form, votes=every, context=form.context + max(vote.weight for vote in votes), kind=decide(every))
