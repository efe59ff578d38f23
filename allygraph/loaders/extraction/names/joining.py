"""What goes on a name: more words with capitals, small words between them, hyphens, numbers, legal forms."""

from __future__ import annotations

import re

from allygraph.loaders.extraction.names.boundaries import NAME_SHAPES, breaks_name, is_initial_letter, is_inner
from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.special_parts import join_special
from allygraph.loaders.extraction.names.tokens import Shape, Tokens

#: Spaces that may stand inside a name (a wrapped line has one or two characters).
_WIDEST_GAP = 2
#: Letters on each side of a slash inside a name, digits of a number that ends one.
_SLASHED, _DIGITS, _CHANNEL = 4, 3, 2
#: Endings of what a body is for: "Organization for the Prohibition of Chemical Weapons".
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ity")
#: Version of a product: "GraphKit 2.0".
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
#: Small words inside names that end in the head of an organisation: "the Campaign Against Hunger Foundation".
_IN_TITLES = frozenset({"to", "from", "with", "against", "without"})


def join_next(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int:
    """The index after the next part of the name that begins at `first`, or `after` when it ends there."""
    if tokens.gap(after) > _WIDEST_GAP or after in tokens.masked:
        return after
    if special := join_special(tokens, first, after, words, known):
        return special
    if tokens.shapes[after] in NAME_SHAPES or tokens.shapes[after] is Shape.LETTER:
        return _join_word(tokens, first, after, words, known)
    if after + 1 >= len(tokens.words) or after + 1 in tokens.masked:
        return after
    if tokens.gap(after) == 0 and tokens.gap(after + 1) == 0:
        return _join_glued(tokens, first, after, words, known)
    low = tokens.lower[after]
    if low[0].isdigit() and tokens.gap(after) == 1:
        return after + 1 if _numbers_name(tokens, after, words, known) else after
    if low in {"of", "for", "on", "in", "and"}:
        return _join_small_word(tokens, first, after, words, known)
    if low in _IN_TITLES:
        return _join_to_head(tokens, first, after, words)
    if tokens.shapes[after + 1] in NAME_SHAPES and not breaks_name(tokens, after + 1, words):
        return _join_mark(tokens, first, after, words)
    return after


def _join_mark(tokens: Tokens, first: int, after: int, words: Lexicon) -> int:
    """Joins "& Sons", ", Inc", "de Cervantes"."""
    word, low = tokens.words[after], tokens.lower[after]
    if word == "&":
        listed = first > 1 and tokens.words[first - 1] == "," and tokens.shapes[first - 2] in NAME_SHAPES
        return after if listed else after + 2
    legal = tokens.lower[after + 1] in words.classes["legal_forms"]
    inner = tokens.shapes[after] is Shape.LOWER and low not in words.function
    if low in words.classes["particles"] or (legal and (word == "," or inner)):
        return after + 2
    return after


def _join_word(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int:
    gap, before, low = tokens.gap(after), tokens.words[after - 1], tokens.lower[after]
    if tokens.shapes[after] is Shape.LETTER and not is_initial_letter(tokens, after):
        general = words.is_not_name("".join(tokens.words[after : after + 3]))  # "R&D"
        return after if gap == 0 or general or tokens.words[after] in "AI" else after + 1
    if (gap == 0 and before != ".") or _is_label(tokens, after):
        return after
    legal = words.classes["legal_forms"]
    if before == "." and tokens.lower[after - 2] in legal and low not in legal:
        return after
    if breaks_name(tokens, after, words) and not is_inner(tokens, first, after, words):
        return after
    return max(known.match(tokens, after), after + 1)


def _is_label(tokens: Tokens, index: int) -> bool:
    """Whether the label of the next row of a fact sheet stands there: "Board: X\nShareholders: Y"."""
    return tokens.words[index + 1 : index + 2] == [":"] and tokens.lower[index] in cue_tables()["label"]


def _join_glued(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int:
    """Hyphen, slash, dot, ampersand without spaces: "F-16", "Hyung-chul", "DC/EP", "Node.js", "AT&T"."""
    mark, left, right = tokens.words[after], tokens.words[after - 1], tokens.words[after + 1]
    shape = tokens.shapes[after + 1]
    joined = mark in "&+" and (shape in NAME_SHAPES or shape is Shape.LETTER)
    if mark == "-" and shape is Shape.LOWER:
        joined = not words.is_common(right) and right not in words.classes["hyphen_tails"]
    elif mark == "-":
        peoples = left in words.demonyms or right in words.demonyms
        whole = peoples and _ends_in_head(tokens, after + 1, words)
        owners = (known.find(" ".join(tokens.words[first:after])), known.find(right))
        apart = all(owners) and any(one.kind != "Organisation" for one in owners if one)
        joined = whole or (right.isalnum() and not peoples and not apart)
    elif mark == "/" and right.isdigit():
        joined = left[0].isalpha() and left[-1].isdigit()
    elif mark == "/":
        short = all(part.isupper() and len(part) <= _SLASHED for part in (left, right))
        joined = short and not any(words.is_not_name(part) or known.find(part) for part in (left, right))
    elif mark == "." and shape is Shape.LOWER:
        joined = len(right) <= _DIGITS
    return after + 2 if joined else after


def _ends_in_head(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether words with capitals go on after `index` up to an organisation's last word: "Anglo-Dutch Chess League"."""
    end = index
    while end + 1 < len(tokens.words) and tokens.shapes[end + 1] is Shape.CAPITAL and tokens.gap(end + 1) == 1:
        end += 1
    return end > index and tokens.lower[end] in words.classes["organisation_heads"]


def _numbers_name(tokens: Tokens, index: int, words: Lexicon, known: Gazetteer) -> bool:
    """Whether a number is the end of a name ("Falcon 9", "Boeing 737s"): short, no noun or unit after it."""
    number, before = tokens.words[index], tokens.lower[index - 1]
    if _VERSION.fullmatch(number) and tokens.lower[index + 1] not in words.classes["counted"]:
        plain = words.is_common(before) or words.is_not_name(before) or before in words.classes["months"]
        follows = tokens.lower[index + 1]
        return not plain and (follows in words.function or not (follows[0].isalnum() or follows == "%"))
    if before in words.classes["broadcasting"] and number.isdigit() and len(number) <= _CHANNEL:
        return True
    if not number.rstrip("s").isdigit() or before in words.not_names or before in words.classes["months"]:
        return False
    if number.endswith("s") or len(number) > _DIGITS:
        return number.endswith("s") and len(number) == _DIGITS + 1
    following = tokens.lower[index + 1]
    if following in {"(", ";"}:
        return not words.is_common(before) and not known.find(tokens.words[index - 1])
    if following in {".", ",", ")"}:
        return not known.find(tokens.words[index - 1])
    listed = (
        tokens.shapes[index - 1] is Shape.UPPER and len(number) > 1 and index > 1 and tokens.lower[index - 2] == "the"
    )
    small = following in words.function and (listed or following not in words.classes["counted"])
    if len(number) > 1 and following in words.classes["index_verbs"]:
        return not words.is_common(before)
    return following in words.classes["number_followers"] or (small and tokens.shapes[index + 1] is Shape.LOWER)


def _join_small_word(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer) -> int:
    """Joins "of", "for", "on", "in", "and" and what follows, where the name so far asks for it."""
    low, inside = tokens.lower[after], tokens.lower[first:after]
    target = after + 1
    articles = {"the", "a"} if low == "for" else {"the"}
    if tokens.lower[target] in articles and low != "and" and target + 1 < len(tokens.words):
        target += 1
    if tokens.shapes[target] not in NAME_SHAPES or breaks_name(tokens, target, words) or target in tokens.masked:
        return after
    nested = any(small in inside for small in ("of", "for", "on"))
    heads = words.classes["on_heads" if low == "on" else "of_heads"]
    if low == "in":
        found = known.find(tokens.words[target])
        joined = "on" in inside or ("for" in inside and "a" in inside and found is not None and found.kind == "Place")
    elif low == "and":
        joined = _joins_and(tokens, first, after, words, known, nested=nested)
    else:
        begins = low == "of" and inside[0] in heads and known.find(tokens.words[target]) is not None
        abstract = nested and low == "of" and inside[-1].removesuffix("s").endswith(_ABSTRACT)
        joined = begins or abstract or inside[-1] in heads
    return target + 1 if joined else after


def _joins_and(tokens: Tokens, first: int, after: int, words: Lexicon, known: Gazetteer, *, nested: bool) -> bool:
    """Whether "A and B" is one name: "Institute of Finance and Banking", "Securities and Exchange Commission"."""
    right, last = tokens.words[after + 1], tokens.lower[after - 1]
    found = known.find(right)
    if not words.is_common(right.casefold()) or (found and found.kind == "Place"):
        return False
    if nested:
        return True
    if not words.is_common(last) or last in words.classes["organisation_heads"] - words.classes["and_heads"]:
        return False
    if known.find(" ".join(tokens.words[first:after])):
        return False
    end = after + 1
    while end < len(tokens.words) and tokens.shapes[end] in NAME_SHAPES and not breaks_name(tokens, end, words):
        if not words.is_common(tokens.lower[end]) and tokens.lower[end] not in words.classes["organisation_heads"]:
            return False
        end += 1
    return tokens.lower[end - 1] in words.classes["organisation_heads"] | words.classes["legal_forms"]


def _join_to_head(tokens: Tokens, first: int, after: int, words: Lexicon) -> int:
    """Joins "to Zero Coalition" to "the Getting": ordinary words before it, an organisation's last word at the end."""
    if not first or tokens.lower[first - 1] not in {"the", "a"}:
        return after
    if not all(words.is_common(low) or low.endswith("ing") for low in tokens.lower[first:after]):
        return after
    end = after + 1
    while end < len(tokens.words) and tokens.shapes[end] in NAME_SHAPES and tokens.gap(end) <= _WIDEST_GAP:
        end += 1
    return end if end > after + 1 and tokens.lower[end - 1] in words.classes["organisation_heads"] else after
