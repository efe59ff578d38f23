"""The kind of a name: weighted votes of its form, the word lists and its surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.cues import Vote
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon, weights

#: One rule counts at most so often for one name, or a frequent phrase would decide alone.
_MOST_PER_RULE = 3


def form_votes(text: str, words: Lexicon, known: Gazetteer) -> Iterator[Vote]:
    """The votes of the name itself."""
    table = weights()
    found = known.find(text)
    if found:
        rule = {"Place": "gazetteer_place", "Organisation": "known_organisation"}.get(found.kind, "known_product")
        yield Vote(found.kind, table[rule], rule)
    yield Vote("Organisation", table["prior_organisation"], "prior_organisation")
    parts = text.replace(",", " ").split()
    lows = [part.casefold().rstrip(".") for part in parts]
    if len(parts) > 1:
        yield from _head_votes(lows, words)
        yield from _person_votes(parts, lows, words)
    elif text.isupper() and len(text) <= 6:
        yield Vote("Organisation", table["acronym"], "acronym")
    elif not text.istitle():
        yield Vote("Organisation", table["mixed_case"], "mixed_case")


def _head_votes(lows: list[str], words: Lexicon) -> Iterator[Vote]:
    table = weights()
    last = lows[-1]
    small = next((i for i, low in enumerate(lows) if low in {"of", "for", "on"}), None)
    if small and lows[small - 1] in words.classes["of_heads"]:
        head = lows[small - 1]
        if head in words.classes["place_heads"] and head not in words.classes["organisation_heads"]:
            yield Vote("Place", table["place_head"], f"place_head: {head}")
        elif head in words.classes["product_heads"]:
            yield Vote("Product", table["product_head"], f"product_head: {head}")
        else:
            yield Vote("Organisation", table["of_head"], f"of_head: {head}")
        return
    if last in words.classes["legal_forms"]:
        yield Vote("Organisation", table["legal_form"], f"legal_form: {last}")
    elif last in words.classes["product_heads"]:
        yield Vote("Product", table["product_head"], f"product_head: {last}")
    elif last in words.classes["organisation_heads"]:
        yield Vote("Organisation", table["organisation_head"], f"organisation_head: {last}")
    elif last in words.classes["place_heads"]:
        yield Vote("Place", table["place_head"], f"place_head: {last}")


def _person_votes(parts: list[str], lows: list[str], words: Lexicon) -> Iterator[Vote]:
    table = weights()
    if len(parts) > 5 or lows[-1] in words.classes["legal_forms"] or lows[-1] in words.classes["organisation_heads"]:
        return
    if any(part.isdigit() or "&" in part or "/" in part for part in parts):
        return
    first = parts[0].split("-")[0]
    if first in words.given_names or (parts[0].isupper() and first.title() in words.given_names):
        yield Vote("Person", table["given_name"], f"given_name: {first}")
    elif len(parts) in (2, 3) and parts[-1] in words.given_names and not words.is_common(lows[0]):
        yield Vote("Person", table["given_name"] / 2, f"given_name last: {parts[-1]}")
    if any(len(part.rstrip(".")) == 1 and part[0].isupper() for part in parts[1:-1]):
        yield Vote("Person", table["initial_inside"], "initial_inside")
    if any(low in words.classes["particles"] and part[0].islower() for part, low in zip(parts[1:-1], lows[1:-1], strict=True)):
        yield Vote("Person", table["particle_inside"], "particle_inside")
    if len(parts) in (2, 3) and all(part.istitle() for part in parts) and not any(words.is_common(low) for low in lows):
        yield Vote("Person", table["two_or_three_plain_words"], "two_or_three_plain_words")


def tally(votes: Iterable[Vote]) -> Counter[Kind]:
    """The sum of the votes by kind."""
    seen: Counter[tuple[Kind, str]] = Counter()
    total: Counter[Kind] = Counter()
    for vote in votes:
        seen[vote.kind, vote.rule] += 1
        if seen[vote.kind, vote.rule] <= _MOST_PER_RULE:
            total[vote.kind] += vote.weight  # type: ignore[assignment]
    return total


def decide(votes: Iterable[Vote]) -> Kind:
    """The kind with most votes; an organisation when nothing is said."""
    total = tally(votes)
    order: tuple[Kind, ...] = ("Organisation", "Person", "Product", "Place")
    return max(order, key=lambda kind: total[kind])
