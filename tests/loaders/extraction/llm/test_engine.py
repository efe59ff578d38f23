"""A model that answers well: what becomes of its answer, and what it was asked."""

from __future__ import annotations

import pytest

from allygraph.graph.model import Status
from allygraph.loaders.extraction import engine as engine_named
from allygraph.loaders.extraction.protocol import Extraction
from tests.loaders.extraction.llm.answers import TELVIA, Make, entity, fact, read, telvia_answer, words
from tests.loaders.extraction.llm.model_server import KEY, ModelServer, Reply


def _extract(server: ModelServer, engine: Make) -> Extraction:
    server.play(Reply(telvia_answer()))
    one = read(TELVIA)
    return engine().extract(one.document, one.passages)


def test_every_place_that_names_an_entity_is_a_mention(server: ModelServer, engine: Make) -> None:
    """All occurrences, the longer name first, and each is the very characters of the document."""
    found = {one.name: one for one in _extract(server, engine).entities}
    assert {name: [mention.text for mention in one.mentions] for name, one in found.items()} == {
        "Telvia Group": ["Telvia Group", "Telvia"],
        "Brightmast": ["Brightmast"] * 3,
        "Ana Ruiz": ["Ana Ruiz"],
        "Telpay": ["Telpay"],
    }
    text = read(TELVIA).document.text
    assert all(one.text == text[one.start : one.end] for entity in found.values() for one in entity.mentions)
    assert found["Telvia Group"].aliases == ("Telvia",)


def test_claims_stand_in_their_sentence(server: ModelServer, engine: Make) -> None:
    """Passage, characters and words of each claim; a break of line and curly quotes are no difference."""
    one, found = read(TELVIA), _extract(server, engine)
    assert [claim.predicate for claim in found.claims] == ["PARTNERS_WITH", "INVESTS_IN", "HAS_ROLE", "DEVELOPS"]
    assert [claim.passage for claim in found.claims] == [0, 1, 2, 2]
    for claim in found.claims:
        passage = one.passages[claim.passage]
        assert (claim.start, claim.end) == (passage.start, passage.end)
        assert claim.subject_text in passage.text
        assert claim.object_text in passage.text


def test_qualifiers_are_kept(server: ModelServer, engine: Make) -> None:
    """Status, date, amount, role, likelihood, deal and our stated confidence."""
    pact, payment, role, plan = _extract(server, engine).claims
    announced: Status = "announced"
    assert (pact.status, pact.date, pact.confidence) == (announced, "2020-07-05", 0.8)
    assert pact.deal
    assert (payment.subject_text, payment.amount, payment.currency, payment.deal) == ("It", 80e6, "USD", None)
    assert role.role == "chief executive"
    assert (plan.likelihood_words, plan.likelihood_low, plan.likelihood_high) == ("likely", 55, 80)


def test_what_the_model_is_asked(server: ModelServer, engine: Make) -> None:
    """The model's name, the key, the schema in strict mode, day and title; the text is between marks."""
    _extract(server, engine)
    [request] = server.requests
    assert (request.path, request.headers["authorization"]) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert (request.body["model"], request.body["temperature"]) == ("small-model", 0)
    assert request.body["response_format"]["json_schema"]["strict"] is True
    before, inside, after = request.user.split("===== ")
    assert "2020-07-06" in before
    assert "A note" in inside
    assert "build Telpay" in inside
    assert after.split()[0] == inside.split()[0]


def test_on_loopback_no_key_is_needed(server: ModelServer, engine: Make) -> None:
    """No key, no header."""
    server.play(Reply(telvia_answer()))
    one = read(TELVIA)
    engine(key="").extract(one.document, one.passages)
    assert "authorization" not in server.requests[0].headers


def test_a_halted_alliance_has_a_counterpart(server: ModelServer, engine: Make) -> None:
    """The authority, one party and the other."""
    text = "The Trade Office stopped the alliance of Telvia and Brightmast."
    entities = [entity("a", "Trade Office"), entity("b", "Telvia"), entity("c", "Brightmast")]
    halts = fact("a", "HALTS", "b", text, counterpart="c", status="halted", deal="x")
    server.play(Reply(words(entities, [halts])))
    one = read(text)
    [claim] = engine().extract(one.document, one.passages).claims
    assert (claim.subject_text, claim.object_text, claim.counterpart_text) == ("Trade Office", "Telvia", "Brightmast")


