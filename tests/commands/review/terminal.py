"""The real command in a pseudo-terminal: keys go in, what the screen shows comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from types import TracebackType
from typing import Self

#: Seconds that a slow machine may need to show what it is asked for.
PATIENCE = 30
_STYLES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


class Terminal:
    """`allygraph` with these arguments on a terminal without colours. Use as a context manager."""

    def __init__(self, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "100", "LINES": "40"}
        command = [sys.executable, "-m", "allygraph", *arguments]
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            # Only a terminal that controls its process sends Ctrl-C and says that its window was closed.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self._shown = b""
        self._seen = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        self.process.kill()
        self.process.wait()

    @property
    def shown(self) -> str:
        """All that the screen has shown, on one line."""
        return " ".join(_STYLES.sub(b"", self._shown).decode("utf-8", "replace").split())

    def wait_for(self, text: str) -> None:
        """Waits until the screen shows this after what was waited for before."""
        end = time.monotonic() + PATIENCE
        while text not in self.shown[self._seen :]:
            if time.monotonic() > end or not self._read(1):
                raise AssertionError(f"'{text}' was not shown after: {self.shown[self._seen - 200 :]}")
        self._seen = self.shown.index(text, self._seen) + len(text)

    def press(self, keys: str, then: str) -> None:
        """Presses keys and waits for what they bring about."""
        os.write(self._ours, keys.encode())
        self.wait_for(then)

    def ended(self) -> int:
        """The exit status, once all was shown."""
        while self._read(PATIENCE):
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Closes the terminal, as one closes its window."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    def _read(self, seconds: float) -> bool:
        """Whether more may come."""
        if select.select([self._ours], [], [], seconds)[0]:
            try:
                more = os.read(self._ours, 65536)
            except OSError:
                return False
            self._shown += more
            return bool(more)
        return self.process.poll() is None
