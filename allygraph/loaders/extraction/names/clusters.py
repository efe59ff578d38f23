"""Forms joined to entities: one score and one reason a join."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from allygraph.graph.names import acronyms, normal_name
from allygraph.loaders.extraction.names.forms import Form
from allygraph.loaders.extraction.names.gazetteer import Gazetteer
from allygraph.loaders.extraction.names.introductions import Introduction
from allygraph.loaders.extraction.names.joins import SMALL_WORDS, Join, is_code
from allygraph.loaders.extraction.names.lexicon import Lexicon
from allygraph.loaders.extraction.names.short_names import short_names


def find_joins(
    forms: Mapping[str, Form], introductions: Iterable[Introduction], words: Lexicon, known: Gazetteer
) -> tuple[Join, ...]:
    """All joins. Cost: O(forms), but for the rare forms that share a first word."""
    joins = [*_same_name(forms, known), *_introduced(forms, introductions, words, known)]
    linked = {form for join in joins if join.rule.startswith("acronym") for form in (join.left, join.right)}
    joins += _acronym_of(forms, linked)
    joins += _same_words(forms)
    joins += _same_event(forms, words)
    joins += _short_person(forms)
    joins += _by_bearer(forms, words, known)
    joins += short_names(forms, words, known)
    return tuple(joins)


def group(forms: Mapping[str, Form], joins: Iterable[Join]) -> list[list[Form]]:
    """The forms of each entity, entities in the order of their first form."""
    parent = {text: text for text in forms}

    def root(text: str) -> str:
        while parent[text] != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for join in joins:
        parent[root(join.right)] = root(join.left)
    grouped: dict[str, list[Form]] = {}
    for text, form in forms.items():
        grouped.setdefault(root(text), []).append(form)
    return list(grouped.values())


def _same_name(forms: Mapping[str, Form], known: Gazetteer) -> Iterator[Join]:
    seen: dict[str, str] = {}
    for text, form in forms.items():
        found = known.find(text)
        key = found.main.casefold() if found and found.kind == form.kind else normal_name(text, form.kind)
        key = _without_accents(key)
        if key in seen:
            yield Join(seen[key], text, 1.0, "same normal name")
        else:
            seen[key] = text


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _is_body(form: Form, words: Lexicon) -> bool:
    """Whether the name holds the head of a public body, whose acronym may come from another language."""
    lows = {word.casefold() for word in form.words}
    return form.kind == "Organisation" and bool(lows & words.classes["of_heads"] & words.classes["organisation_heads"])


def _is_hardly_person(form: Form) -> bool:
    """Whether only the look of its words makes a person of the form."""
    rules = {vote.rule for vote in form.votes if vote.kind == "Person"}
    return form.kind == "Person" and rules == {"two_or_three_plain_words"}


def _introduced(
    forms: Mapping[str, Form], introductions: Iterable[Introduction], words: Lexicon, known: Gazetteer
) -> Iterator[Join]:
    for one in introductions:
        left, right = forms.get(one.left), forms.get(one.right)
        if not left or not right or left is right:
            continue
        renamed = left.kind == "Organisation" and one.rule == "said to be the same" and _is_hardly_person(right)
        if {left.kind, right.kind} & {"Person", "Place"} and left.kind != right.kind and not renamed:
            continue
        if one.rule == "symbol in brackets" and left.kind != "Product":
            continue
        if one.rule == "foreign acronym in brackets" and not _is_body(left, words):
            continue
        if one.score < 0.8 and (known.find(one.left) or known.find(one.right)) and one.rule != "symbol in brackets":
            continue
        yield Join(one.left, one.right, one.score, one.rule)


def _acronym_of(forms: Mapping[str, Form], linked: set[str]) -> Iterator[Join]:
    """An acronym that one long name of the document alone can have."""
    by_acronym: defaultdict[str, list[str]] = defaultdict(list)
    for text, form in forms.items():
        if len(form.words) > 2 and form.kind in ("Organisation", "Product"):
            for short in acronyms(text):
                by_acronym[short].append(text)
    for text, form in forms.items():
        if len(form.words) != 1 or text in linked or form.kind not in ("Organisation", "Product"):
            continue
        fitting = by_acronym.get(text.upper(), [])
        if len(fitting) == 1 and sum(char.isupper() for char in text) > 1:
            yield Join(fitting[0], text, 0.9, "only long name for the acronym")


def _same_words(forms: Mapping[str, Form]) -> Iterator[Join]:
    """The same words but for small ones and endings: "Korea Institute for X", "Korean Institute of X"."""
    seen: dict[tuple[str, ...], str] = {}
    for text, form in forms.items():
        if len(form.words) < 4 or form.kind == "Person":
            continue
        key = tuple(word.casefold()[:5] for word in form.words if word.casefold() not in SMALL_WORDS)
        if len(key) >= 3:
            if key in seen:
                yield Join(seen[key], text, 0.85, "same words but for endings")
            else:
                seen[key] = text


def _same_event(forms: Mapping[str, Form], words: Lexicon) -> Iterator[Join]:
    """Events that share most of their words: "2030 Riga Steel Week", "2030 Riga International Steel Week & Expo"."""
    events = [
        form
        for form in forms.values()
        if form.kind == "Product" and any(w.casefold() in words.classes["events"] for w in form.words)
    ]
    bags = [frozenset(word.casefold() for word in form.words) - SMALL_WORDS for form in events[:_MOST_EVENTS]]
    for right in range(1, len(bags)):
        for left in range(right):
            shared, every = bags[left] & bags[right], bags[left] | bags[right]
            if len(shared) >= 3 and len(shared) / len(every) >= 0.6:
                yield Join(events[left].text, events[right].text, 0.7, "most words of the event")
                break


#: Events compared with one another in one document; more are a calendar, where each is its own.
_MOST_EVENTS = 40


#: How German and Scandinavian letters are written without their marks: "Brüning", "Bruening".
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def _by_bearer(forms: Mapping[str, Form], words: Lexicon, known: Gazetteer) -> Iterator[Join]:
    """A company by the last word alone, if no ordinary one: "Carl Zeiss AG", "Zeiss"; a model by its code: "K3"."""
    by_last: defaultdict[str, list[str]] = defaultdict(list)
    for text, form in forms.items():
        bare = [word for word in form.words if word.casefold() not in words.classes["legal_forms"]]
        named = form.kind == "Organisation" and len(bare) == 2 < len(form.words) and bare[0] in words.given_names
        coded = form.kind == "Product" and len(form.words) == 2 and is_code(form.words[1])
        plain = form.kind == "Organisation" and len(bare) == 2 and len(bare[1]) > 3
        if named or coded or (plain and not words.is_common(bare[1].casefold()) and not known.find(bare[1])):
            by_last[bare[-1]].append(text)
    for last, longer in by_last.items():
        if last in forms and len(longer) == 1 and forms[last].kind in ("Organisation", "Product"):
            yield Join(longer[0], last, 0.85, "last word of one name")


def _short_person(forms: Mapping[str, Form]) -> Iterator[Join]:
    """A surname or a first name that fits one person alone."""
    full = [form for form in forms.values() if form.kind == "Person" and len(form.words) > 1]
    by_part: defaultdict[str, list[str]] = defaultdict(list)
    for form in full:
        for part in {form.words[0].casefold(), form.words[-1].casefold()}:
            by_part[part].append(form.text)
        if len(form.words) > 2:
            yield from _shorter_full(form, forms)
    for part in [part for part in by_part if not part.isascii()]:
        by_part[part.translate(_UMLAUTS)] += by_part[part]
    for text, form in forms.items():
        if len(form.words) != 1 or form.kind == "Place":
            continue
        fitting = by_part.get(text.casefold(), [])
        if fitting and (form.kind == "Person" or form.context < 4) and len({f.casefold() for f in fitting}) == 1:
            yield Join(fitting[0], text, 0.85, "only person with this part of the name")
        elif len(fitting) > 1:
            yield Join(fitting[0], text, 0.5, "first of the persons with this part of the name")


def _shorter_full(form: Form, forms: Mapping[str, Form]) -> Iterator[Join]:
    short = f"{form.words[0]} {form.words[-1]}"
    if short != form.text and short in forms:
        yield Join(form.text, short, 0.9, "first and last name of a longer one")
