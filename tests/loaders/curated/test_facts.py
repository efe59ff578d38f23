"""Facts that an analyst states in YAML and CSV."""

from pathlib import Path

import pytest

from allygraph.graph.model import Skipped
from allygraph.loaders.curated.amounts import parse_amount
from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.extraction.protocol import Extraction

DATA = Path(__file__).parents[2] / "data" / "documents"


def documents(name: str) -> list[ReadDocument]:
    return [one for one in read_inputs([DATA / name]) if isinstance(one, ReadDocument)]


def problems(name: str) -> list[str]:
    return [one.reason for one in read_inputs([DATA / name]) if isinstance(one, Skipped)]


def facts(extraction: Extraction | None) -> list[tuple[str, str, str]]:
    assert extraction is not None
    names = {entity.id: entity.name for entity in extraction.entities}
    return [(names[claim.subject], claim.predicate, names[claim.object]) for claim in extraction.claims]


def test_yaml_facts() -> None:
    """Every entry is a claim; an alias stands for the declared entity."""
    [read] = documents("facts.yaml")
    assert facts(read.extraction) == [
        ("Northgate Bank", "INVESTS_IN", "Sella Pay"),
        ("Mara Quill", "HAS_ROLE", "Sella Pay"),
        ("Sella Pay", "DEVELOPS", "Kestrel"),
        ("Kestrel", "POWERED_BY", "Open Chain"),
        ("Harbour Authority", "HALTS", "Northgate Bank"),
    ]


def test_yaml_head() -> None:
    """Title, date and source are those at the head of the file."""
    [read] = documents("facts.yaml")
    assert (read.document.title, read.document.published) == ("Facts of May", "2021-05-03")
    assert (read.document.source.name, read.document.source.reliability) == ("Harbour desk", "B")


def test_qualifiers() -> None:
    """Amount, likelihood, role, date, polarity and counterpart are read in the forms of the model."""
    [read] = documents("facts.yaml")
    assert read.extraction is not None
    first, role, _, powered, halted = read.extraction.claims
    assert (first.amount, first.currency, first.likelihood_low, first.likelihood_high) == (3_500_000, "USD", 80, 95)
    assert (role.role, role.date, powered.credibility) == ("director", "2021-05", 2)
    assert (halted.polarity, halted.counterpart_text) == ("negative", "Sella Pay")


def test_kinds_follow_from_the_relations() -> None:
    """A name without a kind gets the one that its relations call for."""
    [read] = documents("facts.yaml")
    assert read.extraction is not None
    kinds = {entity.name: entity.kind for entity in read.extraction.entities}
    assert (kinds["Mara Quill"], kinds["Kestrel"], kinds["Sella Pay"]) == ("Person", "Product", "Organisation")


@pytest.mark.parametrize("name", ["facts.yaml", "facts.csv", "facts_bad.yaml"])
def test_characters_are_exact(name: str) -> None:
    """Passages, mentions and evidence are the very stretches of the file, each mention inside a passage."""
    for read in documents(name):
        text = read.document.text
        assert read.extraction is not None
        assert all(text[one.start : one.end] == one.text for one in read.passages)
        mentions = [mention for entity in read.extraction.entities for mention in entity.mentions]
        assert all(text[one.start : one.end] == one.text for one in mentions)
        assert all(any(p.start <= one.start and one.end <= p.end for p in read.passages) for one in mentions)
        for claim in read.extraction.claims:
            passage = read.passages[claim.passage]
            assert passage.start <= claim.start < claim.end <= passage.end
            assert claim.subject_text in passage.text


def test_evidence_is_the_quotation() -> None:
    """A claim with a quotation is bounded by it, without marks and comment."""
    [read] = documents("facts.yaml")
    assert read.extraction is not None
    claim = read.extraction.claims[0]
    assert read.document.text[claim.start : claim.end] == "Northgate puts 3.5 million into Sella Pay"


def test_bad_entries_are_skipped_each_with_its_reason() -> None:
    """The line, what was found and what is allowed are told; the good entry loads."""
    found = problems("facts_bad.yaml")
    assert [reason.split(":")[0] for reason in found] == [
        "Line 8",
        "Line 3",
        "Line 4",
        "Line 5",
        "Line 6",
        "Line 7",
        "Line 9",
    ]
    assert "Did you mean PARTNERS_WITH?" in found[1]
    assert "Allowed: planned, announced, signed, active, halted, ended." in found[4]
    assert [facts(read.extraction) for read in documents("facts_bad.yaml")] == [
        [("Northgate Bank", "OWNS", "Sella Pay")]
    ]


def test_csv_rows_of_two_sources_are_two_documents() -> None:
    """Each source keeps its own facts, so that they count as two."""
    first, second = documents("facts.csv")
    assert (first.document.source.name, second.document.source.name) == ("Harbour News", "Register")
    assert facts(first.extraction) == [("Northgate Bank", "PARTNERS_WITH", 'Sella "Pay", Ltd')]
    assert second.extraction is not None
    assert (second.extraction.claims[0].amount, second.extraction.claims[0].date) == (3_500_000, "2020")


def test_csv_problems_name_the_line_of_the_file() -> None:
    """A row without an object is told by its line in the whole file."""
    [reason] = problems("facts.csv")
    assert reason.startswith("Line 5: the fact has no object.")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.yaml", "facts: [", "line 1"),
        ("a.yaml", "facts: 3", "no list of facts"),
        ("a.yaml", "facts: []", "no list of facts"),
        ("a.csv", "subject,relation\nFoo,OWNS\n", "no column 'object'"),
        ("a.csv", "subject,relation,object\n", "no rows"),
        ("a.csv", "a,b\n1,2\n", "no columns 'subject'"),
        ("a.csv", "subject,relation,object\nFoo,OWNS,Bar,Baz\n", "found 4 values, expected 3"),
        ("a.csv", "subject,relation,object,colour\nFoo,OWNS,Bar,red\n", "unknown column 'colour'"),
    ],
)
def test_files_that_are_no_facts(tmp_path: Path, name: str, content: str, words: str) -> None:
    """A file that cannot be read as facts says what is wrong with it."""
    (tmp_path / name).write_text(content)
    assert [words in one.reason for one in read_inputs([tmp_path / name]) if isinstance(one, Skipped)] == [True]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("USD 80 million", (80_000_000, "USD")),
        ("$2.5bn", (2_500_000_000, "USD")),
        ("80,000,000 EUR", (80_000_000, "EUR")),
        ("12 BTC", (12, "BTC")),
        ("12", (12, None)),
        ("lots", None),
    ],
)
def test_amounts(text: str, amount: tuple[float, str | None] | None) -> None:
    """Amounts are whole units with the code of the currency."""
    assert parse_amount(text) == amount