def test_a_denial_is_negative(server: ModelServer, engine: Make) -> None:
    """What a text denies is told apart from what it states."""
    text = "Telvia has not bought Brightmast."
    denial = fact("a", "ACQUIRES", "b", text, polarity="negative")
    server.play(Reply(words([entity("a", "Telvia"), entity("b", "Brightmast")], [denial])))
    one = read(text)
    [claim] = engine().extract(one.document, one.passages).claims
    assert claim.polarity == "negative"


def test_answers_may_come_wrapped(server: ModelServer, engine: Make) -> None:
    """Thoughts before it and a fence around it do not spoil an answer."""
    server.play(Reply(f"<think>Hm.</think>\n```json\n{telvia_answer()}\n```"))
    one = read(TELVIA)
    assert len(engine().extract(one.document, one.passages).claims) == 4


def test_the_summary_says_what_it_cost(server: ModelServer, engine: Make) -> None:
    """Requests, tokens, time and cost; nothing before the first document."""
    server.play(Reply(telvia_answer()))
    asking = engine(price_in=2.0, price_out=10.0)
    assert asking.summary() == ""
    one = read(TELVIA)
    asking.extract(one.document, one.passages)
    first, second = asking.summary().splitlines()
    assert first.startswith(
        f"small-model at {server.url}: 1 request, 0 answers from the cache, 1,000 tokens in, 200 out, "
    )
    assert first.endswith(" s, cost 0.0040.")
    assert second == "4 claims kept; left out: nothing."


def test_the_engine_is_known_by_name() -> None:
    """`--engine llm` finds it; it asks for its settings when a document comes, not before."""
    assert engine_named("llm").name == "llm"


def test_odd_texts_do_no_harm(server: ModelServer, engine: Make) -> None:
    """Nothing, one letter, lone surrogates, invisible letters, other scripts: no error, exact characters."""
    server.play(Reply(words([entity("a", "华为"), entity("b", "Tel\u200bvia"), entity("c", "\ud800")], [])))
    for text in ("", "x", "\ud800 \udfff.", "Tel\u00advia met 华为技术.", "a\u0000b\ufffd", "“" * 3000):
        one = read(text)
        for found in engine(cache=None).extract(one.document, one.passages).entities:
            for mention in found.mentions:
                assert mention.text == one.document.text[mention.start : mention.end]


@pytest.mark.parametrize(
    "evidence",
    ["The buyer is Brightmast.", "Telvia is for sale. The buyer is Brightmast."],
    ids=["an end named before", "two sentences"],
)
def test_an_end_may_stand_in_the_sentence_before(server: ModelServer, engine: Make, evidence: str) -> None:
    """The claim stands in the sentence that names the other end, and is less sure."""
    one = read("Telvia is for sale. The buyer is Brightmast.")
    entities = [entity("a", "Brightmast"), entity("b", "Telvia")]
    bought = fact("a", "ACQUIRES", "b", evidence, object_text="the company")
    server.play(Reply(words(entities, [bought])))
    [claim] = engine().extract(one.document, one.passages).claims
    assert (claim.subject_text, claim.object_text, claim.confidence) == ("Brightmast", "Telvia", 0.6)
    passage = one.passages[claim.passage]
    assert passage.start <= claim.start < claim.end <= passage.end


@pytest.mark.parametrize(
    ("written", "value", "kept"),
    [
        ("USD 80 million", 80e6, True),
        ("$1.5 billion", 1.5e9, True),
        ("1.500.000 euros", 1.5e6, True),
        ("12,500 dollars", 12_500, True),
        ("80 Millionen Euro", 80e6, True),
        ("USD 80 million", 80e9 * 1.1, False),
        ("USD 8 million", 80e6, False),
        ("some money in 2020", 5, False),
    ],
)
def test_a_sum_stands_in_the_text(server: ModelServer, engine: Make, written: str, value: float, kept: bool) -> None:
    """Digits must be those of the text, but for the zeros of a word such as million."""
    text = f"Telvia put {written} into Brightmast."
    paid = fact("a", "INVESTS_IN", "b", text, amount={"value": value, "currency": "USD"})
    server.play(Reply(words([entity("a", "Telvia"), entity("b", "Brightmast")], [paid])))
    one = read(text)
    [claim] = engine().extract(one.document, one.passages).claims
    assert claim.amount == (value if kept else None)
