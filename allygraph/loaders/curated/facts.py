"""A file of curated facts becomes a document, its passages, and the claims they state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from allygraph.graph.errors import InvalidFact
from allygraph.graph.ids import document_id, passage_id, source_id
from allygraph.graph.model import Document, Passage, Skipped, Source
from allygraph.loaders.curated.checking import Checker
from allygraph.loaders.curated.claims import claim_of
from allygraph.loaders.curated.csv_facts import read_csv
from allygraph.loaders.curated.entries import FactsRead, Sheet
from allygraph.loaders.curated.roster import Roster
from allygraph.loaders.curated.sources import parts_by_source
from allygraph.loaders.curated.yaml_facts import read_yaml
from allygraph.loaders.extraction.protocol import Extraction, FoundClaim

__all__ = ["read_facts"]


def read_facts(
    text: str,
    form: str,
    *,
    path: str,
    name: str,
    uri: str | None = None,
    source: str | Source | None = None,
) -> Iterator[FactsRead]:
    """The facts that a file states: one reading, or one for each source that the rows of a table name.

    `form` is `yaml` or `csv`. The source is the one that the file names, else `source`, else `name`. Raises
    UnreadableDocument where the file as a whole is no list of facts.
    """
    fallback = source if isinstance(source, Source) else _source(source or name)
    if form == "yaml":
        checker = Checker(path)
        yield _read(
            text,
            read_yaml(text, checker),
            checker,
            Document("", "", name, text, fallback, uri=uri, media_type="application/yaml"),
        )
        return
    for part in parts_by_source(text):
        checker = Checker(path, part.lines)
        publisher = _source(part.source) if part.source else fallback
        # Documents of one file are told apart by their addresses.
        address = f"{uri}#source={quote(publisher.name)}" if uri and part.lines else uri
        document = Document("", "", name, part.text, publisher, uri=address, media_type="text/csv")
        yield _read(part.text, read_csv(part.text, checker), checker, document)


def _source(name: str) -> Source:
    return Source(source_id(name), name)


def _read(text: str, sheet: Sheet, checker: Checker, blank: Document) -> FactsRead:
    problems = list(sheet.problems)
    roster = Roster(text, checker)
    stretches = []
    for entity in sheet.entities:
        try:
            roster.declare(entity)
            stretches.append((entity.start, entity.end))
        except InvalidFact as problem:
            problems.append(problem)
    roster.learn(sheet.entries)
    claims: list[FoundClaim] = []
    for entry in sheet.entries:
        try:
            claims.append(claim_of(text, entry, len(stretches), roster, checker))
            stretches.append((entry.start, entry.end))
        except InvalidFact as problem:
            problems.append(problem)
    skipped = tuple(Skipped(problem.path, str(problem)) for problem in problems)
    if not claims:
        return FactsRead(None, (), Extraction(), skipped)
    identifier = document_id(text)
    document = replace(
        blank,
        id=identifier,
        series=identifier,
        title=sheet.title or blank.title,
        source=sheet.source or blank.source,
        published=sheet.published,
    )
    order = sorted(range(len(stretches)), key=stretches.__getitem__)
    place = {old: new for new, old in enumerate(order)}
    passages = _passages(text, [stretches[old] for old in order], identifier)
    moved = tuple(replace(claim, passage=place[claim.passage]) for claim in claims)
    return FactsRead(document, passages, Extraction(roster.entities(), moved), skipped)


def _passages(text: str, stretches: Sequence[tuple[int, int]], series: str) -> tuple[Passage, ...]:
    seen: Counter[str] = Counter()
    passages = []
    for index, (start, end) in enumerate(stretches):
        words = text[start:end]
        spaced = " ".join(words.split())
        passages.append(Passage(passage_id(series, spaced, seen[spaced]), index, words, start, end))
        seen[spaced] += 1
    return tuple(passages)
