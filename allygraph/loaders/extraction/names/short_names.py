"""Short forms of longer names: "Metaverse" for "Metaverse Foundation", "Waalwijk" for "FC Waalwijk"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from allygraph.loaders.extraction.names.forms import Form
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.joins import SMALL_WORDS, Join
from allygraph.loaders.extraction.names.lexicon import Lexicon

#: Words of a short form at most.
_LONGEST_SHORT = 4


def short_names(forms: Mapping[str, Form], words: Lexicon, known: Gazetteer) -> Iterator[Join]:
    """The beginning of one longer name alone, or a name without its general first word. Cost: O(forms)."""
    longer: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in forms.values():
        if form.kind not in ("Organisation", "Product"):
            continue
        lows = tuple(word.casefold() for word in form.words)
        for size in range(1, min(len(lows), _LONGEST_SHORT + 1)):
            longer[lows[:size]].append(form)
        if form.kind == "Organisation" and len(lows) > 1 and lows[0] in words.classes["dropped_beginnings"]:
            rest = " ".join(form.words[1:])
            if rest in forms and forms[rest].kind != "Person":
                yield Join(form.text, rest, 0.85, "general beginning left out")
    for text, form in forms.items():
        if form.kind not in ("Organisation", "Product"):
            continue
        fitting = longer.get(tuple(word.casefold() for word in form.words), [])
        if best := _best_long(form, fitting, words, known):
            yield Join(best[0].text, text, best[1], best[2])


def _best_long(short: Form, longer: Sequence[Form], words: Lexicon, known: Gazetteer) -> tuple[Form, float, str] | None:
    dropped, units = words.classes["dropped_endings"], words.classes["unit_endings"]
    generic: list[Form] = []
    other: list[Form] = []
    for form in longer:
        rest = [word.casefold().strip(".,") for word in form.words[len(short.words) :]]
        if not _kinds_agree(short, form):
            continue
        of_product = short.kind == form.kind == "Product" and all(
            word in words.classes["product_heads"] for word in rest
        )
        if (
            of_product
            or all(word in dropped for word in rest)
            or (rest[0] in {"&", "and"} and rest[-1] in words.classes["family_endings"])
        ):
            generic.append(form)
        elif not any(word in units or word in SMALL_WORDS or word in words.classes["product_heads"] for word in rest):
            other.append(form)
    if generic:
        return generic[0], 0.9, "general ending left out"
    if len(other) == 1 and len(longer) == 1 and short.kind == other[0].kind and not known.find(short.text):
        return other[0], 0.6, "beginning of one longer name"
    return None


def _kinds_agree(short: Form, long: Form) -> bool:
    if short.kind == long.kind:
        return True
    if any(vote.rule in ("known_product", "gazetteer_place") or vote.rule.startswith("named") for vote in short.votes):
        return False
    return short.context < 4 and long.kind == "Organisation"
