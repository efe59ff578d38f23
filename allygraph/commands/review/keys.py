"""Single keys without Enter, and lines with completion where more than a key is asked for.

`typer.getchar` reads a key too, but throws away what was typed ahead and shows what is typed between two keys; it is
for where there is no `termios`.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import typer

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]
try:
    import readline
except ImportError:
    readline = None  # type: ignore[assignment]

#: What `Keyboard.key` gives when nothing more will come: Ctrl-D, a closed terminal, the end of input.
END = "end"
#: Last part of the sequences that terminals send for arrows, and the scan codes of Windows.
_ARROWS = {"A": "up", "B": "down", "C": "right", "D": "left"}
_SCANNED = {"H": "up", "P": "down", "M": "right", "K": "left"}
_NAMED = {"\r": "enter", "\n": "enter", " ": "space", "\x1b": "escape", "\x04": END, "": END, "\x7f": "backspace"}
#: Seconds in which the rest of a sequence follows its escape character.
_REST = 0.05


class Keyboard:
    """The keys of the terminal at standard input. Use as a context manager: afterwards the terminal is as before."""

    def __init__(self) -> None:
        self._place = sys.stdin.fileno()
        self._before: list[Any] = []

    def __enter__(self) -> Self:
        if termios:
            self._before = termios.tcgetattr(self._place)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines()

    def key(self) -> str:
        """The next key: a character, or 'up', 'down', 'left', 'right', 'enter', 'space', 'escape', 'backspace', 'end'.

        Ctrl-C raises KeyboardInterrupt.
        """
        if not termios:
            return _scanned()
        try:
            self._single()
            typed = self._character()
            if typed == "\x1b" and self._waits():
                return self._sequence()
        except (OSError, termios.error):  # the terminal is gone
            return END
        return _NAMED.get(typed, typed)

    def line(self, prompt: str, choices: Sequence[str] = (), *, given: str = "") -> str | None:
        """A line typed by the user, spaces at its ends taken off; None where it was broken off (Ctrl-C, Ctrl-D).

        Tab completes to the choices; `given` stands there to be changed.
        """
        self._lines()
        if readline:
            _prepare(choices, given)
        try:
            return input(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return None
        finally:
            if readline:
                readline.set_startup_hook(None)
                readline.set_completer(None)

    def _single(self) -> None:
        # Set at every key, since a shell that stops and resumes us sets its own. Drained, so typing ahead is kept.
        mode = termios.tcgetattr(self._place)
        mode[3] &= ~(termios.ECHO | termios.ICANON)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._place, termios.TCSADRAIN, mode)

    def _lines(self) -> None:
        if termios and self._before:
            with suppress(termios.error):  # nothing to restore where the terminal is gone
                termios.tcsetattr(self._place, termios.TCSADRAIN, self._before)

    def _character(self) -> str:
        first = os.read(self._place, 1)
        # One byte at a time: what is not read stays for the line that may be asked for next.
        length = 1 if not first or first[0] < 0xC0 else 2 if first[0] < 0xE0 else 3 if first[0] < 0xF0 else 4
        return (first + b"".join(os.read(self._place, 1) for _ in range(length - 1))).decode("utf-8", "replace")

    def _waits(self) -> bool:
        return bool(select.select([self._place], [], [], _REST)[0])

    def _sequence(self) -> str:
        typed = self._character()
        if typed not in ("[", "O"):
            return typed
        while self._waits():
            typed = self._character()
            if typed.isalpha() or typed == "~":
                break
        return _ARROWS.get(typed, "escape")


def _scanned() -> str:
    try:
        typed = typer.getchar()
    except EOFError:
        return END
    if len(typed) == 2 and typed[0] in "\x00\xe0":
        return _SCANNED.get(typed[1], "escape")
    return _NAMED.get(typed, typed)


def _prepare(choices: Sequence[str], given: str) -> None:
    def complete(text: str, state: int) -> str | None:
        wanted = text.casefold()
        found = [choice for choice in choices if choice.casefold().startswith(wanted)]
        found = found or [choice for choice in choices if wanted in choice.casefold()]
        return found[state] if state < len(found) else None

    readline.set_auto_history(False)
    readline.set_completer_delims("")
    readline.set_completer(complete if choices else lambda _text, _state: None)
    # macOS has another library behind this module, with other words.
    edits = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if edits else "tab: complete")
    readline.set_startup_hook((lambda: readline.insert_text(given)) if given else None)
