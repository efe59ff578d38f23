"""Fact sheets, lists under a heading, and who speaks for whom."""

from __future__ import annotations

from tests.loaders.extraction.relations.marked import claims_of


def _facts(*sentences: str) -> set[tuple[str, str, str]]:
    return {(claim.subject, claim.predicate, claim.object) for claim in claims_of(*sentences)}


def test_labels_tell_what_the_sheet_of_a_name_says() -> None:
    """Each label relates the names behind it to the name that stands alone above."""
    facts = _facts(
        "[O Brennach]",
        "Owner: [O Halden Holding]; Competitors: [O Norvik], [O Dornex]; Headquarters: [L Oslo], [L Norway]",
    )
    assert facts == {
        ("Halden Holding", "OWNS", "Brennach"),
        ("Brennach", "COMPETES_WITH", "Norvik"),
        ("Brennach", "COMPETES_WITH", "Dornex"),
        ("Brennach", "BASED_IN", "Oslo"),
    }


def test_rows_under_a_heading_belong_to_the_main_body() -> None:
    """Each line under "Principal subsidiaries" names one first, until a sentence follows."""
    facts = _facts(
        "[O Brennach] makes pumps. [O Brennach] is old.",
        "3. Principal subsidiaries",
        "[O Norvik] – [L Oslo] – 100%",
        "- [O Dornex] ([L Bergen])",
        "The staff moved to new offices with [O Telvia].",
    )
    assert facts == {("Brennach", "OWNS", "Norvik"), ("Brennach", "OWNS", "Dornex")}


def test_a_label_with_no_known_owner_says_nothing() -> None:
    """Names behind a label are nobody's where the document is about none of them."""
    assert _facts("Competitors: [O Norvik], [O Dornex]") == set()


def test_we_is_the_body_of_the_speaker() -> None:
    """In quotation marks "we" and "our" stand for the body of the officer who is quoted."""
    facts = _facts(
        "[P Ana Roux] is the chief executive of [O Brennach].",
        '"We have teamed up with [O Norvik]," said [P Ana Roux].',
        '"Our main rival is [O Dornex]."',
    )
    assert ("Brennach", "PARTNERS_WITH", "Norvik") in facts
    assert {pair for pair in facts if pair[1] == "COMPETES_WITH"} in (
        {("Dornex", "COMPETES_WITH", "Brennach")},
        {("Brennach", "COMPETES_WITH", "Dornex")},
    )


def test_we_without_a_known_speaker_is_nobody() -> None:
    """Nothing is claimed for a speaker with no body."""
    assert _facts('"We have teamed up with [O Norvik]," a man in the crowd said.') == set()


def test_an_officer_plans_for_the_body() -> None:
    """The planned partnership of a chief executive is that of the firm, in the words of the sentence."""
    claims = claims_of(
        "The CEO of the miner [O Brennach], [P Ana Roux], said that she plans an alliance with [O Norvik]."
    )
    (claim,) = (claim for claim in claims if claim.predicate == "PARTNERS_WITH")
    assert (claim.subject, claim.object, claim.status) == ("Brennach", "Norvik", "planned")
    assert claim.subject_text == "Ana Roux"
