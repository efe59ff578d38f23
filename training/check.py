"""Checks lots of annotated paragraphs: `python -m training.check [FILE or FOLDER ...]`.

Prints every problem of form with its file and line, then what a reader should look at once more (names that are not
marked, facts whose ends are far from their line), and counts. Exit status 1 where there is a problem of form.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.corpus import CORPUS, Paragraph, Problem, try_lot

#: Capitalised words inside a sentence that need no mark.
_PLAIN = frozenset(
    """
    I Mr Mrs Ms Dr Prof Sir Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December CEO CFO COO CTO CIO MoU MOU IPO AI IT API
    APIs PhD ESG LNG MW GW USD EUR GBP JPY CNY KRW Q1 Q2 Q3 Q4 H1 H2 Internet English French German Chinese
    Japanese Korean American British Indian Russian European Asian African Arab Spanish Italian Dutch Swiss
    Swedish Norwegian Danish Finnish Polish Turkish Israeli Brazilian Mexican Canadian Australian Vietnamese
    Thai Indonesian Malaysian Filipino Taiwanese Singaporean Nordic Western Eastern Northern Southern High
    Moderate Low Chairman President Director Minister Chief Executive Officer Financial Operating Technology
    Managing Vice
    """.split()  # noqa: SIM905 (a table of words reads better)
)
_CAPITAL = re.compile(r"(?<![\w.])[A-Z][\w\u2019'-]+")


def unmarked(paragraph: Paragraph) -> Iterator[str]:
    """Capitalised words inside sentences that no mark covers."""
    covered = [(mark.start, mark.end) for mark in paragraph.marks]
    starts = {line.start for line in paragraph.lines}
    for match in _CAPITAL.finditer(paragraph.text):
        before = paragraph.text[: match.start()].rstrip()
        opens = match.start() in starts or before[-1:] in '.!?:"\u201c\u2018*\u2022-'
        plain = re.sub(r"['\u2019]s$", "", match[0]) in _PLAIN
        if not opens and not plain and not any(a <= match.start() < b for a, b in covered):
            yield match[0]


def main(arguments: list[str]) -> int:
    places = [Path(one) for one in arguments] or [CORPUS]
    files = [path for place in places for path in (sorted(place.rglob("*.txt")) if place.is_dir() else [place])]
    paragraphs: list[Paragraph] = []
    bad = 0
    for path in files:
        for one in try_lot(path):
            if isinstance(one, Problem):
                print(one)
                bad += 1
                continue
            paragraphs.append(one)
            if words := sorted(set(unmarked(one))):
                print(f"look: {one.id}: not marked: {', '.join(words)}")
    facts = [fact for paragraph in paragraphs for fact in paragraph.facts]
    without = sum(1 for paragraph in paragraphs if not any(fact.sign == "+" for fact in paragraph.facts))
    names = sum(mark.is_name for paragraph in paragraphs for mark in paragraph.marks)
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    print(f"{len(files)} lots, {len(paragraphs)} paragraphs, {words} words, {names} names; {without} without a fact")
    print(
        "stated: " + ", ".join(f"{r} {n}" for r, n in Counter(f.relation for f in facts if f.sign == "+").most_common())
    )
    print(f"denied: {sum(f.sign == '-' for f in facts)}; doubtful: {sum(f.sign == '?' for f in facts)}")
    if bad:
        print(f"{bad} problems of form (the first of each paragraph is shown)")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
