"""Documents that take several questions, and answers that are kept."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from allygraph.loaders.extraction.llm import LlmUnreachable
from tests.loaders.extraction.llm.answers import TELVIA, Make, entity, fact, read, telvia_answer, words
from tests.loaders.extraction.llm.model_server import KEY, ModelServer, Reply, Request

_NAMES = ["Ashford", "Belcor", "Cindral", "Dorvane", "Elmhurst", "Fenwick", "Gorland", "Hesketh"]
_LONG = " ".join(
    f"{name} Holdings bought a stake in Telvia in the year {2001 + place}. Analysts had waited for this step for long, "
    f"and {name} was glad to have taken it at last."
    for place, name in enumerate(_NAMES)
)


def _read_part(asked: Request) -> Reply:
    """What a careful model finds in a part of _LONG."""
    inside = asked.user.split("===== ")[1]
    entities, facts = [entity("t", "Telvia")] if "Telvia" in inside else [], []
    for name in _NAMES:
        full = f"{name} Holdings"
        if full in inside:
            entities.append(entity(name, full, *([name] if f"and {name}" in inside else [])))
            start = inside.index(full)
            facts.append(fact(name, "OWNS", "t", inside[start : inside.index(".", start) + 1]))
        elif name in inside:
            entities.append(entity(name, name))
    return Reply(words(entities, facts))


@pytest.mark.parametrize("parallel", [1, 3])
def test_parts_are_put_together(server: ModelServer, engine: Make, parallel: int) -> None:
    """Each entity and each claim once, over parts that overlap, asked one by one or side by side."""
    server.answering = _read_part
    one = read(_LONG)
    found = engine(chunk=400, parallel=parallel).extract(one.document, one.passages)
    assert len(server.requests) > 3
    assert all(len(request.user) < 900 for request in server.requests)
    assert [entity.name for entity in found.entities] == ["Telvia", *(f"{name} Holdings" for name in _NAMES)]
    assert [len(entity.mentions) for entity in found.entities] == [8, *([2] * 8)]
    assert [claim.passage for claim in found.claims] == list(range(0, 16, 2))


def test_too_much_is_split(server: ModelServer, engine: Make) -> None:
    """An answer cut for its length, or a text beyond the window, is asked about in halves."""

    def answering(asked: Request) -> Reply:
        if len(asked.user) > 1200:
            return Reply(status=400, body=b'{"error": {"message": "maximum context length is 100 tokens"}}')
        if len(asked.user) > 700:
            return Reply('{"entities": [{"id"', finish="length")
        return _read_part(asked)

    server.answering = answering
    one = read(_LONG)
    found = engine().extract(one.document, one.passages)
    assert len(found.claims) == 8
    asked = len(server.requests)
    assert engine().extract(one.document, one.passages) == found
    assert len(server.requests) == asked


def test_people_of_one_surname_stay_apart(server: ModelServer, engine: Make) -> None:
    """John and Jane Smith in two parts are two people; the surname alone goes to the first."""
    sentence = "{} Smith spoke at length of the weather, as people in these parts have done since long before. "
    one = read(sentence.format("John") * 3 + sentence.format("Jane") * 3)

    def answering(asked: Request) -> Reply:
        names = [name for name in ("John Smith", "Jane Smith") if name in asked.user]
        return Reply(words([entity(name, name, "Smith", type="Person") for name in names], []))

    server.answering = answering
    found = engine(chunk=500).extract(one.document, one.passages)
    assert [(entity.name, len(entity.mentions)) for entity in found.entities] == [("John Smith", 3), ("Jane Smith", 3)]


def test_an_interrupted_run_goes_on(server: ModelServer, engine: Make) -> None:
    """What was answered before the server went away is not asked again."""
    one = read(_LONG)
    server.answering = lambda asked: _read_part(asked) if len(server.requests) < 3 else Reply(status=500)
    with pytest.raises(Exception, match="500"):
        engine(chunk=500).extract(one.document, one.passages)
    before = len(server.requests)
    server.answering = _read_part
    again = engine(chunk=500)
    assert len(again.extract(one.document, one.passages).claims) == 8
    assert again.usage.cached == 2
    assert len(server.requests) - before == again.usage.requests
    texts = [request.user for request in server.requests if request.user == server.requests[0].user]
    assert len(texts) == 1


def test_a_second_run_asks_nothing(server: ModelServer, engine: Make) -> None:
    """The same document, model and prompt: the same extraction and no request; another model is asked."""
    server.play(Reply(telvia_answer()))
    one = read(TELVIA)
    first = engine().extract(one.document, one.passages)
    again = engine()
    assert again.extract(one.document, one.passages) == first
    assert "0 requests, 1 answer from the cache, 0 tokens in" in again.summary()
    engine(model="other").extract(one.document, one.passages)
    assert len(server.requests) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1, "answer": {"entities": [], "facts": []}}', "\udcff"])
def test_a_damaged_answer_is_written_anew(server: ModelServer, engine: Make, tmp_path: Path, damage: str) -> None:
    """An entry that was cut or changed is ignored, asked for again and replaced."""
    server.play(Reply(telvia_answer()))
    one = read(TELVIA)
    first = engine().extract(one.document, one.passages)
    [entry] = tmp_path.rglob("*.json")
    whole = entry.read_text("utf-8")
    entry.write_bytes(damage.encode("utf-8", errors="surrogateescape"))
    assert engine().extract(one.document, one.passages) == first
    assert len(server.requests) == 2
    assert entry.read_text("utf-8") == whole


def test_answers_are_for_the_owner_alone(server: ModelServer, engine: Make, tmp_path: Path) -> None:
    """Files and folders shut to others, no draft left, no key inside."""
    server.play(Reply(telvia_answer()))
    one = read(TELVIA)
    engine().extract(one.document, one.passages)
    [entry] = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (entry.parent, entry.parent.parent)} == {0o700}
    assert KEY not in entry.read_text("utf-8")
    assert json.loads(entry.read_text("utf-8"))["answer"]["facts"]


def test_a_cache_that_cannot_be_written_is_no_fault(server: ModelServer, engine: Make, tmp_path: Path) -> None:
    """The document is read, and the summary says that nothing was kept."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    server.play(Reply(telvia_answer()))
    one = read(TELVIA)
    asking = engine(cache=tmp_path / "file" / "llm")
    assert len(asking.extract(one.document, one.passages).claims) == 4
    assert "1 answer could not be written to the cache" in asking.summary()


def test_side_by_side_a_server_that_is_down_ends_the_run(server: ModelServer, engine: Make) -> None:
    """One error, whichever request met it."""
    server.play(Reply(status=503))
    one = read(_LONG)
    with pytest.raises(LlmUnreachable):
        engine(chunk=500, parallel=4, attempts=1).extract(one.document, one.passages)
