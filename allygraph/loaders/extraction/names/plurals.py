"""Who "both firms", "the two countries", "they" and "their" stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allygraph.loaders.extraction.names.anaphors import Anaphor
from allygraph.loaders.extraction.names.lexicon import reference_weights
from allygraph.loaders.extraction.names.namings import Naming, coordinated
from allygraph.loaders.extraction.names.scenes import WINDOW, Scene

#: A plural noun between two names and "they" is the likelier antecedent.
_PLURAL_NOUN = re.compile(r"\b(?!this|its|has|was|says|plans|across|business|process|as|is|us)[a-z]{3,}s\b")
#: "They" reaches back over the sentence only from its beginning.
_OPENING = 12


def choose_several(
    anaphor: Anaphor, start: int, before: Sequence[Naming], scene: Scene
) -> tuple[tuple[str, ...], float] | None:
    """The ids that a plural stands for, with the score; None where the names nearby do not agree in number or kind."""
    table = reference_weights()
    pronoun = anaphor.sort == "they"
    places = _is_of_places(anaphor)
    for index in range(scene.number, max(-1, scene.number - WINDOW), -1):
        if pronoun and (index < scene.number - 1 or (index < scene.number and anaphor.start > _OPENING)):
            return None
        row = [one for one in before if one.passage == index]
        score = table["several"] + table["sentence"] * (scene.number - index) + table["paragraph"] * scene.breaks[index]
        for members in reversed(list(coordinated(row, scene.setting.text))):
            ids = tuple(dict.fromkeys(one.entity.id for one in members))
            if len(ids) < 2 or (anaphor.two and len(ids) != 2) or not _may_stand(members, places=places):
                continue
            if pronoun and (members[0].oblique or _PLURAL_NOUN.search(scene.setting.text[members[-1].end : start])):
                continue
            return (ids, score) if score >= table["threshold"] else None
        organisations = tuple(dict.fromkeys(one.entity.id for one in row if one.entity.kind == "Organisation"))
        if not pronoun and len(organisations) == 2 and not places:
            return (organisations, score - 0.1) if score - 0.1 >= table["threshold"] else None
        if len(organisations) > 1 and not places:
            return None
        if index == scene.number and anaphor.text.casefold() == "their" and _is_alone(row, start, scene.setting.text):
            return (organisations, table["threshold"])
    return None


def _is_alone(row: Sequence[Naming], start: int, text: str) -> bool:
    """Whether "their" can only be of the one organisation that acts in the sentence: no other names, no plural noun."""
    others = {one.entity.id for one in row if one.entity.kind != "Place"}
    return len(others) == 1 and row[0].subject and not _PLURAL_NOUN.search(text, row[0].end, start)


def _is_of_places(anaphor: Anaphor) -> bool:
    """Whether the plural noun means countries: "both nations"."""
    return anaphor.text.casefold().endswith(("countries", "nations", "states"))


def _may_stand(members: Sequence[Naming], *, places: bool) -> bool:
    """Whether the names are of one kind, and of one that the plural can mean."""
    kinds = {one.entity.kind for one in members}
    return kinds == {"Place"} if places else len(kinds) == 1 and not kinds & {"Place", "Product"}
