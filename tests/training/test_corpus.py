"""The format of the annotated paragraphs, and that every lot keeps to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.check import main, unmarked
from training.corpus import CORPUS, Paragraph, Problem, read_lot, read_lots
from training.gold import gold_of

WHOLE = """\
%% wire-energy.001
%published: 2024-05-14
# [o1 Harrow Tidal] to buy [o2 Corvane Grid]
[o1 Harrow Tidal] said it would buy [o2 Corvane Grid Ltd] from [o3 Belmont Partners] for $120 million \\[sic\\].
/
[o1= The buyer] and [o2= the seller] are rivals, [p1 Ines Caro] of [o4 [o1 Harrow] Labs] said.
--
+ ACQUIRES o1 o2 planned 2024-05-14 120000000USD @1,2
- PARTNERS_WITH o1 o3 @2
? COMPETES_WITH o1 o2 active @3
"""


def lot(tmp_path: Path, text: str) -> list[Paragraph]:
    path = tmp_path / "wire-energy.txt"
    path.write_text(text, encoding="utf-8")
    return read_lot(path)


def test_a_paragraph_is_read_with_its_marks_lines_and_facts(tmp_path: Path) -> None:
    (paragraph,) = lot(tmp_path, WHOLE)
    text = paragraph.text
    assert text.startswith("Harrow Tidal to buy Corvane Grid\n\nHarrow Tidal said it")
    assert "$120 million [sic].\n\nThe buyer and" in text
    assert [(m.entities, text[m.start : m.end], m.is_name) for m in paragraph.marks] == [
        (("o1",), "Harrow Tidal", True),
        (("o2",), "Corvane Grid", True),
        (("o1",), "Harrow Tidal", True),
        (("o2",), "Corvane Grid Ltd", True),
        (("o3",), "Belmont Partners", True),
        (("o1",), "The buyer", False),
        (("o2",), "the seller", False),
        (("p1",), "Ines Caro", True),
        (("o4",), "Harrow Labs", True),
        (("o1",), "Harrow", True),
    ]
    assert [text[line.start : line.end][:12] for line in paragraph.lines] == [
        "Harrow Tidal",
        "Harrow Tidal",
        "The buyer an",
    ]
    bought, denied, doubtful = paragraph.facts
    assert (bought.lines, bought.status, bought.date, bought.amount) == (
        (0, 1),
        "planned",
        "2024-05-14",
        (120e6, "USD"),
    )
    assert (denied.sign, denied.status) == ("-", None)
    assert doubtful.sign == "?"


def test_gold_keeps_what_is_stated_and_what_is_doubtful(tmp_path: Path) -> None:
    (paragraph,) = lot(tmp_path, WHOLE)
    gold = gold_of(paragraph)
    assert [entity["name"] for entity in gold["entities"]] == [
        "Harrow Tidal",
        "Corvane Grid Ltd",
        "Belmont Partners",
        "Ines Caro",
        "Harrow Labs",
    ]
    assert [fact["relation"] for fact in gold["facts"]] == ["ACQUIRES"]
    assert gold["facts"][0]["amount"] == {"value": 120000000, "currency": "USD"}
    assert all(fact["evidence"] in paragraph.text for fact in [*gold["facts"], *gold["optional_facts"]])


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("[o1 Harrow Tidal] said", "[o1 Harrow Tidal said", "not closed"),
        ("[o1 Harrow Tidal] said", "[x1 Harrow Tidal] said", "a mark that is not"),
        ("[o3 Belmont Partners]", "[o3 Belmont Partners's]", "possessive"),
        ("[o3 Belmont Partners]", "[o3 Belmont Partners ]", "blanks at its ends"),
        ("[o1= The buyer]", "[o9= The buyer]", "referred to but never named"),
        ("[o1= The buyer]", "[o1+o2 The buyers]", "needs '='"),
        ("\\]", "]", "a ']' too many"),
        ("--\n", "", "two hyphens"),
        ("ACQUIRES o1 o2 planned", "BUYS o1 o2 planned", "no such relation"),
        ("ACQUIRES o1 o2 planned", "ACQUIRES o1 o9 planned", "an end that no mark names"),
        ("ACQUIRES o1 o2 planned", "ACQUIRES o1 o1 planned", "both ends are the same"),
        ("ACQUIRES o1 o2 planned", "ACQUIRES o1 p1 planned", "p1 may not be Person"),
        ("ACQUIRES o1 o2 planned", "ACQUIRES o1 o2 soon", "neither status"),
        ("ACQUIRES o1 o2 planned", "ACQUIRES o1 o2", "no status"),
        ("ACQUIRES o1 o2 planned", 'ACQUIRES o1 o2 planned role="buyer"', "only HAS_ROLE"),
        (" @1,2", "", "3 lines have both o1 and o2"),
        ("@1,2", "@1,7", "the text has 3 lines"),
        ("? COMPETES_WITH o1 o2 active @3", "+ ACQUIRES o1 o2 planned @3", "stands twice"),
        ("%% wire-energy.001", "%% wire energy", "is not lot-name.001"),
    ],
)
def test_a_slip_is_named_with_file_and_line(tmp_path: Path, wrong: str, right: str, message: str) -> None:
    assert wrong in WHOLE
    with pytest.raises(Problem, match=r"wire-energy\.txt:\d+: ") as problem:
        lot(tmp_path, WHOLE.replace(wrong, right, 1))
    assert message in str(problem.value)


def test_the_check_goes_on_after_a_slip_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = WHOLE.replace(".001", ".002").replace("[o1 Harrow Tidal] said", "Harrow Tidal of Ostrava said")
    lot_file = tmp_path / "wire-energy.txt"
    lot_file.write_text(WHOLE.replace("ACQUIRES", "BUYS") + "\n" + second, encoding="utf-8")
    assert main([str(lot_file)]) == 1
    out = capsys.readouterr().out
    assert "no such relation" in out
    assert "wire-energy.002: not marked: Ostrava, Tidal" in out
    assert "1 lots, 1 paragraphs" in out


def test_every_lot_of_the_corpus_is_sound() -> None:
    paragraphs = read_lots(CORPUS)
    assert len({paragraph.id for paragraph in paragraphs}) == len(paragraphs)
    for paragraph in paragraphs:
        covered = [mark for mark in paragraph.marks if paragraph.text[mark.start : mark.end].strip()]
        assert len(covered) == len(paragraph.marks), paragraph.id
        assert len(list(unmarked(paragraph))) < 40, paragraph.id
