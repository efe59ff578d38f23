"""Names as registers have them at worst: very long ones, and ones with marks that are not to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from allygraph.graph.names import acronym_key, name_keys
from allygraph.graph.store import Store
from allygraph.queries.entities import resolve_entity
from allygraph.queries.network import read_nodes
from tests.loaders.load.notes import load_paths

LONG = ("Vereinigte Werke " * 600)[:9_990] + " Altdorf X"
WIDE = "\u7d71\u4e00\u5de5\u696d\u516c\u53f8" * 1_667


def write_register(path: Path, *names: str) -> Path:
    """A register in which Aldermoor Shipping owns all of these."""
    rows = [f'Aldermoor Shipping,OWNS,"{name}"' for name in names]
    path.write_text("\n".join(["subject,relation,object", *rows]), encoding="utf-8")
    return path


def owned(store: Store) -> dict[str, str]:
    """The ids of what Aldermoor Shipping owns, by name."""
    rows = store.read(
        "MATCH (:Entity {name: 'Aldermoor Shipping'})-[:OWNS]->(e:Entity) RETURN e.id AS id, e.name AS name"
    )
    return {row["name"]: row["id"] for row in rows}


@pytest.mark.store
@pytest.mark.parametrize("name", [LONG, WIDE], ids=["latin", "chinese"])
def test_name_of_ten_thousand_characters_is_an_entity_as_any_other(store: Store, tmp_path: Path, name: str) -> None:
    """It is loaded whole, found by its id and its name, and the same again is the same entity."""
    path = write_register(tmp_path / "register.csv", name)
    load_paths(store, path)
    found = owned(store)
    assert set(found) == {name}
    assert [node.name for node in read_nodes(store, [found[name]])] == [name]
    assert resolve_entity(store, found[name]) == resolve_entity(store, name) == found[name]
    assert load_paths(store, path).created == 0
    load_paths(store, write_register(tmp_path / "more.csv", name, "Corvane Logistics"))
    assert owned(store).items() >= found.items()
    assert len(owned(store)) == 2


@pytest.mark.store
def test_long_names_that_differ_at_their_end_are_two_entities(store: Store, tmp_path: Path) -> None:
    """Their keys begin alike, and end in a hash of the whole."""
    other = LONG[:-1] + "Y"
    load_paths(store, write_register(tmp_path / "register.csv", LONG, other))
    assert set(owned(store)) == {LONG, other}
    assert resolve_entity(store, other) == owned(store)[other]


@pytest.mark.store
@pytest.mark.parametrize(
    "name", ["Fair\u202eknaB\u202c Trust", "<script>alert(1)</script> Works", "\u200fGalil\u200e Mills"]
)
def test_marks_in_names_are_kept(store: Store, tmp_path: Path, name: str) -> None:
    """The store holds what the register says; those who show it take care."""
    load_paths(store, write_register(tmp_path / "register.csv", name))
    assert set(owned(store)) == {name}


def test_keys_of_long_names_are_short_and_those_of_others_plain() -> None:
    """What stores hold already is found by the same key."""
    assert name_keys("Acme Trust")[0] == "name:acme trust"
    assert acronym_key("a b c") == "acronym:ABC"
    keys = {key for name in (LONG, LONG[:-1] + "Y", WIDE) for key in name_keys(name)}
    assert len(keys) >= 3
    assert max(len(key.encode()) for key in keys) < 1_000
