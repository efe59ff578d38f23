"""Noun phrases, verb groups and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from allygraph.loaders.extraction.relations.grammar.tokens import Token
from allygraph.loaders.extraction.relations.grammar.words import Words

_NOUN_TAGS = frozenset({"DT", "PS", "CD", "N", "SLOT", "POS", "AMT", "PCT", "HYP", "J", "PRO"})
_VERB_TAGS = frozenset({"MD", "BE", "HV", "DO", "TO", "V", "NEG"})
_AUX_TAGS = frozenset({"MD", "BE", "HV", "DO", "NEG", "RB", "TO"})


@dataclass(slots=True, eq=False)
class NounPhrase:
    """Tokens `start` to `end` (excluded); `head` is its last word. `members` is itself, or what a list folds together.

    `prep` is the preposition before it. `apposed_to` is the phrase it explains ("Foundry, a unit of ..."), `named` the
    phrase that names it ("its largest shareholder, NXC"). `place` is its place among the items.
    """

    start: int
    end: int
    head: int
    prep: str = ""
    place: int = 0
    members: tuple[NounPhrase, ...] = ()
    apposed_to: NounPhrase | None = None
    named: NounPhrase | None = None


@dataclass(slots=True, eq=False)
class VerbGroup:
    """A verb with its auxiliaries. `form`: finite, to, ing, part (a bare participle, passive).

    `link` says how it hangs on `governor`: coordinate, infinitive, gerund, participle, relative, clause or "".
    """

    start: int
    end: int
    lemma: str
    form: str
    passive: bool = False
    modal: str = ""
    negated: bool = False
    progressive: bool = False
    perfect: bool = False
    past: bool = False
    place: int = 0
    subject: NounPhrase | None = None
    object: NounPhrase | None = None
    second: NounPhrase | None = None
    preps: list[tuple[str, NounPhrase]] = field(default_factory=list)
    dates: list[Token] = field(default_factory=list)
    governor: VerbGroup | None = None
    link: str = ""


@dataclass(slots=True, eq=False)
class Mark:
    """Whatever is neither noun phrase nor verb group; `kind` is the tag of its token."""

    kind: str
    token: Token
    place: int = 0


Item = NounPhrase | VerbGroup | Mark


def is_mark(item: Item | None, *kinds: str) -> bool:
    """True for a mark of one of these kinds."""
    return isinstance(item, Mark) and item.kind in kinds


#: Words with which a bracket explains the name before it.
_EXPLAINING = frozenset(
    {"a", "an", "the", "part", "owned", "backed", "controlled", "formerly", "based", "now", "which"}
)


def chunk(tokens: Sequence[Token], words: Words, start: int = 0) -> list[Item]:
    """The items of a sentence in order, from token `start`.

    Quotation marks are passed over, and brackets that do not explain the name before them.
    """
    items: list[Item] = []
    index, total = start, len(tokens)
    while index < total:
        token = tokens[index]
        if token.tag == "LPAR":
            end = _close(tokens, index)
            explained = _explains(tokens, index, end)
            if explained:
                # "B (a unit of C) makes": as between commas.
                items += [
                    Mark("COMMA", token),
                    *chunk(tokens[: end - 1], words, index + 1),
                    Mark("COMMA", tokens[end - 1]),
                ]
            index = end
            continue
        if token.tag in {"QUOTE", "RPAR"}:
            index += 1
            continue
        if token.tag in _VERB_TAGS or token.tag == "RB":
            group = _verb_group(tokens, index, words)
            if group is not None:
                items.append(group)
                index = group.end
                continue
        if token.tag in _NOUN_TAGS and not (token.tag == "POS" and not items):
            end = _noun_end(tokens, index)
            items.append(NounPhrase(index, end, _head(tokens, index, end)))
            index = end
            continue
        if token.tag not in {"RB", "NEG"}:
            items.append(Mark(token.tag, token))
        index += 1
    return items


def _explains(tokens: Sequence[Token], index: int, end: int) -> bool:
    """True for brackets behind a name that say what it is."""
    return (
        end - index > 3
        and index > 0
        and tokens[index - 1].slot is not None
        and tokens[end - 1].tag == "RPAR"
        and tokens[index + 1].low in _EXPLAINING
        and any(token.slot is not None for token in tokens[index:end])
        and all(token.tag != "QUOTE" for token in tokens[index:end])
    )


def _close(tokens: Sequence[Token], index: int) -> int:
    """The place after the bracket that closes; an unclosed bracket is passed over alone."""
    for place in range(index + 1, min(len(tokens), index + 60)):
        if tokens[place].tag == "RPAR":
            return place + 1
    return index + 1


def _noun_end(tokens: Sequence[Token], start: int) -> int:
    """The place after a noun phrase: a determiner, a pronoun or a possessive pronoun opens a new one."""
    place = start + 1
    while tokens[start].tag != "PRO" and place < len(tokens):
        after = _step(tokens, place)
        if after == place:
            break
        place = after
    while place > start + 1 and tokens[place - 1].tag in {"QUOTE", "RPAR"}:
        place -= 1
    return place


_CLOSING = frozenset({"END", "IN", "COMMA", "CC", "SEMI"})


def _step(tokens: Sequence[Token], place: int) -> int:
    """The place after the next part of a noun phrase; `place` itself where the phrase ends."""
    token, before = tokens[place], tokens[place - 1]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.tag in _NOUN_TAGS:
        opens = token.tag == "PRO" or (token.tag in {"DT", "PS"} and before.tag != "DT")
        if token.tag in {"AMT", "PCT"} and before.slot is not None and (after is None or after.tag in _CLOSING):
            # "Awarded A 5 million euros", "and A 30 percent": two things.
            return place
        refers = token.slot is not None and (token.slot.reference or token.slot.possessive)
        return place if opens or refers else place + 1
    if after is None:
        return place
    if token.tag == "LPAR":
        # "Commission (SEC) chairman": brackets inside a phrase do not end it.
        end = _close(tokens, place)
        short = end - place <= 5 and before.tag == "SLOT"
        return end if short and end < len(tokens) and tokens[end].tag in {"N", "SLOT", "POS"} else place
    quoted = token.tag == "QUOTE" and after.tag in {"N", "SLOT", "POS"}
    graded = token.tag == "RB" and token.low != "not" and after.tag == "J"
    joined = token.tag == "DASH" and token.end == after.start and token.start == before.end
    return place + (quoted or graded or (joined and after.tag in {"N", "SLOT"}))


def _head(tokens: Sequence[Token], start: int, end: int) -> int:
    for place in range(end - 1, start - 1, -1):
        if tokens[place].tag not in {"POS", "QUOTE", "RPAR"}:
            return place
    return start


def _verb_group(tokens: Sequence[Token], start: int, words: Words) -> VerbGroup | None:
    place = start
    while place < len(tokens) and tokens[place].tag in _AUX_TAGS:
        if (
            tokens[place].tag == "TO"
            and place > start
            and tokens[place - 1].tag not in {"RB", "NEG"}
            and tokens[place - 1].low != "used"
        ):
            break
        place += 1
    auxiliaries = tokens[start:place]
    if place < len(tokens) and tokens[place].tag == "V":
        main, end = tokens[place], place + 1
        if end < len(tokens) and tokens[end].low in {"up", "out", "over", "down", "off"} and tokens[end].tag == "RB":
            end += 1
    else:
        # No main verb: a form of "be" is the copula, anything else is no verb group.
        last_be = max((i for i in range(start, place) if tokens[i].tag == "BE"), default=-1)
        if last_be < 0:
            return None
        end = last_be + 1
        while end < len(tokens) and tokens[end].tag in {"NEG", "RB"}:
            end += 1
        main, auxiliaries = (
            tokens[last_be],
            [*tokens[start:last_be], *(t for t in tokens[last_be + 1 : end] if t.tag == "NEG")],
        )
    return _described(main, auxiliaries, start, end, words)


def _described(main: Token, auxiliaries: Sequence[Token], start: int, end: int, words: Words) -> VerbGroup:
    lemma = main.lemma or "be"
    has = {token.tag for token in auxiliaries}
    lows = {token.low for token in auxiliaries}
    bare = not has & {"MD", "BE", "HV", "DO", "TO"}
    group = VerbGroup(start, end, lemma, "finite")
    if lemma == "be" and main.tag == "BE":
        group.past = main.low in {"was", "were", "wasn't", "weren't"}
        if bare and main.low == "being":
            group.form = "ing"
    elif bare and main.form == "ing":
        group.form = "ing"
    elif bare and main.form == "part":
        group.form, group.passive = "part", True
    elif bare:
        group.past = main.form == "past"
    group.passive = group.passive or ("BE" in has and main.form == "part")
    group.progressive = "BE" in has and main.form == "ing"
    group.perfect = "HV" in has
    group.past = group.past or bool(lows & {"was", "were", "did", "had", "wasn't", "weren't", "didn't"})
    group.modal = next((token.low for token in auxiliaries if token.tag == "MD"), "")
    group.negated = any(token.low in words.negative for token in auxiliaries) or main.low in words.negative
    if group.modal == "used":
        group.past = True
    elif "TO" in has:
        group.form = "to"
    elif auxiliaries and auxiliaries[0].low in {"being", "having"}:
        group.form = "ing"
    return group
