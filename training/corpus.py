"""The annotated paragraphs of `training/corpus/`: their format, read into plain records.

A file is a lot: paragraphs written for one brief. A paragraph looks like this:

    %% wire-energy-01.007
    %published: 2024-05-14
    # [o1 Harrow Tidal] to buy [o2 Corvane Grid]
    [o1 Harrow Tidal] said on Tuesday it would buy [o2 Corvane Grid Ltd] from [o3 Belmont Partners] for $120 million.
    [o1= The buyer] is led by [p1 Ines Caro], its chief executive.
    --
    + ACQUIRES o1 o2 planned 2024-05-14 120000000USD @1,2
    + HAS_ROLE p1 o1 active role="chief executive" @3
    ? OWNS o3 o2 active @2

Above `--`: one sentence a line; `# ` before a headline, `* ` before an item of a list, `/` alone ends a paragraph of
the text. A mark is `[ID words]`: the letter of the id is the type (o Organisation, p Person, t Product, l Place). `[o1=
the buyer]` is a pronoun or nominal that stands for o1, `[o1+o2= both firms]` for several. Marks may be nested. A
bracket of the text itself is written `\\[` and `\\]`.

Below `--`: a line a fact. `+` stated, `-` denied, `?` a defensible reading (neither taught nor counted). Then the
relation, subject, object, for `+` and `?` the status (or `unknown`), and where the text gives them the date of the
event, the amount as `NUMBER` and currency code, `role="as written"`. `@` names the lines of the text that say it,
counted from 1; it may be left out where only one line has both ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from allygraph.graph.kinds import relation_kinds
from allygraph.graph.model import Kind
from allygraph.graph.scales import STATUSES

__all__ = ["CORPUS", "Fact", "Line", "Mark", "Paragraph", "Problem", "read_lot", "read_lots", "try_lot"]

CORPUS = Path(__file__).parent / "corpus"
KINDS: dict[str, Kind] = {"o": "Organisation", "p": "Person", "t": "Product", "l": "Place"}
_ID = re.compile(r"[opltOPLT]\d+(?:\+[oplt]\d+)*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)([A-Z]{3,5})")
_FACT = re.compile(r'role="[^"]*"|\S+')
_HEADER = re.compile(r"%(\w+):\s*(.*)")


class Problem(ValueError):
    """A paragraph that does not follow the format; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the text: which entities it stands for, characters of the text, whether it is a name."""

    entities: tuple[str, ...]
    start: int
    end: int
    is_name: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: a sentence, a headline or an item. Characters of the text, end excluded."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as annotated. `sign` is `+`, `-` or `?`; `lines` count from 0."""

    sign: str
    relation: str
    subject: str
    object: str
    lines: tuple[int, ...]
    status: str | None = None
    date: str | None = None
    amount: tuple[float, str] | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An annotated paragraph. `marks` in order of start, outer before inner."""

    id: str
    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...]
    published: str | None = None
    source: str | None = None
    extra: tuple[tuple[str, str], ...] = field(default=())

    @property
    def lot(self) -> str:
        """The lot it belongs to: the id without its number."""
        return self.id.rpartition(".")[0]

    def names(self) -> dict[str, list[str]]:
        """The distinct named surface forms of each entity, in reading order; entities only referred to have none."""
        found: dict[str, list[str]] = {}
        for mark in self.marks:
            for entity in mark.entities:
                forms = found.setdefault(entity, [])
                words = self.text[mark.start : mark.end]
                if mark.is_name and words not in forms:
                    forms.append(words)
        return found


def read_lots(*folders_or_files: Path) -> list[Paragraph]:
    """The paragraphs of every lot, sorted by file. Raises Problem, OSError."""
    files = [
        path
        for place in folders_or_files or (CORPUS,)
        for path in (sorted(place.rglob("*.txt")) if place.is_dir() else [place])
    ]
    return [paragraph for path in files for paragraph in read_lot(path)]


def read_lot(path: Path) -> list[Paragraph]:
    """The paragraphs of one file. Raises the first Problem; OSError."""
    paragraphs = []
    for one in try_lot(path):
        if isinstance(one, Problem):
            raise one
        paragraphs.append(one)
    return paragraphs


def try_lot(path: Path) -> Iterator[Paragraph | Problem]:
    """The paragraphs of one file, and in the place of a faulty one its first problem. Raises OSError."""
    seen = set()
    try:
        for number, block in _blocks(path):
            try:
                paragraph = _Reader(path, number).read(block)
                if paragraph.id in seen:
                    raise Problem(f"{path}:{number}: the id {paragraph.id} stands twice")
                seen.add(paragraph.id)
                yield paragraph
            except Problem as problem:
                yield problem
    except Problem as problem:
        yield problem


def _blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    start = 1
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("%%"):
            if block:
                yield start, block
            block, start = [line], number
        elif block:
            block.append(line)
        elif line.strip():
            raise Problem(f"{path}:{number}: text before the first paragraph; begin it with %% and an id")
    if block:
        yield start, block


@dataclass
class _Reader:
    """Reads one block, and knows where it stands."""

    path: Path
    first: int
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def read(self, block: Sequence[str]) -> Paragraph:
        name = block[0][2:].strip()
        if not re.fullmatch(r"[a-z0-9-]+\.\d{3}", name):
            raise self._problem(0, f"the id {name!r} is not lot-name.001")
        split = next((i for i, line in enumerate(block) if line.strip() == "--"), None)
        if split is None:
            raise self._problem(0, f"{name} has no line of two hyphens between its text and its facts")
        about: dict[str, str] = {}
        gap = ""
        for offset, raw in enumerate(block[1:split], 1):
            line = raw.strip()
            header = _HEADER.fullmatch(line)
            if not line:
                continue
            if header and not self.text:
                about[header[1]] = header[2].strip()
            elif line == "/":
                gap = "\n\n"
            else:
                gap = self._line(line, gap, offset)
        facts = tuple(
            self._fact(line.strip(), offset) for offset, line in enumerate(block) if offset > split and line.strip()
        )
        self._whole(facts, name)
        published, source = about.pop("published", None), about.pop("source", None)
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))
        return Paragraph(
            name, self.text, tuple(self.lines), marks, facts, published, source, tuple(sorted(about.items()))
        )

    def _problem(self, offset: int, what: str) -> Problem:
        return Problem(f"{self.path}:{self.first + offset}: {what}")

    def _line(self, line: str, gap: str, offset: int) -> str:
        """Adds one line; gives the gap to leave before the next if nothing else is said."""
        sort = {"# ": "headline", "* ": "item"}.get(line[:2], "sentence")
        if sort == "headline":
            line = line[2:].strip()
        if sort == "item" and self.text and gap == " ":
            gap = "\n"
        self.text += gap if self.text else ""
        start = len(self.text)
        open_marks: list[tuple[str, int]] = []
        place = 0
        while place < len(line):
            char = line[place]
            if char == "\\" and line[place + 1 : place + 2] in ("[", "]"):
                self.text += line[place + 1]
                place += 2
            elif char == "[":
                head = re.match(r"\[(\S+?)(=?) ", line[place:])
                if not head or not _ID.fullmatch(head[1]):
                    raise self._problem(offset, f"a mark that is not '[o1 words]': {line[place : place + 30]!r}")
                open_marks.append((head[1] + head[2], len(self.text)))
                place += head.end()
            elif char == "]":
                if not open_marks:
                    raise self._problem(offset, "a ']' too many; one of the text itself is written \\]")
                label, begin = open_marks.pop()
                self._mark(label, begin, offset)
                place += 1
            else:
                self.text += char
                place += 1
        if open_marks:
            raise self._problem(offset, f"the mark {open_marks[-1][0]} is not closed on its line")
        self.lines.append(Line(start, len(self.text), sort))
        return {"headline": "\n\n", "item": "\n"}.get(sort, " ")

    def _mark(self, label: str, begin: int, offset: int) -> None:
        words = self.text[begin:]
        if not words or words != words.strip():
            raise self._problem(offset, f"the mark {label} is empty or has blanks at its ends: {words!r}")
        is_name = not label.endswith("=")
        entities = tuple(label.rstrip("=").split("+"))
        if is_name and len(entities) > 1:
            raise self._problem(offset, f"a name stands for one entity; {label} needs '=' after its ids")
        if is_name and re.search(r"['\u2019]s$", words):
            raise self._problem(offset, f"leave the possessive outside the mark: {words!r}")
        self.marks.append(Mark(entities, begin, len(self.text), is_name))

    def _fact(self, line: str, offset: int) -> Fact:
        parts = _FACT.findall(line)
        sign, rest = parts[0], parts[1:]
        if sign not in {"+", "-", "?"} or len(rest) < 3:
            raise self._problem(offset, f"not a fact: {line!r}")
        relation, subject, object_, *more = rest
        values: dict[str, object] = {}
        lines: tuple[int, ...] = ()
        for part in more:
            if part in STATUSES or part == "unknown":
                values["status"] = None if part == "unknown" else part
            elif _DATE.fullmatch(part):
                values["date"] = part
            elif amount := _AMOUNT.fullmatch(part):
                values["amount"] = (float(amount[1]), amount[2])
            elif part.startswith("role="):
                values["role"] = part[6:-1]
            elif re.fullmatch(r"@\d+(,\d+)*", part):
                lines = tuple(int(number) - 1 for number in part[1:].split(","))
            else:
                raise self._problem(offset, f"{part!r} is neither status, date, amount, role nor @lines")
        if sign != "-" and "status" not in values:
            raise self._problem(offset, f"no status (or 'unknown') in {line!r}")
        lines = lines or self._only_line(subject, object_, offset)
        return Fact(sign, relation, subject, object_, lines, **values)  # type: ignore[arg-type]

    def _only_line(self, subject: str, object_: str, offset: int) -> tuple[int, ...]:
        both = [number for number in range(len(self.lines)) if {subject, object_} <= self._in_line(number)]
        if len(both) != 1:
            raise self._problem(offset, f"{len(both)} lines have both {subject} and {object_}: say which with @")
        return tuple(both)

    def _in_line(self, number: int) -> set[str]:
        line = self.lines[number]
        return {entity for mark in self.marks if line.start <= mark.start < line.end for entity in mark.entities}

    def _whole(self, facts: Sequence[Fact], name: str) -> None:
        """Whether ids, ends, types and lines of the facts hold."""
        if not self.text:
            raise self._problem(0, f"{name} has no text")
        named = {mark.entities[0] for mark in self.marks if mark.is_name}
        for mark in self.marks:
            if missing := set(mark.entities) - named:
                raise self._problem(0, f"{name}: {sorted(missing)[0]} is referred to but never named")
        seen = set()
        for fact in facts:
            if wrong := self._wrong(fact, named):
                raise self._problem(0, f"{name}: {fact.relation} {fact.subject} {fact.object}: {wrong}")
            ends = (fact.subject, fact.object)
            key = (
                fact.sign == "-",
                fact.relation,
                tuple(sorted(ends)) if relation_kinds()[fact.relation].symmetric else ends,
                fact.role,
                fact.status,
            )
            if key in seen:
                raise self._problem(0, f"{name}: {fact.relation} {fact.subject} {fact.object} stands twice")
            seen.add(key)

    def _wrong(self, fact: Fact, named: set[str]) -> str | None:
        """What is wrong with a fact by itself."""
        kind = relation_kinds().get(fact.relation)
        if kind is None:
            return "no such relation"
        if fact.subject not in named or fact.object not in named:
            return "an end that no mark names"
        if fact.subject == fact.object:
            return "both ends are the same"
        for end, allowed in ((fact.subject, kind.subject), (fact.object, kind.object)):
            if KINDS[end[0]] not in allowed:
                return f"{end} may not be {KINDS[end[0]]} (may be {', '.join(allowed)})"
        if fact.role is not None and fact.relation not in {"HAS_ROLE", "MEMBER_OF"}:
            return "only HAS_ROLE has a role"
        if any(not 0 <= line < len(self.lines) for line in fact.lines):
            return f"the text has {len(self.lines)} lines"
        if fact.role is not None and fact.role.casefold() not in self.text.casefold():
            return f"the role {fact.role!r} is not in the text"
        return None
