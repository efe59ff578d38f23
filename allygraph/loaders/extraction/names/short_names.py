"""Short forms of longer names: "Metaverse" for "Metaverse Foundation", "Waalwijk" for "FC Waalwijk"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from allygraph.loaders.extraction.names.forms import Form
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.joins import SMALL_WORDS, Join, is_code
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
    found: dict[str, list[Form]] = {"general": [], "soft": [], "other": []}
    for form in longer:
        rest = [word.casefold().strip(".,") for word in form.words[len(short.words) :]]
        if sort := _sort_of_rest(short, form, rest, words, known):
            found[sort].append(form)
    if found["general"]:
        return found["general"][0], 0.9, "general ending left out"
    if known.find(short.text):
        return None
    if len(found["soft"]) == 1:
        return found["soft"][0], 0.65, "ending left out after the first mention"
    other = found["other"]
    if other and _are_one([_bare(form, words) for form in longer]) and short.kind == other[0].kind:
        return other[0], 0.6, "beginning of one longer name"
    return None


def _sort_of_rest(short: Form, form: Form, rest: Sequence[str], words: Lexicon, known: Gazetteer) -> str | None:
    """What the longer name has more: a general ending, a soft one, other words; None where it names another thing."""
    heads = words.classes["product_heads"]
    if len(rest) == 1 and "." in rest[0] and rest[0].replace(".", "").isdigit():
        return "general"
    branch = known.find(" ".join(form.words[len(short.words) :]))
    if not _kinds_agree(short, form) or (branch and branch.kind == "Place"):
        return None
    of_product = short.kind == form.kind == "Product" and all(word in heads for word in rest)
    family = rest[0] in {"&", "and"} and rest[-1] in words.classes["family_endings"]
    if of_product or family or all(word.replace(".", "") in words.classes["dropped_endings"] for word in rest):
        return "general"
    if len(rest) == 1 and rest[0] in words.classes["soft_units"] and _comes_first(form, short):
        return "soft"
    if short.kind == "Organisation":
        heads -= words.classes["open_heads"]
    units = words.classes["unit_endings"] | SMALL_WORDS | heads
    return None if is_code(form.words[-1]) or any(word in units for word in rest) else "other"


def _are_one(longer: Sequence[tuple[str, ...]]) -> bool:
    """Whether every name begins the next longer one: "Acme Heavy", "Acme Heavy Works"."""
    ordered = sorted(longer, key=len)
    return all(right[: len(left)] == left for left, right in pairwise(ordered))


def _bare(form: Form, words: Lexicon) -> tuple[str, ...]:
    """The words of a name without legal forms."""
    return tuple(word.casefold() for word in form.words if word.casefold() not in words.classes["legal_forms"])


def _comes_first(long: Form, short: Form) -> bool:
    """Whether the text, its headline aside, has the long form before the short one."""
    after = [one.start for one in short.occurrences if one.passage]
    return not after or long.occurrences[0].start < after[0]


def _kinds_agree(short: Form, long: Form) -> bool:
    if short.kind == long.kind:
        return True
    if any(vote.rule in ("known_product", "gazetteer_place") or vote.rule.startswith("named") for vote in short.votes):
        return False
    return short.context < 4 and long.kind == "Organisation"
