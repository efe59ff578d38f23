"""The named entities of a document, by rules and word lists alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allygraph.graph.model import Document, Kind, Mention, Passage
from allygraph.loaders.extraction.names.acceptance import is_accepted
from allygraph.loaders.extraction.names.clusters import find_joins, group
from allygraph.loaders.extraction.names.cue_tables import cue_tables
from allygraph.loaders.extraction.names.forms import Form, gather_forms, with_votes
from allygraph.loaders.extraction.names.gazetteer import Gazetteer, gazetteer
from allygraph.loaders.extraction.names.introductions import find_introductions, is_acronym
from allygraph.loaders.extraction.names.joins import Join
from allygraph.loaders.extraction.names.kinds import decide
from allygraph.loaders.extraction.names.layout import Layout, is_byline, is_closing, layout_of
from allygraph.loaders.extraction.names.lexicon import Lexicon, lexicon
from allygraph.loaders.extraction.names.lists import find_lists, list_votes
from allygraph.loaders.extraction.names.lookup import index_forms, look_up
from allygraph.loaders.extraction.names.opinions import Opinion
from allygraph.loaders.extraction.names.pieces import find_pieces
from allygraph.loaders.extraction.names.splitting import split_candidates
from allygraph.loaders.extraction.names.tokens import Tokens, tokenise
from allygraph.loaders.extraction.names.trimming import Candidate, trim
from allygraph.loaders.extraction.protocol import FoundEntity


@dataclass(frozen=True, slots=True)
class NameAnalysis:
    """The entities of a document and why: the forms with their votes, the joins with their scores."""

    entities: tuple[FoundEntity, ...]
    forms: tuple[Form, ...]
    joins: tuple[Join, ...]


def find_entities(
    document: Document, passages: Sequence[Passage], opinion: Opinion | None = None
) -> tuple[FoundEntity, ...]:
    """Organisations, people, products and places named in the passages, in the order of their first mention.

    `opinion` is what a reader of the whole text takes for names; it is weighed with the rules.
    """
    return analyse_names(document, passages, opinion).entities


def analyse_names(document: Document, passages: Sequence[Passage], opinion: Opinion | None = None) -> NameAnalysis:
    """The entities with the votes and joins that made them. Cost: O(length of the text)."""
    words, known = lexicon(), gazetteer()
    tokens = [tokenise(passage) for passage in passages]
    layouts = [layout_of(row, words) for row in tokens]
    candidates = list(_candidates(document, tokens, layouts, words, known))
    candidates = split_candidates(document, candidates, tokens, words, known)
    candidates = list(_without_parts(candidates, tokens))
    forms = _accepted_forms(document, candidates, tokens, words, known, opinion)
    kept = [one for form in forms.values() for one in form.occurrences]
    covered: list[set[int]] = [set() for _ in tokens]
    for one in kept:
        covered[one.passage].update(range(one.first, one.last + 1))
    found = list(look_up(document, tokens, layouts, covered, index_forms(kept, tokens, words), words))
    if found:
        forms = _accepted_forms(document, sorted([*kept, *found], key=_start), tokens, words, known, opinion)
    ordered = sorted((one for form in forms.values() for one in form.occurrences), key=_start)
    joins = find_joins(forms, find_introductions(document, ordered), words, known)
    groups = group(forms, joins)
    return NameAnalysis(tuple(_entities(groups, known)), tuple(forms.values()), joins)


def _start(candidate: Candidate) -> int:
    return candidate.start


def _accepted_forms(
    document: Document,
    candidates: Sequence[Candidate],
    tokens: Sequence[Tokens],
    words: Lexicon,
    known: Gazetteer,
    opinion: Opinion | None,
) -> Mapping[str, Form]:
    """The forms that are names by themselves or by the names they are listed with; `candidates` in reading order."""
    forms = gather_forms(candidates, tokens, words, known, opinion)
    kinds = {text: form.kind for text, form in forms.items() if is_accepted(form, tokens, words, known)}
    listed = list_votes(list(find_lists(document, candidates)), kinds)
    accepted: dict[str, Form] = {}
    for text, form in forms.items():
        whole = with_votes(form, listed[text]) if text in listed else form
        if text in kinds or (whole is not form and is_accepted(whole, tokens, words, known)):
            accepted[text] = whole
    return accepted


def _candidates(
    document: Document, tokens: Sequence[Tokens], layouts: Sequence[Layout], words: Lexicon, known: Gazetteer
) -> Iterator[Candidate]:
    closing = False
    for number, (row, layout) in enumerate(zip(tokens, layouts, strict=True)):
        signed, closing = closing and len(row.words) <= _LONGEST_SIGNATURE, is_closing(row)
        if layout is Layout.CAPITALS or closing:
            continue
        signed = signed or is_byline(row)
        for piece in find_pieces(row, words, known):
            for candidate in trim(piece, row, document.text, number, words, known):
                if layout is Layout.TITLE and not signed and not _is_named_body(candidate, row, words, known):
                    yield from _of_title(document, candidate, row, words, known)
                else:
                    yield replace(candidate, titled=True, initial=False) if signed else candidate


#: Tokens of a name that a headline is searched for.
_LONGEST_NAME = 12
#: Tokens of a signature under a letter: "~ Jane Doe".
_LONGEST_SIGNATURE = 4


def _of_title(
    document: Document, candidate: Candidate, tokens: Tokens, words: Lexicon, known: Gazetteer
) -> Iterator[Candidate]:
    """In a headline, runs of words that are no ordinary English, and known names."""
    first = candidate.first
    while first <= candidate.last:
        after = known.match(tokens, first)
        if after == first:
            after = first
            while after <= candidate.last and _is_rare(tokens, after, words):
                after += 1
        if after > first:
            start, end = tokens.starts[first], tokens.ends[after - 1]
            yield replace(
                candidate,
                first=first,
                last=after - 1,
                text=document.text[start:end],
                start=start,
                end=end,
                initial=True,
                headline=True,
            )
        first = max(after, first + 1)


def _without_parts(candidates: Sequence[Candidate], tokens: Sequence[Tokens]) -> Iterator[Candidate]:
    """Leaves out words of headlines that begin a longer name of the running text there ("Harbour" in "Harbour Pay")."""
    longer: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for one in candidates:
        parts = tuple(tokens[one.passage].words[one.first : one.last + 1])
        if not one.headline and len(parts) > 1:
            longer[parts[0]].add(parts)
    for one in candidates:
        rest = tokens[one.passage].words[one.first : one.first + _LONGEST_NAME]
        size = one.last - one.first + 1
        fitting = longer.get(rest[0], ()) if one.headline else ()
        if not any(len(parts) > size and tuple(rest[: len(parts)]) == parts for parts in fitting):
            yield one


def _is_named_body(candidate: Candidate, tokens: Tokens, words: Lexicon, known: Gazetteer) -> bool:
    """Whether a stretch of a headline ends like an organisation or event and holds a word of its own, and no verb."""
    span = range(candidate.first, candidate.last + 1)
    lows = [tokens.lower[index] for index in span]
    heads = words.classes["organisation_heads"] | words.classes["legal_forms"] | words.classes["product_heads"]
    small = {"of", "for", "and", "&", "the"}
    if len(lows) < 2 or not (
        lows[-1] in heads or any(low in words.classes["of_heads"] for low in lows[:-1] if "of" in lows)
    ):
        return False
    if "and" in lows and lows[-1] not in heads - words.classes["product_heads"]:
        return False
    if any(low in words.function and low not in small for low in lows) or not any(
        _is_rare(tokens, index, words) or known.find(tokens.words[index]) for index in span
    ):
        return False
    verbs = cue_tables()["verb_after"]
    return not any(low in verbs and low not in heads for low in lows)


def _is_rare(tokens: Tokens, index: int, words: Lexicon) -> bool:
    word = tokens.words[index]
    return (
        len(word) > 1
        and word[0].isalpha()
        and not (words.is_common(word.casefold()) or words.is_not_name(word) or word in words.demonyms)
    )


def _entities(groups: Sequence[Sequence[Form]], known: Gazetteer) -> Iterator[FoundEntity]:
    ordered = sorted(groups, key=lambda forms: min(form.occurrences[0].start for form in forms))
    for number, forms in enumerate(ordered, 1):
        kind = decide(vote for form in forms for vote in form.votes)
        name = _name_of(forms, kind, known)
        occurrences = sorted((one for form in forms for one in form.occurrences), key=_start)
        mentions = tuple(Mention(one.text, one.start, one.end) for one in occurrences)
        aliases = tuple(dict.fromkeys(form.text for form in forms if form.text != name))
        yield FoundEntity(f"e{number}", kind, name, aliases, mentions)


def _name_of(forms: Sequence[Form], kind: Kind, known: Gazetteer) -> str:
    """The form that the document uses most, if at least twice as often as the fullest and no acronym; else the fullest.

    The fullest has most words, is then most frequent, then first; capitals throughout only if nothing else.
    """
    counts = Counter({form.text: len(form.occurrences) for form in forms})
    full = _fullest_of(forms, kind, counts, known)
    usual = max(forms, key=lambda form: (counts[form.text], len(form.words), -form.occurrences[0].start)).text
    short = usual != full and kind in ("Organisation", "Product") and not usual.isupper() and len(usual) > 1
    if short and counts[usual] >= 2 * counts[full] and counts[usual] > 2 and not is_acronym(usual, full):
        return usual
    return full


def _fullest_of(forms: Sequence[Form], kind: Kind, counts: Mapping[str, int], known: Gazetteer) -> str:
    if kind == "Place":
        main = [form.text for form in forms if (found := known.find(form.text)) and found.main == form.text]
        if main:
            return main[0]

    def rank(form: Form) -> tuple[int, bool, int, int]:
        return (len(form.words), not form.text.isupper(), counts[form.text], -form.occurrences[0].start)

    return max(forms, key=rank).text
