"""The examples state the facts that a demonstration must show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allygraph.loaders.curated import read_facts

EXAMPLES = Path(__file__).parents[2] / "examples"
ASSESSMENT = "russia_china_alliance_assessment.txt"
DIGEST = "blockchain_asia_digest.md"
RELEASE = "foundry_microbt_release.html"


def _sentences(name):
    text = " ".join((EXAMPLES / name).read_text(encoding="utf-8").split())
    return re.split(r"(?<=[.:])(?:\[\d+\])? ", text)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (ASSESSMENT, "C2CX | CyberTrust | CyberEX | signed | 12 September 2017"),
        (ASSESSMENT, "CyberEX | C2CX | CyberTrust | USD 80 million | USD 10 billion"),
        (ASSESSMENT, "Metaverse Foundation | KICKICO | Eric Gu | CEO | plans"),
        (ASSESSMENT, "CSRC | CBRC | halted | Metaverse Foundation | KICKICO"),
        (DIGEST, "JD Digits | PBoC | partner"),
        (DIGEST, "DiDi | Bilibili | PBoC | DC/EP | partnered"),
        (DIGEST, "Trusple | AntChain | runs on"),
        (DIGEST, "BNP Paribas | Citibank | DBS | Deutsche Bank | Standard Chartered Bank"),
        (DIGEST, "FINTRAC | Ebang | licence | Canadian subsidiary"),
        (DIGEST, "MicroBT | Foundry | partnership"),
        (DIGEST, "Foundry Digital LLC | Digital Currency Group | owned"),
        (DIGEST, "Bitmain | Foundry | partnership | announced"),
        (DIGEST, "HashQuark | Klaytn | strategic partnership"),
        (DIGEST, "SPiCE | Fusang | listed on"),
        (DIGEST, "Fusang | Labuan Financial Services Authority | licensed"),
        (DIGEST, "Fusang | Hong Kong | TCSP licence"),
        (RELEASE, "MicroBT | Foundry Digital LLC | partnership"),
    ],
)
def test_fact_is_stated_in_one_place(name, parts):
    """Two neighbouring sentences of the text hold all the names and words of the fact."""
    wanted = parts.split(" | ")
    sentences = _sentences(name)
    pairs = [" ".join(pair) for pair in zip(sentences, [*sentences[1:], ""], strict=True)]
    assert any(all(word in pair for word in wanted) for pair in pairs), wanted


def test_analyst_notes_follow_the_model():
    """Every curated fact is read, among them one denial and one that is only likely."""
    path = EXAMPLES / "analyst_notes.yaml"
    (read,) = read_facts(path.read_text(encoding="utf-8"), "yaml", path=str(path), name=path.stem)
    assert read.skipped == ()
    assert (read.document.published, read.document.source.reliability) == ("2020-10-05", "B")
    claims = read.extraction.claims
    assert [claim.predicate for claim in claims if claim.polarity == "negative"] == ["OWNS"]
    assert [claim.object_text for claim in claims if claim.likelihood_words == "likely"] == ["Ant Group"]
    assert len(claims) == 6


def test_every_example_is_described():
    """The guide names each file."""
    guide = (EXAMPLES.parent / "docs" / "examples.md").read_text(encoding="utf-8")
    assert all(file.name in guide for file in EXAMPLES.iterdir())
