"""Names of general knowledge: places, organisations, products."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allygraph.graph.model import Kind, Passage
from allygraph.loaders.extraction.names.lexicon import lexicon
from allygraph.loaders.extraction.names.tokens import Shape, Tokens, tokenise

#: Capitals shorter than this are acronyms: "US" is no "us", "ARM" no "Arm".
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A known name: its kind and the main form that its variants share."""

    kind: Kind
    main: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names by exact form and, for text in capitals, by lower-case form; those of several words by first word."""

    exact: Mapping[str, Known]
    folded: Mapping[str, Known]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    def find(self, text: str) -> Known | None:
        """The known name that `text` is, as written or in capitals throughout."""
        text = text.replace("\u2019", "'")
        found = self.exact.get(text)
        if found is None and text.isupper() and len(text) >= _SHORT:
            found = self.folded.get(text.casefold())
        return found

    def match(self, tokens: Tokens, first: int) -> int:
        """The index after the longest known name of several words that begins at token `first`, or `first`."""
        for phrase in self.phrases.get(tokens.lower[first], ()):
            after = first + len(phrase)
            if tuple(tokens.lower[first:after]) == phrase and tokens.shapes[first] is not Shape.LOWER:
                last = tokens.shapes[after - 1]
                if last is not Shape.LOWER:
                    return after
        return first


@cache
def gazetteer() -> Gazetteer:
    """All known names."""
    words = lexicon()
    exact: dict[str, Known] = {name: Known("Organisation", main) for name, main in words.known_organisations.items()}
    exact |= {name: Known("Product", main) for name, main in words.known_products.items()}
    exact |= {name: Known("Place", main) for name, main in words.places.items()}
    folded: dict[str, Known] = {}
    phrases: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name, known in exact.items():
        if len(name) >= _SHORT and not name.isupper():
            folded[name.casefold()] = known
        parts = tuple(tokenise(Passage("", 0, name, 0, len(name))).lower)
        if len(parts) > 1:
            phrases[parts[0]].add(parts)
    ordered = {first: tuple(sorted(found, key=lambda p: (-len(p), p))) for first, found in phrases.items()}
    return Gazetteer(exact, folded, ordered)
