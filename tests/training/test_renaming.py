"""Names drawn anew: every mark keeps to its words, families of names stay families, facts stay where they were."""

from __future__ import annotations

import random
from pathlib import Path

from training.corpus import CORPUS, Paragraph, read_lot, read_lots
from training.renaming import generic_words, renamed

LOT = """\
%% wire-energy.001
[o1 Northern Grid Authority] ([o1 NGA]) and [o2 Harrow Tidal Ltd] signed, [p1 Ines Caro] of [o2 Harrow] said [l1 Oslo].
[o1= The authority] and [o3 [o2 Harrow] Labs] did not; [t1 ioteq9] did.
--
+ PARTNERS_WITH o1 o2 signed @1
"""


def one(tmp_path: Path) -> Paragraph:
    path = tmp_path / "wire-energy.txt"
    path.write_text(LOT, encoding="utf-8")
    return read_lot(path)[0]


def words(paragraph: Paragraph) -> list[str]:
    return [paragraph.text[mark.start : mark.end] for mark in paragraph.marks]


def references(paragraph: Paragraph) -> list[str]:
    """The words of pronouns and nominals, but for those that hold a name ("the heir to Harrow")."""
    names = [mark for mark in paragraph.marks if mark.is_name]
    return [
        paragraph.text[mark.start : mark.end]
        for mark in paragraph.marks
        if not mark.is_name and not any(mark.start <= name.start < mark.end for name in names)
    ]


def test_words_of_a_family_change_alike(tmp_path: Path) -> None:
    generic = frozenset({"Authority", "Ltd", "Labs", "Grid"})
    new = renamed(one(tmp_path), generic, random.Random(4), share=1.0)
    authority, acronym, firm, person, short, place, *_ = words(new)
    assert authority.endswith(" Grid Authority")
    assert acronym == "".join(word[0] for word in authority.split())
    assert firm.split()[0] == short != "Harrow"
    assert firm.endswith(" Ltd")
    assert len(person.split()) == 2
    assert person != "Ines Caro"
    assert place != "Oslo"
    assert f"{short} Labs" in new.text


def test_nothing_changes_where_no_share_is_renamed(tmp_path: Path) -> None:
    paragraph = one(tmp_path)
    assert renamed(paragraph, frozenset(), random.Random(4), share=0.0).text == paragraph.text


def test_the_whole_corpus_keeps_its_references_lines_and_facts() -> None:
    paragraphs = read_lots(CORPUS)[::7]
    generic = generic_words(paragraphs)
    assert {"Bank", "Group"} <= generic
    random_ = random.Random(1)
    changed = 0
    for paragraph in paragraphs:
        new = renamed(paragraph, generic, random_)
        changed += new.text != paragraph.text
        assert new.facts == paragraph.facts
        assert len(new.lines) == len(paragraph.lines)
        assert references(new) == references(paragraph), paragraph.id
        assert all(new.text[m.start : m.end].strip() == new.text[m.start : m.end] != "" for m in new.marks)
        named = {entity for mark in new.marks for entity in mark.entities}
        assert all({fact.subject, fact.object} <= named for fact in new.facts), paragraph.id
    assert changed > 0.9 * len(paragraphs)
