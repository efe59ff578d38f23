"""Loading: repeatable, correcting only what differs, whole after a kill."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from allygraph.graph.settings import Address
from allygraph.graph.store import Store
from allygraph.graph.store.projecting import rebuild_facts
from allygraph.loaders.documents import read_inputs
from allygraph.loaders.load import load
from tests.graph_content import content, facts
from tests.loaders.load.notes import DEAL, SEAT, STAKE, load_paths, write_notes

pytestmark = pytest.mark.store


def ends(found: set[tuple[str, str, str, str | None]]) -> set[tuple[frozenset[str], str]]:
    return {(frozenset((subject, target)), relation) for subject, relation, target, _ in found}


def test_every_fact_leads_to_the_characters_that_state_it(store: Store, tmp_path: Path) -> None:
    """From an edge to its claims, from a claim to its passage, from there to the document text."""
    load_paths(store, write_notes(tmp_path / "notes.yaml", DEAL, STAKE, SEAT))
    rows = store.read(
        """MATCH (:Entity)-[fact]->(:Entity) WHERE fact.claim_ids IS NOT NULL
        MATCH (claim:Claim) WHERE claim.id IN fact.claim_ids
        MATCH (claim)-[e:EVIDENCE]->(p:Passage)-[:PART_OF]->(d:Document)-[:PUBLISHED_BY]->(:Source {name: 'Desk'})
        RETURN fact.id AS fact, p.text AS passage, p.start AS start, p.end AS end, d.text AS text,
               e.start AS from, e.end AS to"""
    )
    assert len({row["fact"] for row in rows}) == 3
    assert all(row["text"][row["start"] : row["end"]] == row["passage"] for row in rows)
    assert all(row["start"] <= row["from"] < row["to"] <= row["end"] for row in rows)


def test_the_same_again_writes_nothing(store: Store, tmp_path: Path) -> None:
    """A second load creates and changes nothing, not even a run."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    first = load_paths(store, path)
    before = content(store)
    second = load_paths(store, path)
    assert (second.created, second.changed) == (0, 0)
    assert second.unchanged == first.documents + first.claims + first.entities + first.facts
    assert content(store) == before
    assert store.read("MATCH (run:Run) RETURN count(run) AS runs") == [{"runs": 1}]


def test_a_correction_changes_only_what_it_corrects(store: Store, tmp_path: Path) -> None:
    """The changed entry is superseded; claims of the other entries stay the very same nodes."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    load_paths(store, path)
    kept = store.read("MATCH (c:Claim {predicate: 'OWNS'}) RETURN c.id AS id, c.loaded_at AS loaded")
    load_paths(store, write_notes(path, {**DEAL, "status": "ended"}, STAKE))
    assert store.read("MATCH (c:Claim {predicate: 'OWNS'}) RETURN c.id AS id, c.loaded_at AS loaded") == kept
    assert {status for _, relation, _, status in facts(store) if relation == "PARTNERS_WITH"} == {"ended"}
    retired = store.read("MATCH (c:RetiredClaim) RETURN c.status AS status, c.retired_because AS because")
    assert retired == [{"status": "signed", "because": "superseded"}]
    assert store.read("MATCH (:Document)-[:SUPERSEDES]->(d:Document) RETURN count(d) AS n") == [{"n": 1}]


def test_a_corrected_graph_is_the_graph_of_the_correction(store: Store, tmp_path: Path) -> None:
    """After a correction the facts are those of a first load of the corrected file."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    load_paths(store, path)
    load_paths(store, write_notes(path, SEAT, {**DEAL, "status": "halted"}))
    assert ends(facts(store)) == {
        (frozenset(("Aldermoor Shipping", "Brightwater Ports")), "PARTNERS_WITH"),
        (frozenset(("Brightwater Ports", "Rotterdam")), "BASED_IN"),
    }
    assert store.read("MATCH (a:Alliance) RETURN a.status AS status") == [{"status": "halted"}]


def test_entities_nobody_mentions_any_more_leave(store: Store, tmp_path: Path) -> None:
    """A correction that drops a fact drops the entity only it named."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    load_paths(store, path)
    load_paths(store, write_notes(path, DEAL))
    names = {row["name"] for row in store.read("MATCH (e:Entity) RETURN e.name AS name")}
    assert names == {"Aldermoor Shipping", "Brightwater Ports"}


def test_going_back_to_an_earlier_version_revives_it(store: Store, tmp_path: Path) -> None:
    """A correction that is taken back gives the first graph again, and keeps when it was known before."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    load_paths(store, path)
    before = facts(store)
    load_paths(store, write_notes(path, STAKE))
    load_paths(store, write_notes(path, DEAL, STAKE))
    assert facts(store) == before
    known = store.read("MATCH (c:Claim {predicate: 'PARTNERS_WITH'}) RETURN size(c.known_before) AS times")
    assert known == [{"times": 1}]


