"""Who does what: subjects, objects and prepositional phrases of each verb group."""

from __future__ import annotations

from collections.abc import Sequence

from allygraph.loaders.extraction.relations.grammar.complements import set_complements
from allygraph.loaders.extraction.relations.grammar.nonfinite import (
    gerund_subject,
    infinitive_subject,
    participle_subject,
)
from allygraph.loaders.extraction.relations.grammar.phrases import Item, NounPhrase, VerbGroup, is_mark
from allygraph.loaders.extraction.relations.grammar.subjects import finite_subject, relative_subject
from allygraph.loaders.extraction.relations.grammar.tokens import Token

#: "The site built on rock": without an object these are passive even as the only verb.
_MOSTLY_PASSIVE = frozenset(
    {"base", "build", "list", "found", "establish", "headquarter", "locate", "power", "develop", "own", "host"}
    | {"organise", "organize", "sign", "know"}
)


def link_clauses(items: Sequence[Item], tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups in order, each with its governor, subject, object, prepositional phrases and dates."""
    groups = [item for item in items if isinstance(item, VerbGroup)]
    for group in groups:
        set_complements(group, items)
    _find_main_verb(groups)
    for position, group in enumerate(groups):
        _set_subject(group, groups[:position], items, tokens)
    for position, group in enumerate(groups):
        if group.subject is None and group.form in {"ing", "part"} and group.governor is None:
            later = next((g for g in groups[position + 1 :] if g.form == "finite"), None)
            group.governor, group.subject = later, later.subject if later else None
    return groups


def _find_main_verb(groups: Sequence[VerbGroup]) -> None:
    """A sentence with no finite verb but a bare participle: "the sale closed in May" is finite after all."""
    if any(group.form in {"finite", "to"} for group in groups):
        return
    bare = [group for group in groups if group.form == "part" and not any(prep == "by" for prep, _ in group.preps)]
    if bare:
        bare[-1].form, bare[-1].past = "finite", True
        bare[-1].passive = bare[-1].lemma in _MOSTLY_PASSIVE


def _previous(items: Sequence[Item], place: int, skip: tuple[str, ...]) -> Item | None:
    for back in range(place - 1, -1, -1):
        if not is_mark(items[back], *skip):
            return items[back]
    return None


def _set_subject(
    group: VerbGroup, earlier: Sequence[VerbGroup], items: Sequence[Item], tokens: Sequence[Token]
) -> None:
    before = items[group.place - 1] if group.place else None
    if is_mark(before, "DATE"):
        before = _previous(items, group.place, ("DATE",))
    if is_mark(before, "CC") and _coordinate(group, earlier):
        return
    if group.form == "finite" and _is_let(group, earlier, before, tokens):
        group.form = "to"
    if isinstance(before, NounPhrase) and tokens[before.start].low == "whose" and group.form == "finite":
        group.subject, group.link, group.governor = before, "relative", earlier[-1] if earlier else None
    elif is_mark(before, "REL"):
        relative_subject(group, earlier, items, tokens, before)
    elif group.form == "finite":
        finite_subject(group, earlier, items, tokens)
    elif group.form == "to":
        infinitive_subject(group, earlier, items, tokens, before)
    elif group.form == "ing":
        gerund_subject(group, earlier, items, tokens, before)
    else:
        participle_subject(group, earlier, items, tokens, before)


def _is_let(group: VerbGroup, earlier: Sequence[VerbGroup], before: Item | None, tokens: Sequence[Token]) -> bool:
    """ "Let B buy C", "helped B find C": an infinitive with no "to"."""
    return (
        bool(earlier)
        and earlier[-1].lemma in {"let", "help", "make"}
        and earlier[-1].object is before
        and tokens[group.end - 1].form == "base"
        and group.start == group.end - 1
    )


def _coordinate(group: VerbGroup, earlier: Sequence[VerbGroup]) -> bool:
    """A verb after "and" shares the subject of the last verb of its own form."""
    for other in reversed(earlier):
        if other.form == group.form or (
            other.form == "finite" and group.form in {"part", "ing"} and other.passive is group.passive
        ):
            group.governor, group.link, group.subject = other, "coordinate", other.subject
            group.modal = group.modal or (other.modal if group.form == "finite" and not group.past else "")
            return True
    return False
