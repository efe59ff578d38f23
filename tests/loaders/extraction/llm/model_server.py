"""A real HTTP server on loopback that plays a language model: well, badly, or not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-very-secret-0123456789"


@dataclass(frozen=True)
class Reply:
    """What the server sends: the words of the model, or `body` as it stands. `delay` and `pause` are seconds.

    `cut` bytes are missing at the end; with `pause`, bytes come one at a time, so long after one another.
    """

    words: str = ""
    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    delay: float = 0
    cut: int = 0
    pause: float = 0

    @property
    def payload(self) -> bytes:
        if self.body is not None:
            return self.body
        choice = {"index": 0, "message": {"role": "assistant", "content": self.words}, "finish_reason": self.finish}
        usage = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
        return json.dumps({"choices": [choice], "usage": usage}).encode()


@dataclass(frozen=True)
class Request:
    """What the server was asked."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def user(self) -> str:
        return str(self.body["messages"][1]["content"])

    @property
    def format(self) -> str:
        return str(self.body.get("response_format", {}).get("type", ""))


Answering = Callable[[Request], Reply]


class ModelServer(ThreadingHTTPServer):
    """Answers by `answering`; `requests` are those that came, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[Request] = []
        self.answering: Answering = lambda _: Reply(status=500)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def play(self, *replies: Reply) -> None:
        """Sends these one after the other, the last one for ever."""
        left = list(replies)
        self.answering = lambda _: left.pop(0) if len(left) > 1 else left[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    #: Else each answer waits 40 ms for the client to confirm its head.
    disable_nagle_algorithm = True
    server: ModelServer

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.path, headers, json.loads(self.rfile.read(length)))
        self.server.requests.append(request)
        reply = self.server.answering(request)
        time.sleep(reply.delay)
        try:
            self._send(reply)
        except OSError:
            # The client has lost patience.
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        payload = reply.payload
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        sent = payload[: len(payload) - reply.cut]
        for block in [sent[at : at + 1] for at in range(len(sent))] if reply.pause else [sent]:
            self.wfile.write(block)
            self.wfile.flush()
            time.sleep(reply.pause)
        if reply.cut:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the output of tests is for their results."""


@contextmanager
def running() -> Iterator[ModelServer]:
    """The server while it answers, on a port that was free."""
    server = ModelServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
