"""Lines of a sheet that leave out whom they speak of: "2018: bought B", "Hosts C every year", "Loan from D"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.parse import Parse, parse_sentence
from allygraph.loaders.extraction.relations.grammar.slots import Slot
from allygraph.loaders.extraction.relations.grammar.words import Words
from allygraph.loaders.extraction.relations.patterns import patterns

_DAY = re.compile(
    r"^[\s*•–-]*(?:(?:(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},\s+)?|Q[1-4]\s+|early\s+|late\s+)?(?:19|20)\d\d)"
    r"\s*(?::|[–—-](?=\s))\s*"
)
_NOUN = "It has "
_VERB = "It "
_STATE = "It is "
#: Participles that a line begins with: "Listed on B since 2011".
_STATES = frozenset(
    {
        "listed",
        "based",
        "headquartered",
        "founded",
        "owned",
        "backed",
        "regulated",
        "licensed",
        "supervised",
        "incorporated",
    }
    | {"controlled", "registered", "funded", "quoted", "traded", "powered", "supplied"}
)


def without_day(text: str) -> int:
    """The characters before what a line says, its day among them: "March 2022: " has 12."""
    match = _DAY.match(text)
    return match.end() if match else len(text) - len(text.lstrip(" *•–-"))


def read_terse(parse: Parse, offset: int, slots: Sequence[Slot], owner: Slot, words: Words) -> Parse | None:
    """The parse with the owner of the sheet for subject; None for a line that has a subject of its own."""
    text = parse.text.rstrip()
    begin = without_day(text)
    rest = text[begin:]
    if rest.endswith((".", "?", "!")) or not rest or any(slot.start < offset + begin + 2 for slot in slots):
        return None
    subjects = [group for group in parse.groups if group.form == "finite" and group.subject is not None]
    first = next((group for group in parse.groups if parse.tokens[group.start].start >= offset + begin), None)
    word = rest.split()[0].lower()
    verbal = first is not None and parse.tokens[first.start].start == offset + begin and first.form != "to"
    verbal = verbal or (word.endswith("s") and word[:-1] in patterns().verbs and bool(slots))
    lead = _STATE if word in _STATES else _VERB if verbal else _NOUN
    if lead == _NOUN and subjects and not begin:
        return None
    said = lead + (rest[0].lower() + rest[1:] if not rest[:2].isupper() else rest)
    back = offset + begin - len(lead)
    if back < 0:
        return None
    own = Slot(owner.entities, owner.kind, "It", back, back + 2, True, 1.0)
    return parse_sentence(said, back, [own, *slots], words)
