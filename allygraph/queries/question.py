"""A named question: one Cypher statement whose header says what it takes and what it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"// (Title|Param|Column|Order|Example|Measure|Note): (.+)")
_PARAMETER = re.compile(r"\$(\w+) (\w+)( or null)?(?: = (.+?))? - (.+)")
_COLUMN = re.compile(r"(\w+) (\w+(?: or null)?)")
TYPES = ("entity", "string", "date", "integer", "number", "boolean")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question takes. `default` is text as in the header; one that is neither `nullable` nor has it is required.

    `type` is one of TYPES. Of several entities with one name, a parameter called `organisation`, `person`, `product` or
    `place` means the one of that kind.
    """

    name: str
    type: str
    nullable: bool
    default: str | None
    meaning: str

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return not self.nullable and self.default is None


@dataclass(frozen=True, slots=True)
class Column:
    """What a question gives: `type` is string, date, integer, number, boolean or list, also with ` or null`."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the catalogue; `measure` names the network measure its rows go through, if any."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: str
    example: str
    cypher: str
    note: str = ""
    measure: str | None = None


def parse_question(name: str, text: str) -> Question:
    """The question in the text of a `.cypher` file; raises ValueError that names the line which is not understood."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        match = _LINE.fullmatch(line)
        if not match:
            raise ValueError(f"{name}.cypher, line {number}: '{line}' is no header line such as '// Title: ...'.")
        found.setdefault(match[1], []).append(match[2].strip())
    missing = [key for key in ("Title", "Column", "Order", "Example") if key not in found]
    if missing:
        raise ValueError(f"{name}.cypher has no header line {', '.join(missing)}.")
    return Question(
        name=name,
        title=found["Title"][0],
        parameters=tuple(_parameter(name, line) for line in found.get("Param", [])),
        columns=tuple(column for line in found["Column"] for column in _columns(name, line)),
        order=found["Order"][0],
        example=found["Example"][0],
        cypher=text,
        note=" ".join(found.get("Note", [])),
        measure=found.get("Measure", [None])[0],
    )


def _parameter(name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match or match[2] not in TYPES:
        raise ValueError(f"{name}.cypher: '{line}' is no parameter such as '$limit integer = 50 - rows at most'.")
    return Parameter(match[1], match[2], bool(match[3]), match[4], match[5])


def _columns(name: str, line: str) -> list[Column]:
    matches = [_COLUMN.fullmatch(part.strip()) for part in line.split(",")]
    if not all(matches):
        raise ValueError(f"{name}.cypher: '{line}' is no list of columns such as 'name string, since date or null'.")
    return [Column(match[1], match[2]) for match in matches if match]
