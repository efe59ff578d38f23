"""Our own labels of sentences of public data sets, kept apart from their text: ids, offsets and facts alone.

    python -m training.public prepare SETS OUT     writes the chosen sentences as lots without marks, to be marked
    python -m training.public adopt SETS LOT...    turns marked lots into `training/public/NAME.jsonl`, without text

A record names its data set, its key there, and a checksum of the text that it speaks of; `read_public` puts both
together again. Sets: `re-docred` (documents about firms, their first sentences), `re3d`, `storyweb`.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from allygraph.loaders.documents.passages import passages_of
from training.corpus import Fact, Line, Mark, Paragraph, read_lot

LABELS = Path(__file__).parent / "public"
#: Relations of Re-DocRED that tell of organisations.
_FIRMS = frozenset(
    [
        "P127",
        "P749",
        "P355",
        "P463",
        "P178",
        "P159",
        "P112",
        "P488",
        "P108",
        "P176",
        "P137",
        "P169",
        "P1830",
        "P400",
        "P740",
    ]
)
_DOCUMENTS, _SENTENCES = 130, 4


def sources(sets: Path) -> Iterator[tuple[str, list[str]]]:
    """(key, sentences) of every chosen stretch, in a fixed order. Raises OSError where a set is missing."""
    yield from _redocred(sets / "re-docred" / "dev_revised.json")
    yield from _re3d(sets / "re3d")
    yield from _storyweb(sets / "storyweb" / "tagged_sentences.csv")


def _redocred(path: Path) -> Iterator[tuple[str, list[str]]]:
    chosen = 0
    for number, document in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        if sum(label["r"] in _FIRMS for label in document["labels"]) >= 3 and chosen < _DOCUMENTS:
            chosen += 1
            yield f"re-docred:{number}", [_joined(words) for words in document["sents"][:_SENTENCES]]


def _joined(words: list[str]) -> str:
    """Tokens as running text; quotation marks stay apart, since their side is not known."""
    text = " ".join(words)
    text = re.sub(r" ([,.;:!?%)\]]|'s\b|n't\b)", r"\1", text)
    return re.sub(r"([(\[$]) ", r"\1", text).strip()


def _re3d(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(folder.glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found = [" ".join(passage.text.split()) for passage in passages_of(record["text"], record["_id"])]
            yield f"re3d:{path.parent.name}:{record['_id']}", [one for one in found if len(one) > 20][:6]


def _storyweb(path: Path) -> Iterator[tuple[str, list[str]]]:
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            text = " ".join(row["sentence"].split())
            wanted = row["link_type"] in {"BUSINESS", "OWNER", "MANAGER", "WITHIN", "MEMBER"}
            if wanted and text not in seen and 60 < len(text) < 400 and number % 5 == 0:
                seen.add(text)
                yield f"storyweb:{number}", [text]


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def prepare(sets: Path, out: Path, size: int = 40) -> None:
    """Lots of `size` stretches, to be marked."""
    out.mkdir(parents=True, exist_ok=True)
    found = list(sources(sets))
    for start in range(0, len(found), size):
        lot = f"public-{start // size + 1:02d}"
        blocks = []
        for number, (key, sentences) in enumerate(found[start : start + size], 1):
            lines = [re.sub(r"([\[\]])", r"\\\1", sentence) for sentence in sentences]
            blocks.append("\n".join([f"%% {lot}.{number:03d}", f"%key: {key}", *lines, "--", ""]))
        out.joinpath(f"{lot}.txt").write_text("\n".join(blocks), encoding="utf-8")


def adopt(sets: Path, lots: list[Path]) -> None:
    """Writes the labels of marked lots. Raises ValueError where a text is not that of its key."""
    texts = {key: " ".join(sentences) for key, sentences in sources(sets)}
    LABELS.mkdir(exist_ok=True)
    for lot in lots:
        records = []
        for paragraph in read_lot(lot):
            key = dict(paragraph.extra)["key"]
            if paragraph.text != texts[key]:
                raise ValueError(f"{lot}: {paragraph.id}: the text is not that of {key}")
            records.append(json.dumps(_record(paragraph, key), ensure_ascii=False))
        LABELS.joinpath(f"{lot.stem}.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")


def _record(paragraph: Paragraph, key: str) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "key": key,
        "checksum": _checksum(paragraph.text),
        "lines": [[line.start, line.end] for line in paragraph.lines],
        "marks": [["+".join(m.entities), m.start, m.end, int(m.is_name)] for m in paragraph.marks],
        "facts": [
            {name: value for name, value in asdict(fact).items() if value is not None} for fact in paragraph.facts
        ],
    }


def read_public(sets: Path) -> list[Paragraph]:
    """The labelled stretches whose data set is there with the same text; empty where there is none."""
    if not sets.is_dir():
        return []
    texts = {key: " ".join(sentences) for key, sentences in sources(sets)}
    found = []
    for path in sorted(LABELS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = texts.get(record["key"], "")
            if _checksum(text) == record["checksum"]:
                found.append(_paragraph(record, text))
    return found


def _paragraph(record: dict[str, Any], text: str) -> Paragraph:
    facts = []
    for fact in record["facts"]:
        given = {**fact, "lines": tuple(fact["lines"])}
        if "amount" in given:
            given["amount"] = tuple(given["amount"])
        facts.append(Fact(**given))
    return Paragraph(
        record["id"],
        text,
        tuple(Line(start, end, "sentence") for start, end in record["lines"]),
        tuple(Mark(tuple(ids.split("+")), start, end, bool(name)) for ids, start, end, name in record["marks"]),
        tuple(facts),
    )


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        adopt(Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]])
