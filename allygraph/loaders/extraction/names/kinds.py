"""The kind of a name: weighted votes of its form, the word lists and its surroundings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from allygraph.graph.model import Kind
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.joins import is_code
from allygraph.loaders.extraction.names.lexicon import Lexicon, weights
from allygraph.loaders.extraction.names.votes import Vote

#: One rule counts at most so often for one name, or a frequent phrase would decide alone.
_MOST_PER_RULE = 3


#: Particles that bodies have and people do not: "Bundesanstalt für ...".
_OF_BODIES = frozenset({"für", "pour", "para", "per"})
#: Korean given names: "Hyung-chul".
_HYPHENED_GIVEN = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}")

#: Endings that family names have and company names hardly.
_SURNAME_ENDINGS = (
    "ov",
    "ova",
    "ev",
    "eva",
    "sky",
    "ski",
    "ska",
    "enko",
    "vich",
    "yan",
    "ian",
    "sson",
    "sen",
    "berg",
    "stein",
    "mann",
    "shvili",
    "oglu",
    "vić",
    "vic",
    "escu",
    "inen",
    "quist",
    "moto",
    "yama",
    "mura",
)


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
        if not found and _is_branch(parts, known):
            yield Vote("Organisation", table["known_with_place"], "known_with_place")
        elif not found and parts[-1].isalpha() and (owner := known.find(parts[0])) and owner.kind == "Organisation":
            yield Vote("Organisation", table["known_first"], f"known_first: {parts[0]}")
        yield from _head_votes(parts, lows, words)
        yield from _person_votes(parts, lows, words)
    elif text.isupper() and len(text) <= 6:
        yield Vote("Organisation", table["acronym"], "acronym")
        if text[-1].isdigit():
            yield Vote("Product", table["ends_in_digit"], "ends_in_digit")
    elif text.islower():
        yield Vote("Product", table["lower"], "lower")
    elif "-" in text and any(char.isdigit() for char in text):
        yield Vote("Product", table["code_like"], "code_like")
    elif not text.istitle():
        yield Vote("Organisation", table["mixed_case"], "mixed_case")


def _head_votes(parts: list[str], lows: list[str], words: Lexicon) -> Iterator[Vote]:
    last, classes = lows[-1], words.classes
    small = next((i for i, low in enumerate(lows) if low in {"of", "for", "on"}), 0)
    if small and lows[small - 1] in classes["of_heads"]:
        yield _of_head_vote(lows[small - 1], words)
        return
    rules: tuple[tuple[bool, Kind, str], ...] = (
        (lows[0][:2] in ("19", "20") and lows[0].isdigit(), "Product", "event_year"),
        (last in classes["events"], "Product", "event_year"),
        (lows[0] in classes["broadcasting"], "Organisation", "organisation_head"),
        (last.rstrip("s").replace(".", "").isdigit() or is_code(parts[-1]), "Product", "numbered"),
        (last in classes["currencies"], "Product", "currency_of_country"),
        (last.replace(".", "") in classes["legal_forms"], "Organisation", "legal_form"),
        (last in classes["open_heads"], "Product", "open_head"),
        (last in classes["product_heads"], "Product", "product_head"),
        (last in classes["organisation_heads"], "Organisation", "organisation_head"),
        (last in classes["place_heads"], "Place", "place_head"),
        (last.endswith(tuple(classes["organisation_suffixes"])), "Organisation", "organisation_suffix"),
    )
    for met, kind, rule in rules:
        if met:
            yield Vote(kind, weights()[rule], f"{rule}: {last}")
            return


def _of_head_vote(head: str, words: Lexicon) -> Vote:
    """The vote of the head before "of": "Bay of X", "Festival of X", "Bank of X"."""
    if head in words.classes["organisation_heads"]:
        return Vote("Organisation", weights()["of_head"], f"of_head: {head}")
    if head in words.classes["place_heads"]:
        return Vote("Place", weights()["place_head"], f"place_head: {head}")
    if head in words.classes["product_heads"]:
        return Vote("Product", weights()["product_head"], f"product_head: {head}")
    return Vote("Organisation", weights()["of_head"], f"of_head: {head}")


def _person_votes(parts: list[str], lows: list[str], words: Lexicon) -> Iterator[Vote]:
    table = weights()
    if len(parts) > 5 or lows[-1] in words.classes["legal_forms"] or lows[-1] in words.classes["organisation_heads"]:
        return
    if lows[0] in words.classes["organisation_openings"]:
        yield Vote("Organisation", table["organisation_opening"], f"organisation_opening: {lows[0]}")
        return
    if any(low in _OF_BODIES for low in lows):
        yield Vote("Organisation", table["organisation_opening"], "particle of a body")
        return
    if not all(_is_personal(part) for part in parts) or parts[-1] in words.places:
        return
    yield from _given_name_votes(parts, lows, words)
    if any(len(part.rstrip(".")) == 1 and part[0].isupper() for part in parts[1:-1]):
        yield Vote("Person", table["initial_inside"], "initial_inside")
    if any(
        low in words.classes["particles"] and part[0].islower()
        for part, low in zip(parts[1:-1], lows[1:-1], strict=True)
    ):
        yield Vote("Person", table["particle_inside"], "particle_inside")
    if parts[-1] in words.surnames or (len(parts[-1]) > 5 and lows[-1].endswith(_SURNAME_ENDINGS)):
        yield Vote("Person", table["surname"], f"surname: {parts[-1]}")
    plain = all(part.istitle() for part in parts) and not any(words.is_common(low) for low in lows)
    if len(parts) in (2, 3) and plain and parts[0] not in words.places and "." not in parts[0]:
        yield Vote("Person", table["two_or_three_plain_words"], "two_or_three_plain_words")


def _given_name_votes(parts: list[str], lows: list[str], words: Lexicon) -> Iterator[Vote]:
    table = weights()
    if any(_HYPHENED_GIVEN.fullmatch(part) for part in (parts[0], parts[-1])):
        yield Vote("Person", table["hyphened_given_name"], "hyphened_given_name")
    first = parts[0].split("-")[0]
    if first in words.given_names or (parts[0].isupper() and first.title() in words.given_names):
        yield Vote("Person", table["given_name"], f"given_name: {first}")
    elif len(parts) in (2, 3) and parts[-1] in words.given_names and not words.is_common(lows[0]):
        yield Vote("Person", table["given_name"] / 2, f"given_name last: {parts[-1]}")


def _is_personal(part: str) -> bool:
    """Whether a word can stand in a person's name: letters, an inner hyphen or apostrophe, no inner capitals."""
    bare = part.rstrip(".").replace("-", "").replace("'", "").replace("\u2019", "")
    if not bare.isalpha():
        return False
    return (
        bare.islower()
        or bare.istitle()
        or len(bare) == 1
        or part.isupper()
        or bare[:2] in {"Mc", "O'", "De", "Di"}
        or part[:3] == "Mac"
        or not part.isascii()
        or "-" in part
        or "'" in part
    )


def _is_branch(parts: list[str], known: Gazetteer) -> bool:
    """Whether a known organisation and a place make the name ("Euronext Paris")."""
    for size in range(1, min(len(parts), 4)):
        left, right = known.find(" ".join(parts[:size])), known.find(" ".join(parts[size:]))
        if left and right and left.kind == "Organisation" and right.kind == "Place":
            return True
    return False


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
