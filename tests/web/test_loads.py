"""Files handed in over HTTP: kept, loaded one after the other, refused where they cannot be."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import pytest

import allygraph
from allygraph.web.access import Access
from allygraph.web.application import app
from tests.loaders.documents.pdf_samples import pdf_with
from tests.web.conftest import TOKEN, fill
from tests.web.test_guard import error

BYTES = {"Content-Type": "application/octet-stream"}
TEXT = "Quillmark Logistics acquired Tarnfield Shipping in March 2021."


@pytest.fixture(scope="module", autouse=True)
def _as_it_was(graph: allygraph.Workspace) -> Iterator[None]:
    """What these tests load is gone once they have run."""
    yield
    fill(graph)


def hand_in(api: httpx.Client, name: str, content: bytes) -> dict[str, Any]:
    """The load of a file once it has ended."""
    response = api.post("/loads", params={"name": name}, content=content, headers=BYTES)
    assert response.status_code == 202
    return ended(api, response.json()["id"])


def ended(api: httpx.Client, identifier: str) -> dict[str, Any]:
    """The load with this id, once it has ended."""
    deadline = monotonic() + 120
    while monotonic() < deadline:
        load: dict[str, Any] = api.get(f"/loads/{identifier}").json()
        if load["state"] in ("done", "failed"):
            return load
        sleep(0.05)
    raise AssertionError(f"{identifier} does not end")


def kept(home: Path) -> set[str]:
    """The files that are kept, by their path under the data folder, without the name of the folder of each."""
    return {"/".join(path.relative_to(home).parts[2:]) for path in (home / "uploads").rglob("*") if path.is_file()}


def test_text_becomes_facts(api: httpx.Client, home: Path) -> None:
    """The result counts them, and the ids of what they name are there to be shown."""
    load = hand_in(api, "deal.txt", TEXT.encode())
    assert (load["name"], load["state"], load["done"], load["total"], load["error"]) == ("deal.txt", "done", 1, 1, None)
    assert (load["result"]["documents"], load["result"]["claims"], load["result"]["skipped"]) == (1, 1, [])
    names = {api.get(f"/entities/{identifier}").json()["name"] for identifier in load["new_entities"]}
    assert names == {"Quillmark Logistics", "Tarnfield Shipping"}
    assert "deal.txt" in kept(home)
    assert api.get("/loads").json()["items"][0] == load


def test_same_file_again_changes_nothing(api: httpx.Client, home: Path) -> None:
    """It is kept once."""
    first = hand_in(api, "again.txt", TEXT.replace("2021", "2019").encode())
    files = sorted((home / "uploads").rglob("*"))
    second = hand_in(api, "again.txt", TEXT.replace("2021", "2019").encode())
    assert second["result"]["created"] == second["result"]["changed"] == 0
    assert second["new_entities"] == first["new_entities"]
    assert sorted((home / "uploads").rglob("*")) == files


def test_other_file_of_the_same_name_overwrites_nothing(api: httpx.Client, home: Path) -> None:
    """Both stay, and both are loaded."""
    texts = [TEXT.replace("2021", year).encode() for year in ("2016", "2017")]
    for text in texts:
        assert hand_in(api, "same.txt", text)["result"]["documents"] == 1
    assert {path.read_bytes() for path in (home / "uploads").rglob("same.txt")} == set(texts)


def test_files_of_other_formats(api: httpx.Client) -> None:
    """Whatever `allygraph load` takes: a PDF, curated facts."""
    pdf = hand_in(api, "deal.pdf", pdf_with([["Marlowe Tin and Osprey Zinc signed a partnership on 3 May 2020."]]))
    assert (pdf["result"]["documents"], len(pdf["new_entities"])) == (1, 2)
    facts = hand_in(api, "facts.csv", b"subject,relation,object\nHexley Bank,OWNS,Dunmore Trust\n")
    assert (facts["result"]["facts"], len(facts["new_entities"])) == (1, 2)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG image"),
        ("empty.txt", b"", "empty"),
        ("noise.bin", bytes(range(256)) * 20, ""),
        ("table.csv", b"a,b\n1,2\n", "'subject'"),
    ],
)
def test_file_that_is_no_document_is_skipped(api: httpx.Client, name: str, content: bytes, words: str) -> None:
    """With the reason, under its own name."""
    load = hand_in(api, name, content)
    [skipped] = load["result"]["skipped"]
    assert (load["state"], load["result"]["documents"], skipped["path"]) == ("done", 0, name)
    assert words in skipped["reason"]
    assert "uploads" not in skipped["reason"]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../x.txt", "x.txt"),
        ("C:\\Users\\me\\y.txt", "y.txt"),
        ("/etc/..", "document"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\n\u202etxt.exe.txt", "abtxt.exe.txt"),
        ("CON.txt", "_CON.txt"),
        ("<b>?.txt", "_b__.txt"),
        ("\u4e2d" * 300 + ".txt", "\u4e2d" * 48 + ".txt"),
    ],
)
def test_name_never_leads_elsewhere(api: httpx.Client, home: Path, given: str, name: str) -> None:
    """No part of a path, nothing unseen, nothing too long."""
    load = hand_in(api, given, f"Hawthorn Mill owns Juniper Loom, says {len(given)} {name}.".encode())
    assert load["name"] == name
    assert name in kept(home)
    assert not list(home.parent.rglob(f"{home.name}/../x.txt"))


def test_files_are_for_the_user_alone(api: httpx.Client, home: Path) -> None:
    """Other users of the machine cannot read them, and nothing half written is left."""
    hand_in(api, "private.txt", b"Rook Holdings owns Wren Mining.")
    paths = [home / "uploads", *(home / "uploads").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in paths} == {0}
    assert not [path for path in paths if path.name.startswith(".")]


def test_file_that_is_too_large_is_not_kept(api: httpx.Client, home: Path) -> None:
    """Whether its size is told or it comes in pieces; the answer names the limit."""

    def pieces() -> Iterator[bytes]:
        for _ in range(70):
            yield bytes(1024**2)

    before = kept(home)
    told = api.post("/loads", params={"name": "big.txt"}, content=bytes(70_000_000), headers=BYTES)
    assert error(told) == (413, "TooLarge")
    assert "64 MB" in told.json()["message"]
    assert error(api.post("/loads", params={"name": "big.txt"}, content=pieces(), headers=BYTES)) == (413, "TooLarge")
    assert kept(home) == before


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/json", None])
def test_file_of_a_web_form_is_refused(api: httpx.Client, kind: str | None) -> None:
    """Only what a form of another site cannot send is taken."""
    headers = {"Content-Type": kind} if kind else {}
    response = api.post("/loads", params={"name": "x.txt"}, content=TEXT.encode(), headers=headers)
    assert error(response) == (415, "UnsupportedType")
    assert "application/octet-stream" in response.json()["message"]


def test_file_of_another_site_is_refused(api: httpx.Client, stranger: httpx.Client) -> None:
    """And so is one without the token."""
    headers = {**BYTES, "Origin": "https://evil.example"}
    assert error(api.post("/loads", params={"name": "x"}, content=b"x", headers=headers)) == (403, "ForeignOrigin")
    assert error(stranger.post("/api/v1/loads?name=x", content=b"x", headers=BYTES)) == (401, "NoToken")


def test_load_that_is_not_there(api: httpx.Client) -> None:
    """An error, as everywhere; a name must be given."""
    assert error(api.get("/loads/load-none")) == (404, "UnknownName")
    assert error(api.post("/loads", content=b"x", headers=BYTES)) == (422, "UnusableValue")


def test_loads_are_listed_page_by_page(api: httpx.Client) -> None:
    """Latest first."""
    ids = [hand_in(api, f"{number}.txt", b"No fact stands here.")["id"] for number in range(3)]
    page = api.get("/loads", params={"limit": 2, "offset": 1}).json()
    assert [load["id"] for load in page["items"]] == ids[1::-1]
    assert page["total"] >= 3


def test_mistake_of_ours_fails_the_load_alone(
    api: httpx.Client, graph: allygraph.Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The next file is loaded, and no log names the file or what it says."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("quoting a secret sentence")

    with monkeypatch.context() as broken, caplog.at_level(logging.INFO):
        broken.setattr(type(graph), "load_read", fail)
        load = hand_in(api, "secret.txt", b"A secret sentence.")
    assert (load["state"], load["error"]["error"]) == ("failed", "InternalError")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("allygraph")]
    assert any("RuntimeError in" in line for line in ours)
    assert "secret" not in "".join(ours) + str(load["error"])
    assert hand_in(api, "next.txt", b"A sentence.")["state"] == "done"


def test_end_of_the_server_ends_the_thread(graph: allygraph.Workspace, tmp_path: Path) -> None:
    """What still waits is told to have failed."""
    from starlette.testclient import TestClient

    made = app(graph, Access(TOKEN, "127.0.0.1", 80), tmp_path)
    headers = {"Authorization": f"Bearer {TOKEN}", **BYTES}
    with TestClient(made, base_url="http://127.0.0.1", headers=headers) as client:
        for number in range(5):
            client.post("/api/v1/loads", params={"name": f"{number}.txt"}, content=f"Text {number}.".encode())
        loading = made.state.loading
    thread = loading._thread
    assert thread is not None
    assert not thread.is_alive()
    assert {load.state for load in loading.latest()} <= {"done", "failed"}
    assert all(load.error.error == "Ended" for load in loading.latest() if load.state == "failed")
