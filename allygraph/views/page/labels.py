"""Labels in the drawing: short, in lines, with the room they take."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass

#: Characters in a line, lines in a label: three lines under a node still read as one name.
LINE = 20
LINES = 3
#: Pixels at 12.5 px of a system font: the mean advance of a character, the height of a line.
CHARACTER = 6.8
LINE_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a node and its label around the node's centre, in pixels; `left` and `right` are equal."""

    half_width: float
    up: float
    down: float


def label_of(name: str) -> str:
    """The name in at most three lines of about twenty characters; what is cut is shown by an ellipsis.

    Control characters and marks of writing direction go: on a canvas nothing closes them again.
    """
    plain = "".join(" " if unicodedata.category(mark) in _UNPRINTED else mark for mark in name[:400])
    lines = textwrap.wrap(plain, LINE, break_long_words=True, max_lines=LINES, placeholder="\u2026")
    return "\n".join(lines) or "(no name)"


def box_of(label: str, size: float, room: float = 1.0) -> Box:
    """The room of a node of radius `size` with its label below; `room` is the share of the label that is kept free."""
    lines = label.split("\n")
    width = max(_width(line) for line in lines) * room
    return Box(max(width / 2, size) + 7, size + 6, size + 8 + LINE_HEIGHT * len(lines) * room)


_UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _width(line: str) -> float:
    return sum(CHARACTER * (1.8 if unicodedata.east_asian_width(mark) in "WF" else 1) for mark in line)
