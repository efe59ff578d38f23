"""From what people write to entities."""

from __future__ import annotations

import pytest

from allygraph.graph.errors import AmbiguousName, UnknownName
from allygraph.queries.entities import resolve_entities, resolve_entity, search_entities

pytestmark = pytest.mark.store


def test_ids_names_aliases_acronyms_and_parts_are_understood(example):
    """Case, articles and possessives do not matter; a part will do where one entity has it."""
    written = ("org-alder", "ALDER EXCHANGE", "the Alder", "IFA", "Financial Authority", "Orme", "Petra  Quill")
    found = ("org-alder", "org-alder", "org-alder", "org-ivy", "org-ivy", "per-nadia", "per-petra")
    assert resolve_entities(example, written) == found


def test_preferred_kind_decides_between_namesakes(example):
    """An organisation and a product of one name are told apart by the kind that is asked for."""
    assert resolve_entity(example, "Spruce", prefer="Product") == "pro-spruce"
    assert resolve_entity(example, "Spruce", prefer="Organisation") == "org-spruce"


def test_part_of_several_names_is_ambiguous(example):
    """The candidates are listed with their ids."""
    with pytest.raises(AmbiguousName) as caught:
        resolve_entity(example, "Chips")
    assert {identifier for identifier, _ in caught.value.candidates} == {"org-elm", "org-fir"}


@pytest.mark.parametrize("text", ["Quercus", "?!", "AND", 'a"b:c', "org-nobody"])
def test_unknown_name_is_an_error(example, text):
    """Whatever is typed, signs of the search language too, nothing else is taken for it."""
    with pytest.raises(UnknownName):
        resolve_entity(example, text)


def test_misspelt_name_is_not_guessed_but_suggested(example):
    """What is nearly right is an error that names the right one."""
    with pytest.raises(UnknownName) as caught:
        resolve_entity(example, "Junipper Fundation")
    assert caught.value.nearest[0] == "Juniper Foundation"


def test_id_that_was_merged_away_leads_to_the_entity(example):
    """An entity bears the keys it stands for as names, so an old id still finds it."""
    assert resolve_entity(example, "org-0123456789abcdef") == "org-hazel"


def test_search_finds_beginnings_and_misspellings(example):
    """The best comes first, with the number of its facts."""
    assert search_entities(example, "dogw")[0].id == "org-dogwood"
    assert search_entities(example, "Kapock")[0].id == "org-kapok"
    assert search_entities(example, "Alder Exchange")[0].facts == 11
    assert search_entities(example, "...") == ()
