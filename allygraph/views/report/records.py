"""What a report is made of: plain records, the same for every format it is written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with the numbers of the evidence for it and against it; both empty where it states no fact."""

    text: str
    evidence: tuple[int, ...] = ()
    against: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; `status` colours it and is None where it has none."""

    cells: tuple[str, ...]
    evidence: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` name the cells of every row; the evidence is a last column without a name here."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under a heading of their own; without heading where `title` is empty."""

    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: an introduction that states no fact, then statements in groups, then a table.

    `key` is its address in the page; a section with nothing to say has only its introduction.
    """

    key: str
    title: str
    lead: str
    groups: tuple[Group, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class AllianceEntry:
    """An alliance told in full: what it is, its history, its support and what speaks against it."""

    title: str
    kind: str
    status: str | None
    status_words: str
    terms: tuple[Statement, ...]
    history: tuple[Row, ...]
    support: tuple[Statement, ...]
    doubts: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """One quoted passage; `says` has a line for each claim that rests on it."""

    number: int
    quote: str
    document: str
    source: str
    published: str
    reliability: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the summary and what it counts; `part` is true where it is a part of the number of alliances."""

    value: str
    label: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node of the picture, in its coordinates; each line of its label comes with the height of its base line."""

    x: float
    y: float
    radius: float
    kind: str
    lines: tuple[tuple[float, str], ...]
    name: str


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A line of the picture as an SVG path, with what it says; `status` is 'none' where it was not stated."""

    path: str
    status: str
    title: str
    directed: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawn network; `statuses` and `kinds` are those in it, `left_out` counts the nodes not drawn."""

    width: int
    height: int
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Report:
    """A network report, ready to be written. `today` and `as_of` are in words."""

    title: str
    scope: str
    today: str
    as_of: str | None
    figures: tuple[Figure, ...]
    judgements: tuple[Statement, ...]
    alliances: tuple[AllianceEntry, ...]
    alliances_left_out: int
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    picture: Picture