def test_two_documents_corroborate(store: Store, tmp_path: Path) -> None:
    """Two independent documents count as two sources and two origins of one fact."""
    one = write_notes(tmp_path / "one.yaml", DEAL)
    other = write_notes(tmp_path / "other.yaml", DEAL, STAKE, source="Harbour Gazette")
    load_paths(store, one, other)
    rows = store.read("MATCH ()-[f:PARTNERS_WITH]->() RETURN [f.claims, f.sources, f.origins, f.grade] AS counted")
    assert rows == [{"counted": [2, 2, 2, "B1"]}]


def test_documents_that_copy_one_another_share_an_origin(store: Store, tmp_path: Path) -> None:
    """A release and the paper that prints it count once."""
    body = "".join(f"Sentence number {number} of the release says something of its own.\n\n" for number in range(6))
    (tmp_path / "release.txt").write_text("Release of the day\n\n" + body, encoding="utf-8")
    (tmp_path / "paper.txt").write_text("What the paper printed\n\n" + body + "A last remark.\n", encoding="utf-8")
    load_paths(store, tmp_path / "paper.txt", tmp_path / "release.txt")
    assert store.read("MATCH (d:Document) RETURN count(DISTINCT d.origin) AS origins") == [{"origins": 1}]


def test_incremental_loading_gives_what_a_rebuild_gives(store: Store, tmp_path: Path) -> None:
    """Rebuilding all facts from the claims changes nothing after loads and corrections."""
    path = write_notes(tmp_path / "notes.yaml", DEAL, STAKE)
    load_paths(store, path, write_notes(tmp_path / "more.yaml", {**DEAL, "date": "2021-03"}, SEAT))
    load_paths(store, write_notes(path, {**DEAL, "status": "ended", "date": "2024-01-05"}))
    before = content(store)
    changes = store.in_write(rebuild_facts)
    assert (changes.created, changes.changed) == (0, 0)
    assert content(store) == before


def test_the_order_of_documents_does_not_matter(store: Store, tmp_path: Path) -> None:
    """Facts and entities are the same whichever document comes first."""
    paths = [
        write_notes(tmp_path / "one.yaml", DEAL, {**STAKE, "object": "Corvane Logistics Ltd"}),
        write_notes(tmp_path / "two.yaml", STAKE, SEAT, source="Harbour Gazette"),
    ]
    load_paths(store, *paths)
    forward = facts(store), {row["id"] for row in store.read("MATCH (e:Entity) RETURN e.id AS id")}
    store.write("MATCH (n) WHERE NOT n:SchemaChange DETACH DELETE n")
    load_paths(store, *reversed(paths))
    assert (facts(store), {row["id"] for row in store.read("MATCH (e:Entity) RETURN e.id AS id")}) == forward


def test_a_bad_file_is_named_and_the_rest_loads(store: Store, tmp_path: Path) -> None:
    """What cannot be read is in `skipped` with its reason."""
    good = write_notes(tmp_path / "good.yaml", DEAL)
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = load(store, read_inputs([tmp_path / "empty.txt", tmp_path / "missing.txt", good]))
    assert [Path(skipped.path).name for skipped in result.skipped] == ["empty.txt", "missing.txt"]
    assert all(skipped.reason for skipped in result.skipped)
    assert result.documents == 1


LOADER = """
import sys
from allygraph.graph.settings import Address
from allygraph.graph.store import Store
from allygraph.loaders.documents import read_inputs
from allygraph.loaders.load import load
with Store.connect(Address(*sys.argv[1:5])) as store:
    load(store, read_inputs([sys.argv[5]]), progress=lambda path: print(path, flush=True))
"""


def test_a_load_that_was_killed_is_completed_by_the_next(store: Store, address: Address, tmp_path: Path) -> None:
    """kill -9 in the middle, then load again: the graph of an unbroken load, by content."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(60):
        names = {"subject": f"Member {number:02} Cooperative", "object": f"League {number % 7} of Harbours"}
        write_notes(
            folder / f"{number:02}.yaml",
            {**names, "relation": "MEMBER_OF"},
            DEAL,
            published=f"2024-01-{number % 28 + 1:02}",
        )
    arguments = [address.uri, address.user, address.password, address.database, str(folder)]
    loader = subprocess.Popen([sys.executable, "-c", LOADER, *arguments], stdout=subprocess.PIPE, text=True)
    assert loader.stdout is not None
    loader.stdout.readline()
    time.sleep(0.3)
    loader.kill()
    loader.wait()
    loader.stdout.close()
    loaded = store.read("MATCH (d:Document) RETURN count(d) AS n")[0]["n"]
    assert 0 < loaded < 60
    load_paths(store, folder)
    broken = content(store)
    store.write("MATCH (n) WHERE NOT n:SchemaChange DETACH DELETE n")
    load_paths(store, folder)
    assert content(store) == broken
