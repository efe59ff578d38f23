"""Answers on the disk, so that an interrupted run goes on without paying twice.

One file for each question, named by a hash of everything that was asked. It holds what the model said of a text, thus
parts of that text: only the owner may read it. No key of a server ever gets here.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A stored answer; `answer` is None where the question had to be split."""

    answer: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """A folder of answers; None keeps nothing."""

    folder: Path | None

    def find(self, question: str) -> Hit | None:
        """The answer to a question (its `question_id`); None when there is none, or one that is damaged."""
        if self.folder is None:
            return None
        try:
            entry = json.loads(self._path(self.folder, question).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(entry, dict) or entry.get("version") != _VERSION or "answer" not in entry:
            return None
        answer = entry["answer"]
        if entry.get("digest") != _digest(answer) or not isinstance(answer, dict | None):
            return None
        return Hit(answer)

    def keep(self, question: str, answer: dict[str, Any] | None) -> bool:
        """Writes an answer in one step, for the owner alone; False where the disk does not take it."""
        if self.folder is None:
            return True
        path = self._path(self.folder, question)
        entry = {"version": _VERSION, "digest": _digest(answer), "answer": answer}
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            for folder in (self.folder, path.parent):
                folder.mkdir(mode=0o700, exist_ok=True)
            # mkstemp makes the file readable and writable by the owner only.
            descriptor, draft = tempfile.mkstemp(dir=path.parent, suffix=".part")
        except OSError:
            return False
        try:
            with open(descriptor, "w", encoding="utf-8") as file:
                json.dump(entry, file)
            os.replace(draft, path)
        except OSError:
            with suppress(OSError):
                os.unlink(draft)
            return False
        return True

    @staticmethod
    def _path(folder: Path, question: str) -> Path:
        return folder / question[:2] / f"{question}.json"


def question_id(*parts: str) -> str:
    """The name of a question: 64 hexadecimal digits that differ when any part does."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _digest(answer: object) -> str:
    return hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()
