"""Cutting a sentence into tokens: slots, dates and amounts are one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allygraph.loaders.extraction.qualifiers.amounts import AmountSpan, find_amounts
from allygraph.loaders.extraction.qualifiers.dates import DateSpan, find_dates
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.words import Words

_TOKEN = re.compile(
    r"(?P<pos>['’]s\b|['’](?=\s))"
    r"|(?P<pct>\d+(?:[.,]\d+)?(?:\s?-\s?\d+(?:\.\d+)?)?\s?(?:%|percent\b|per\s?cent\b))"
    r"|(?P<ratio>\b[1-9]\d(?:[-:/]|-to-)[1-9]\d\b(?![:/-]))"
    r"|(?P<num>\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b)"
    r"|(?P<abbr>(?:[A-Z]\.){2,})"
    r"|(?P<hyp>(?<!\s)-[^\W\d_]+)"
    r"|(?P<word>[^\W_]+(?:(?:[-/&.]|['’](?!s\b))[^\W_]+)*)"
    r"|(?P<punct>[^\w\s])",
)
_PUNCT = {
    ",": "COMMA",
    ";": "SEMI",
    ":": "COLON",
    "(": "LPAR",
    ")": "RPAR",
    "[": "LPAR",
    "]": "RPAR",
    "–": "DASH",
    "—": "DASH",
    "-": "DASH",
    ".": "END",
    "?": "END",
    "!": "END",
    "|": "END",
    "&": "CC",
    "•": "END",
    "…": "END",
}


@dataclass(slots=True)
class Token:
    """A word of the sentence; `start` and `end` are characters of the document.

    `lemma` and `form` are set on verbs by the tagger, the only part that changes a token.
    """

    text: str
    low: str
    start: int
    end: int
    tag: str
    slot: Slot | None = None
    date: DateSpan | None = None
    amount: AmountSpan | None = None
    lemma: str = ""
    form: str = ""


def tokenise(text: str, offset: int, slots: Sequence[Slot], words: Words) -> list[Token]:
    """The tokens of a sentence that starts at character `offset` of the document."""
    fixed = _fixed(text, offset, slots)
    tokens: list[Token] = []
    place = 0
    for start, end, token in fixed:
        _add_words(tokens, text, place, start, offset, words)
        tokens.append(token)
        if token.slot is not None and token.slot.possessive:
            tokens.append(Token("", "'s", token.end, token.end, "POS"))
        place = end
    _add_words(tokens, text, place, len(text), offset, words)
    return _bare_sums(_join_phrases(tokens, words))


#: What a sum is in: it says nothing of who gets it.
_MEANS = frozenset({"capital", "cash", "money", "cryptocurrency", "cryptocurrencies", "crypto", "goods"})


def _bare_sums(tokens: list[Token]) -> list[Token]:
    """Without the means behind a sum: "USD 5 million of working capital to B" is "USD 5 million to B"."""
    bare: list[Token] = []
    index = 0
    while index < len(tokens):
        bare.append(tokens[index])
        index += 1
        if bare[-1].tag == "AMT" and index < len(tokens) and tokens[index].low in {"of", "in"}:
            end = next((p for p in range(index + 1, min(index + 4, len(tokens))) if tokens[p].low in _MEANS), None)
            if end is not None and all(tokens[p].slot is None and tokens[p].text.islower() for p in range(index, end)):
                index = end + 1
    return bare


def _fixed(text: str, offset: int, slots: Sequence[Slot]) -> list[tuple[int, int, Token]]:
    """Slots first, then dates, then amounts; none overlaps another."""
    found: list[tuple[int, int, Token]] = []
    for slot in slots:
        token = Token(slot.text, slot.text.lower(), slot.start, slot.end, "SLOT", slot=slot)
        found.append((slot.start - offset, slot.end - offset, token))
    spans: list[DateSpan | AmountSpan] = [*find_dates(text), *find_amounts(text)]
    for span in spans:
        if any(start < span.end and span.start < end for start, end, _ in found):
            continue
        piece = text[span.start : span.end]
        token = Token(piece, piece.lower(), offset + span.start, offset + span.end, "DATE")
        if isinstance(span, DateSpan):
            token.date = span
        else:
            token.tag, token.amount = "AMT", span
        found.append((span.start, span.end, token))
    return sorted(found, key=lambda item: item[:2])


def _add_words(tokens: list[Token], text: str, start: int, end: int, offset: int, words: Words) -> None:
    tags = words.tags
    for match in _TOKEN.finditer(text, start, end):
        word, kind = match.group(), match.lastgroup
        low = word.lower()
        if low == "whose" and tokens:
            owner = tokens[-1].slot or (tokens[-2].slot if tokens[-1].tag == "COMMA" and len(tokens) > 1 else None)
            if owner is not None:
                # "B, whose owners include C": the word stands for B's.
                begin, end_ = offset + match.start(), offset + match.end()
                slot = Slot(owner.entities, owner.kind, word, begin, end_, True, owner.score, True)
                tokens += [Token(word, low, begin, end_, "SLOT", slot=slot), Token("", "'s", end_, end_, "POS")]
                continue
        if kind in {"word", "abbr"}:
            tag = tags.get(low) or "N"
            if tag == "PRO" and word.isupper() and len(word) > 1:
                # "US based" and "the WHO": capitals, not pronouns.
                tag = "N"
            if "n't" in low or "n’t" in low:
                tag = tags.get(low.replace("’", "'"), tag)
        elif kind == "punct":
            tag = _PUNCT.get(word, "QUOTE")
        else:
            tag = {"pos": "POS", "pct": "PCT", "num": "CD", "ratio": "CD", "hyp": "HYP"}[kind or "pos"]
            if tag == "HYP" and not (tokens and tokens[-1].end == offset + match.start()):
                tag = "N"
        tokens.append(Token(word, low, offset + match.start(), offset + match.end(), tag))


def _apart(phrase: str, tokens: Sequence[Token], after: int) -> bool:
    """ "Teamed up to launch": "up to" is one word only before a quantity."""
    return phrase == "up to" and (after >= len(tokens) or tokens[after].tag not in {"AMT", "CD", "PCT", "DT"})


def _join_phrases(tokens: list[Token], words: Words) -> list[Token]:
    """Make one token of "in partnership with" and its like."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.low in words.heads:
            for length in (5, 4, 3, 2):
                phrase = words.phrases.get(tuple(t.low for t in tokens[index : index + length]))
                if phrase and index + length <= len(tokens) and not _apart(phrase[1], tokens, index + length):
                    last = tokens[index + length - 1]
                    token = Token(phrase[1], phrase[1], token.start, last.end, phrase[0])
                    index += length - 1
                    break
        joined.append(token)
        index += 1
    return joined
