"""Names listed side by side: what one of them is says something of the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from allygraph.graph.model import Document, Kind
from allygraph.loaders.extraction.names.lexicon import weights
from allygraph.loaders.extraction.names.trimming import Candidate
from allygraph.loaders.extraction.names.votes import Vote

_COMMA = re.compile(r"^,\s+(?:the\s+)?$")
_AND = re.compile(r"^,?\s+(?:and|or|&)\s+(?:the\s+)?$")


def find_lists(document: Document, candidates: Sequence[Candidate]) -> Iterator[list[str]]:
    """The forms of each list of three or more names, or of two joined by "and"; `candidates` in reading order."""
    run: list[Candidate] = []
    joined = False
    for one in candidates:
        between = (
            document.text[run[-1].end : one.start]
            if run and run[-1].passage == one.passage and one.start - run[-1].end < 12
            else None
        )
        if between is not None and (_AND.match(between) or _COMMA.match(between)):
            joined = joined or bool(_AND.match(between))
            run.append(one)
            continue
        if len(run) > 2 or (len(run) == 2 and joined):
            yield [" ".join(item.text.split()) for item in run]
        run, joined = [one], False
    if len(run) > 2 or (len(run) == 2 and joined):
        yield [" ".join(item.text.split()) for item in run]


def list_votes(lists: Sequence[Sequence[str]], kinds: Mapping[str, Kind]) -> Mapping[str, list[Vote]]:
    """For each form in a list, a vote for the kind of its accepted neighbours where these agree."""
    votes: defaultdict[str, list[Vote]] = defaultdict(list)
    for forms in lists:
        members = Counter(kinds[text] for text in set(forms) if text in kinds)
        for text in set(forms):
            own = kinds.get(text)
            others = [kind for kind, count in members.items() if count > (kind == own)]
            if len(others) == 1:
                votes[text].append(Vote(others[0], weights()["listed"], "listed beside"))
    return votes
